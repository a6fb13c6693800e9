"""People whom a story describes, and people it calls by several names."""

from __future__ import annotations

from quotex.detect.detector import QuoteDetector
from quotex.extract import extract_quotes
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.story.weigh import Reading


def speakers(text: str) -> list[str]:
    """The speaker of each direct quotation, in text order."""
    return [a.speaker_name or "" for a in extract_quotes(text) if a.quote.kind == "direct"]


def cast_of(text: str) -> list[str]:
    """The names of everybody in a story."""
    return [member.name for member in build_cast(Document(text)).entities]


STORY = "“Well,” said {a}, and looked up.\n\n“Not today,” said {b}.\n\n“Why not?”\n\n“Because it rains.”\n\n"


def test_a_man_without_a_name_is_meant_by_he() -> None:
    text = (
        "Ada Finch had lived in Harwick all her life. A man in a wet coat stood at the gate.\n\n"
        "“Is this the mill?” said the man.\n\n“It was,” said Ada.\n\n“Then I am late,” he said.\n"
    )
    assert speakers(text) == ["man in a wet coat", "Ada Finch", "man in a wet coat"]


def test_the_wife_of_somebody_with_a_title_has_a_name() -> None:
    text = (
        "Mr. Tolland read the paper and Mrs. Tolland poured the tea.\n\n"
        "“There is a letter,” said Mr. Tolland.\n\n“From whom?” asked his wife.\n\n“From the bank,” he said.\n"
    )
    assert speakers(text) == ["Mr. Tolland", "Mrs. Tolland", "Mr. Tolland"]


def test_an_apposition_tells_who_a_relative_is() -> None:
    text = (
        "Nora kept the shop with her brother Felix, who was older.\n\n“Shut the door,” said Nora.\n\n"
        "“It is shut,” said her brother.\n\n“Then open it,” said Nora.\n"
    )
    assert speakers(text) == ["Nora", "Felix", "Nora"]


def test_a_place_met_in_passing_does_not_speak() -> None:
    text = (
        "She had come by the coach from Brackenthwaite at noon.\n\n“Is anybody there?” she called.\n\n"
        "“Nobody,” said Edith Crane from the stairs.\n\n“I thought so,” she said.\n"
    )
    assert "Brackenthwaite" not in speakers(text)


def test_the_only_lady_of_a_family_is_one_person() -> None:
    text = STORY.format(a="Miss Harrow", b="Tom") * 9 + "Judith Harrow sighed. Judith rose. Miss Judith Harrow left. "
    text += "Judith came back. Then Judith and the dog slept. “Judith,” said Tom. "
    assert sum("Harrow" in name or "Judith" in name for name in cast_of(text)) == 1


def test_a_son_called_by_his_given_name_is_not_his_father() -> None:
    text = STORY.format(a="Mr. Harrow", b="Peter") * 9 + "Mr. Peter Harrow came. Peter Harrow sat down. "
    assert "Mr. Harrow" in cast_of(text)
    assert sum("Harrow" in name or "Peter" in name for name in cast_of(text)) == 2


def test_a_month_can_be_a_name() -> None:
    text = "They saw May Orchard and then May Orchard again, for May Orchard was late. “Yes,” said May. May smiled. "
    assert "May" in cast_of(text)[0]
    assert "May" not in cast_of("“May I come in?” said Ann. “May I?” said Tom.")


def test_a_voice_is_named_whole_and_another_is_somebody_else() -> None:
    text = (
        "“Wake up there!” said a rough voice behind him.\n\n“No,” said the man a little angrily.\n\n"
        "“It is late,” said another.\n"
    )
    assert speakers(text) == ["a rough voice", "man", "another"]


def test_her_voice_is_she() -> None:
    text = (
        "Mr. Tolland read the paper and Mrs. Tolland poured the tea.\n\n"
        "“There is a letter,” said Mrs. Tolland.\n\n“From whom?” said Mr. Tolland.\n\n"
        "“From the bank,” her voice went on.\n"
    )
    assert speakers(text) == ["Mrs. Tolland", "Mr. Tolland", "Mrs. Tolland"]


