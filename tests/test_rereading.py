"""The second reading: what the turns tell of each other once it is roughly known who speaks them."""

from __future__ import annotations

import pytest

from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.story.scene import Scene
from quotex.resolve.story.second_reading import Rereading
from quotex.resolve.story.weigh import Reading

OPENING = "Anna Pell, Tom Ruddock and Mary Finch sat in the kitchen of the mill, and Anna Pell lit the lamp.\n\n"
# Anna and Tom take turns without a tag, Mary comes in at the end; Anna calls Tom by his name and speaks of Mary.
LINES = [
    "The ferry is late again, Tom.", "It always is, on a Friday.", "Mary Finch says the rope broke.", "Ropes do break.",
    "You might mend it, Tom.", "I might, on a Friday.", "Mary Finch would thank you.", "She never did before.",
    "Come, Tom, be fair.", "I am fair.", "Then fetch the lamp, Tom.", "It always smokes.",
    "Everything smokes here, Tom.", "On a Friday it does.", "Did Mary Finch pay for it?", "Not yet.",
]  # fmt: skip
ANNA, TOM, MARY = 0, 1, 2


def scene(lines: list[str] = LINES) -> Scene:
    """A scene of untagged lines."""
    document = Document(OPENING + "\n\n".join(f"“{line}”" for line in lines))
    cast = build_cast(document)
    assert [member.name.split()[0] for member in cast.entities][:3] == ["Anna", "Tom", "Mary"]
    return Reading(document, QuoteDetector().detect(document, kinds=["direct"]), cast).scene


def taking_turns(count: int, doubtful: int) -> list[dict[int, float]]:
    """Shares of turns that Anna and Tom take, Anna first, and nothing known of one turn."""
    shares = [{ANNA: 0.9, TOM: 0.1} if n % 2 == 0 else {ANNA: 0.1, TOM: 0.9} for n in range(count)]
    shares[doubtful] = {ANNA: 0.34, TOM: 0.33, MARY: 0.33}
    return shares


def rank(names: list[str], rule: str) -> int:
    """The last digit of the feature of a rule."""
    return next(int(name[-1]) for name in names if name.startswith(rule + "."))


@pytest.mark.parametrize(
    ("turn", "rule", "more", "less"),
    [
        (8, "spoken_near", ANNA, MARY),
        (8, "spoken_around", ANNA, MARY),
        (8, "spoken_wide", TOM, MARY),
        (8, "spoken_scene", TOM, MARY),
        (8, "steps_apart.4", ANNA, TOM),
        (8, "steps_apart.-3", TOM, ANNA),
        (10, "calls", ANNA, TOM),
        (14, "speaks_of", ANNA, TOM),
        (8, "beside_before", ANNA, MARY),
        (9, "beside_after", TOM, MARY),
    ],
)
def test_other_turns_speak_for_one_more_than_for_the_other(turn: int, rule: str, more: int, less: int) -> None:
    features = Rereading(scene(), taking_turns(len(LINES), turn)).features(turn)
    assert rank(features[more], rule) > rank(features[less], rule)


def test_words_are_like_those_of_who_seems_to_speak_so() -> None:
    pairs = [(f"Reckon the ewes want hay, {n} of them.", f"Indeed, madam; quite {n}.") for n in range(12)]
    lines = [line for pair in pairs for line in pair]
    found = scene(lines)
    shares = [{ANNA: 0.95, TOM: 0.05} if n % 2 == 0 else {ANNA: 0.05, TOM: 0.95} for n in range(len(lines))]
    shares[4] = {ANNA: 0.5, TOM: 0.5}
    again = Rereading(found, shares)
    assert not any(name.startswith("words") for name in again.features(4)[ANNA])  # too few words to tell
    many = Rereading(scene(lines * 4), shares + 3 * (shares[:4] + shares[2:3] + shares[5:]))
    features = many.features(4)
    assert "words_lag.0" in features[ANNA]
    assert "words_lag.0" not in features[TOM]


def test_a_long_line_is_like_those_of_who_seems_to_say_long_ones() -> None:
    long, short = "Number {} is a long and winding line about nothing at all but the weather.", "I never did, sir."
    pairs = [(long.format(n), short) for n in range(9)]
    found = scene([line for pair in pairs for line in pair])
    shares = [{ANNA: 0.95, TOM: 0.05} if n % 2 == 0 else {ANNA: 0.05, TOM: 0.95} for n in range(18)]
    shares[8] = {ANNA: 0.5, TOM: 0.5}
    features = Rereading(found, shares).features(8)
    assert "habit_lag.0" in features[ANNA]
    assert "habit_lag.0" not in features[TOM]
    few = Rereading(scene([line for pair in pairs[:3] for line in pair]), shares[:6])
    assert not any(name.startswith("habit") for name in few.features(4).get(ANNA, []))  # too few turns to tell


def test_a_turn_without_doubt_is_settled_and_the_unlikely_are_dropped() -> None:
    shares = taking_turns(len(LINES), 8)
    shares[2] = {ANNA: 0.985, TOM: 0.015}
    shares[3] = {ANNA: 0.6, TOM: 0.395, MARY: 0.005}
    again = Rereading(scene(), shares)
    assert again.settled(2)
    assert again.likely[2] == [ANNA]
    assert not again.settled(3)
    assert again.likely[3] == [ANNA, TOM]


def test_what_was_made_of_the_turn_itself_does_not_count() -> None:
    one, other = taking_turns(len(LINES), 2), taking_turns(len(LINES), 2)
    one[2], other[2] = {ANNA: 0.5, TOM: 0.4, MARY: 0.1}, {ANNA: 0.1, TOM: 0.4, MARY: 0.5}
    assert Rereading(scene(), one).features(2) == Rereading(scene(), other).features(2)


def test_pronouns_and_nouns_of_tags_mean_whom_they_mean_elsewhere() -> None:
    story = (
        "Pell and Ruddock sat in the kitchen of the mill with Finch.\n\n“The ferry is late,” she said.\n\n"
        "“It always is,” said the farmer.\n\n“Ropes do break,” she said.\n\n“They do,” said the farmer.\n\n"
        "“Mend it,” she said.\n\n“On a Friday,” he said.\n\n“It smokes,” said the farmer.\n"
    )
    document = Document(story)
    reading = Reading(document, QuoteDetector().detect(document, kinds=["direct"]), build_cast(document))
    pell, ruddock = 0, 1
    shares = [{pell: 0.9, ruddock: 0.1} if n % 2 == 0 else {pell: 0.1, ruddock: 0.9} for n in range(6)]
    shares.append({pell: 0.5, ruddock: 0.5})
    again = Rereading(reading.scene, shares)
    assert rank(again.features(4)[pell], "pronouns") > rank(again.features(5)[pell], "pronouns")
    assert rank(again.features(6)[ruddock], "same_noun") > rank(again.features(6)[pell], "same_noun")
