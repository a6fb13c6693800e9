"""Every rule of the dialogue ranker: a turn where it speaks for one person, and another person for whom it does not."""

from functools import cache

import pytest

from quotex.detect.detector import QuoteDetector
from quotex.lexicon import load_table
from quotex.read.document import Document
from quotex.resolve.dialogue import Reading
from quotex.resolve.entities import build_cast

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

# feature: text, number of the turn, who it speaks for, and whom it leaves alone.
RULES = {
    "tag.same": (FIRE, 0, "Anna", "Tom"),
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
    "to_her_now.clash": (BRIDGE, 1, "Mary", "Tom"),
    "to_her_before.agree": (BRIDGE, 2, "Tom", "Mary"),
    "named_after": (BRIDGE, 2, "Tom", "Mary"),
    "sir_after.loose1.agree": (BRIDGE, 3, "Mary", "Tom"),
    "tail_gender.agree": (BRIDGE, 3, "Tom", "Anna"),
    "lead_colon": (BRIDGE, 4, "Tom", "Mary"),
    "sir_before.loose1.agree": (BRIDGE, 5, "Mary", "Tom"),
    "sir_in.clash": (BRIDGE, 6, "Mary", "Tom"),
    "lead_long": (MILL, 0, "Anna", "Tom"),
}
# Told of the choice as a whole, or by the tag's kind: `reasons` and `turntaking` are tested in test_dialogue.
ELSEWHERE = {
    "tag_name", "tag_pronoun", "tag_nominal", "tag_narrator", "same_speaker", "alternation", "new_voice",
    "change_of_speaker", "part",
}  # fmt: skip


@cache
def features(text: str) -> list[dict[str, set[str]]]:
    """The features of each candidate, by name, turn by turn."""
    document = Document(text)
    cast = build_cast(document)
    reading = Reading(document, QuoteDetector().detect(document, kinds=["direct"]), cast)
    return [
        {cast.entities[entity].name: set(names) for entity, names in board.features.items() if entity >= 0}
        for board in reading.boards
    ]


def has(names: set[str], rule: str) -> bool:
    """Whether a feature or one of its finer forms is among them."""
    return any(name == rule or name.startswith(rule + ".") for name in names)


@pytest.mark.parametrize("rule", RULES)
def test_rule_speaks_for_one_and_not_for_the_other(rule: str) -> None:
    text, turn, one, other = RULES[rule]
    candidates = features(text)[turn]
    assert has(candidates[one], rule)
    assert not has(candidates.get(other, set()), rule)


def test_every_rule_that_is_explained_is_tested() -> None:
    """The dialogue rules of rules.tsv are those above."""
    told = [row[0] for row in load_table("rules")]
    dialogue = set(told[told.index("tag") :]) - {"as_written"}
    assert dialogue <= {rule.split(".")[0] for rule in RULES} | ELSEWHERE