def test_he_is_the_stranger_where_no_man_has_a_name() -> None:
    text = (
        "The stranger came early one morning in March and flung his bag down in the Ferry Inn.\n\n"
        "“A room,” he cried, “and a fire!”\n\nMrs. Dunn lit the fire and left him there.\n\n"
        "“May I take your coat, sir?” she said when she came back.\n\n“No,” he said without turning round.\n\n"
        "“Very well, sir,” said Mrs. Dunn.\n"
    )
    assert speakers(text) == ["stranger", "Mrs. Dunn", "stranger", "Mrs. Dunn"]


def test_he_is_a_man_with_a_name_where_there_is_one() -> None:
    text = (
        "Mr. Hobb came early one morning in March. The stranger at the gate flung his bag down.\n\n"
        "“A room,” he cried, “and a fire!”\n\n“Very well, Mr. Hobb,” said Mrs. Dunn.\n"
    )
    assert speakers(text) == ["Mr. Hobb", "Mrs. Dunn"]


def test_one_of_the_men_is_recalled_by_no_noun() -> None:
    document = Document("The top of the hill was bare.\n\n“Come,” said one of the men.\n\n“Why?” said another.\n")
    reading = Reading(document, QuoteDetector().detect(document, kinds=["direct"]), build_cast(document))
    assert reading.unnamed.names == ["one of the men", "another"]
    assert reading.unnamed.heads(False) == []


def calling(answer: str) -> str:
    """A story in which Philippa calls Ned three times, each time with the same answer."""
    text = "Lord Wexcombe stood by the fire, and Philippa Dorne sat at the piano. The rain fell on the lawn.\n\n"
    for word in ("a letter", "some tea", "the paper"):
        text += f"“Will you have {word}, Ned?” asked Philippa.\n\n{answer}\n\n"
    return text


def test_a_name_that_is_only_called_is_a_form_of_the_one_who_answers() -> None:
    found = extract_quotes(calling("“By all means,” said Lord Wexcombe."))
    forms = {entity.name: dict(entity.forms) for entity in found.cast}
    assert forms["Lord Wexcombe"] == {"Lord Wexcombe": 4, "Ned": 3}
    assert "Ned" not in forms
    assert {a.addressee.name for a in found if a.addressee} == {"Lord Wexcombe"}


def test_a_name_that_is_called_stays_when_tags_name_its_bearer_too() -> None:
    found = extract_quotes(calling("“By all means,” said Lord Wexcombe.\n\n“Never,” said Ned."))
    assert "Ned" in [entity.name for entity in found.cast]


def test_a_name_that_is_called_is_not_that_of_somebody_of_the_other_sex() -> None:
    found = extract_quotes(calling("“By all means,” said Mrs. Wexcombe."))
    assert "Ned" in [entity.name for entity in found.cast]


def test_a_name_of_the_given_cast_is_joined_with_nobody() -> None:
    found = extract_quotes(calling("“By all means,” said Lord Wexcombe."), speakers=["Ned", "Lord Wexcombe"])
    assert {"Ned", "Lord Wexcombe"} <= {entity.name for entity in found.cast}


def test_a_name_by_which_the_narrator_is_called_is_nobody_elses() -> None:
    text = "Lord Wexcombe stood by the fire, and I sat at the piano. The rain fell on the lawn.\n\n"
    for word in ("a letter", "some tea", "the paper"):
        text += f"“Will you have {word}, Ned?” he asked.\n\n“Not yet,” I said.\n\n“Very well,” said Lord Wexcombe.\n\n"
    forms = {entity.name: dict(entity.forms) for entity in extract_quotes(text).cast}
    assert "Ned" not in forms["Lord Wexcombe"]


def test_a_voice_of_somebody_is_the_one_who_speaks() -> None:
    text = (
        "The hall was dark. Ada Finch held the lamp, and Tom Reed went first.\n\n"
        "“Who is there?” Ada's thin voice asked.\n\n“A friend,” said the voice of Tom.\n"
    )
    assert speakers(text) == ["Ada Finch", "Tom Reed"]


def test_nanny_is_somebody_without_an_article() -> None:
    text = "Ada Finch ran down the stairs. Nobody had called her.\n\n“Your hands are wet,” nanny said.\n"
    assert speakers(text) == ["nanny"]


