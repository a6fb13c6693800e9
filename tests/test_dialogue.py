"""Who speaks in a narrative: tags, alternation, vocatives, beats, narrators, and what the evidence says."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.detect.detector import QuoteDetector
from quotex.extract import extract_quotes
from quotex.lexicon.nouns import noun_gender
from quotex.models import PACKAGED, Models
from quotex.read.document import Document
from quotex.resolve.decision import Decision
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.people.cast import Cast
from quotex.resolve.story.chain import RELATIONS, marginals, prune, relation
from quotex.resolve.story.decide import decide_story, outermost
from quotex.resolve.story.weigh import Reading

SCENE = """Anna Reed came into the kitchen. Tom Hale was at the stove.

“You are late,” said Anna.

“The bus never came,” said Tom.

“You could have walked.”

“In this rain?”

“Well, Tom, you have a coat.”

“It is at the cleaner's.”
"""


GIRL = """Anna Reed came into the kitchen. Tom Hale was at the stove.

“You are late,” said Tom.

“The bus never came,” said the girl.

“You could have walked,” said Tom.
"""


def decide(text: str, speakers: object = None, models: Models = PACKAGED) -> tuple[list[Decision], Cast]:
    document = Document(text, models=models)
    cast = build_cast(document, speakers)  # type: ignore[arg-type]
    return decide_story(document, QuoteDetector().detect(document, kinds=("direct",)), (), cast)[0], cast


def names(text: str, speakers: object = None) -> list[str | None]:
    decisions, cast = decide(text, speakers)
    return [None if d.entity is None else cast.entities[d.entity].name for d in decisions]


def test_tags_and_alternation() -> None:
    assert [str(name).split()[0] for name in names(SCENE)] == ["Anna", "Tom"] * 3


def test_pronoun_tag_takes_the_gender() -> None:
    text = "Mary met John on the bridge.\n\n“Cold,” said Mary.\n\n“Yes,” said John.\n\n“Go home,” she said.\n"
    assert names(text)[2] == "Mary"


def test_unnamed_speakers_join_the_cast() -> None:
    decisions, cast = decide("Mary sat down.\n\n“Soup, madam?” asked the waiter.\n\n“No,” said Mary.\n")
    assert [cast.entities[d.entity].name for d in decisions if d.entity is not None][0] == "waiter"
    assert decisions[0].form == "nominal"


def test_whom_a_tag_asks_is_the_addressee_and_not_the_speaker() -> None:
    text = SCENE + "\n“Is it far?” he asked Anna.\n\n“No,” she told Tom's brother.\n"
    decisions, cast = decide(text)
    asked, told = decisions[-2:]
    assert asked.addressee is not None and cast.entities[asked.addressee].name == "Anna Reed"
    assert asked.entity is not None and cast.entities[asked.entity].name == "Tom Hale"
    assert told.addressee is None


def test_addressee_of_tag_and_vocative() -> None:
    decisions, cast = decide("“Sit down,” said Mary to John.\n\n“No, Mary, I must go,” said John.\n")
    assert [cast.entities[d.addressee].name for d in decisions if d.addressee is not None] == ["John", "Mary"]


def test_evidence_names_the_winner_and_rests_on_words() -> None:
    decisions, _ = decide(SCENE)
    for decision in decisions:
        won = [evidence for evidence in decision.evidence if evidence.won]
        lost = [evidence for evidence in decision.evidence if not evidence.won]
        assert won and len(lost) <= 3
        assert 0 <= decision.confidence <= 1
    assert decisions[0].evidence[0].rule == "tag_name"


def test_quotation_inside_another_is_told_by_its_own_tag() -> None:
    document = Document("“He said, ‘Go,’ and went,” said Mary.")
    quotations = QuoteDetector().detect(document)
    assert outermost(quotations)[0] == 0


@pytest.mark.parametrize("text", ["", "“", "“Go.”", "“Go.”\n\n“No.”"])
def test_any_text_is_decided(text: str) -> None:
    decide(text)


def test_relations() -> None:
    assert [RELATIONS[relation(*three)] for three in ((1, 1, 2), (2, 1, 2), (3, 1, 2), (1, 1, 1), (2, 1, 1))] == [
        "last",
        "back",
        "third",
        "again",
        "new",
    ]


def test_marginals_agree_with_enumeration() -> None:
    from itertools import product
    from math import exp

    unary = [[(0, 0.5), (1, 0.0)], [(0, 0.1), (1, 0.4), (2, -0.5)], [(1, 0.2), (2, 0.3)], [(0, 0.0), (2, 1.0)]]
    scores = [[0.0] * 5, [0.3, -0.2, 0.1, 0.0, 0.5], [-0.4, 0.8, 0.1, 0.2, -0.1], [0.2, 0.6, -0.3, 0.7, 0.0]]
    mass: list[dict[int, float]] = [{} for _ in unary]
    for path in product(*unary):
        total = sum(score for _, score in path)
        ids = [-7, -7, *(entity for entity, _ in path)]
        total += sum(scores[t][relation(ids[t + 2], ids[t + 1], ids[t])] for t in range(1, len(unary)))
        for place, (entity, _) in zip(mass, path, strict=True):
            place[entity] = place.get(entity, 0.0) + exp(total)
    for found, expected in zip(marginals(unary, scores), mass, strict=True):
        whole = sum(expected.values())
        # the first turn looks back at two nobodies, which only scales the whole
        assert found == pytest.approx({entity: value / whole for entity, value in expected.items()}, abs=1e-9)


def test_prune_keeps_the_best() -> None:
    assert prune([(1, 0.0), (2, -20.0), (3, 1.0)])[0] == (3, 1.0)


def test_gender_of_nouns() -> None:
    assert noun_gender("mother") == "female"
    assert noun_gender("stranger") is None


def test_narrator_has_the_name_that_others_use() -> None:
    turns = "“Well, Lee?” asked Bo.\n\n“Not yet,” I said.\n\n“Come, Lee,” said Bo.\n\n“Never,” I said.\n\n"
    found = names("Bo came in.\n\n" + turns * 3)
    assert found[1] == found[3] == "Lee"


def test_pronoun_in_the_tag_shows_the_addressee() -> None:
    decisions, cast = decide("“Sit down,” said Mary.\n\n“Thank you,” said John to her.\n")
    assert decisions[1].addressee is not None
    assert cast.entities[decisions[1].addressee].name == "Mary"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“Bread,” said Sally, “and tea.”", "Sally"),
        ("“Bread and tea, then,” Molly answered.", "Molly"),
        ("Jack looked round at Sally, who said, “Bread.”", "Sally"),
        ("Sally was the one of whom Jack knew who said, “Bread.”", None),
        ("Jack saw Sally at the door and Sally said in a low voice: “Bread.”", "Sally"),
    ],
)
def test_tags_that_end_or_begin_like_another_word(words: str, speaker: str | None) -> None:
    text = f"Jack Bray and Sally Moss sat with Molly Finch by the stove.\n\n“Cold,” said Jack.\n\n{words}\n"
    decisions, cast = decide(text)
    last = decisions[-1]
    named = cast.entities[last.entity].name.split()[0] if last.form == "name" and last.entity is not None else None
    assert named == speaker


def test_the_narrator_closes_a_tag_with_a_full_stop() -> None:
    assert decide("“Yes,” said I.\n\n“No,” said Anna.\n\n“Well,” said I. “We shall see.”\n")[0][2].form == "pronoun"


def test_words_of_a_voice_are_like_its_other_words() -> None:
    talk = (
        "“The bellows leak, and good leather burns when coals are hot and the boy lets the fire draw,” said Anna.\n\n"
        "“A shilling buys more than any tanner ever paid, so put it upon the table before supper,” said Tom.\n\n"
    )
    opening = (
        "Anna Pell and Tom Ruddock stood in the forge. The fire had burnt low, and the wind came under the door. Anna "
        "took the tongs from the wall and turned them over in her hands. Tom sat down by the anvil.\n\n"
    )
    document = Document(opening + talk * 8 + "“Good leather burns.”\n\n“A shilling upon the table.”\n\n“But why?”\n")
    cast = build_cast(document)
    reading = Reading(document, QuoteDetector().detect(document, kinds=("direct",)), cast)
    anna, tom = (next(n for n, m in enumerate(cast.entities) if m.name.startswith(name)) for name in ("Anna", "Tom"))
    likeness = [reading.scene.voices.likeness(turn, (anna, tom)) for turn in reading.turns[-3:]]
    assert likeness[0][anna] > 1 > -1 > likeness[0][tom]
    assert likeness[1][tom] > 1 > -1 > likeness[1][anna]
    assert likeness[2][tom] == likeness[2][anna] == 0


def test_she_is_nobody_known_where_only_a_man_is() -> None:
    text = (
        "I did not believe a word of it. The rain came in by the roof, and nobody mended it.\n\n"
        "“You'll see,” she told me every spring.\n\nA letter came in May from Mr. Dodd, who had no time.\n"
    )
    assert names(text) == [None]


@pytest.mark.parametrize(("length", "expected"), [(1, {"dialogue_short"}), (200, {"dialogue"})])
def test_a_short_text_has_weights_of_its_own(length: int, expected: set[str]) -> None:
    asked = set()

    class Noting(Models):
        def weights(self, name: str) -> dict[str, Any]:
            asked.add(name)
            return super().weights(name)

    decide(SCENE * length, models=Noting())
    assert {name for name in asked if name.startswith("dialogue")} == expected


def test_a_whole_cast_leaves_few_others_and_a_part_of_one_does_not() -> None:
    whole, _ = decide(GIRL, {"Anna Reed": ["Anna"], "Tom Hale": ["Tom"]})
    assert [d.entity for d in whole] == [1, 0, 1]
    _, cast = decide(GIRL, {"Rosa Lind": []})
    assert "girl" in [member.name for member in cast.entities]


def test_winning_evidence_points_at_words() -> None:
    text = (
        "Ann Lee and Tom Hall sat by the stove.\n\n“The ferry is late,” said Tom.\n\n“It always is.”\n\n"
        "“Not in my day.”\n\n“Your day!” Ann laughed. “You had a rope.”\n\n“I had two.”"
    )
    for record in extract_quotes(text):
        for evidence in record.evidence:
            assert evidence.span is not None, evidence


@pytest.mark.parametrize(
    "beat", ["Alice raised a hand.", "Alice's voice was sharp.", "Alice’s clear voice came again."]
)
def test_who_alone_acts_between_two_pieces_speaks_them(beat: str) -> None:
    text = f"“Stop it.” {beat} “Don't move.”\n\n“You died,” Peter said.\n\n“I can't feel my beard,” groaned Thomas.\n"
    assert extract_quotes(text)[0].speaker_name == "Alice"


def test_one_whose_coat_is_seen_speaks_less_surely_than_one_who_acts() -> None:
    text = "“Stop it.” {} “Don't move.”\n\n“You died,” Peter said.\n\n“My beard!” groaned Thomas.\n"
    acts, seen = (extract_quotes(text.format(beat))[0] for beat in ("Alice raised a hand.", "Alice's coat was wet."))
    assert acts.speaker_name == "Alice"
    assert seen.speaker_name != "Alice" or seen.confidence < acts.confidence - 0.05


CALLED = """“The tide should have him,” said Peter.

“You are wrong, {first}.” Anna took the boy's hand. “{last}, did anyone answer?”

“Yes.”

“What did they say?” asked Anna.
"""


@pytest.mark.parametrize(("first", "last", "speaker"), [("Peter", "Tam", "Tam"), ("Tam", "Peter", "Peter")])
def test_who_is_called_last_answers(first: str, last: str, speaker: str) -> None:
    assert extract_quotes(CALLED.format(first=first, last=last))[2].speaker_name == speaker


@pytest.mark.parametrize(
    ("words", "speaker"), [("This is Captain Ruiz of the Wren.", "Captain Ruiz"), ("This is Captain Ruiz.", "Rourke")]
)
def test_who_calls_from_afar_gives_a_name(words: str, speaker: str) -> None:
    text = f"“Listen,” she whispered.\n\nHe shut the door. It crackled.\n\n“{words}”\n\n“Answer them,” said Rourke.\n"
    assert extract_quotes(text)[1].speaker_name == speaker
