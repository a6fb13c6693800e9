"""Read a tag in commas that parts what is said.

In «The engine, she says, starts at once» neither half is a clause by itself, so what is said is both together.  So it
is in «It will start, she says, if it is dry» and «It is old, she says, but it starts».
"""

from __future__ import annotations

from quotex.detect.reports.cues import STRONG, CuePlace, verb_group
from quotex.detect.reports.edges.asked import to_do
from quotex.detect.reports.edges.outer_clause import SUBORDINATE
from quotex.detect.reports.sentence import Frame
from quotex.lexicon.classes import verb_classes
from quotex.lexicon.verbs import forms_of, saying_forms, thinking_forms
from quotex.read.part_of_speech import FINITE

JOINS_BODY = frozenset(("of", "at", "for", "from", "in"))
TAKES_HEARER = frozenset(("tell", "inform"))
_JOINS = frozenset(("and", "but", "so", "or", "yet"))
_CONTRASTS = frozenset(("while", "whereas", "although", "though"))
_REASONS = frozenset(("because", "until", "unless", "if", "since"))
_GOES_ON = frozenset(("had", "has", "have", "was", "were", "is", "are", "would", "will", "not", "never"))
_AUXILIARIES = frozenset(
    ("has", "have", "had", "is", "are", "was", "were", "will", "would", "could", "can", "may", "might")
)
_THIRD = frozenset(("he", "she", "they"))
_WOULD = frozenset(("would", "'d", "’d"))
_WRITERS = frozenset(("i", "we", "you", "one"))  # «it was, one would say, late»
_MARKED = (',"', ",'")  # a comma before words in marks
_IS = frozenset(("is", "are", "was", "were"))
_FEWEST = 2  # words of a subject and its verb
_RELATIVES = frozenset(("who", "which", "that", "whose", "where", "when"))
Parts = tuple[tuple[int, int], ...]  # the words of content, each from and to
_DESCRIBES = frozenset(("who", "which", "whose"))
_LONGEST_TAG = 12  # words from comma to comma
_LONGEST_SUBJECT = 25
_SHORTEST = 3  # words of a clause before a tag


def interrupted_at(frame: Frame, place: CuePlace) -> tuple[int, int, int] | None:
    """Return where the words before a tag in commas begin and end, and where those behind it begin; or None.

    >>> from quotex.read.document import Document
    >>> document = Document("The engine, she says, starts at once.")
    >>> interrupted_at(Frame(document, document.sentence_at(0), []), CuePlace(3, 3, "say", "9"))
    (0, 2, 4)
    """
    at = place.at
    word = frame.lower[at]
    known = int(place.grade) >= STRONG or word in saying_forms() or word in thinking_forms() | forms_of("write")
    if not known and not (place.first and frame.noun_kind(place.first - 1) in "hN" and not frame.gap[place.first]):
        return None
    end = next((i for i in range(at, max(0, at - _LONGEST_TAG), -1) if frame.gap[i].strip("'")), 0)
    if not end or frame.gap[end] not in (",", "),"):
        return None
    verb = next((i for i in range(at + 1, min(frame.size, at + _LONGEST_TAG)) if frame.gap[i]), frame.size)
    verb = _behind_apposition(frame, end, at, verb)
    if verb + 1 >= frame.size + _is_verb(frame, verb) or frame.gap[verb] not in (",", *_MARKED):
        return None
    if not _is_tag(frame, place, end, verb):
        return None
    verb = _behind_relative(frame, verb)
    if frame.gap[verb] in _MARKED:
        start = _parted_group(frame, end, verb)  # «It had, she says, “gone to mud”»
    elif (group := _parted_group(frame, end, verb)) < end:
        start = group
    elif _is_verb(frame, verb):
        start = _parted_subject(frame, end)
    else:
        start = min(_parted_time(frame, place, end, verb), _parted_clause(frame, place, end, verb))
    return (start, end, verb) if start < end else None


def _behind_relative(frame: Frame, at: int) -> int:
    """Return the verb behind a relative clause in commas that describes who speaks: «says the mason, who built it, |
    will stand»; the word itself where there is none."""
    if frame.lower[at] not in _DESCRIBES:
        return at
    behind = next((i for i in range(at + 1, frame.size - 1) if frame.gap[i] == ","), at)
    return behind if _is_verb(frame, behind) else at


def without_description(frame: Frame, parts: Parts) -> Parts:
    """Return the parts of content around «according to» without a relative clause that describes who speaks: «The pier
    will close, according to the owner | , who did not say when»."""
    start = parts[-1][0]
    if len(parts) == 1 or frame.gap[start] != "," or frame.lower[start] not in _DESCRIBES:
        return parts
    return parts[:-1] if _behind_relative(frame, start) == start else parts