def test_the_girl_is_no_man() -> None:
    text = (
        "Mr. Vance put the lamp on the table. A small girl had come in behind him.\n\n"
        "“Is it broken?” said the girl.\n\n“It is,” said Mr. Vance.\n\n“I never touched it,” said the girl.\n"
    )
    assert speakers(text) == ["girl", "Mr. Vance", "girl"]


def test_a_lad_is_the_boy_met_before() -> None:
    text = (
        "Captain Orme stopped. A small boy was sitting on the wall, and the child looked at him.\n\n"
        "“Are you lost?” asked Captain Orme.\n\n“No,” said the boy.\n\n“Then what is it?” asked Captain Orme.\n\n"
        "“My dog is,” said the lad.\n"
    )
    assert speakers(text) == ["Captain Orme", "boy", "Captain Orme", "boy"]


def test_a_man_heard_long_before_another_is_somebody_else() -> None:
    idle = "The rain went on over the roofs and the yard. " * 40
    text = (
        "“Stand still.” A man’s voice in the dark made her start.\n\n“Why?” she said.\n\n“You will see,” he said.\n\n"
        f"{idle}\n\n“Good morning,” said the young man at the desk.\n\n“Good morning,” said the lady.\n"
    )
    found = speakers(text)
    assert found[2] == "a man" and found[3] == "young man"


def test_the_voice_of_a_girl_is_a_girl() -> None:
    text = "Mr. Pratt knocked at the door.\n\n“Come in,” called a girl’s voice.\n\n“Thank you,” said Mr. Pratt.\n"
    assert speakers(text) == ["a girl", "Mr. Pratt"]


def test_whom_he_speaks_to_is_not_who_speaks() -> None:
    text = (
        "Mr. Weller rose and shook Dunn by the hand, and gave Dunn his chair, and put more coal on for Dunn.\n\n"
        "“This is a strange hour,” said he to Dunn, “for a call.”\n"
    )
    assert speakers(text) == ["Mr. Weller"]


def test_one_i_said_tells_a_narrator_when_the_narration_says_i() -> None:
    text = (
        "My uncle looked at me over the paper. I was eating and I did not stop; my mind was on the river.\n\n"
        "“So your friend is gone,” he told me. “You’ll be sorry.”\n\n“Who?” said I.\n\n“Old Martin,” said my uncle.\n\n"
        "“Is he dead?”\n\n“Mr. Croft here has just told us.”\n\nI knew that they watched me, so I ate on.\n"
    )
    assert speakers(text)[1] == "I"
    third = "She read the note.\n\n“No,” I said to her then, it began, and she smiled.\n\n“Is it bad?” asked Tom.\n\n"
    assert "I" not in speakers(third + "“Not at all,” said Ada.\n\n" + "The rain fell. " * 40)


def test_a_rank_written_small_is_its_only_bearer() -> None:
    text = (
        "General Reed came in with Captain Lowe. “Sit down,” said Ann.\n\n"
        "The general took a chair. “I have news.”\n\n“What news?” said Ann.\n\nThe general smiled. “Wait and see.”\n"
    )
    assert speakers(text) == ["Ann", "General Reed", "Ann", "General Reed"]


def test_a_duchess_of_a_place_is_the_duchess() -> None:
    text = STORY.format(a="the Duchess of Westmarch", b="Ann") + "“Quite so,” said the Duchess.\n"
    assert cast_of(text) == ["Duchess of Westmarch", "Ann"]


def test_madame_is_a_countess_abroad_and_no_english_lady() -> None:
    abroad = "“Well,” said Madame Orlova.\n\n“Not today,” said Ann.\n\n“Why not?” said Countess Orlova.\n"
    assert len(cast_of(abroad)) == 2
    home = "“Well,” said Mrs. Hale.\n\n“Not today,” said Ann.\n\n“Why not?” said Lady Hale.\n"
    assert len(cast_of(home)) == 3


def test_a_woman_driver_is_not_the_woman_at_the_window() -> None:
    text = (
        "A woman driver climbed down and slammed the door of the van.\n\n“Mind the step, Oskar,” she said.\n\n"
        "She pushed the trolley to the hatch where a woman waited. The woman counted the crates.\n\n"
        "“Is that all?” said the woman.\n"
    )
    assert speakers(text) == ["a woman driver", "woman"]


