"""A cue with its likeliest content and source."""

from __future__ import annotations

from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import Place
from quotex.detect.reports.sentence import Frame
from quotex.models.linear import sigmoid


class Draft:
    """A cue with the content and source that are likeliest for it; positions are words of ``frame``.

    A `faint` cue is hardly one: it only counts beside the others of its sentence, and all that follows is its content.
    One that is ``sure`` reports by its construction, whatever the models say.
    """

    __slots__ = ("content", "cue_score", "frame", "place", "probability", "source", "source_share", "sure")

    def __init__(
        self,
        frame: Frame,
        place: Place,
        cue_score: float,
        content: Content,
        source: tuple[int, int] | None = None,
        source_share: float = 0.0,
    ) -> None:
        self.frame = frame
        self.place = place
        self.cue_score = cue_score
        self.content = content
        self.source = source
        self.source_share = source_share
        self.probability = sigmoid(cue_score)
        self.sure = False

    @property
    def faint(self) -> bool:
        """Whether nothing was read for the cue."""
        return not self.content.probability

    def covers(self, at: int) -> bool:
        """Whether a word lies in the content."""
        return any(start <= at < end for start, end in self.content.parts)
