"""Who may have spoken a turn: a short list of entities, each with the named features that speak for or against it.

Every rule is one small function: it reads a turn in its scene and notes features on the board, and may propose
candidates.  The rules here propose; those of `agreement`, `company` and `manner` note more about who has been proposed.
Nothing here knows a weight.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.resolve.story.candidates import Board, distance
from quotex.resolve.story.narration import Seen
from quotex.resolve.story.pronouns.chain import Link
from quotex.resolve.story.scene import Scene
from quotex.resolve.story.turns import Turn
from quotex.resolve.story.unnamed.people import is_generic
from quotex.resolve.story.vocatives import Vocative

NEAR_BEFORE, NEAR_AFTER = 8, 6
_WALK_MENTIONS, _WALK_LENGTH = 30, 6000
_MOST = 12
_LEADING = frozenset(":,-—")  # signs before words that the narration leads in
_BESIDE = {"before": "beat_before", "inside": "beat_after", "after": "beat_after"}
_LATER, _SOON = 3, 3_000  # people named soon behind a turn, and characters within which that is soon


def propose_tag(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The tag names the speaker: «," said Ann», «," said I»."""
    if turn.anchor is not None:
        board.propose(turn.anchor, "tag.same")
    elif turn.tag_entity is not None:
        board.propose(turn.tag_entity, f"tag.nominal_{turn.nominal}")
        head = scene.head(turn.tag_entity)
        if head:
            board.note(turn.tag_entity, f"tag.described_{'anybody' if is_generic(head) else 'role'}")
            often = scene.named.get(turn.tag_entity, 0)
            board.note(turn.tag_entity, f"tag.described_seen{min(often, 3)}")


