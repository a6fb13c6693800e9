"""All turns that layout shows."""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.layout.bodies import labelled_turns
from quotex.detect.layout.dashes import dash_turns
from quotex.detect.layout.headlines import headline_turns
from quotex.detect.layout.mail import mail_turns
from quotex.detect.layout.partition import divide
from quotex.detect.layout.posts.accounts import account_turns
from quotex.detect.layout.posts.find_posts import post_turns
from quotex.detect.layout.posts.signed import signed_turns
from quotex.detect.layout.press import press_turns
from quotex.detect.layout.questions import unlabelled_turns
from quotex.detect.layout.roundups import roundup_turns
from quotex.detect.layout.set_off import set_off_turns
from quotex.detect.layout.subtitles import subtitle_turns
from quotex.detect.layout.turn import DIVIDED, LayoutTurn
from quotex.read.document import Document

Reader = Callable[[Document], list[LayoutTurn]]
_SCRIPTS = ("signed", "posts", "mail", "labels", "subtitles")
# In this order; each reads a text unless one of the named readers has found turns there.
LAYOUTS: tuple[tuple[str, Reader, tuple[str, ...]], ...] = (
    ("signed", signed_turns, ()),
    ("posts", post_turns, ("signed",)),
    ("mail", mail_turns, ("signed", "posts")),
    ("labels", labelled_turns, ("signed", "posts", "mail")),
    ("subtitles", subtitle_turns, ("signed", "posts", "mail", "labels")),
    ("questions", unlabelled_turns, _SCRIPTS),
    ("round-up", roundup_turns, _SCRIPTS),
    ("accounts", account_turns, _SCRIPTS),
    ("set off", set_off_turns, _SCRIPTS),
    ("press", press_turns, ()),
    ("headline", headline_turns, _SCRIPTS),
    ("dashes", dash_turns, ("questions",)),
)


def find_turns(document: Document) -> tuple[LayoutTurn, ...]:
    """Return the turns of the document in text order; use it as ``document.once(find_turns)``.

    >>> text = "MS. RUIZ: Shall we?\\n\\nMR. OTT: Not yet.\\n\\nMS. RUIZ: When?"
    >>> [text[turn.label[0] : turn.label[1]] for turn in find_turns(Document(text))]
    ['MS. RUIZ', 'MR. OTT', 'MS. RUIZ']
    """
    turns: list[LayoutTurn] = []
    found: set[str] = set()
    for name, read, others in LAYOUTS:
        more = read(document) if found.isdisjoint(others) else []
        if more:
            found.add(name)
            turns += more
    turns.sort(key=lambda turn: (turn.start, turn.end))
    kept: list[LayoutTurn] = []
    for turn in turns:
        if not kept or turn.start >= kept[-1].end:
            kept.append(turn)
    if any(turn.kind in DIVIDED for turn in kept):
        divide(document, kept)
    return tuple(kept)
