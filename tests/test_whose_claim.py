"""Whose a claim is that somebody else denies, passes on or asks about, and who stands behind an office or one name."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


def found(text: str) -> list[tuple[str | None, str | None]]:
    """Return speaker and cue of each record."""
    return [(record.speaker_name, record.cue_text) for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        # What is denied is what somebody else has said.
        (
            "Speaking in Hull, Health Minister Tamika Mbewe denied a report in The Shire Courier that the government "
            "had run out of vaccine in December.",
            [("Shire Courier", "report")],
        ),
        ("The mayor dismissed a claim by the Tenants' Union that rents had doubled.", [("Tenants' Union", "claim")]),
        ("Bo Lund is the mayor. She wrote a report in May that the road was shut.", [("She", "wrote")]),
        ("The mayor denied at a meeting in Hull that rents had doubled.", [("mayor", "denied")]),
        # Who is quoted by somebody else.
        (
            "Klaru, the group that first printed the contracts, has quoted a former clerk as saying the transfers were "
            "“waved through like a wedding”.",
            [("a former clerk", "saying")],
        ),
        (
            "Chandra Mahabier edits the paper. “It came in the post,” she was quoted as saying by the site Low Tide.",
            [("Chandra Mahabier", "was quoted as saying")],
        ),
        # Who asks.
        (
            "Asked by our correspondent whether he had gone to the fair, Mr Kwande said it had rained.",
            [("our correspondent", "Asked"), ("Mr Kwande", "said")],
        ),
    ],
)
def test_whose_words(text: str, records: list[tuple[str, str]]) -> None:
    assert found(text) == records


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # An office in capitals is borne by who stands in apposition.
        (
            "The Cathaoirleach, Cllr Dermot Shivnan, rang his bell on Monday and told the gallery to be quiet.",
            ["Dermot Shivnan"],
        ),
        (
            "The Returning Officer, Prof. Ngozi Anyadu, opened the register on Monday. The papers, according to her, "
            "were reserves.",
            ["Ngozi Anyadu"],
        ),
        # Somebody of one name who has spoken may be "he".
        (
            "Ocheme Dan won the seat, officials said. Dan spoke at a fair on Monday.\n\nA fisherman, who gave his name "
            "as Audu, told the council that he ferried voters.\n\n“I announced it,” he said.",
            ["officials", "Audu", "Audu"],
        ),
        # The writer is no "she" in a text in the first person.
        (
            "THE SALT\n\nBy Inés Vidal\n\nPilar Umaña told the council on Monday that the salt was white. I asked her "
            "what it cost.\n\nIt had no price, she said.",
            ["Pilar Umaña", "Inés Vidal", "Pilar Umaña"],
        ),
    ],
)
def test_who_is_meant(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in found(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The boat was to go at six, and at six Pat Boner put his head in and said it was off.", "Pat Boner"),
        ("The bus left late, and at nine Ann Moss ran up the steps and said that it was full.", "Ann Moss"),
        ("The gate was shut, but on Monday the porter found the key and said that it was rusty.", "porter"),
        ("Ana Ruiz rose, and when Tom Hill came in with it, she looked up and said that it was late.", "Ana Ruiz"),
        ("Ana Ruiz met the mayor at noon and said that the bus was late.", "Ana Ruiz"),
    ],
)
def test_the_subject_of_a_second_clause_says_what_it_goes_on_with(text: str, speaker: str) -> None:
    assert [a.speaker_name for a in extract_quotes(text)] == [speaker]
