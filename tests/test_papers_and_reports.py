"""Papers, reports of committees and law reports: notes, evidence in brackets, documents and whose they are, judges."""

import pytest

from quotex import extract_quotes


def told(text: str) -> list[tuple[str, str | None]]:
    return [(record.quote.text, record.speaker_name) for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clerk told us that the vans lose €3 on every trip (Q 12). It rained.",
         "that the vans lose €3 on every trip"),
        ("Mrs Aoife Keane replied that they sold ink (Qq 40–42).", "that they sold ink"),
        ("Mrs Aoife Keane replied that they sold ink (in blue).", "that they sold ink (in blue)"),
        ("Mrs Aoife Keane replied that the coin (AD 70) was Roman.", "that the coin (AD 70) was Roman"),
        ("Mrs Aoife Keane replied that the council was late (Figure 3).", "that the council was late (Figure 3)"),
        ("Mrs Aoife Keane replied that the summit (G7) was short.", "that the summit (G7) was short"),
        ("Hinrich Poll swore that the yard would burn by Easter.18 Nobody else did.",
         "that the yard would burn by Easter"),
        ("The minute says merely that the men were “loud and warm with gin.”14 Bertil Ostermann printed it.",
         "that the men were “loud and warm with gin.”"),
        ("The minute says merely that the men drank 14 bottles. Bertil Ostermann printed it.",
         "that the men drank 14 bottles"),
    ],
)  # fmt: skip
def test_notes_and_evidence_are_no_words_of_a_report(text: str, words: str) -> None:
    assert told(text)[0][0].rstrip(".") == words.rstrip(".")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tarn Ferry Company ran two boats. Its annual report warns that nobody smiles.",
         "Tarn Ferry Company's annual report"),
        ("The Tarn Ferry Company ran two boats. An annual report warns that nobody smiles.", "An annual report"),
        ("Pavel Horn had no answer. His diary for the same evening says that it rained.", "Pavel Horn"),
        ("A surveyor's letter of May 2016 warned that the stair would fall.", "A surveyor's letter"),
        ("The road is shut. A report of the Tarn Ferry Company warned that the stair would fall.",
         "A report of the Tarn Ferry Company"),
        ("In a note printed beside the study, the geologists Ana Ruiz and Tomas Iveson argue that the stones moved.",
         "Ana Ruiz and Tomas Iveson"),
        ("In a note printed beside the study of Ana Ruiz and the town, Tomas Iveson argues that the stones moved.",
         "Tomas Iveson"),
        ("Kettle & Crease told the court that the model was safe.", "Kettle & Crease"),
        ("Kettle and crease aside, Ana Ruiz told the court that the model was safe.", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_whose_report_it_is(text: str, name: str) -> None:
    assert told(text)[0][1] == name


def test_judges_of_a_heading_are_known_in_capitals() -> None:
    text = (
        "Horvat v Tidewater Housing Association Ltd\nBefore Lord Justice Penrose, Lady Justice Amberley and "
        "Sir Edmund Tolley\nJudgment February 11\n\nThe landlord appealed against a decision of the county court.\n\n"
        "{} AMBERLEY said that the tenant lived on the fourth floor.\n\nLord Justice Penrose agreed."
    )
    said = dict(told(text.format("LADY JUSTICE")))
    assert said["that the tenant lived on the fourth floor"] == "Justice Amberley"
    headline = "Lady Justice Amberley Slams Landlord\n\nIt rained in Merrow. The judge said that it was late."
    assert all(name is None or "Slams" not in name for _, name in told(headline))


def test_an_answer_is_no_part_of_a_request() -> None:
    (first, *_) = told("The council has begged the men to stay until the fair and they have agreed.")
    assert first == ("to stay until the fair", "council")
    (first, *_) = told("The council has begged the men to stay until the fair and to wait for the tide.")
    assert first[0] == "to stay until the fair and to wait for the tide"


def test_two_works_are_two_reports() -> None:
    found = told(
        "Fenwick (2009: 114) argues that this has left the porters out of the record, and Iyer and Novák (2016) claim, "
        "on the strength of two months in a kitchen, that cooks know more than the doctors do."
    )
    assert found == [
        ("that this has left the porters out of the record", "Fenwick"),
        ("that cooks know more than the doctors do", "Iyer and Novák"),
    ]
    (one,) = told("Fenwick (2009: 114) argues that this has left the porters out of the record, and the cooks too.")
    assert one[0] == "that this has left the porters out of the record, and the cooks too"