def test_who_hears_her_say_it_is_not_she() -> None:
    text = (
        "Ann stood behind the shed when her mother came round the corner with Mr. Reed.\n\n"
        "“Did the pump freeze again?” Ann heard her say.\n\n“Twice,” said Mr. Reed.\n"
    )
    assert speakers(text)[0] != "Ann"


def _said(text: str) -> list[str | None]:
    return [a.speaker_name for a in extract_quotes(text)]


def test_who_is_described_with_a_phrase_behind_the_noun_acts() -> None:
    text = (
        "The woman in the yellow apron has been up since four.\n\n“Two loaves,” she says.\n\n"
        "“They’re still hot, madam.” The baker looks at the floor.\n\n“I can wait.”"
    )
    assert _said(text) == ["woman in the yellow apron", "baker", "woman in the yellow apron"]


def test_two_nouns_of_one_kind_that_the_scene_brings_in_apart_are_two() -> None:
    text = (
        "The boy behind the counter yawned. A man with a child on his arm came in.\n\n“We want the red one,” the child "
        "said.\n\n“It isn’t for sale,” the boy said.\n\n“Then the blue one,” said the man."
    )
    assert _said(text) == ["child", "boy", "man with a child on his arm"]


def test_a_name_alone_is_not_that_of_who_spoke_before() -> None:
    text = "They sat in the tent, the sergeant and the boy.\n\n‘You have a sister,’ the sergeant said.\n\n‘Rosalind.’"
    assert _said(text)[0] == "sergeant"
    called = "‘You are late,’ the sergeant said.\n\n‘I am sorry, Mr. Pell,’ said the boy."
    assert _said(called)[0] == "Mr. Pell"


def test_how_somebody_speaks_is_no_part_of_what_he_is_called() -> None:
    text = "A young man with a cane stood up.\n\n“No,” said the young man in a hard voice.\n\n“No?” said Ann."
    assert _said(text) == ["young man with a cane", "Ann"]
    assert _said("“No,” said the man in a whisper.\n\n“No?” said Ann.") == ["man", "Ann"]


def test_who_comes_in_later_is_not_the_old_man_who_has_spoken() -> None:
    text = (
        "There was an old man who kept bees.\n\n“They are late,” said the old man.\n\n“Who is?” said his daughter.\n\n"
        "“The bees,” said the old man. Then a man in a grey coat came up the path, and the dog barked.\n\n"
        "“Sit down,” said the old man."
    )
    assert _said(text)[0] == _said(text)[2] == _said(text)[-1] == "old man"
    same = "“They are late,” said the man. He was a man in a grey coat.\n\n“Who is?” said Ann.\n\n“Bees,” said the man."
    assert _said(same)[0] == _said(same)[-1] == "man in a grey coat"


def test_a_stranger_is_nobody_whom_the_story_knows_already() -> None:
    text = (
        "“Morning, Hal,” said Owen Pratt.\n\n“Morning,” said Hal. Owen turned and saw a man come up the track.\n\n"
        "“Ma’am,” said the stranger to Hal’s wife, “I am dry.”\n\n“So is the well,” said Owen.\n\n"
        "“Then I’ll go,” said the stranger."
    )
    assert _said(text)[2] == _said(text)[4] == "stranger"
    later = "“I am dry,” said the stranger.\n\n“Who are you?” said Hal.\n\n“My name is Ned Poole,” said the stranger."
    assert _said(later) == ["Ned Poole", "Hal", "Ned Poole"]


def test_who_is_called_is_not_the_animal_that_the_narration_tells_apart() -> None:
    text = (
        "‘Parcel!’ called the snail.\n\n‘We want none,’ said Mrs Mobb.\n\n‘It’s for the rat,’ said the snail.\n\n"
        "‘Quill!’ shouted Mrs Mobb up the stairs. ‘A parcel!’\n\n{told}\n\n‘I am coming,’ said Quill.\n"
    )
    other = _said(text.format(told="Now Quill the water rat was in his bath, and Quill sang there."))
    assert other[0] == other[2] == "snail"
    assert _said(text.format(told="Now Quill the garden snail was slow, and the stairs were steep."))[0] == "Quill"
