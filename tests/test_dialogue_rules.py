"""Every rule of the dialogue ranker: a turn where it speaks for one person, and another person for whom it does not."""

from functools import cache

import pytest

from quotex.detect.detector import QuoteDetector
from quotex.lexicon import load_table
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.story.candidates import Board
from quotex.resolve.story.evidence import OF_TAG
from quotex.resolve.story.features.rules import RULES as RULES_IN_ORDER
from quotex.resolve.story.features.rules import TABLE, UNTOLD, read_board
from quotex.resolve.story.weigh import Reading

FIRE = """Anna Pell shut the door. Tom Ruddock stood by the fire. "It is late," said Anna.

"You knew that, Anna," Tom said. "I told Mary Finch."

"And what did Mary say?"

Tom laughed. "Nothing at all."

Anna sat down. "Then we wait," she said.

"Good night, sir," he said to her.

He took his hat. "Till Sunday."
"""

DARK = """Anna Pell came in and shut the door behind her. The room was dark and it smelt of smoke and old apples.

"It is late."

"Where is Tom Ruddock?" asked Mary Finch.

"Gone, madam," said Anna.

Tom's coat hung on the door.

"I wonder why," she said, turning to Mary.

"Ask him, my boy." Anna smiled at the fire.

"No," I said.
"""

BRIDGE = """Anna Pell had walked all the way from the mill, and her boots were wet. She thought of the letter again.

"I saw Tom Ruddock at the bridge," said Mary Finch.

"He lies," she said to him.

"Who lies?"

"Tom lies."

He turned to the window and said nothing for a while. Then Tom Ruddock looked round and smiled:

"Madam, I never lie."

She laughed at that.

"Anna laughs," said Tom.

Mary took her hat:

"Good night, sir."
"""

MILL = (
    "Anna Pell worked at the mill. "
    + "The wheel turned and the water ran under the stones. " * 12
    + """

"It never stops."

"It stops on Sundays," said Tom Ruddock.

"Not this one," said Anna.
"""
)

# Two who talk a lot in the same way, and one who hardly says a word.
FORGE = """Anna Pell and Tom Ruddock stood in the forge with Mary Finch. The fire had burnt low, and the wind came
under the door. Anna took the tongs from the wall and turned them over in her hands. Tom sat down by the anvil.

"""
QUARREL = """"The bellows were patched with good leather last autumn, Thomas, and they leak again already," said Anna.

"Give me a shilling and I will mend whatever you like before the market opens tomorrow," said Tom.

"You mended them with string, Thomas, and string burns whenever the coals are properly hot," said Anna.

"Then pay me two shillings, since leather is dear and my knife wants a new handle," said Tom.

"Leather costs nothing when the tanner owes us for eleven horseshoes and a cracked anvil," said Anna.

"The tanner pays nobody, as every child between here and the river could have told you," said Tom.

"We shall see about the tanner when the coals are out and the horses stand in the stable," said Anna.

"I would rather see two shillings on the table, and a third for the boy who holds the lamp," said Tom.

"Good leather, Thomas, patched properly, lasts until the coals of ten autumns are burnt," said Anna.

"So do shillings, when one keeps them under the floor and shuts the door upon the tanner," said Tom.

"""
FORGE += (
    QUARREL * 2
    + """"Good evening to you both," said Mary.

"The coals are hot, Thomas, and the bellows leak again."

"Mary wants her two shillings back," said Tom.

"Mary Finch, you may shut the stable."

"She has shut it already," he said.

"Tom never saw it shut."
"""
)

# A chain of pronouns, a paragraph that ends behind its own quotation, and one who is named only later.
QUAY = """Anna Pell came down to the quay with a lamp. She set it on the wall and looked at the water.

"It is late," she said.

"The boat is later." He pulled his collar up. Tom Ruddock had waited there since noon.

"Then we go without it."

She took the lamp again.

"Without it?" said Tom. Anna nodded:

"By the road."

"There is no road," said Tom. Mary Finch came up behind them.

"There is now."
"""

TEA = """Mrs. Pell poured the tea for Tom Pell and Mary Finch.

"My name is Mary Finch."

"Sit down," said the old woman.

"He is late," said Tom.

"He always is," said his sister. Tom sighed.
"""

