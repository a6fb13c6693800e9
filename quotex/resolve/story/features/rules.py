"""What speaks for or against the candidates of a turn, beyond what made them candidates.

The rules here note features for entities that the rules of `propose` have proposed.  `RULES` is the order in which
all of them run, and `board_of` runs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.lexicon import load_words
from quotex.lexicon.names import titles
from quotex.patterns import pattern
from quotex.resolve.story.candidates import Board, Rule
from quotex.resolve.story.features.agreement import note_alone, note_gender, note_noun, note_words
from quotex.resolve.story.features.company import (
    note_around,
    note_given,
    note_named,
    note_partners,
    note_prominence,
    note_run,
    note_scene,
    note_tags_around,
)
from quotex.resolve.story.features.manner import note_voice
from quotex.resolve.story.features.propose import (
    propose_addressed,
    propose_anchors,
    propose_beats,
    propose_chain,
    propose_frequent,
    propose_later,
    propose_lead,
    propose_narrator,
    propose_own_name,
    propose_recent,
    propose_soft,
    propose_tag,
    propose_tail,
    propose_vocatives,
)
from quotex.resolve.story.scene import Scene, shown_by
from quotex.resolve.story.turns import Turn
from quotex.resolve.story.unnamed.people import is_generic
from quotex.resolve.story.vocatives import Vocative

_LONGEST = 300  # characters of a sentence of the narrator
_I_SPOKE = pattern(
    r"(?:^|[.!?…]\s{1,2}|(?<=\n))(?:(?:And|But|So|Then)\s)?I\s(?:\p{Ll}+ly\s)?"
    r"(?:said|say|told|tell|asked|ask|answered|replied|explained|admitted|suggested)\b(?!\snothing)[^.!?“”\"\n]{2,200}[.?!]\s*$"
)
_REVEALED = 80  # characters behind «said a man» within which «It was Tom» says who it was
_NESTED = pattern(r"[.!?,…]?[’'”\"]")  # «He said, "Go, Ann."» within somebody's words
_BACK, _NEAR = 30, 2_000  # mentions and characters before «said a man» in which others act
_LATELY = 4  # turns before «said a voice» whose speakers are there
_MARKS = " \n\t\"'”’“‘_*"  # between the words said and who acts
_VOICES = load_words("parts_of_person") | {"voice"}
# Every rule in the order in which they run, with the names of what it notes; each of these names has its sentence in
# ``lexicon/rules.tsv``, save those that explain nothing (`UNTOLD`).
TABLE: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (propose_tag, ("tag",)),
    (propose_narrator, ("narrator", "beat_before", "beat_after")),
    (propose_beats, ("beat_before", "beat_after", "beat")),
    (propose_vocatives, ("vocative_before", "vocative_after")),
    (propose_own_name, ("own_name",)),
    (propose_addressed, ("addressed",)),
    (propose_anchors, ("anchor_before", "anchor_before_fitting", "anchor_after", "anchor_after_fitting")),
    (propose_soft, ("beats_before", "beats_after")),
    (propose_lead, ("lead_short", "lead_long", "lead_colon")),
    (propose_chain, ("chain_tag", "chain_beat", "chain_lead", "chain_tail")),
    (propose_tail, ("tail",)),
    (propose_later, ("later",)),
    (
        propose_recent,
        (
            *("recent", "recent_subject", "recent_owner", "recent_other", "recent_fitting"),
            *("recent_fitting_subject", "recent_fitting_owner", "recent_fitting_other"),
        ),
    ),
    (propose_frequent, ("frequent",)),
    (note_words, ("vocative_in", "named_in", "named_before", "named_after")),
    (
        note_gender,
        (
            *("tag_gender", "beat_gender", "noun_gender", "lead_gender", "tail_gender"),
            *("sir_in", "sir_before", "sir_after"),
        ),
    ),
    (note_prominence, ("cues",)),
    (note_scene, ("part",)),
    (note_alone, ("gender",)),
    (note_around, ("around",)),
    (note_partners, ("partner_before", "partner_after")),
    (note_run, ("run",)),
    (note_named, ("close_before", "close_behind")),
    (note_tags_around, ("tags_around",)),
    (note_voice, ("voice", "voice_lag", "manner", "cues")),
    (note_noun, ("noun", "noun_title", "noun_with")),
    (note_given, ("given",)),
)
RULES: tuple[Rule, ...] = tuple(rule for rule, _ in TABLE)
UNTOLD = frozenset({"cues", "given"})


def board_of(scene: Scene, number: int) -> Board:
    """Return the candidates of the turn with their features.

    Whom the tag names has no rival.  Otherwise «she said» and «said the girl» are said of no man, and «said he to Ann»
    not of Ann, and none of them of who says "I", while anybody else may be meant.
    """
    turn = scene.turns[number]
    board = read_board(scene, number, (propose_tag,) if turn.told else RULES)
    if not turn.told:
        called = {v.entity for v in turn.vocatives if _surely_calls(scene.text, turn, v)}
        board.keep(lambda entity: entity not in called)
    if turn.kind == "bare" and _narrator_has_spoken(scene, turn):
        board.keep(lambda entity: entity != scene.narrator)
    if turn.kind in ("pronoun", "nominal") and not turn.told:
        if board.features.keys() == {scene.narrator}:
            board.features.clear()  # «he» is somebody whom the text does not name
        board.keep(lambda entity: entity not in (turn.tag_to, scene.narrator))
        if turn.tag_gender:
            board.keep(lambda entity: scene.gender(entity) in (turn.tag_gender, None))
        if turn.kind == "nominal":
            board.keep(lambda entity: _may_be_described(scene, turn, entity))
        if turn.nominal in ("voice", "a") and _is_new(scene, turn):
            there = _there(scene, number) if turn.nominal == "voice" else _acting_lately(scene, turn)
            board.keep(lambda entity: entity not in there)
    if scene.slanted and not turn.told:
        known = {entity for entity in board.features if turn.tag_gender and scene.gender(entity) == turn.tag_gender}
        board.keep(lambda entity: entity in known if known else _speaks_so(scene, turn, entity))
    return board


def _surely_calls(text: str, turn: Turn, name: Vocative) -> bool:
    """Tell whether a name at the end of a sentence calls somebody, in the speaker's own words: «I know, Ann.».

    A title alone may be anybody's: two people can call each other "Monsieur".
    """
    if text[name.start : name.end].casefold() in titles():
        return False
    ends = name.at == "end" and name.entity != turn.own_name and text[name.start - 2 : name.start] == ", "
    return ends and _NESTED.match(text, name.end, turn.end) is None


def _speaks_so(scene: Scene, turn: Turn, entity: int) -> bool:
    """Tell whether somebody may speak in italics, or else in marks: a bridge that does the one does not the other."""
    return entity in scene.slanted if scene.is_slanted(turn) else entity not in scene.slanted - scene.plain


def _narrator_has_spoken(scene: Scene, turn: Turn) -> bool:
    """Tell whether the paragraph before ends with what "I" said or asked: «I said I hoped not.» has its answer next."""
    if turn.lead is None:
        return False
    start, end = turn.lead
    return _I_SPOKE.search(scene.text, max(start, end - _LONGEST), end) is not None


def _is_new(scene: Scene, turn: Turn) -> bool:
    start = turn.tag[0] if turn.tag is not None else 0
    return scene.text[start : start + 3].lower().startswith(("a ", "an "))


def _there(scene: Scene, number: int) -> set[int | None]:
    """Return whom tags show to speak right before a turn: their voices are known, and «said a voice» is another's."""
    turn = scene.turns[number]
    lately = scene.turns[max(0, number - _LATELY) : number]
    return {shown_by(other) for other in lately if other.section == turn.section} - {turn.tag_entity}