def _behind_apposition(frame: Frame, start: int, at: int, end: int) -> int:
    """Return where a tag ends that a verb opens, with the name or the office behind its subject: «said the mayor, Ana
    Ruiz,»."""
    stop = next((i for i in range(end + 1, min(frame.size, end + _LONGEST_TAG)) if frame.gap[i]), 0)
    if start != at or not stop or frame.gap[end] != "," or at + 1 >= end:
        return end
    if not (_is_one_phrase(frame, at + 1, end) and _is_one_phrase(frame, end, stop)):
        return end
    named = [frame.coarse[i] == "N" for i in (end - 1, stop - 1)]
    office = _head_noun(frame, end if named[0] else at + 1)
    return stop if sum(named) == 1 and office in "pg" else end


def _head_noun(frame: Frame, start: int) -> str:
    """Return the kind of the head of the noun phrase at a word, or of what it owns: «the team's leader»."""
    return frame.noun_kind(frame.phrases[frame.phrase_at[start]][1] - 1)


def _is_tag(frame: Frame, place: CuePlace, end: int, verb: int) -> bool:
    """Tell whether the words in commas are a verb with its subject and no more: «she says», «as a friend of hers points
    out», «according to the club»."""
    if frame.lower[end] == "according":
        return True
    if _is_read_as_noun(frame, place.at, end):
        return True
    if frame.lower[place.at] in forms_of("call") and place.at + 1 < verb:
        return False  # «Bo Lund, an engineer called on behalf of the firm, said»
    bare = frame.coarse[place.at] == "b"
    plural = bare and place.first == place.at and frame.gap[place.at + 1] == ","
    would = bare and frame.lower[place.at - 1] in _WOULD and frame.lower[place.at - 2] not in _WRITERS
    inverted = bare and place.at == end and frame.lower[place.at] in saying_forms()
    told = frame.coarse[place.at] in "Ve" or plural or would or inverted
    if not told or frame.finite[verb] - frame.finite[end] - _in_relative(frame, place.at, end, verb) > 1:
        return False
    subject, behind = frame.phrase_at[place.first - 1], frame.phrase_at[min(place.at + 1, frame.size - 1)]
    first = end + (frame.lower[end] == "as" and verb_group(frame, place.at)[1].rstrip("Rn")[-1:] != "b")
    before = place.first > first and subject >= 0 and _is_one_phrase(frame, first, place.first)
    after = place.first == first and behind >= 0 and frame.phrases[behind][0] == place.at + 1
    return (before and frame.lower[end] not in _RELATIVES) or (after and frame.phrases[behind][1] <= verb)


def _in_relative(frame: Frame, at: int, start: int, end: int) -> int:
    """Return how many verbs tell who it is that a tag names which a verb opens: «say those who were there»."""
    phrase = frame.phrase_at[at + 1]
    behind = frame.phrases[phrase][1] if phrase >= 0 else end
    who = at == start and behind + 1 < end and frame.lower[behind] == "who"
    return frame.finite[end] - frame.finite[behind] if who else 0


def _is_read_as_noun(frame: Frame, at: int, start: int) -> bool:
    """Tell whether the words from ``start`` on are a subject and a verb that looks like a plural: «the matron
    informs»."""
    if frame.tags[at] != "NNS" or frame.lower[at] not in saying_forms() | thinking_forms() or at - start < _FEWEST:
        return False
    whole = frame.phrases[frame.phrase_at[at]] == (start, at + 1)
    return whole and frame.tags[at - 1] in ("NN", "NNP") and frame.noun_kind(at - 1) in "hpgN"


def _is_one_phrase(frame: Frame, start: int, end: int) -> bool:
    """Tell whether some words are one noun phrase, with those that prepositions join to it: «friends of Mr. Pike»."""
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.phrases[phrase][0] != start:
        return False
    behind = frame.phrases[phrase][1]
    while behind < end:
        owned = frame.gap[behind] == "'" or frame.coarse[behind] == "s"
        following = behind + (frame.lower[behind] in JOINS_BODY or frame.coarse[behind] == "s")
        if following >= end or frame.phrase_at[following] < 0 or (following == behind and not owned):
            return False
        behind = frame.phrases[frame.phrase_at[following]][1]
    return behind == end


