"""How speakers follow each other: the relation of a turn's speaker to the two speakers before, and its context.

A relation is one of `RELATIONS`; the context of a turn is a list of names that do not depend on who spoke.  The
weight of a relation in a turn is the sum of the weights of ``relation.context`` over its contexts, so that decoding
only looks up one number per relation.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.resolve.story.turns import Turn


def contexts(turns: Sequence[Turn], number: int, company: int = 0) -> list[str]:
    """Return the names of what lies between a turn and the two before.

    Args:
        turns: All turns.
        number: The turn asked about.
        company: How many people the turns around show to take part.
    """
    turn = turns[number]
    if not number:
        return ["start"]
    last = turns[number - 1]
    gap, gap_before = turn.gap, last.gap if number > 1 else "far"
    asked = "asked" if last.ends == "?" else "cut" if last.ends in "-—" else "said"
    tail = "tail" if last.after[1] - last.after[0] > 12 else "shut"
    here = turn.kind
    found = [
        gap,
        f"{gap}.{gap_before}",
        f"{gap}.{asked}",
        f"{gap}.{here}",
        f"{gap}.after_{last.kind}",
        f"{gap}.{last.kind}.{here}",
        f"{gap}.{tail}",
        f"{gap}.{asked}.{here}.{gap_before}",
        f"{gap}.{_size(last)}.{_size(turn)}",
    ]
    if turn.pause:
        found += [f"{gap}.{turn.pause}", f"{gap}.{turn.pause}.{here}"]
    if turn.section != last.section:
        found.append("apart")
    found.append(f"{gap}.company{min(company, 5)}")
    found.append(f"{gap}.{gap_before}.{here}.company{min(company, 4)}")
    if turn.vocatives:
        found.append(f"{gap}.calls")
    if last.vocatives:
        found.append(f"{gap}.called")
    if turn.ends == "?":
        found.append(f"{gap}.asks.{asked}")
    if turn.opening.islower():
        found.append(f"{gap}.goes_on")
    if turn.before[1] - turn.before[0] > 8:
        found.append(f"{gap}.led_in")
    if number > 1 and turns[number - 2].anchor is not None:
        same = last.anchor is not None and last.anchor == turns[number - 2].anchor
        found.append(f"{gap}.anchored_{'same' if same else 'other' if last.anchor is not None else 'one'}")
    if gap == "same":
        stop = "stop" if _ends_sentence(last, turn) else "flow"
        found.append(f"same.{stop}.{here}")
    return found


def _size(turn: Turn) -> str:
    return "short" if turn.length < 30 else "middle" if turn.length < 200 else "long"


def _ends_sentence(last: Turn, turn: Turn) -> bool:
    return last.ends in ".!?"