def _acting_lately(scene: Scene, turn: Turn) -> set[int | None]:
    """Return whom the narration has just told of by name: «said a man» is another's, unless «It was Tom» follows."""
    start, end = turn.tag if turn.tag is not None else (turn.start, turn.start)
    lately = (seen for seen in scene.narration.back(start, _BACK) if seen.role == "subject")
    found: set[int | None] = {seen.entity for seen in lately if start - seen.start < _NEAR}
    behind = scene.narration.between(end, end + _REVEALED)
    shown = {seen.entity for seen in behind if scene.text.endswith("It was ", end, seen.start)}
    return found - {turn.tag_entity} - shown


def sole_actor(scene: Scene, turn: Turn) -> int | None:
    """Return who, with a name, alone acts between two pieces of a turn: «"Stop it." Ann rose. "Go."»."""
    if turn.kind != "beat" or len(turn.parts) < 2 or turn.beat_narrator:
        return None
    start, end = turn.parts[0][1], turn.parts[1][0]
    seen = scene.narration.between(start, end)
    acting = {other.entity for other in seen if other.role == "subject"}
    if len(acting) != 1 or seen[0].entity not in acting or scene.text[start : seen[0].start].strip(_MARKS):
        return None
    actor = seen[0].entity
    called = any(vocative.entity == actor for vocative in turn.vocatives)
    return None if called or actor >= len(scene.words.names) else actor


def _may_be_described(scene: Scene, turn: Turn, entity: int) -> bool:
    """Tell whether a tag that describes the speaker may mean an entity.

    «Said his wife» is not said of him, «said my wife» not of who tells it, «said the miller» not of the baker.
    """
    if entity == turn.tag_entity:
        return True
    if entity == turn.owner or (turn.owner in ("my", "our") and entity == scene.narrator):
        return False
    own = scene.head(turn.tag_entity) if turn.tag_entity is not None else ""
    other = scene.head(entity)
    return not own or not other or own == other or is_generic(own) or is_generic(other) or own in _VOICES


def read_board(scene: Scene, number: int, rules: Sequence[Rule]) -> Board:
    """Return what some rules note of a turn, in their order."""
    board = Board()
    for rule in rules:
        rule(scene, number, scene.turns[number], board)
    return board