# feature: text, number of the turn, who it speaks for, and whom it leaves alone.
RULES = {
    "tag.same": (FIRE, 0, "Anna", "Tom"),
    "own_name": (TEA, 0, "Mary Finch", "Tom"),
    "noun_title.womanold.mrs": (TEA, 1, "Mrs. Pell", "Mary Finch"),
    "noun.family": (TEA, 3, "Mrs. Pell", "Mary Finch"),
    "vocative_after": (FIRE, 0, "Anna", "Tom"),
    "anchor_after": (FIRE, 0, "Tom", "Anna"),
    "beats_after": (FIRE, 0, "Tom", "Anna"),
    "vocative_in": (FIRE, 1, "Anna", "Tom"),
    "beat_after": (FIRE, 1, "Tom", "Anna"),
    "vocative_before": (FIRE, 2, "Anna", "Tom"),
    "beat": (FIRE, 3, "Tom", "Anna"),
    "beat_before": (FIRE, 3, "Tom", "Anna"),
    "beats_before": (FIRE, 4, "Tom", "Anna"),
    "tag_gender.agree": (FIRE, 4, "Anna", "Tom"),
    "gender": (FIRE, 4, "Anna", "Tom"),
    "recent_fitting": (FIRE, 4, "Anna", "Tom"),
    "recent_fitting_subject": (FIRE, 4, "Anna", "Tom"),
    "anchor_before_fitting": (FIRE, 4, "Anna", "Tom"),
    "beat_gender.agree": (FIRE, 6, "Tom", "Anna"),
    "lead_short": (DARK, 0, "Anna", "Mary"),
    "recent": (DARK, 0, "Anna", "Mary"),
    "recent_subject": (DARK, 0, "Anna", "Mary"),
    "narrator": (DARK, 0, "I", "Anna"),
    "addressed": (DARK, 2, "Mary", "Anna"),
    "named_before": (DARK, 2, "Tom", "Anna"),
    "tail": (DARK, 2, "Tom", "Anna"),
    "frequent": (DARK, 2, "Anna", "Tom"),
    "anchor_before": (DARK, 3, "Mary", "Tom"),
    "anchor_after_fitting": (DARK, 3, "I", "Tom"),
    "recent_owner": (DARK, 3, "Tom", "Mary"),
    "recent_other": (DARK, 4, "Mary", "Tom"),
    "lead_gender.short.agree": (BRIDGE, 0, "Anna", "Tom"),
    "named_in": (BRIDGE, 0, "Tom", "Anna"),
    "named_after": (BRIDGE, 2, "Tom", "Mary"),
    "sir_after.loose1.agree": (BRIDGE, 3, "Mary", "Tom"),
    "tail_gender.agree": (BRIDGE, 3, "Tom", "Anna"),
    "lead_colon": (BRIDGE, 4, "Tom", "Mary"),
    "sir_before.loose1.agree": (BRIDGE, 5, "Mary", "Tom"),
    "sir_in.clash": (BRIDGE, 6, "Mary", "Tom"),
    "lead_long": (MILL, 0, "Anna", "Tom"),
    "partner_before": (FORGE, 1, "Tom", "Anna"),
    "partner_after": (FORGE, 0, "Anna", "Tom"),
    "close_before.5": (FORGE, 21, "Tom", "Mary"),
    "close_behind.1": (FORGE, 20, "Tom", "Anna"),
    "tags_around.most": (FORGE, 21, "Anna", "Mary"),
    "voice.2": (FORGE, 21, "Anna", "Tom"),
    "voice_lag.0": (FORGE, 21, "Anna", "Tom"),
    "chain_tag": (QUAY, 0, "Anna", "Tom"),
    "chain_beat": (FIRE, 6, "Tom", "Anna"),
    "chain_lead": (QUAY, 0, "Anna", "Tom"),
    "chain_tail": (QUAY, 2, "Anna", "Tom"),
    "later": (QUAY, 4, "Tom", "Anna"),
    "run.1.in": (QUAY, 4, "Tom", "Anna"),
    "manner.used": (FORGE, 21, "Anna", "Mary"),
}
# Told of the choice as a whole, or by the tag's kind: `reasons` and `turntaking` are tested in test_dialogue; those of
# the second reading in test_rereading.
ELSEWHERE = {
    "tag_name", "tag_pronoun", "tag_nominal", "tag_narrator", "same_speaker", "alternation", "new_voice",
    "change_of_speaker", "part", "around", "spoken_near", "spoken_around", "spoken_wide", "spoken_scene", "steps_apart",
    "words_like", "words_lag", "habit_like", "habit_lag", "calls", "speaks_of", "beside_before", "beside_after",
    "pronouns", "same_noun", "told_pronoun", "told_name", "told_nominal",
}  # fmt: skip


