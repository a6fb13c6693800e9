"""The cast: which forms are one person, and what the text tells of each."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path

import pytest

from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.people.cast import Cast

NEWS = (
    "HARBOUR TOWN (Wire) — U.S. Secretary of State Ann Bell said on Monday that the talks had failed.\n\n"
    "Russian Foreign Minister Pavel Orlov rejected that. Ms. Bell, who arrived on Sunday, met Harbour Union president "
    "Tom Reed, a shipwright, and his wife, Clara Reed. “We tried,” Bell said. She left at noon.\n\n"
    "The Federal Trade Commission (FTC) was silent. The FTC said in May that it would wait."
)


def cast_of(text: str, speakers: object = None) -> Cast:
    return build_cast(Document(text), speakers)  # type: ignore[arg-type]


def named(cast: Cast) -> dict[str, dict[str, int]]:
    return {member.name: dict(member.forms) for member in cast.entities}


def entity(cast: Cast, name: str) -> str | None:
    number = cast.find(name)
    return None if number is None else cast.entities[number].name


def story(text: str, times: int = 1) -> str:
    """A text that reads as a story: narration with dialogue around the sentences."""
    frame = (
        "“Good evening,” he said softly. She looked at the fire and did not answer him.\n\n“No,” she said. “Never.”\n\n"
    )
    return (frame + text + "\n\n") * times + frame * 6


def test_report_prints_the_fullest_name_without_title() -> None:
    cast = cast_of(NEWS)
    assert named(cast)["Ann Bell"] == {"Secretary of State Ann Bell": 1, "Ms. Bell": 1, "Bell": 1} or (
        sum(named(cast)["Ann Bell"].values()) == 3
    )
    assert entity(cast, "Bell") == "Ann Bell"


def test_gender_role_and_type() -> None:
    cast = cast_of(NEWS)
    told = {m.name: (m.type, m.gender, m.role) for m in cast.entities}
    assert told["Ann Bell"] == ("person", "female", "U.S. Secretary of State")
    assert told["Pavel Orlov"] == ("person", "male", "Russian Foreign Minister")
    assert told["Federal Trade Commission"] == ("organization", None, None)
    assert told["Tom Reed"][:2] == ("person", "male")
    assert told["Clara Reed"][:2] == ("person", "female")


def test_short_forms_of_bodies_join() -> None:
    cast = cast_of(NEWS)
    assert entity(cast, "FTC") == "Federal Trade Commission"
    assert cast.entities[cast.find("FTC") or 0].count == 3


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    cast = cast_of(NEWS)
    assert all(a.end <= b.start for a, b in zip(cast.mentions, cast.mentions[1:], strict=False))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("U.S. Secretary of State Ann Bell", "Ann Bell"),
        ("Harbour Union president Tom Reed, a shipwright", "Tom Reed"),
        ("his wife, Clara Reed", "Clara Reed"),
        ("the talks", None),
    ],
)
def test_entity_of_a_noun_phrase(phrase: str, name: str | None) -> None:
    cast = cast_of(NEWS)
    start = NEWS.index(phrase)
    number = cast.entity_of(start, start + len(phrase))
    assert (None if number is None else cast.entities[number].name) == name


def test_entity_of_a_description_is_not_whom_it_depends_on() -> None:
    text = "Ann Bell spoke. A spokesman for Ann Bell declined. Ann Bell’s lawyer agreed."
    cast = cast_of(text)
    for phrase in ("A spokesman for Ann Bell", "Ann Bell’s lawyer"):
        start = text.index(phrase)
        assert cast.entity_of(start, start + len(phrase)) is None


def test_shared_surnames_stay_apart() -> None:
    text = (
        "Clara Ashdown spoke first. Paul Ashdown spoke last. Ms. Ashdown was sharp. Mr. Ashdown was not. "
        "Clara Ashdown and Paul Ashdown left together."
    )
    assert set(named(cast_of(text))) == {"Clara Ashdown", "Paul Ashdown"}
    assert named(cast_of(text))["Clara Ashdown"] == {"Clara Ashdown": 2, "Ms. Ashdown": 1}


def test_nicknames_and_initials_join_a_full_name() -> None:
    text = "Robert Ashdown spoke. Then Bob Ashdown sat down. Reporters thanked R. Ashdown and Mr. Ashdown."
    assert len(named(cast_of(text))) == 1


def test_wives_and_husbands_in_a_story() -> None:
    text = story(
        "Archer rose when Mrs. Archer came in. Archer bowed. Newland Archer took his hat, and Archer went out.", 3
    )
    cast = cast_of(text)
    assert entity(cast, "Mrs. Archer") == "Mrs. Archer"
    assert entity(cast, "Archer") == "Newland Archer"


def test_ranks_keep_a_family_apart() -> None:
    text = story("General Tilbury rode out. Captain Tilbury stayed, and General Tilbury wrote to Captain Tilbury.", 3)
    assert {"General Tilbury", "Captain Tilbury"} <= set(named(cast_of(text)))


def test_names_side_by_side_are_two_people() -> None:
    text = story("Mr. Wilcott and Charles Wilcott came late. Charles Wilcott laughed; Mr. Wilcott frowned.", 3)
    assert {"Mr. Wilcott", "Charles Wilcott"} <= set(named(cast_of(text)))


def test_places_are_no_people() -> None:
    text = story("They lived in Brightwater. Tom went to Brightwater, and in Brightwater Tom met Clara.", 2)
    assert set(named(cast_of(text))) == {"Tom", "Clara"}


def test_a_hotel_bears_a_name_and_is_nobody() -> None:
    text = story("“Good,” said Moreno. They dined at the Hotel Moreno. Moreno bowed. ", 3)
    assert [member.name for member in cast_of(text).entities] == ["Moreno"]


def test_a_place_that_speaks_is_a_body() -> None:
    cast = cast_of(
        "Russia said on Monday that it would wait. The White House declined. Tom Reed lives in Ohio, in Ohio’s north."
    )
    types = {m.name: m.type for m in cast.entities}
    assert types["Russia"] == types["White House"] == "organization"


def test_gender_from_pronouns_without_a_known_name() -> None:
    text = story(
        "Zarquin smiled. Zarquin said that she was tired. Then Zarquin took off her hat. Zarquin knew she was late.", 2
    )
    cast = cast_of(text)
    assert cast.entities[cast.find("Zarquin") or 0].gender == "female"


def test_a_given_cast_comes_first_and_names_what_it_can() -> None:
    text = story(
        "The old man frowned. Lizzy laughed. Miss Elizabeth left, and Bill Gorst went with her. Bill waved.", 2
    )
    speakers = {
        "Elizabeth Hale": ["Lizzy", "Miss Elizabeth"],
        "Old Man": ["the old man"],
        "Bill Gorst": [],
        "Nobody": [],
    }
    cast = cast_of(text, speakers)
    assert [m.name for m in cast.entities[:4]] == ["Elizabeth Hale", "Old Man", "Bill Gorst", "Nobody"]
    assert [m.count for m in cast.entities[:4]] == [4, 2, 4, 0]
    assert [m.name for m in cast_of("Nothing here.", ["Ann"]).entities] == ["Ann"]


def test_an_alias_that_is_another_ones_given_name_goes_by_company() -> None:
    hills = "The wind went over the hills and nobody came along the road before the evening. " * 60
    club = "Ashdown sat down at the club. Ashdown read the paper and Mr. Ashdown slept.\n\n"
    nursery = "Tom Henry rode the pony in the field. Tom fell off. Then Tom cried a little.\n\n"
    text = story((club + hills + "\n\n" + nursery + hills + "\n\n") * 4)
    cast = cast_of(text, {"Tom Ashdown": ["Tom", "Ashdown"], "Tom Henry": []})
    assert named(cast)["Tom Henry"] == {"Tom Henry": 4, "Tom": 8}
    only = cast_of(text, {"Tom Ashdown": ["Tom", "Ashdown"]})
    assert named(only)["Tom Ashdown"]["Tom"] == 8


def test_several_titles_in_a_given_cast_are_one_persons() -> None:
    text = story("The Marquis rose. Inspector Radley smiled. Radley had a pale face, and Mr. Radley knew it.", 2)
    cast = cast_of(text, {"Inspector Radley": ["The Marquis"]})
    assert named(cast)["Inspector Radley"] == {"Marquis": 2, "Inspector Radley": 2, "Radley": 2, "Mr. Radley": 2}


def test_added_entities_are_found() -> None:
    cast = cast_of("The waiter bowed.")
    number = cast.add("waiter", type="person", gender="male", mention=(4, 10))
    assert cast.find("the waiter") == number
    assert cast.records()[number].forms == (("waiter", 1),)


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800", '"' * 2000, "Mr. Mrs. Dr. " * 300, "’s ’s Tom’s’s", "THE " * 500]
)
def test_any_text_has_a_cast(text: str) -> None:
    build_cast(Document(text)).records()
    build_cast(Document(text), {"Tom": ["T", ""], "": []}).records()


def test_the_same_text_gives_the_same_cast() -> None:
    assert cast_of(NEWS).records() == cast_of(NEWS).records()


def test_time_grows_in_step_with_name_forms() -> None:
    def seconds(times: int) -> float:
        letters = "abcdefghijklmnopqrstuvwxyz"
        text = " ".join(
            f"It was Mr. Q{letters[i % 26]}{letters[i // 26 % 26]}{letters[i // 676 % 26]}ard who met Ann Ashdown."
            for i in range(times)
        )
        start = time.process_time()
        build_cast(Document(text))
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 8 * seconds(1000) + 0.3


EVAL = Path(os.environ.get("QUOTEX_EVAL", Path(__file__).resolve().parents[2] / "shared" / "eval" / "data"))


@pytest.mark.skipif(not (EVAL / "pdnc-dev.jsonl.gz").exists(), reason="needs the evaluation data (QUOTEX_EVAL)")
def test_characters_of_a_novel_are_found() -> None:
    with gzip.open(EVAL / "pdnc-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        novel = min(map(json.loads, lines), key=lambda d: len(d["text"]))
    cast = cast_of(novel["text"])
    printed = {m.name.casefold().replace(".", "") for m in cast.entities}
    aliases = {
        c["name"]: {a.casefold().replace(".", "") for a in (c["name"], *c["aliases"])} for c in novel["characters"]
    }
    said = [bool(aliases[q["speaker"]] & printed) for q in novel["quotes"] if q["speaker"] in aliases]
    assert sum(said) >= 0.97 * len(said)


def test_part_of_a_surname() -> None:
    text = "Dr. Nila Huarte Quill told reporters so. “They drank,” Huarte said. Mayor Ada Hort-Yule left. Yule smiled."
    cast = cast_of(text)
    assert entity(cast, "Huarte") == "Nila Huarte Quill"
    assert entity(cast, "Yule") == "Ada Hort-Yule"


def test_a_middle_given_name_is_no_surname() -> None:
    text = "Mary Ann Reed told reporters so. “They drank,” Ann said. Ana Ruiz Market opened. Ruiz smiled."
    cast = cast_of(text)
    assert entity(cast, "Ann") == "Ann"
    assert entity(cast, "Ruiz") == "Ruiz"


def test_bodies_with_a_title_or_and_in_their_names() -> None:
    text = (
        "The General Harbour Administration said so. The Ga Net Carvers and Allied Artists Association agreed. "
        "The FBI and Justice Department did not. The General Reed Smith left."
    )
    names = [member.name for member in cast_of(text).entities]
    assert "General Harbour Administration" in names
    assert "Ga Net Carvers and Allied Artists Association" in names
    assert "Justice Department" in names


def test_small_words_within_names() -> None:
    names = [
        member.name for member in cast_of("Gwen ap Ivor sang. Later Zara mint Dell and Ole binti Roo came.").entities
    ]
    assert names == ["Gwen ap Ivor", "Zara mint Dell", "Ole binti Roo"]


def test_two_posts_are_not_one_person() -> None:
    text = "The Justice Minister spoke. The Prime Minister left. Housing Minister Ana Ruiz stayed."
    names = {member.name for member in build_cast(Document(text)).entities}
    assert {"Justice Minister", "Prime Minister", "Ana Ruiz"} <= names