def propose_narrator(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who tells the story in the first person may always speak."""
    if scene.narrator is None:
        return
    board.propose(scene.narrator, "narrator")
    if turn.beat_narrator:
        acting = any(seen.role == "subject" for seen in (*turn.mentions_before, *turn.mentions_after))
        board.note(scene.narrator, f"narrator.beat_{turn.beat_narrator}")
        board.note(scene.narrator, f"narrator.beat_{'among_others' if acting else 'alone'}")
        if not acting:
            _note_mentions(board, _BESIDE[turn.beat_narrator], [Seen(0, 0, scene.narrator, "subject")])
    if turn.tag_to_gender == "narrator":
        board.note(scene.narrator, "narrator.addressed")
    if number and scene.turns[number - 1].tag_to_gender == "narrator":
        board.note(scene.narrator, "narrator.addressed_before")
    if turn.tag_gender or turn.beat_gender:
        board.note(scene.narrator, "narrator.he_or_she")


def propose_vocatives(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who is addressed speaks next, and seldom now."""
    for sign, name, far in ((-1, "vocative_before", 4), (1, "vocative_after", 4)):
        done: set[int] = set()
        for step in range(1, far + 1):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            for vocative in last_called(other) if sign < 0 else other.vocatives:
                if vocative.entity not in done:
                    done.add(vocative.entity)
                    board.propose(vocative.entity, f"{name}.{distance(turn, other, step)}")
            if sign > 0 and other.gap == "far":
                break


def last_called(turn: Turn) -> list[Vocative]:
    """Return who may answer a turn: of two who are called in pieces with narration between, the last.

    «"You are wrong, Tom." Ann took the boy's hand. "Bo, did anyone answer?"» is answered by Bo.
    """
    last = max((vocative.start for vocative in turn.vocatives), default=0)
    floor = next((start for start, end in turn.parts if start <= last < end), 0)
    return [vocative for vocative in turn.vocatives if vocative.start >= floor]


def propose_beats(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who acts beside the words speaks them: «Ann rose. "No."»."""
    for name, mentions in (("beat_before", turn.mentions_before), ("beat_after", turn.mentions_after)):
        _note_mentions(board, name, mentions)
    for entity, close in turn.touch:
        board.note(entity, f"beat_after.touch_{close}")
    opening = turn.mentions_before[0] if turn.mentions_before else None
    if opening is not None and opening.start - turn.before[0] < 5:
        board.note(opening.entity, f"beat_before.opens_{opening.role}")
    if turn.mentions_before and turn.before_ends in _LEADING:
        board.note(turn.mentions_before[-1].entity, "beat_before.last_colon")
    both = [*turn.mentions_before, *turn.mentions_after]
    if both and len({seen.entity for seen in both}) == 1:
        board.propose(both[0].entity, "beat.only")


def _note_mentions(board: Board, name: str, mentions: Sequence[Seen]) -> None:
    first_subject = last_subject = None
    for seen in mentions:
        if seen.role == "subject":
            first_subject = first_subject if first_subject is not None else seen.entity
            last_subject = seen.entity
    for rank, entity in enumerate(dict.fromkeys(seen.entity for seen in mentions)):
        if rank > 4:
            break
        board.propose(entity, f"{name}.rank{min(rank, 2)}")
    for seen in mentions[:6]:
        board.note(seen.entity, f"{name}.{seen.role}")
    if first_subject is not None:
        board.note(first_subject, f"{name}.first_subject")
        if last_subject == first_subject:
            board.note(last_subject, f"{name}.sole_subject")
        else:
            board.note(last_subject, f"{name}.last_subject")


def propose_lead(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The paragraph of narration before tells who is about to speak."""
    if turn.lead is None:
        return
    mentions = scene.narration.between(*turn.lead)[-8:]
    short = turn.lead[1] - turn.lead[0] < 240
    name = "lead_short" if short else "lead_long"
    if scene.text[turn.lead[1] - 1 : turn.lead[1]] in _LEADING:
        name = "lead_colon"
    _note_mentions(board, name, mentions)
    if mentions:
        board.note(mentions[-1].entity, f"{name}.last")
        if len({seen.entity for seen in mentions}) == 1:
            board.note(mentions[0].entity, f"{name}.only")


def propose_chain(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom the pronouns of tag, beat, and the narration before and behind mean, read in order."""
    chain = scene.chain
    if turn.kind == "pronoun" and turn.tag is not None:
        _note_link(board, "chain_tag", chain.first(turn.tag[0], turn.tag[0] + 1))
    elif turn.kind == "beat":
        gaps = [(left[1], right[0]) for left, right in zip(turn.parts, turn.parts[1:], strict=False)]
        links = (chain.last(*turn.before), *(chain.first(*gap) for gap in gaps), chain.first(*turn.after))
        _note_link(board, "chain_beat", next((link for link in links if link is not None), None))
    if turn.lead is not None:
        _note_link(board, "chain_lead", chain.last(*turn.lead))
    if turn.tail is not None:
        _note_link(board, "chain_tail", chain.first(*turn.tail))


def _note_link(board: Board, name: str, link: Link | None) -> None:
    if link is not None:
        board.propose(link.entity, f"{name}.{link.how}")


def propose_tail(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The paragraph of narration behind may go on with who listened, or who spoke."""
    if turn.tail is None:
        return
    mentions = scene.narration.between(*turn.tail)
    for rank, entity in enumerate(dict.fromkeys(seen.entity for seen in mentions)):
        if rank < 3:
            board.propose(entity, f"tail.rank{rank}")
    if mentions:
        board.note(mentions[0].entity, f"tail.first_{mentions[0].role}")


def propose_later(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom the narration first names soon behind: «"It is about a horse," he said. … The name was Brody.»."""
    later = dict.fromkeys(seen.entity for seen in scene.narration.between(turn.end, turn.end + _SOON))
    for rank, entity in enumerate(list(later)[:_LATER]):
        board.propose(entity, f"later.{rank}")


def propose_recent(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who was named lately in the narration, most recent first, among all and among those whom the pronoun fits."""
    back = scene.narration.back_from(turn.start)
    wanted = turn.tag_gender or turn.beat_gender
    seen_rank: dict[int, int] = {}
    fitting = subjects = 0
    for at in range(back - 1, max(-1, back - 1 - _WALK_MENTIONS), -1):
        seen = scene.narration.seen[at]
        if turn.start - seen.start > _WALK_LENGTH and seen_rank:
            break
        if turn.tag and turn.tag[0] <= seen.start < turn.tag[1]:
            continue
        entity = seen.entity
        if entity not in seen_rank:
            rank = seen_rank[entity] = len(seen_rank)
            board.propose(entity, f"recent.{min(rank, 5)}")
            if wanted and scene.gender(entity) in (wanted, None):
                board.note(entity, f"recent_fitting.{min(fitting, 3)}")
                board.note(entity, f"recent_fitting_{seen.role}.{min(fitting, 2)}")
                fitting += 1
            if rank < 2:
                board.note(entity, f"recent_{seen.role}.{rank}")
            if rank == 0:
                board.note(entity, "recent.near" if turn.start - seen.start < 400 else "recent.distant")
            if len(seen_rank) >= _MOST - 4:
                break
        if seen.role == "subject" and (not wanted or scene.gender(entity) in (wanted, None)) and subjects < 3:
            board.note(entity, f"recent_subject.{subjects}")
            subjects += 1


def propose_anchors(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom the tags of the turns around name, nearest first on each side."""
    wanted = turn.tag_gender or turn.beat_gender
    for sign, name, far in ((-1, "anchor_before", NEAR_BEFORE), (1, "anchor_after", NEAR_AFTER)):
        found: dict[int, str] = {}
        fitting = 0
        for step in range(1, far + 1):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            entity = other.anchor if other.anchor is not None else other.tag_entity
            if entity is not None and entity not in found:
                found[entity] = distance(turn, other, step)
                board.propose(entity, f"{name}.{found[entity]}", f"{name}.rank{min(len(found) - 1, 2)}")
                if wanted and scene.gender(entity) in (wanted, None):
                    board.note(entity, f"{name}_fitting.{min(fitting, 2)}")
                    fitting += 1


def propose_soft(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who alone acts beside the words of the turns around."""
    for sign, name in ((-1, "beats_before"), (1, "beats_after")):
        for step in range(1, 4):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            if other.kind != "beat":
                continue
            mentions = other.mentions_before or other.mentions_after
            for seen in mentions[:3]:
                if seen.role == "subject":
                    board.propose(seen.entity, f"{name}.{distance(turn, other, step)}")
                    break


def propose_frequent(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The three whom tags name most often in the whole text."""
    for rank, entity in enumerate(scene.frequent):
        board.propose(entity, f"frequent.{rank}")


def propose_own_name(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who says his or her own name: «My name is Ann»."""
    board.propose(turn.own_name, "own_name")


def propose_addressed(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom a tag says the words are spoken to: the next speaker, not this one."""
    if turn.tag_to is not None:
        board.note(turn.tag_to, "addressed.now")
    for sign, name in ((-1, "addressed.before"), (1, "addressed.after")):
        at = number + sign
        if 0 <= at < len(scene.turns) and scene.turns[at].tag_to is not None:
            other = scene.turns[at]
            board.propose(other.tag_to, f"{name}.{distance(turn, other, 1)}")
