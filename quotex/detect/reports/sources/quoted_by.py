"""Sources that a construction shows: who is quoted or heard by somebody else, lets others understand, or calls so."""

from __future__ import annotations

from quotex.detect.reports.cues import CuePlace, verb_group
from quotex.detect.reports.retag import NAME
from quotex.detect.reports.sentence import Frame
from quotex.lexicon import load_words
from quotex.lexicon.nouns import noun_types
from quotex.lexicon.verbs import saying_forms

_LETS = 4  # words before the last of «the clerk gave us to understand»
_MAKES_BELIEVE = frozenset(
    (("give", "understand"), ("gives", "understand"), ("gave", "understand"), ("given", "understand"),
     ("lead", "believe"), ("leads", "believe"), ("led", "believe"))
)  # fmt: skip
_CALLS_SO = 4  # words before a name: «whom I shall call»
_QUOTES = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing"))
_PRINTS = frozenset(("by", "from", "in"))
_BARE = NAME | {"NN"}  # without an article behind "in", a time or place as like as not
_QUESTION = frozenset(("how", "if", "what", "whether", "why"))
_LONGEST = 9  # words from who asks to the question
_TELLERS = ("document", "group", "organization", "person")
_HEARS = frozenset(("hear", "hears", "heard", "hearing", "overhear", "overhears", "overheard", "overhearing"))


def quoted_by_another(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return the source that one of the constructions shows, or None."""
    found = quoted_as(frame, place) or heard(frame, place) or _lets_understand(frame, place)
    found = found or _agent(frame, place) or _asker(frame, place) or _called_by_writer(frame, place)
    return found or told_by(frame, place.at)


def quoted_as(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return who is quoted by somebody else: «the agency quoted Ana Ruiz as saying», «Ana Ruiz was quoted as
    saying»."""
    at, lower = place.at, frame.lower
    if at < 3 or lower[at - 1] != "as" or frame.coarse[at] != "g" or any(frame.gap[at - 1 : at + 1]):
        return None
    passive = lower[at - 2] == "quoted"
    phrase = frame.phrase_at[at - 2]
    quoted = at - 2 if passive else frame.phrases[phrase][0] - 1 if phrase >= 0 else -1
    if quoted < 1 or lower[quoted] not in _QUOTES:
        return None
    if not passive:
        return quoted + 1, at - 1
    first = verb_group(frame, quoted)[0]
    subject = frame.phrase_at[first - 1] if first and first < quoted else -1
    return frame.phrases[subject] if subject >= 0 else None


def heard(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return who is heard saying something: "the man" of «Ana heard the man shout»."""
    at = place.at
    phrase = frame.phrase_at[at - 1] if at > 1 and not frame.gap[at] else -1
    if phrase < 0 or frame.coarse[at] not in "bVng" or frame.lower[at] not in saying_forms():
        return None
    start, end = frame.phrases[phrase]
    start += frame.lower[start] in _HEARS  # «I overheard one man», where the verb is read as an adjective
    return (start, min(end, at)) if 0 < start < at and frame.lower[start - 1] in _HEARS else None


def _lets_understand(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return who makes others believe something: "the clerk" of «the clerk gave us to understand that …»."""
    at = place.at
    if at < _LETS or (frame.lower[at - 3], frame.lower[at]) not in _MAKES_BELIEVE or frame.lower[at - 1] != "to":
        return None
    first = verb_group(frame, at - 3)[0]
    subject = frame.phrase_at[first - 1] if first and not frame.gap[first] else -1
    return frame.phrases[subject] if subject >= 0 and verb_group(frame, at - 3)[1].rstrip("Rn")[-1:] != "b" else None


def _called_by_writer(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return the name that the writer gives somebody right before a verb: «one of them, whom we call Samir, said»."""
    first = place.first
    phrase = frame.phrase_at[first - 1] if first and frame.gap[first] == "," else -1
    if phrase < 0 or frame.tags[first - 1] not in NAME:
        return None
    start, end = frame.phrases[phrase]
    while start < end and frame.tags[start] not in NAME:
        start += 1
    before = frame.lower[max(0, start - _CALLS_SO) : start]
    called = before[-1:] == ["call"] and not {"we", "i"}.isdisjoint(before) and not {"who", "whom"}.isdisjoint(before)
    return (start, end) if called and end == first else None


def _agent(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return the agent right behind a passive of calling: «was once described by a colleague as “…”»."""
    at = place.at
    if frame.lower[at + 1 : at + 2] != ["by"] or at + 2 >= frame.size or any(frame.gap[at + 1 : at + 3]):
        return None
    phrase = frame.phrase_at[at + 2]
    if phrase < 0 or verb_group(frame, at)[1].rstrip("Rn")[-1:] != "b":
        return None
    end = frame.phrases[phrase][1]
    return frame.phrases[phrase] if frame.lower[end : end + 1] == ["as"] else None


def _asker(frame: Frame, place: CuePlace) -> tuple[int, int] | None:
    """Return who puts a question: «Asked by our correspondent whether …»."""
    start = place.at + 2
    if frame.lower[place.at : start] != ["asked", "by"]:
        return None
    end = next((i for i in range(start + 1, min(start + _LONGEST, frame.size)) if frame.lower[i] in _QUESTION), 0)
    return (start, end) if end and not any(frame.gap[start - 1 : end + 1]) else None


def told_by(frame: Frame, at: int) -> tuple[int, int] | None:
    """Return whose a noun of words is by what stands between it and "that": «a report in the Courier that …»."""
    if frame.coarse[at] not in "nN" or at + 1 >= frame.size or frame.lower[at + 1] not in _PRINTS:
        return None
    noun, nouns = frame.lower[at], load_words("reporting_nouns")
    if noun not in nouns and noun.removesuffix("s") not in nouns:
        return None
    phrase = frame.phrase_at[at + 2] if at + 2 < frame.size else -1
    if phrase < 0 or frame.phrases[phrase][0] != at + 2:
        return None
    end = frame.phrases[phrase][1]
    while end < frame.size and frame.coarse[end] in "nN" and frame.phrase_at[end] >= 0:
        end = frame.phrases[frame.phrase_at[end]][1]  # «the Tenants' Union»
    if frame.lower[end : end + 1] != ["that"] or end + 1 >= frame.size or any(map(_parts, frame.gap[at + 1 : end + 1])):
        return None
    if frame.norm[end - 1] == "DATE" or frame.lower[at + 1] == "in" and frame.tags[at + 2] in _BARE:
        return None  # «a report in May that …», «a rumour in Leeds that …»
    speaks = frame.coarse[end - 1] == "N" or noun_types().get(frame.lower[end - 1]) in _TELLERS
    return (at + 2, end) if speaks and frame.coarse[end + 1] not in "VM" else None


def _parts(gap: str) -> bool:
    return gap not in ("", "'", "’")
