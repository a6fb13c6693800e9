"""Whose a reported quotation is: from the source phrase, or from the text around, to the entity."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotex.extract import extract_quotes
from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import kind_of
from quotex.read.document import Document
from quotex.records import Quotation, Span
from quotex.resolve.decision import Decision
from quotex.resolve.news.decide import decide_reported
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.groups import members_of
from quotex.resolve.news.pronouns import Candidate, rank
from quotex.resolve.news.rules import RULES
from quotex.resolve.news.source_phrase import read_source
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.roles import is_post

# In these texts the words between «» are quotations, those between {} their sources.
MARK = re.compile(r"[«»{}]")


def read(marked: str) -> tuple[str, list[Quotation]]:
    """Take the marks out; a source belongs to the nearest quotation of its paragraph that has none yet."""
    text, quotes, sources, opened = "", [], [], 0
    for piece in re.split(r"([«»{}])", marked):
        if piece in ("«", "{"):
            opened = len(text)
        elif piece == "»":
            quotes.append((opened, len(text)))
        elif piece == "}":
            sources.append((opened, len(text)))
        else:
            text += piece
    owner: dict[int, tuple[int, int]] = {}
    for start, end in sources:
        free = [i for i in range(len(quotes)) if i not in owner]
        nearest = min(free, key=lambda i: min(abs(quotes[i][0] - end), abs(start - quotes[i][1])))
        owner[nearest] = (start, end)
    spans = [Span(s, e, text[s:e]) for s, e in quotes]
    return text, [
        Quotation("direct" if text[s.start - 1 : s.start] == "“" else "indirect", (s,), None,
                  Span(*owner[i], text[slice(*owner[i])]) if i in owner else None)
        for i, s in enumerate(spans)
    ]  # fmt: skip


def decide(marked: str) -> tuple[str, Cast, list[Decision]]:
    """Decide the quotations of a marked text."""
    text, quotations = read(marked)
    document = Document(text)
    cast = build_cast(document)
    return text, cast, decide_reported(document, quotations, cast)


def names(marked: str) -> list[str | None]:
    """The names of the speakers."""
    _, cast, decisions = decide(marked)
    return [None if d.entity is None else cast.entities[d.entity].name for d in decisions]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“«We won,»” said {Ana Ruiz}. {Ruiz} said «the count was over.»", ["Ana Ruiz", "Ana Ruiz"]),
        ("Mayor Lena Ortiz met the unions. “«We will pay,»” {the mayor} said.", ["Lena Ortiz"]),
        ("Lena Ortiz, the mayor of Elmton, met the unions. “«We will pay,»” {the mayor} said.", ["Lena Ortiz"]),
        ("The Elmton Water Authority shut two wells. {The authority} said «the wells were old.»",
         ["Elmton Water Authority"]),
        ("Lena Ortiz spoke for an hour. “«We will pay,»” {she} said.", ["Lena Ortiz"]),
        ("Lena Ortiz spoke for an hour. Her husband Paul Ortiz listened. “«Fine,»” {she} said.", ["Lena Ortiz"]),
        ("Paul Kerr praised Lena Ortiz, {who} said «she was glad.»", ["Lena Ortiz"]),
        ("“«It is over,»” said {the team's captain, Dora Lind}.", ["Dora Lind"]),
        ("“«It is over,»” said {a neighbour} on Monday night. “«I heard it,»” {the neighbour} said.",
         ["a neighbour", "a neighbour"]),
        ("Lena Ortiz left early. “«She is tired,»” {her spokesman} said.", ["her spokesman"]),
        ("Lena Ortiz left early. “«No comment,»” said {a spokesman for Lena Ortiz}.",
         ["a spokesman for Lena Ortiz"]),
        ("“«No comment,»” said {Ortiz's office}. Lena Ortiz was away.", ["Ortiz's office"]),
    ],
)  # fmt: skip
def test_entity(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the second part, after the tag
        ("“«We won,»” {Ana Ruiz} said. “«The rest is talk.»”", ["Ana Ruiz", "Ana Ruiz"]),
        # a paragraph that is all quotation
        ("“«We won,»” {Ana Ruiz} said.\n\n“«The rest is talk.»”", ["Ana Ruiz", "Ana Ruiz"]),
        # a sentence about somebody
        ("Paul Kerr took the floor. “«The rest is talk.»”", ["Paul Kerr"]),
        # somebody else steps in between
        ("“«We won,»” {Ana Ruiz} said. Paul Kerr disagreed. “«The rest is talk.»”", ["Ana Ruiz", "Paul Kerr"]),
        # nothing shows a source
        ("“«The rest is talk.»”", [None]),
    ],
)
def test_floating(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


def test_floating_mention_is_that_of_the_sentence_before() -> None:
    text, _, decisions = decide("“«We won,»” {Ana Ruiz} said. “«The rest is talk.»”")
    assert decisions[1].mention is not None
    assert text[slice(*decisions[1].mention)] == "Ana Ruiz"


def test_group_has_its_members() -> None:
    text, cast, (decision,) = decide("Ana Ruiz met Paul Kerr. {Ruiz and Kerr} said «they would stay.»")
    assert decision.type == "group"
    assert [cast.entities[entity].name for entity, _ in decision.members] == ["Ana Ruiz", "Paul Kerr"]
    assert [text[slice(*mention)] for _, mention in decision.members] == ["Ruiz", "Kerr"]


@pytest.mark.parametrize(
    "source",
    [
        "Ana Ruiz, an economist at Kerr and Lind",
        "the former mayor and current senator",
        "his wife and current candidate Ana Ruiz",
        "aides to Ruiz and Kerr",
        "Ana Ruiz",
    ],
)
def test_one_person_is_no_group(source: str) -> None:
    text = f"Ana Ruiz met Paul Kerr. “Yes,” said {source}."
    document = Document(text)
    discourse = Discourse(document, build_cast(document), [])
    start = text.rindex(source)
    assert members_of(text, start, start + len(source), discourse) == []


def test_mention_is_the_noun_phrase_without_its_apposition() -> None:
    text, _, (decision,) = decide("“«We won,»” said {Senator Ana Ruiz, a farmer from Elmton,} on Monday.")
    assert decision.mention is not None
    assert text[slice(*decision.mention)] == "Senator Ana Ruiz"


@pytest.mark.parametrize(
    ("source", "form", "head"),
    [
        ("the senator", "nominal", "senator"),
        ("he", "pronoun", "he"),
        ("officials familiar with the plan", "nominal", "officials"),
        ("the campaign manager of the governor", "nominal", "manager"),
        ("Mr. Kerr", "name", "kerr"),
        ("", "nominal", ""),
        ("— !", "nominal", ""),
    ],
)
def test_source(source: str, form: str, head: str) -> None:
    text = f"Paul Kerr won. “Yes,” said {source} there."
    document = Document(text)
    discourse = Discourse(document, build_cast(document), [])
    start = text.index("said ") + 5
    read_in = read_source(text, start, start + len(source), discourse)
    assert (read_in.form, read_in.head) == (form, head)


def test_evidence_says_what_decided() -> None:
    _, _, decisions = decide("Lena Ortiz spoke. Paul Kerr listened. “«We will pay,»” {she} said.")
    evidence = decisions[0].evidence
    assert evidence[0].won and evidence[0].rule == "pronoun" and evidence[0].speaker == "Lena Ortiz"
    assert not any(lost.won for lost in evidence[1:])
    assert len(evidence) <= 4


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_rank_prefers_the_heavier_features() -> None:
    found = [Candidate(0, 1, 1, ("a",)), Candidate(5, 6, 2, ("b",))]
    choice = rank(found, {"b": 1.0})
    assert choice is not None and choice.entity == 2 and 0.5 < choice.probability < 1
    assert rank([], {}) is None


def test_posts_and_heads() -> None:
    assert is_post("U.S. Secretary of State") and not is_post("Mr. King") and not is_post("Larry King")
    assert head_of("vice-president")[0] is not None and head_of("kettle") == (None, False)
    assert kind_of("herself") == "she"


@pytest.mark.parametrize("text", ["", "\0", "“", "he said" * 50, "\ud800 said “\udc00”", "“a” " * 300])
def test_any_text(text: str) -> None:
    document = Document(text)
    quotations = [Quotation("direct", (Span(0, len(text), text),), None, Span(0, min(3, len(text)), text[:3]))]
    assert len(decide_reported(document, quotations, build_cast(document))) == 1


FIRES_AND_MISSES = {
    "name": ("“«We won,»” said {Ana Ruiz}.", "“«We won,»” said {a neighbour}."),
    "group": ("Ana Ruiz met Paul Kerr. {Ruiz and Kerr} said «they would stay.»",
              "Ana Ruiz met Paul Kerr. {Ruiz, who knows Kerr,} said «they would stay.»"),
    "named beside": ("“«It is over,»” said {the team’s captain, Dora Lind}.",
                     "“«It is over,»” said {the team’s captain}, in tears."),
    "quoted as": ("{Ana Ruiz} quoted Paul Kerr as saying «the mine would close.»",
                  "{Ana Ruiz} quoted Paul Kerr and said «the mine would close.»"),
    "introduced": ("Her mother, Dora Lind, took her home. {Her mother} said «it was late.»",
                   "Her mother took Dora Lind home. {Her mother} said «it was late.»"),
    "relative": ("Paul Kerr praised Lena Ortiz, {who} said «she was glad.»",
                 "Paul Kerr praised Lena Ortiz. {Kerr} said «she was glad.»"),
    "author": ("By Ana Ruiz\n\nThe harbour is closed. {I} said «that it would not last.»",
               "By Ana Ruiz\n\nThe harbour is closed. {Paul Kerr} said «that it would not last.»"),
    "pronoun": ("Lena Ortiz spoke for an hour. “«We will pay,»” {she} said.",
                "Lena Ortiz spoke for an hour. “«We will pay,»” {Ortiz} said."),
    "unresolved": ("It rained all day. “«We will pay,»” {she} said.",
                   "Lena Ortiz spoke for an hour. “«We will pay,»” {she} said."),
    "description": ("Mayor Lena Ortiz met the unions. “«We will pay,»” {the mayor} said.",
                    "Mayor Lena Ortiz met the unions. “«We will pay,»” {a shopkeeper} said."),
    "family": ("Bo Lund sold the mill to Ida Lund. {His daughter} said «it was a ruin.»",
               "Bo Lund sold the mill to Vera Quill. {His daughter} said «it was a ruin.»"),
    "office": ("Deputy President Ana Ruiz flew to Elmton. {The DP} said «the road would stay open.»",
               "Deputy Prime Minister Ana Ruiz flew to Elmton. {The DP} said «the road would stay open.»"),
    "name word": ("The Elmton Water Authority shut two wells. {The authority} said «the wells were old.»",
                  "The Elmton Water Authority shut two wells. {A farmer} said «the wells were old.»"),
    "varied": ("Mike Dunne walked into the hall on Monday. {The Elmton governor} said «the road would stay open.»",
               "Mike Dunne walked into the hall on Monday. {Dunne} said «the road would stay open.»"),
    "lead-in": ("Paul Kerr sang. Ana Ruiz, on stage: “«It is late.»”", "Paul Kerr sang. For Ana Ruiz: “«It is late.»”"),
    "credited": ("Paul Kerr sang. That was, in the words of Ana Ruiz, “«a late hour»”.",
                 "Paul Kerr sang. He likes the words of Ana Ruiz. “«It is a late hour.»”"),
    "voice of": ("Paul Kerr sang. “«Stop!»” came {the guard’s shout}.",
                 "Paul Kerr sang. “«Stop!»” said {the guard’s dog}."),
    "document of": ("Paul Kerr sang all night. {His diary} says «that it rained.»",
                    "Paul Kerr sang all night. {A diary} says «that it rained.»"),
    "own": ("“«I heard it,»” said {a neighbour}.", "“«I heard it,»” said {Ana Ruiz}."),
    "speaker after": ("“«The rest is talk.»” ― Ana Ruiz", "“«The rest is talk.»” ― an old proverb"),
    "subject of the sentence": ("Paul Kerr has long called the plan a “«costly mistake»”.",
                                "The plan has long been a “«costly mistake»”."),
    "speaker goes on": ("“«We won,»” {Ana Ruiz} said. “«The rest is talk.»”",
                        "“«We won,»” {Ana Ruiz} said. “«The rest is talk,»” {Paul Kerr} said."),
    "subject of the sentence before": (
        "“«We won,»” {Ana Ruiz} said. Paul Kerr disagreed. “«The rest is talk.»”",
        "“«We won,»” {Ana Ruiz} said. It rained. “«The rest is talk.»”"),
    "speaker of the paragraph before": ("“«We won,»” {Ana Ruiz} said.\n\n“«The rest is talk.»”",
                                        "“«We won,»” {Ana Ruiz} said.\n\n“«The rest is talk,»” {Paul Kerr} said."),
    "subject of the paragraph before": ("Paul Kerr took the floor at noon.\n\n“«The rest is talk.»”",
                                        "It was noon.\n\n“«The rest is talk.»”"),
    "change_of_speaker": (
        "“«Will you pay?»” {Paul Kerr} asked.\n\n“«Not before the bridge is safe,»” {Ana Ruiz} said.\n\n“«When is that?»”",  # noqa: E501
        "“«Will you pay?»” {Paul Kerr} asked.\n\n“«Not before the bridge is safe,»” {Ana Ruiz} said.\n\n“«It is old.»”"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("rule", FIRES_AND_MISSES)
def test_rule_fires_and_keeps_silent(rule: str) -> None:
    """Every rule wins on one text and not on a near miss."""
    fires, misses = ([e.rule for d in decide(text)[2] for e in d.evidence if e.won] for text in FIRES_AND_MISSES[rule])
    assert rule in fires
    assert rule not in misses


def test_speaker_around() -> None:
    """ "I" within a quotation is its speaker; "I" outside of one is not."""
    text = "Ana Ruiz said that I promised to stay."
    document = Document(text)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    outer = Quotation("indirect", (span("that I promised to stay"),), span("said"), span("Ana Ruiz"))
    inner = Quotation("indirect", (span("to stay"),), span("promised"), span("I"))
    cast = build_cast(document)
    assert decide_reported(document, [outer, inner], cast)[1].evidence[0].rule == "speaker around"
    assert decide_reported(document, [inner], build_cast(document))[0].evidence[0].rule == "author"


def test_every_rule_has_its_texts() -> None:
    """A rule that is added to the reading of sources needs a text where it fires and a near miss."""
    news = Path(__file__).resolve().parent.parent / "quotex" / "resolve" / "news"
    source = "".join((news / name).read_text(encoding="utf-8") for name in ("rules.py", "no_source.py"))
    named = set(re.findall(r'(?:Answer|_from_choice)\(\s*"([^"]+)"', source))
    named |= set(re.findall(r'Shown\([^()]*?"([^"]+)"\)', source)) | set(
        re.findall(r'_replace\([^()]*rule="([^"]+)"', source)
    )
    assert named - {"subject", "speaker around"} <= set(FIRES_AND_MISSES) | {"subject of the cue's sentence"}


def test_whoever_asks_in_a_participle_is_not_told() -> None:
    text = (
        "According to the report, repairs would cost two million. Asked whether the market would survive, Ms. Brandt "
        "said that she hoped so."
    )
    found = {a.quote.text: a.speaker_name for a in extract_quotes(text)}
    assert found["whether the market would survive"] is None
    assert found["that she hoped so"] == "Ms. Brandt"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Port of Alden shuts its pier\n\n“It was a pier once,” he said.", "he"),
        ("ALDEN — The council shut the pier. Alden has two thousand boats.\n\n“It was a pier once,” he said.", "he"),
        ("ALDEN — Nils Aker shut the pier. Aker has two thousand boats.\n\n“It was a pier once,” he said.",
         "Nils Aker"),
    ],
)  # fmt: skip
def test_the_place_of_a_dateline_or_headline_is_nobody(text: str, name: str) -> None:
    assert [a.speaker_name for a in extract_quotes(text, kinds=["direct"])] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The fullest words by which the text describes a body, when it knows only one such body.
        ("The harbour board closed the pier on Monday, police said. “It is old,” the board said in a statement.",
         ["police", "harbour board"]),
        ("The harbour board and the school board met on Monday, police said. “It is old,” the board said on Tuesday.",
         ["police", "board"]),
        ("The new board met on Monday, police said. “It is old,” the board said in a statement.",
         ["police", "board"]),
    ],
)  # fmt: skip
def test_the_name_of_a_described_body(text: str, names: list[str]) -> None:
    assert [a.speaker_name for a in extract_quotes(text)] == names


@pytest.mark.parametrize(("body", "name"), [("council", "council"), ("group", "Alden Growers’ Association")])
def test_a_body_of_another_kind_is_another(body: str, name: str) -> None:
    text = f"The Alden Growers’ Association warned on Monday that the plums would rot. The {body} said it would pay."
    assert extract_quotes(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The council met on Monday, police said. A source close to Valence said the pair had parted.",
         "A source close to Valence"),
        ("The council met on Monday, police said. “They parted,” said a source close to the pair.",
         "a source close to the pair"),
        ("“They parted,” a source close to the singer said.", "a source"),
        ("“That is all,” closed the mayor.", "mayor"),
    ],
)  # fmt: skip
def test_a_source_close_to_somebody(text: str, name: str) -> None:
    record = extract_quotes(text)[-1]
    assert record.speaker_name == name
    assert record.cue_text in ("said", "closed")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police said Tom Lund, known as Blackie, was held. “I did it,” Blackie told the court.", "Tom Lund"),
        ("Police held Tom Lund on Monday, and a man known as Blackie got away. “I did it,” Blackie told them.",
         "Blackie"),
        ("Police said Tom Lund knew Blackie well. “I did it,” Blackie told the court.", "Blackie"),
    ],
)  # fmt: skip
def test_another_name_of_somebody(text: str, name: str) -> None:
    assert [a.speaker_name for a in extract_quotes(text, kinds=["direct"])] == [name]
