"""The stories of our own corpus as samples: who is whom is told by the names that its gold accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpora.gold_lines import read_folder
from benchmarks.score.measures.shapes import Gold
from quotex.resolve.people.cast import Cast
from quotex.resolve.story.weigh import Reading

STORIES = frozenset(
    (
        *("children", "crime", "family", "fantasy", "firstperson", "folktale"),
        *("historical", "nameless", "present", "romance", "sciencefiction", "story"),
    )
)


def read_stories(folder: Path, kinds: frozenset[str] = STORIES) -> list[Gold]:
    """Return the stories of a folder of texts with gold lines in the form of the annotated novels."""
    return [
        {
            "doc": text.name,
            "text": text.text,
            "names": True,
            "quotes": [
                {"spans": line.parts, "speaker": line.speakers, "type": text.kind}
                for line in text.lines
                if line.kind == "direct" and not line.nested
            ],
        }
        for text in read_folder(folder)
        if text.kind in kinds
    ]


def story_forms(cast: Cast, reading: Reading, matched: Sequence[Gold | None]) -> list[list[str]]:
    """Return for each entity the names that it may be known by in the gold.

    Beside its own forms that is the name of whom its tags name: so that the narrator is found, whom the gold names.
    """
    own = Counter[tuple[int, str]]()
    for turn, mark in zip(reading.turns, matched, strict=True):
        if mark is not None and turn.anchor is not None:
            own[turn.anchor, mark["speaker"][0]] += 1
    best: dict[int, tuple[str, int]] = {}
    for (entity, name), count in own.items():
        if count > best.get(entity, ("", 0))[1]:
            best[entity] = name, count
    named = [[member.name, *member.forms] for member in cast.entities]
    described = [[person.name] for person in reading.unnamed.people]
    return [[*forms, *([best[e][0]] if e in best else [])] for e, forms in enumerate([*named, *described])]
