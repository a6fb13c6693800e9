"""What must hold for any text: nothing is lost, nothing overlaps, nothing is changed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.detect.layout.find_turns import find_turns
from quotex.read.document import Document

PIECES = [
    *"aAbI.?! \n\"'“”‘’—–-:()[]…«»1\r\u2028\x85\x00\ud800İß•",
    "Mr. ",
    "U.S. ",
    "Q: ",
    "A: ",
    " said ",
    ". . . ",
    "\n\n",
    "MS. RUIZ: ",
    "“a.” – Bob",
    "etc. ",
    "(i) ",
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@settings(max_examples=200, deadline=None)
@given(texts)
def test_paragraphs_sentences_and_tokens_cover_the_text(text: str) -> None:
    document = Document(text)
    last = 0
    for index, (start, end) in enumerate(document.paragraphs):
        assert last <= start < end
        for sentence in document.sentences_of(index):
            assert last <= sentence.start < sentence.end <= end
            assert not text[last : sentence.start].strip()
            assert document.sentence_at(sentence.start) is sentence
            tokens = sentence.tokens
            assert "".join(tokens.words) == "".join(sentence.text.split())
            assert len(tokens.starts) == len(tokens.ends) == len(tokens.lower) == len(tokens.tags)
            last = sentence.end
    assert not text[last:].strip()


@settings(max_examples=200, deadline=None)
@given(texts)
def test_turns_are_in_order(text: str) -> None:
    end = 0
    for turn in find_turns(Document(text)):
        for left, right in turn.parts:
            assert end <= left < right <= len(text)
            end = right


@settings(max_examples=100, deadline=None)
@given(texts)
def test_blank_paragraphs_change_nothing(text: str) -> None:
    plain, padded = Document(text), Document(f"\n\n{text}\n\n")
    assert [(start - 2, end - 2) for start, end in padded.paragraphs] == list(plain.paragraphs)
