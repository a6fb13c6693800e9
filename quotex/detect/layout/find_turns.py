"""All turns that layout shows."""

from __future__ import annotations

from quotex.detect.layout.bodies import labelled_turns
from quotex.detect.layout.dashes import dash_turns
from quotex.detect.layout.headlines import headline_turns
from quotex.detect.layout.mail import mail_turns
from quotex.detect.layout.partition import divide
from quotex.detect.layout.press import press_turns
from quotex.detect.layout.questions import unlabelled_turns
from quotex.detect.layout.roundups import roundup_turns
from quotex.detect.layout.subtitles import subtitle_turns
from quotex.detect.layout.turn import DIVIDED, LayoutTurn
from quotex.read.document import Document


def _unlabelled(document: Document) -> list[LayoutTurn]:
    asked = unlabelled_turns(document)
    return [
        *asked,
        *roundup_turns(document),
        *press_turns(document),
        *headline_turns(document),
        *([] if asked else dash_turns(document)),
    ]


def find_turns(document: Document) -> tuple[LayoutTurn, ...]:
    """Return the turns of the document in text order; use it as ``document.once(find_turns)``.

    >>> text = "MS. RUIZ: Shall we?\\n\\nMR. OTT: Not yet.\\n\\nMS. RUIZ: When?"
    >>> [text[turn.label[0] : turn.label[1]] for turn in find_turns(Document(text))]
    ['MS. RUIZ', 'MR. OTT', 'MS. RUIZ']
    """
    turns = mail_turns(document) or labelled_turns(document) or subtitle_turns(document)
    turns += [*press_turns(document), *dash_turns(document)] if turns else _unlabelled(document)
    turns.sort(key=lambda turn: (turn.start, turn.end))
    kept: list[LayoutTurn] = []
    for turn in turns:
        if not kept or turn.start >= kept[-1].end:
            kept.append(turn)
    if any(turn.kind in DIVIDED for turn in kept):
        divide(document, kept)
    return tuple(kept)
