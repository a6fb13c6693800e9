"""What speaks for or against the candidates of a turn, beyond what made them candidates.

The rules here note features for entities that the rules of `candidates` have proposed.  `RULES` is the order in which
all of them run, and `board_of` runs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.resolve.story.candidates import Board, Rule
from quotex.resolve.story.features.agreement import note_gender, note_noun, note_other, note_words
from quotex.resolve.story.features.company import (
    note_around,
    note_counts,
    note_given,
    note_named,
    note_partners,
    note_scene,
    note_tags_around,
)
from quotex.resolve.story.features.manner import note_voice
from quotex.resolve.story.features.propose import PROPOSING, propose_tag
from quotex.resolve.story.scene import Scene


def board_of(scene: Scene, number: int) -> Board:
    """Return the candidates of the turn with their features.

    Whom the tag names has no rival.  Otherwise «she said» and «said the girl» are said of no man, and «said he to Ann»
    not of Ann, while anybody else may be meant.
    """
    turn = scene.turns[number]
    board = read_board(scene, number, (propose_tag,) if turn.told else RULES)
    if turn.kind in ("pronoun", "nominal") and not turn.told:
        board.keep(lambda entity: entity != turn.tag_to)
        if turn.tag_gender:
            board.keep(lambda entity: scene.gender(entity) in (turn.tag_gender, None))
    return board


def read_board(scene: Scene, number: int, rules: Sequence[Rule]) -> Board:
    """Return what some rules note of a turn, in their order."""
    board = Board()
    for rule in rules:
        rule(scene, number, scene.turns[number], board)
    return board


RULES: tuple[Rule, ...] = (
    *PROPOSING,
    note_words,
    note_gender,
    note_counts,
    note_scene,
    note_other,
    note_around,
    note_partners,
    note_named,
    note_tags_around,
    note_voice,
    note_noun,
    note_given,
)