def _parted_group(frame: Frame, end: int, verb: int) -> int:
    """Return where the subject begins of an auxiliary that a tag parts from its verb, «she has never, the matron says,
    been late», or the verb joined to another that a tag parts from its object, «and spoke, his son says, ten words»;
    ``end`` for none."""
    last = end - 1 - (frame.coarse[end - 1] == "R")
    if last < 1 or frame.gap[last + 1 : end + 1].count(",") > 1 or frame.quoted[last] >= 0:
        return end
    if frame.lower[last] in _AUXILIARIES and not frame.gap[last]:
        subject = frame.phrase_at[last - 1]
        start = frame.phrases[subject][0] if subject >= 0 and frame.phrases[subject][1] == last else end
        opens = start < end and (start == 0 or frame.gap[start] != "" or frame.lower[start - 1] in _JOINS)
        adds = frame.coarse[verb] == "g" and frame.lower[verb] in saying_forms()  # «was late, she said, adding that …»
        goes_on = frame.coarse[verb] in "beVgJ" or frame.lower[last] in _IS and frame.gap[verb] in _MARKED
        return start if opens and goes_on and not adds else end
    joined = last == end - 1 and frame.tags[last] == "VBD" and frame.lower[last - 1] in _JOINS
    return last if joined and frame.coarse[verb] in "RDC" else end


def _parted_time(frame: Frame, place: CuePlace, end: int, start: int) -> int:
    """Return where a time or place begins at the head of a sentence, before a tag with a clause behind it: «In dry
    years, she points out, some mosses stop»; ``end`` for none."""
    first = int(frame.lower[0] in _JOINS)
    opener = first + (frame.coarse[first] == "R")  # «back in Merrow»
    if opener + 1 >= end or frame.coarse[opener] != "I" or frame.finite[end] or _is_parted(frame, end):
        return end
    subject = frame.phrase_at[start]
    if subject < 0 or frame.quoted[first] >= 0 or frame.quoted[start] >= 0 or not _only_says(frame, place, start):
        return end
    verb = frame.phrases[subject][1]
    verb += verb < frame.size and frame.coarse[verb] == "R"
    return first if verb < frame.size and frame.coarse[verb] in "VM" and not frame.gap[verb] else end


def _is_parted(frame: Frame, end: int) -> bool:
    """Tell whether a sign parts the first words, other than in «at 3:15 p.m. local time (1515 UTC)»."""
    digits = (frame.lower[i][0].isdigit() for i in range(1, end))
    return any(gap.strip("(:") if digit else gap for gap, digit in zip(frame.gap[1:end], digits, strict=True))


def _parted_clause(frame: Frame, place: CuePlace, end: int, start: int) -> int:
    """Return where the clause begins before a tag behind which it goes on: «They stay shut, the wardens say, until it
    rains», «Then let us stay, she says, and let them go»; ``end`` for none."""
    first = next((i for i in range(end - 1, 0, -1) if ";" in frame.gap[i] or ":" in frame.gap[i]), 0)
    goes_on = _goes_on(frame, start) or _goes_on_at_once(frame, place, start)
    whole = frame.finite[end] - frame.finite[first] == 1 and _is_completed(frame, start)
    goes_on = goes_on or (whole and all(to_do(frame, i) != start for i in range(first, end)))
    if not _can_tell(frame, place) or not goes_on or tells_on(frame, place, first, end, start):
        return end
    return first if _is_whole(frame, first, end) or _is_bare_phrase(frame, place, first, end, start) else end


def tells_on(frame: Frame, place: CuePlace, first: int, end: int, start: int) -> bool:
    """Tell whether the writer goes on in the past behind words in the present: «It leaks, she said, and she left»."""
    subject = frame.lower[place.first - 1]
    if frame.tags[place.at] != "VBD" or subject not in _THIRD or frame.lower[start + 1 : start + 2] != [subject]:
        return False
    verb = next((i for i in range(first, end) if frame.tags[i] in FINITE), end)
    return frame.tags[verb] in ("VBP", "VBZ") and frame.tags[start + 2 : start + 3] == ["VBD"]


def _is_bare_phrase(frame: Frame, place: CuePlace, first: int, end: int, start: int) -> bool:
    """Tell whether no more than a noun phrase stands before a tag, behind which a clause of somebody else is joined to
    it: «Nine winters, he tells me, and not one of them killed the lemon tree»."""
    phrase = frame.phrase_at[first]
    alone = phrase >= 0 and frame.phrases[phrase] == (first, end) and frame.coarse[end - 1] == "n"
    joined = frame.lower[start] in ("and", "but") and frame.coarse[start + 1] not in "Pb"
    return alone and joined and frame.quoted[first] < 0 and frame.lower[place.at] in saying_forms()


