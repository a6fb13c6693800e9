"""Whose the words are in features, profiles and obituaries, which keep names back and leave tags out."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast


def speakers(text: str) -> list[str | None]:
    """The names of the speakers, record by record."""
    return [record.speaker_name for record in extract_quotes(text)]


WRITER = (
    "By Ida Lund\n\nMy column was late, and so the telephone rang on Monday 4 May 2020. “Who is it this time?” asked "
    "Berta Quill, the editor.\n\n{}\n\n“Leave him alone. He has a bridge to mend.”"
)


@pytest.mark.parametrize(
    ("between", "last"),
    [
        ("I told her.", "Berta Quill"),
        ("I said that it was the surveyor.", "Berta Quill"),
        ("The surveyor, Tomas Reed, told her.", "Tomas Reed"),
    ],
)
def test_the_other_answers_what_the_writer_says(between: str, last: str) -> None:
    assert speakers(WRITER.format(between))[-1] == last


MOVES = (
    "The council of Merrow met on Tuesday. “The pool will close in 2026,” the chairman, Bo Quill, said. {}\n\n"
    "“We have heard that before.”"
)


@pytest.mark.parametrize(
    ("move", "last"),
    [
        ("Ida Lund shrugged.", "Ida Lund"),
        ("Ida Lund was in Leeds.", "Bo Quill"),  # no move
        ("Ida Lund has a cold.", "Bo Quill"),
    ],
)
def test_who_moves_at_the_end_of_a_paragraph_speaks(move: str, last: str) -> None:
    assert speakers(MOVES.format(move))[-1] == last


THROUGHOUT = (
    "“I count them twice,” said Berta Quill, who has kept the bridge at Merrow since 1988. “Once is for fools.”\n\n"
    "She sells tea as well. “It pays for the paint,” she said.{}\n\n"
    "In 2009 the river took the hut, the till and the cat.\n\n"
    "“The cat came back. The till did not.”"
)


@pytest.mark.parametrize(
    ("other", "last"),
    [
        ("", "Berta Quill"),
        (
            " “It pays for more than that,” said Tomas Reed. “We all know it,” said Ida Lund.",
            None,
        ),  # nobody's interview
    ],
)
def test_who_is_quoted_throughout_speaks_where_nothing_else_tells(other: str, last: str | None) -> None:
    assert speakers(THROUGHOUT.format(other))[-1] == last


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bo Lund died on 3 May 2011. His last words were “Shut the gate.”", "Bo Lund"),
        ("Bo Lund died on 3 May 2011. The last words were “Shut the gate.”", "Bo Lund died"),
        ("In the Quill house it was “Mind the step.” Bo Quill said it to everybody.", "Bo Quill"),
        ("“Put out that light!” It was Mrs. Berta Quill of the third floor, in 1988.", "Berta Quill"),
        ("“Put out that light!” It was the winter of 1988, and Berta Quill slept.", None),
    ],
)
def test_words_around_say_whose_it_is(text: str, speaker: str | None) -> None:
    found = speakers(text)
    if speaker == "Bo Lund died":
        assert "credited" not in [e.rule for record in extract_quotes(text) for e in record.evidence]
    else:
        assert found == [speaker]


FAMILY = (
    "Batt Lund moved pianos for forty years in Leeds and never learned to play. {} has now written a book about him "
    "(Merrow, 2019). “He thought of them as cattle,” {} said. The cover shows Ida Lund at seven.{}"
)


@pytest.mark.parametrize(
    ("who", "more", "speaker"),
    [
        ("his daughter", "", "Ida Lund"),
        ("his daughter", " She dedicates it to her aunt, Vera Lund.", "his daughter"),  # which of the two?
        ("his son", "", "his son"),
    ],
)
def test_one_of_the_family_name_is_the_relation(who: str, more: str, speaker: str) -> None:
    assert speakers(FAMILY.format(who.capitalize(), who, more)) == [speaker]


SISTERS = (
    "Ann Reed and her sister Nora Reed run the farm. Their father, Tom Reed, died in 2019. “He was kind,” {} said."
)
MARRIED = "Tom Hale died in 2019. His wife, Mary Hale, waited. “He was late,” his wife said. “He was good,” {} said."


@pytest.mark.parametrize(
    ("text", "who", "speaker"),
    [
        (SISTERS, "his daughter", "his daughter"),  # which of the two?
        (SISTERS.replace("her sister Nora", "her brother Tim"), "his daughter", "Ann Reed"),
        (MARRIED, "his mother", "his mother"),  # Mary Hale is his wife
        (MARRIED, "his wife", "Mary Hale"),
    ],
)
def test_who_has_a_sister_or_is_the_wife_is_not_taken_for_another(text: str, who: str, speaker: str) -> None:
    assert speakers(text.format(who))[-1] == speaker


TURNED = (
    "Donal Reed rode 600 winners between 1990 and 2010. {}, Batt, trained horses near Merrow. “He spoke ten words a "
    "year,” his son said of Batt at the stables."
)


@pytest.mark.parametrize(("kin", "speaker"), [("His father", "Donal Reed"), ("His uncle", "his son")])
def test_a_relation_is_read_the_other_way_round(kin: str, speaker: str) -> None:
    assert speakers(TURNED.format(kin))[-1] == speaker


KEPT_BACK = (
    "In 2017 the last across the line was a small woman in a man's vest. The television people filmed her shoe.\n\n"
    "“Late,” she said.\n\n"
    "{} “I had promised my niece,” she told me in 2019.{}"
)


@pytest.mark.parametrize(
    ("name", "more", "speaker"),
    [
        ("Nadia Quill was 56 then, a cleaner at a school in Leeds.", "", "Nadia Quill"),
        ("Her name was Xolo Quill.", "", "Xolo Quill"),
        ("Tomas Quill held the watch that night.", "", "small woman in a man's vest"),
    ],
)
def test_a_name_kept_back_is_that_of_who_was_described(name: str, more: str, speaker: str) -> None:
    assert speakers(KEPT_BACK.format(name, more))[0] == speaker


@pytest.mark.parametrize(("noun", "speaker"), [("clerk", "A woman"), ("woman", "Ida Lund")])
def test_who_comes_in_with_another_noun_is_somebody_new(noun: str, speaker: str) -> None:
    text = f"A woman came to the desk. “I am lost,” she said.\n\nThe {noun}, Ida Lund, looked up. “So am I,” Lund said."
    assert speakers(text + " Lund said that she got many such calls.")[0] == speaker


@pytest.mark.parametrize(
    ("born", "same"),
    [
        ("Ida Maria Reed was born in Leeds in 1931.", True),
        ("Vera Maria Reed was born in Leeds in 1931.", False),
        ("Ida Maria Reed was drowned in Leeds in 1931.", False),
    ],
)
def test_the_name_at_birth_is_that_of_who_has_died(born: str, same: bool) -> None:
    text = f"Ida Lund, who has died aged 90, counted mosses; Ida Lund was rude. {born} Lund left in 2024."
    cast = build_cast(Document(text))
    assert (cast.entity_of(*_span("Ida Lund", text)) == cast.entity_of(*_span(born.partition(" was")[0], text))) is same


def test_two_of_one_given_name_stay_apart_where_nobody_has_died() -> None:
    cast = build_cast(Document("John Smith and Ida Moss run the shop. John Brown was born in Leeds in 1970."))
    assert {"John Smith", "John Brown"} <= {member.name for member in cast.entities}


def _span(words: str, text: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_cleft_sentence_names_who_speaks_by_a_pronoun() -> None:
    text = "Her coach is Petrus Quill, a retired teacher. It was he who announced that she would run in 2019."
    assert speakers(text) == ["Petrus Quill"]
    assert speakers("Petrus Quill met the teacher who announced that she would run in 2019.") == ["teacher"]


def test_a_part_of_the_body_is_nobody() -> None:
    text = "Nadia Quill won in 2016. A boy sat there with his head in his hands. She asked him where his mother was."
    assert speakers(text) == ["Nadia Quill"]


@pytest.mark.parametrize(
    ("asker", "speaker"),
    [
        ("What had he thought of, out there, a reporter wanted to know.", "Ivor Lund"),
        ("Out there, a reporter waited.", "a reporter"),
    ],
)
def test_who_asks_does_not_answer(asker: str, speaker: str) -> None:
    text = f"Ivor Lund rowed a piano to Eigg in 1971. {asker} “Effie,” he said. “She had my tea on.”"
    assert speakers(text)[-1] == speaker


SISTERS = (
    "Vera Quill has cast bells near Merrow since 1981; Tomas Reed carries the crucible. “It hums,” Quill says. “Listen "
    "to it.”\n\n“She told me, ‘If you watch it, you drop it,’” Reed says. “So I look away.”\n\n{}\n\n“Once.”"
)


@pytest.mark.parametrize(
    ("between", "speaker"),
    [("Did he ever drop it?", "Tomas Reed"), ("Quill laughs at him.\n\nDid she ever drop it?", "Vera Quill")],
)
def test_who_spoke_last_is_asked(between: str, speaker: str) -> None:
    found = speakers(SISTERS.format(between))
    assert found[-1] == speaker if speaker == "Tomas Reed" else found[-1] is not None


def test_a_niece_bears_the_name_of_the_uncle() -> None:
    text = "Vera Quill casts bells. The shed was Ivor Quill's until 1981. {} shrugs. “He drank,” {} says."
    assert speakers(text.format("His niece", "his niece"))[-1] == "Vera Quill"
    assert speakers(text.format("His cook", "his cook"))[-1] == "his cook"


def test_a_place_is_no_woman_though_one_is_near() -> None:
    text = "Berta Quill put the kettle on in 1971. On Sunday both will drive to Dulmuth. She is paying, she said."
    assert speakers(text) == ["Berta Quill"]


TRAIN = (
    "I found a seat between a crate of ducks and a tall man in a white shirt, who looked at my boots for a while.\n\n"
    "“You are walking?” he asked.\n\n{}\n\n“Good. Last month we walked.”\n\n{} Rivo Lund, a notary, and he came "
    "every week. I shut my eyes. The ducks slept. Rivo hummed."
)


@pytest.mark.parametrize(
    ("answer", "named", "found"),
    [
        ("I said I hoped not.", "This was", ["Rivo Lund", "Rivo Lund"]),
        ("I said I hoped not.", "Across from us sat", None),
    ],
)
def test_this_was_names_who_was_described(answer: str, named: str, found: list[str] | None) -> None:
    told = [r.speaker_name for r in extract_quotes(TRAIN.format(answer, named)) if r.quote.kind == "direct"]
    assert told == found if found else told[0] != "Rivo Lund"


@pytest.mark.parametrize(("lead", "answered"), [("I said I hoped not.", True), ("I put my boots away.", False)])
def test_the_narrator_is_answered(lead: str, answered: bool) -> None:
    text = (
        "The guard looked at my boots. He shut the door behind him.\n\n“You are walking?” the guard asked.\n\n"
        f"{lead}\n\n“Good. Last month we walked.”"
    )
    last = extract_quotes(text)[-1]
    assert last.speaker_name == "guard"
    assert (last.confidence > 0.95) is answered  # nobody else is left


@pytest.mark.parametrize(("title", "speaker"), [("Aunty", "Aunty Comfort"), ("Sister", "my aunt")])
def test_my_aunt_is_whom_the_writer_calls_aunty(title: str, speaker: str) -> None:
    text = f"By Ida Lund\n\nIn 2019 my {title} Comfort called from Port Merrow. “You see,” said my aunt, with joy."
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("between", "parts"),
    [
        ("She leans on the pestle.", 1),
        ("Bo Quill leans on the pestle, which was bought in 1971.", 2),
    ],
)
def test_words_without_a_tag_go_on_over_an_action(between: str, parts: int) -> None:
    text = (
        "Vera Lund has sold fish in Merrow since 1971. The council, which met on Tuesday, wants the lane.\n\n"
        f"“My mother sold fish.” {between} “But every day they ask me the secret.”\n\nThe council did not reply in May."
    )
    assert len([r for r in extract_quotes(text) if r.quote.kind == "direct"]) == parts
