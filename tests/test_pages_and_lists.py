"""Speakers on pages of news and in letters: lists, headlines, words that lead in, names that begin with a noun."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


def said(text: str) -> list[tuple[str | None, str]]:
    return [(a.speaker_name, a.quote.text) for a in extract_quotes(text)]


@pytest.mark.parametrize("sign", ["• ", "- ", ""])
def test_items_of_a_list_with_whose_they_are_behind_a_dash(sign: str) -> None:
    items = ["“It is over” – neighbour Ana Ruiz", "“We shall go on.” – Paul Ott, solicitor for the pier"]
    text = "Reaction to the fire\n\n" + "\n\n".join(sign + item for item in items) + "\n\nIt was a long night."
    assert said(text) == [("Ana Ruiz", "It is over"), ("Paul Ott", "We shall go on.")]


@pytest.mark.parametrize("sign", ["• ", "- "])
def test_a_list_of_songs_is_nobodys_words(sign: str) -> None:
    items = ["“Blue Door” – Ana Ruiz", "“The Rain in May” – Paul Ott", "“Salt” – Mika"]
    text = "Best songs of the year\n\n" + "\n\n".join(sign + item for item in items) + "\n\nIt was a good year."
    assert said(text) == []


def test_headline_with_words_before_the_quotation() -> None:
    text = "Nurses' strike 'inevitable', says union\n\nThe union met on Monday."
    assert said(text)[0] == ("union", "inevitable")


def test_a_sentence_with_a_colon_is_no_headline() -> None:
    text = "She spoke to Ana Ruiz, who runs the cafe: “It took the whole roof. I was making tea.”"
    assert "She spoke" not in [name for name, _ in said(text)]


def test_whom_a_reporter_has_been_speaking_to() -> None:
    text = "Paul Ott is in Hillmarsh. He has been speaking to Ana Ruiz, who runs the Tide Cafe:\n\n“It took the roof.”"
    assert said(text) == [("Ana Ruiz", "It took the roof.")]


def test_the_bishop_of_a_see_is_not_who_was_spoken_of_last() -> None:
    text = "Neighbour Paul Ott cried. The Bishop of Marley said that the town was hurt."
    assert said(text)[0][0] == "Bishop of Marley"
    text = "Bishop Paul Ott cried. The Bishop of Marley said that the town was hurt."
    assert said(text)[0][0] == "Paul Ott"


def test_a_quick_one_is_nobody() -> None:
    text = "Folks, a quick one. I talked to Hendrik on the phone and he said that the lab will have the results."
    assert said(text) == [("Hendrik", "that the lab will have the results")]


def test_known_body_that_begins_with_a_noun() -> None:
    text = "The storm is here. Transport for Wales says no trains will run. On Monday Sport England said that it would."
    assert [name for name, _ in said(text)] == ["Transport for Wales", "Sport England"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The captain came up and said, “Keep her so.” I told him that I saw a light.", ["captain", "I"]),
        ("The captain said: “Keep her so.” I said that I saw a light.", ["captain", "I"]),
        ("“Keep her so.” I said.", ["I"]),
        ("“Keep her so,” I told him.", ["I"]),
    ],
)
def test_i_behind_the_end_of_a_sentence_begins_the_next_one(text: str, who: list[str]) -> None:
    assert [name for name, _ in said(text)] == who


def test_words_that_a_report_in_a_story_holds_are_no_quotation_of_their_own() -> None:
    text = "He replied that it was “a lantern.” Tom said it was too high for a lantern."
    assert [len(a.nested) for a in extract_quotes(text)] == [0, 0]


def test_a_name_behind_the_number_of_a_verse() -> None:
    text = "1 In the days of Asaph there was no rain.\n2 And Asaph said that the well was dry.\n3 And he told Mehira."
    assert said(text)[0] == ("Asaph", "that the well was dry")


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        (", a day after the pump failed", "that the pool would close"),
        (", just hours after the pump failed", "that the pool would close"),
        (" a day after the pump failed", "that the pool would close a day after the pump failed"),
    ],
)
def test_how_long_after_something_it_was_said_is_not_reported(tail: str, words: str) -> None:
    assert said(f"Ana Ruiz said that the pool would close{tail}.") == [("Ana Ruiz", words)]


def test_how_long_after_something_a_clause_is_true_stays_in_it() -> None:
    text = "Ana Ruiz said that the crew, a week after the loss, was in good heart."
    assert said(text) == [("Ana Ruiz", "that the crew, a week after the loss, was in good heart")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("something that made him laugh", []),
        ("something in French", []),
        ("things in Leeds were worse", ["things in Leeds were worse"]),
        ("anything that helps is welcome", ["anything that helps is welcome"]),
    ],
)
def test_something_that_is_said_may_open_a_clause(words: str, found: list[str]) -> None:
    assert [quoted for _, quoted in said(f"The meeting was long. Ana Ruiz said {words}.")] == found


def test_every_state_states_nothing() -> None:
    assert said("The wear is on the landlord in every state I've worked in.") == []
    assert said("They each state that it is late.") == [("They", "that it is late")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In reply to Cllr Ruiz, the clerk said that nobody had called.", "clerk"),
        ("In response to a question from Ana Ruiz, the Head of Planning said that it was late.", "Head of Planning"),
    ],
)
def test_who_answers_is_not_who_is_answered(text: str, who: str) -> None:
    assert said(text)[0][0] == who


def test_points_of_a_list_are_no_dialogue() -> None:
    text = (
        "Members raised these points:\n\n- Cllr Ruiz asked whether the road would open. Officers said that it would."
        "\n- Cllr Ott was worried.\n- The clerk replied that nobody had called."
    )
    assert [a.quote.kind for a in extract_quotes(text)] == ["indirect"] * 3