def _can_tell(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a verb is one of saying or thinking, and no participle."""
    word = frame.lower[place.at]
    told = (
        word in saying_forms() or word in thinking_forms() | forms_of("write") or verb_classes().get(word, "-") in "st"
    )
    before = place.first > 0 and not frame.gap[place.first]
    behind = min(place.at + 1, frame.size - 1)
    return told and frame.coarse[place.at] in "Vb" and (before or frame.coarse[behind] != "D" or word in saying_forms())


def _is_whole(frame: Frame, start: int, end: int) -> bool:
    """Tell whether some words outside of marks are a main clause or a command."""
    if end - start < _SHORTEST or any(frame.quoted[i] >= 0 for i in range(start, end)):
        return False
    first = start
    while first < start + 2 and (frame.lower[first] in _JOINS or frame.coarse[first] == "R"):
        first += 1
    bids = frame.coarse[first] == "b" and frame.tags[first] == "VB"
    relatives = sum(word in _RELATIVES for word in frame.lower[start:end])
    return bids or (frame.finite[end] - frame.finite[start] > relatives and frame.lower[first] not in SUBORDINATE)


def _goes_on(frame: Frame, start: int) -> bool:
    """Tell whether a clause goes on at a word with a reason, a condition, or one more clause."""
    if start + 2 >= frame.size or frame.quoted[start] >= 0 or frame.gap[start + 1]:
        return False
    word, behind = frame.lower[start], start + 1
    if word not in _REASONS and any(frame.quoted[i] >= 0 for i in range(start, frame.size)):
        return False
    if word in _REASONS:
        return frame.finite[frame.size] > frame.finite[start]
    if word == "without":
        return frame.coarse[behind] == "g"
    if word not in _JOINS and word not in _CONTRASTS:
        return False
    if frame.coarse[behind] == "b" or frame.lower[behind] in _GOES_ON:
        return True
    behind += frame.lower[behind] == "not"
    return frame.phrase_at[behind] >= 0 and _has_own_verb(frame, behind)


def _is_completed(frame: Frame, start: int) -> bool:
    """Tell whether words that a clause still needs stand behind a tag: «It would be wise, she said, to wait», «It
    smells, he said, of tar»."""
    if start + 1 >= frame.size or frame.quoted[start] >= 0 or frame.gap[start + 1]:
        return False
    if frame.lower[start] == "to":
        return frame.tags[start + 1] == "VB"
    return frame.lower[start] == "of" and frame.phrase_at[start + 1] >= 0


def _goes_on_at_once(frame: Frame, place: CuePlace, start: int) -> bool:
    """Tell whether one more clause, joined by nothing, stands behind a bare tag: «It was no pond, he said, it was a
    ditch»."""
    there = frame.lower[start] in ("it", "there") and not any(number >= 0 for number in frame.quoted[start:])
    return there and _only_says(frame, place, start) and frame.coarse[start + 1 : start + 2] in (["V"], ["M"], ["b"])


def _has_own_verb(frame: Frame, start: int) -> bool:
    """Tell whether the subject at a word has a verb, and not one of saying: «and she added»."""
    verb = next((i for i in range(start, frame.size) if frame.tags[i] in FINITE), -1)
    if verb < 0 or any(frame.gap[start + 1 : verb + 1]):
        return False
    return not (frame.lower[verb] in saying_forms() and frame.coarse[start] == "P")


def _only_says(frame: Frame, place: CuePlace, end: int) -> bool:
    """Tell whether a verb of saying or thinking has no more than a particle or the one spoken to behind it."""
    at = place.at + 1
    if frame.lower[place.at] not in saying_forms() | thinking_forms() and place.lemma != "point":
        return False
    if place.first == place.at and frame.gap[place.at] == ",":
        return True  # a subject behind it
    if at < end and place.lemma in TAKES_HEARER and frame.phrase_at[at] >= 0:
        at = frame.phrases[frame.phrase_at[at]][1]
    return at == end or (at + 1 == end and frame.coarse[at] in "rR")


def _is_verb(frame: Frame, at: int) -> bool:
    """Tell whether the finite verb of the subject stands at a word, or behind an adverb there."""
    at += at < frame.size and frame.coarse[at] == "R"
    return at < frame.size and frame.coarse[at] in "VMb"


def _parted_subject(frame: Frame, end: int) -> int:
    """Return where the noun phrase with all that belongs to it begins, back to the clause before; ``end`` for none."""
    verbs = relatives = 0
    for i in range(end - 1, max(-1, end - _LONGEST_SUBJECT), -1):
        verbs += frame.coarse[i] in "VM"
        relatives += frame.lower[i] in _RELATIVES
        if not i or frame.gap[i]:
            start = i + (i > 0 and frame.lower[i] in _JOINS) if i < end - 1 else i
            acts = frame.lower[start] == "to" and frame.tags[start + 1] == "VB"  # «To do so, they said, is wrong»
            whole = verbs == relatives and (acts or frame.phrase_at[start] >= 0) and not frame.quoted[start] >= 0
            return start if whole and (not i or frame.gap[i] != "," or start > i) else end
    return end
