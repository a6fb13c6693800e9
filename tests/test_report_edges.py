"""What is no content at the edges of a report, and questions that nobody is said to ask."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import CuePlace
from quotex.detect.reports.edges.left import is_own_subject
from quotex.detect.reports.edges.outer_clause import is_put_to, second_verb
from quotex.detect.reports.interrupted import interrupted_at
from quotex.detect.reports.sentence import Frame
from quotex.detect.reports.sources.quoted_by import quoted_as
from quotex.detect.reports.trims import trimmed
from quotex.read.document import Document


def read(text: str) -> Frame:
    """The first sentence of a text."""
    document = Document(text)
    return Frame(document, document.sentence_at(0), [passage.inner for passage in document.once(read_passages)])


def cut(text: str, cue: str) -> str:
    """What is left of all that stands behind a cue."""
    frame = read(text)
    at = frame.lower.index(cue)
    start, end = frame.span(*trimmed(frame, at, Content(((at + 1, frame.size),), "R", 1.0)).parts[-1])
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "cue", "left"),
    [
        ("Mr. Pell said to the nurse that he would walk home.", "said", "that he would walk home"),
        ("The bank wrote to clients it expected no change.", "wrote", "it expected no change"),
        ("She told him that the ferry was late.", "told", "that the ferry was late"),
        ("He urged them to wait.", "urged", "to wait"),
        ("Ana Ruiz accused the firm of “hiding the bill”.", "accused", "hiding the bill"),
        ("Ana Ruiz blamed a man seen “hiding the bill”.", "blamed", "a man seen “hiding the bill"),
        ("She asked the clerks of the old court not to tell anybody.", "asked", "not to tell anybody"),
        ("She called on everybody who had a boat to help.", "called", "to help"),
        ("The mayor called upon the owners to mend it.", "called", "to mend it"),
        ("He told the crew the plan to sail was dead.", "told", "the crew the plan to sail was dead"),
        ("He asked for the gate to be shut.", "asked", "for the gate to be shut"),
        ("They called for the gate to be shut.", "called", "for the gate to be shut"),
        ("She wanted the gate to be shut.", "wanted", "the gate to be shut"),
        ("She told the truth to everybody.", "told", "the truth to everybody"),
        ("The owner promised to mend the roof.", "promised", "to mend the roof"),
        ("She told the truth that day.", "told", "the truth that day"),
    ],
)
def test_the_one_spoken_to_is_no_content(text: str, cue: str, left: str) -> None:
    assert cut(text, cue) == left


@pytest.mark.parametrize(
    ("text", "cue", "left"),
    [
        ("The chairman called the plan “a dream”.", "called", "a dream"),
        ("Holm described the fare as “plainly unfair”.", "described", "plainly unfair"),
        ("Holm described the sight of masked men at many old gates as “worrying”.", "described", "worrying"),
        ("Holm described how the wall fell as “a shame”.", "described", "how the wall fell as “a shame"),
        ("Holm likened paying it to “feeding a ghost”.", "likened", "feeding a ghost"),
        ("Holm praised the “calm heads” of the crew after they came home.", "praised", "calm heads"),
        ("Holm wanted the “calm heads” of the crew to stay.", "wanted", "the “calm heads” of the crew to stay"),
        ("Holm said the clerk “counts beans”.", "said", "the clerk “counts beans"),
        ("Holm said the fare was “plainly unfair”.", "said", "the fare was “plainly unfair"),
        ("Holm promised to fight the “silly” plan.", "promised", "to fight the “silly” plan"),
        ("Holm denied knowing of the “quiet deal”.", "denied", "knowing of the “quiet deal"),
    ],
)
def test_an_object_of_words_in_marks_is_no_content(text: str, cue: str, left: str) -> None:
    assert cut(text, cue) == left


@pytest.mark.parametrize(
    ("text", "cue", "left"),
    [
        ("The paper wrote a week later that divers had come.", "wrote", "that divers had come"),
        ("Holm announced the next day that the dam was shut.", "announced", "that the dam was shut"),
        ("Holm said the day that the dam broke was cold.", "said", "the day that the dam broke was cold"),
    ],
)
def test_when_something_was_said_is_no_content(text: str, cue: str, left: str) -> None:
    assert cut(text, cue) == left


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The judge ordered that Mr. Hearn see a nurse and adjourned the matter until May.",
         "that Mr. Hearn see a nurse"),
        ("The judge ruled that Mr. Hearn was guilty and adjourned the case.", "that Mr. Hearn was guilty"),
        ("The judge ruled that the court was right and adjourned the case.",
         "that the court was right and adjourned the case"),
        ("The council said it was sorry and apologised to residents.", "it was sorry"),
        ("Holm said her brother was wrong and apologised.", "her brother was wrong and apologised"),
        ("The minister said prices had fallen and rents had risen.", "prices had fallen and rents had risen"),
        ("The board announced a ban on hosepipes and closed the reservoir.", "a ban on hosepipes"),
        ("The board rejected the offer made by the union and approved by the crew.",
         "the offer made by the union and approved by the crew"),
    ],
)  # fmt: skip
def test_a_further_verb_of_the_speaker_is_no_content(text: str, content: str) -> None:
    around = f"The road was closed on Monday after the vote.\n\n{text}\n\nIt was open again on Friday."
    assert content in [a.quote.text for a in extract_quotes(around)]


def test_a_question_is_put_by_nobody() -> None:
    frame = read("When asked about the slide, Ms. Okoro smiled.")
    assert is_put_to(frame, 1)
    assert not is_put_to(read("When she asked about the slide, he smiled."), 2)


@pytest.mark.parametrize(
    "text",
    [
        "When asked about the slide, Ms. Okoro answered that the hill was safe.",
        "Ms. Okoro said that the hill was safe when asked about a “slide”.",
        "Asked whether the hill was safe, Ms. Okoro said that it was.",
    ],
)
def test_who_is_asked_does_not_ask(text: str) -> None:
    found = [(a.speaker_name, a.cue_text or "") for a in extract_quotes(text, threshold=0.1)]
    assert any("Okoro" in (name or "") for name, _ in found)
    assert not any("sked" in cue and "Okoro" in (name or "") for name, cue in found)


def test_who_asks_asks() -> None:
    found = extract_quotes("Ms. Okoro asked whether the hill was safe.")
    assert [(a.speaker_name, a.quote.text) for a in found] == [("Ms. Okoro", "whether the hill was safe")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The agency quoted Mayor Lena Marsh as saying the bank would wait until May.", "Lena Marsh"),
        ("Mayor Lena Marsh was quoted as saying the bank would wait until May.", "Lena Marsh"),
    ],
)
def test_who_is_quoted_speaks(text: str, speaker: str) -> None:
    (record,) = extract_quotes(text)
    assert (record.speaker_name, record.quote.text) == (speaker, "the bank would wait until May")


def test_who_is_cited_for_something_is_not_quoted_as_saying_it() -> None:
    frame = read("The agency praised Mayor Lena Marsh as caring.")
    assert quoted_as(frame, CuePlace(frame.size - 1, frame.size - 1, "care", "0")) is None


def test_what_is_written_in_marks_is_quoted_in_a_text_of_two_sentences() -> None:
    text = 'The judge wrote: "A promise without a date is still a promise.” The clerk disagreed.'
    assert [a.quote.text for a in extract_quotes(text)] == ["A promise without a date is still a promise."]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Nora Lindahl, who heads the Alden Rowing Club, said the council had told members in May that the pier was "
         "safe.", ["Nora Lindahl", "the council"]),
        ("Olga Brand said the minister had told them in June that the bridge would open.",
         ["Olga Brand", "the minister"]),
        ("Olga Brand, who heads the club, said in May that the pier was safe.", ["Olga Brand"]),
    ],
)  # fmt: skip
def test_the_source_of_a_report_within_another_stands_there_too(text: str, sources: list[str]) -> None:
    assert [a.quote.source.text for a in extract_quotes(text).walk() if a.quote.source] == sources


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ALDEN — The council closed the old pier on Tuesday because the steps are cracked.\n\n“We will not gamble "
         "with people’s lives,” Mayor Nora Lindahl told reporters.", 1),
        ("“That is all I know,” closed Nora Lindahl.", 1),
    ],
)  # fmt: skip
def test_what_was_closed_is_no_report(text: str, count: int) -> None:
    found = extract_quotes(text)
    assert [a.speaker_name for a in found] == ["Nora Lindahl"] * count


def test_the_words_of_a_report_in_marks_are_not_all_the_words_in_marks() -> None:
    text = "The board met. “The clerk went pale,” Nils Aker recalled. “Then the cook said: ‘Is this your goat?’”"
    (outer,) = extract_quotes(text)
    assert len(outer.quote.spans) == 2 and outer.speaker_name == "Nils Aker"
    assert [a.quote.text for a in outer.nested] == ["Is this your goat?"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kirana said its volumes fell by 4%. It rained.", "its volumes fell by 4%"),
        ("Ott said profits rose to 12 %. It rained.", "profits rose to 12 %"),
        ("The authors wrote that the drug had failed (see below). It rained.", "that the drug had failed (see below)"),
        ("Ott said the film was bad (really!). It rained.", "the film was bad (really!)"),
        ("Tom said he liked C++. It rained.", "he liked C++"),
        ("Ann said the price was 5€. It rained.", "the price was 5€"),
        ("Ann said the price was fair. It rained.", "the price was fair"),
        ("The dog (and Ott said it was his) barked.", "it was his"),
        ("Ott said he was beaten at school.[3] It rained.", "he was beaten at school"),
        ("Ott said she never dined before nine.[citation needed] It rained.", "she never dined before nine"),
    ],
)
def test_signs_at_the_last_word_belong_to_it_and_marks_of_notes_do_not(text: str, words: str) -> None:
    assert [a.quote.text for a in extract_quotes(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reed wrote later that night that he would go.", "that he would go"),
        ("Reed said that night would come.", "that night would come"),
    ],
)
def test_that_night_begins_no_clause_before_another_that(text: str, words: str) -> None:
    assert [a.quote.text for a in extract_quotes(text)] == [words]


@pytest.mark.parametrize(
    ("text", "cue", "at"),
    [
        ("The court held that the tree should stay and ordered the city to fence it.", "held", "and"),
        ("Police say the road is shut and are asking drivers to wait.", "say", "and"),
        ("He says the roads are closed and asks drivers to wait.", "says", "and"),
        ("A clerk said they are reading the plan and declined further comment.", "said", "and"),
        ("She said the roof was old and wanted repair.", "said", None),
        ("He said that the roof is closed and sealed by law.", "said", None),
        ("He said that they have closed the road and sealed the gate.", "said", None),
        ("Police say the roads are shut and are full of water.", "say", None),
    ],
)
def test_a_further_verb_that_agrees_with_the_cue_alone_is_the_speakers(text: str, cue: str, at: str | None) -> None:
    frame = read(text)
    word = frame.lower.index(cue)
    found = second_verb(frame, CuePlace(word, word, cue, "9"), word + 1)
    assert (None if found is None else frame.lower[found]) == at


@pytest.mark.parametrize(
    ("text", "cue", "whole"),
    [
        ("The engine, she says, starts at once.", "says", "The engine … starts at once"),
        ("It is late, and the last bus, said Holm, is gone.", "said", "the last bus … is gone"),
        ("Nobody in town, according to Holm, has seen it.", "according", "Nobody in town … has seen it"),
        ("The man who fled, she thinks, was his brother.", "thinks", "The man who fled … was his brother"),
        ("The man, who says he fled, was his brother.", "says", None),
        ("The bus is late, she says, and the train is gone.", "says", "The bus is late … and the train is gone"),
        (
            "The gates stay shut, the wardens say, until the tide has turned.",
            "say",
            "The gates stay shut … until the tide has turned",
        ),
        ("Then let him pay, the judges reply, and let her go home.", "reply", "Then let him pay … and let her go home"),
        ("Dogs, as Piers Holm of the Hill Farmers' Union notes, cannot read.", "notes", "Dogs … cannot read"),
        ("The bus is late, she says, and she told him that it was gone.", "says", None),
        ("If the bus is late, she says, and nobody comes.", "says", None),
        ("The bus is late, she says, to nobody at all.", "says", None),
        ("The report was late, Holm said, adding that it was long.", "said", None),
    ],
)
def test_a_tag_between_a_subject_and_its_verb_has_both_as_content(text: str, cue: str, whole: str | None) -> None:
    frame = read(text)
    word = frame.lower.index(cue)
    found = interrupted_at(frame, CuePlace(word, word, cue, "9"))
    parts = [frame.span(*found[:2]), frame.span(found[2], frame.size)] if found else []
    assert (" … ".join(text[start:end] for start, end in parts) or None) == whole


@pytest.mark.parametrize(
    ("text", "cue", "own"),
    [
        ("The mayor, who was away, said that nobody would move.", "said", True),
        ("The old book, kept by the vicar, says that she died.", "says", True),
        ("The old book, kept in a box that leaks, says nothing.", "says", False),
        ("The old book, kept in a box that leaks, says so.", "says", True),
        ("Ana Ruiz, the mayor, told reporters that it was safe.", "told", True),
        ("A dream, no more, said Pell.", "said", False),
        ("The bridge, which nobody liked, is safe, said Pell.", "said", False),
    ],
)
def test_a_subject_with_words_in_commas_is_not_what_is_said(text: str, cue: str, own: bool) -> None:
    frame = read(text)
    word = frame.lower.index(cue)
    assert is_own_subject(frame, CuePlace(word, word, cue, "9"), 0, word) is own


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Tom Hall swore in court that the wall was his: “She gave it to me in May.”",
            [("indirect", "that the wall was his"), ("direct", "She gave it to me in May.")],
        ),
        (
            "She said that it rained. “I got wet.”",
            [("indirect", "that it rained"), ("direct", "I got wet.")],
        ),
        (
            "She said that the plan was “dead”: it had failed.",
            [("mixed", "that the plan was “dead”: it had failed")],
        ),
    ],
)
def test_a_clause_and_a_sentence_in_marks_behind_it_are_two(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(a.quote.kind, a.quote.text) for a in extract_quotes(text)] == parts


def test_a_rank_cut_short_ends_no_sentence() -> None:
    (record,) = extract_quotes("The judge wrote that Const. Mark Reed had no reason to ask.")
    assert record.quote.text == "that Const. Mark Reed had no reason to ask"


_TALK = "Ann Lee said it was late.\n\n{}\n\nTom Hall said that the gate was shut."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The gardener Ivo Hahn, who had called the hedge “a wall of birds,” wrote in this paper that it should stay.",
         "that it should stay"),
        ("Mayor Ruiz, who had kept quiet until last week, said Tuesday that nobody would lose a stall.",
         "that nobody would lose a stall"),
        ("The ledger, kept by a clerk in a hand that leans like a fence, says plainly, “Paid in eggs.”",
         "Paid in eggs."),
        ("Ruiz maintains that the lock was new.", "that the lock was new"),
        ("Eels swim further at full moon, researchers at the University of Lund said on Monday, raising hopes that "
         "the weir can stay.", "Eels swim further at full moon"),
        ("Sleep, she held, is not a crime.", "Sleep … is not a crime"),
        ("Ruiz told the keeper he “could not count that far”.", "he “could not count that far”"),
        ("Hahn did not mention the letter in which he called the former keeper “a heron”.", "a heron"),
        ("The stalls are, as she drily put it, “a work of hope.”", "a work of hope."),
    ],
)  # fmt: skip
def test_content_is_what_the_sentence_shows_to_be_said(sentence: str, words: str) -> None:
    assert words in [a.quote.text for a in extract_quotes(_TALK.format(sentence))]


def test_a_semicolon_parts_a_sentence_from_the_source_of_the_next() -> None:
    text = "Tolls fell in May; according to the ferrymen, they fell too late.\n\nAnn Lee said it was late."
    assert not any(a.quote.text.startswith("Tolls fell") for a in extract_quotes(text))
    text = "Tolls fell in May, according to the ferrymen.\n\nAnn Lee said it was late."
    assert "Tolls fell in May" in [a.quote.text for a in extract_quotes(text)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Governor Carl Pike described Mayor Ana Ruiz as a “disgrace” after she attacked the police.", "disgrace"),
        ("Former Mayor Tom Hall criticised the Harbour Act as a “crazy system” during a visit to Merrow.",
         "crazy system"),
    ],
)  # fmt: skip
def test_words_in_marks_said_of_an_object_stand_alone(sentence: str, words: str) -> None:
    assert words in [record.quote.text for record in extract_quotes(sentence)]


def test_words_in_marks_that_nobody_says_of_an_object_are_none() -> None:
    assert not extract_quotes("The firm lists the loan as a “gift” in its books.")


def test_the_name_of_a_programme_joins_no_quotation() -> None:
    text = (
        "“This is about the council,” Flynn, an aide, said Thursday on Fox News’s “Fox and Friends.” "
        "“I mean, there's a lot of anger in the ranks.”"
    )
    assert not any("Friends" in record.quote.text for record in extract_quotes(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "According to minutes of that meeting, three of the nine boats were unsafe.",
            "three of the nine boats were unsafe",
        ),
        ("According to the chemist P. Aldana, both teams have misread it.", "both teams have misread it"),
        ("Moss has opened two cracks, says a report by the trust.", "Moss has opened two cracks"),
        ("Whoever sings says a prayer by the gate.", "a prayer by the gate"),
        ("Severn Dairy said it “fully supported” the measure.", "it “fully supported” the measure"),
        ("She pleaded with the council to at least repair the roof.", "to at least repair the roof"),
        ("A guard told her to her face that he would not pay.", "that he would not pay"),
        ("According to her, the boat sank, a thing nobody saw.", "the boat sank, a thing nobody saw"),
    ],
)
def test_words_begin_behind_the_whole_source(text: str, left: str) -> None:
    assert extract_quotes(text)[0].quote.text == left
