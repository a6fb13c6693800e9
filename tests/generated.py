"""Texts that hypothesis makes: soups of marks, names and odd characters, and what looks like an article or a story."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = [
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "‹", "›", "「", "」", "–", "—", "-- ", "`", "``", "''", "(", ")", "[",
]  # fmt: skip
NAMES = [
    "Ana Ruiz", "Mr. Lee", "Mrs. Lee", "Dr. O’Brien", "the Ministry of Water", "the man", "Tom", "I", "she", "they",
]  # fmt: skip
CUES = ["said", "says", "asked", "did not say", "told", "according to", "added", "if she says", "replied", "wrote that"]
WORDS = [
    "that the bridge was safe", "we won", "don’t", "the boys’ coats", "No", "Yes", "it rains", "’tis", "e.g.",
    "U.S.",
]  # fmt: skip
STOPS = [".", ",", "?", "!", ":", ";", "…", "...", ",”", "?’", ".”", '!"']
SPACES = [
    " ", " ", " ", " ", "\n", "\n\n", "\r\n\r\n", "\r", "\t", "\u2028", "\u2029", "\x85", "\x0b", "\f", "\u00a0",
    "\u200b",
]  # fmt: skip
ODD = [
    "\x00", "\ud800", "\udfff", "\ufeff", "אמר", "قال", "\u202e", "İ", "ß", "e\u0301", "😀", "\U0010ffff", "*", "Q:",
    "A:", "\\ud800",
]  # fmt: skip

pieces = st.sampled_from(MARKS) | st.sampled_from(NAMES) | st.sampled_from(CUES) | st.sampled_from(WORDS)
pieces |= st.sampled_from(STOPS) | st.sampled_from(SPACES) | st.sampled_from(SPACES) | st.sampled_from(ODD)
soup = st.lists(pieces, max_size=60).map("".join)
spaced = st.lists(pieces, max_size=40).map(" ".join)
anything = st.text(st.characters(), max_size=80)


@st.composite
def spoken(draw: st.DrawFn) -> str:
    """A text that looks like an article or a story, with now and then a flaw."""
    opening, closing = draw(st.sampled_from([("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("—", "")]))
    sentences = []
    for _ in range(draw(st.integers(1, 6))):
        words, name, cue = draw(st.sampled_from(WORDS)), draw(st.sampled_from(NAMES)), draw(st.sampled_from(CUES))
        sentences.append(
            draw(
                st.sampled_from(
                    [
                        f"{opening}{words},{closing} {cue} {name}.",
                        f"{opening}{words},{closing} {name} {cue}, {opening}and {words}.{closing}",
                        f"{name} {cue} that {words}.",
                        f"{name} {cue} {words} “{words}” and {words}.",
                        f"{opening}{words}.",
                        f"{opening}{words}?{closing}",
                        f"{name} came in.",
                    ]
                )
            )
        )
        sentences.append(draw(st.sampled_from([" ", "\n\n", "\r\n", draw(st.sampled_from(ODD))])))
    return "".join(sentences)


texts = soup | spaced | anything | spoken()