@cache
def features(text: str) -> list[dict[str, set[str]]]:
    """The features of each candidate, by name and by the first word of it, turn by turn."""
    document = Document(text)
    cast = build_cast(document)
    scene = Reading(document, QuoteDetector().detect(document, kinds=["direct"]), cast).scene
    found = []
    for number in range(len(scene.turns)):
        board = read_board(scene, number, RULES_IN_ORDER)
        named = [(e, names) for e, names in board.features.items() if 0 <= e < len(cast.entities)]
        whole = {cast.entities[e].name: set(names) for e, names in named}
        found.append({name.split()[0]: names for name, names in whole.items()} | whole)
    return found


def has(names: set[str], rule: str) -> bool:
    """Whether a feature or one of its finer forms is among them."""
    return any(name == rule or name.startswith(rule + ".") for name in names)


@pytest.mark.parametrize("rule", RULES)
def test_rule_speaks_for_one_and_not_for_the_other(rule: str) -> None:
    text, turn, one, other = RULES[rule]
    candidates = features(text)[turn]
    assert has(candidates[one], rule)
    assert not has(candidates.get(other, set()), rule)


def test_a_shared_title_makes_no_family() -> None:
    text = 'Mr. Pell poured the tea for Mr. Finch.\n\n"Sit down," said Mr. Pell.\n\n"He is late," said his brother.\n'
    assert has(features(text)[1]["Mr. Finch"], "noun.no_family")


def test_whom_the_tag_names_has_no_rival() -> None:
    document = Document(FIRE)
    cast = build_cast(document)
    reading = Reading(document, QuoteDetector().detect(document, kinds=["direct"]), cast)
    told = [board.features for turn, board in zip(reading.turns, reading.boards, strict=True) if turn.told]
    assert told == [{cast.find("Anna Pell"): ["tag.same"]}, {cast.find("Tom Ruddock"): ["tag.same"]}]


def test_every_rule_has_a_name_a_sentence_and_a_text() -> None:
    names = [rule.__name__ for rule, _ in TABLE]
    assert len(set(names)) == len(names)
    told = {row[0] for row in load_table("rules")} | OF_TAG | UNTOLD
    tested = {rule.split(".")[0] for rule in RULES} | ELSEWHERE | OF_TAG | UNTOLD
    for rule, noted in TABLE:
        stems = [{name, name.rpartition("_")[0]} for name in noted]
        assert all(stem & told for stem in stems), rule.__name__
        assert all(stem & tested for stem in stems), rule.__name__


def test_rules_note_what_the_table_says() -> None:
    texts = [row[0] for row in RULES.values()]
    for text in dict.fromkeys(texts):
        document = Document(text)
        scene = Reading(document, QuoteDetector().detect(document, kinds=["direct"]), build_cast(document)).scene
        for number, turn in enumerate(scene.turns):
            proposed = read_board(scene, number, RULES_IN_ORDER)
            for rule, noted in TABLE:
                board = Board()
                board.features = {entity: [] for entity in proposed.features}
                rule(scene, number, turn, board)
                found = {feature.partition(".")[0] for names in board.features.values() for feature in names}
                assert found <= set(noted), rule.__name__


def test_every_rule_that_is_explained_is_tested() -> None:
    """The dialogue rules of rules.tsv are those above."""
    told = [row[0] for row in load_table("rules")]
    dialogue = set(told[told.index("tag") :]) - {"as_written"}
    assert dialogue <= {rule.split(".")[0] for rule in RULES} | ELSEWHERE
