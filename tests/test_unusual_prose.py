"""Papers, judgments, minutes, sermons, blogs with comments: who says what where neither news nor fiction is usual."""

import pytest

from quotex import extract_quotes


def _told(text: str) -> list[tuple[str | None, str]]:
    return [(a.speaker_name, a.quote.text) for a in extract_quotes(text)]


def _speakers(text: str) -> list[str | None]:
    return [name for name, _ in _told(text)]


_STUDY = """All twelve of the ferry hands whom we met spoke of the fog. Berit, who had been on the boats for thirty \
years, put it so:

    You do not see it. You smell it, and then you go slow. I have never been wrong about it.
{}

Her mate said that it was luck. The boats were sold in the spring, and the quay has been empty since."""


def test_a_bracket_below_words_that_are_moved_in_names_who_spoke() -> None:
    words = "You do not see it. You smell it, and then you go slow. I have never been wrong about it."
    assert ("Berit", words) in _told(_STUDY.format("    (Berit, 58, deckhand)"))
    assert ("Berit", words) in _told(_STUDY.format("    (Berit, deckhand)"))


@pytest.mark.parametrize(
    "bracket", ["    (Emphasis added)", "    (Fieldnotes, March)", "    (London, May)", "    (Emma, chapter 1)"]
)
def test_a_bracket_that_names_nobody_is_no_speaker(bracket: str) -> None:
    told = _speakers(f"{_STUDY.format(bracket)} Emma was read in London.")
    assert not {"Emphasis", "Fieldnotes", "London", "Emma"}.intersection(told)


_BLOG = """The stove in our kitchen
posted by Marte on May 3, 2019 | filed under: soot

I took the door off the stove yesterday, because it smoked and smoked. My sister says that it wants a new pipe, and \
she has never been wrong about pipes.

3 COMMENTS

ola_k
May 3, 2019 at 9:14 pm
Sweep it first!! You always want a new pipe.

siri p.
May 4, 2019 at 7:02 am
What is it burning? You never say.

Marte (author)
May 4, 2019 at 8:30 am
Birch, and my patience.

Leave a reply. Your email address will not be published."""


def test_comments_below_an_article_are_their_writers_and_the_article_is_prose() -> None:
    assert _told(_BLOG) == [
        ("My sister", "that it wants a new pipe"),
        ("ola_k", "Sweep it first!! You always want a new pipe."),
        ("siri p", "What is it burning? You never say."),
        ("Marte", "Birch, and my patience."),
    ]


_MINUTES = """The Council met on Friday at seven.

Mr. HOLM said that the pier was rotten.

Mrs. DAHL asked who would pay.

{}

Mr. HOLM replied that the town would."""


def test_one_label_among_minutes_is_a_turn_of_somebody_they_name() -> None:
    assert ("Mrs. Dahl", "It might be the ferry.") in _told(_MINUTES.format("Mrs. DAHL: It might be the ferry."))
    assert "It might be the ferry." not in [w for _, w in _told(_MINUTES.format("Mr. VIK: It might be the ferry."))]


def test_a_voice_in_brackets_is_nobody_who_spoke_before() -> None:
    text = 'Mr. HOLM said that he would burn the boat. (Laughter, and a voice: "Burn it now!")\n\nThe Council rose.'
    assert _speakers(f"The Council met.\n\n{text}") == ["Mr. HOLM", "a voice"]


_JUDGMENT = """THE HIGH COURT

BETWEEN

Sunniva Moen
                    Plaintiff
and

Torvald Aas
                    Defendant

1. These proceedings concern a goat. It was sold in March.

2. The plaintiff gave evidence that the goat had been sick.

3. The defendant's memory is different. According to him, nobody asked.

4. Mr. Lie, for the plaintiff, submits that the words were a promise."""


def test_the_parties_over_a_judgment_are_plaintiff_and_defendant() -> None:
    found = {words: name for name, words in _told(_JUDGMENT)}
    assert found["that the goat had been sick"] == "Sunniva Moen"
    assert found["nobody asked"] == "Torvald Aas"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dr. Olav Bye, a vet, saw the goat in May. His report states that the wound was old.", "Olav Bye"),
        ("Olav Bye saw the goat in May. His final report states that the wound was old.", "Olav Bye"),
        ("Olav Bye is ten. His school report states that he is idle.", "Olav Bye's school report"),
        ("Food and drink editor Una Pratt said the soup was cold.", "Una Pratt"),
        ("Two of the cooks told us that they had wept; one of them, whom we call Samir, said he had done it for his "
         "mother.", "Samir"),
        ("The firm's view was set out in a circular of March 2001, which stated that the men would pay.", "circular"),
        ("The oldest copy is a note by a user called @finnbo, who wrote that a cousin had seen it.", "user"),
        ("The Synod of Lund was not there. In a letter it regretted the delay and promised to mend the roof.",
         "Synod of Lund"),
        ("Signalman Greta Krohn found the bag. Mrs Krohn said it was empty.", "Greta Krohn"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, speaker: str) -> None:
    names = _speakers(f"The council met in Leeds on Friday, and nobody came to the door.\n\n{text}")
    assert names[-1] in (speaker, f"a {speaker}")


def test_the_writers_father_is_nobody_whom_the_text_names_later() -> None:
    text = """My father planted a plum the year I was born. Every winter he said that he would think about it.

{} told me at the door last week that he had been pruned as well. {} laughed. He said that it hurt."""
    assert _speakers(text.format("Mr Naidoo", "Mr Naidoo"))[0] == "my father"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Safety inspector Rolf Kjus said the rung was sound. The family’s solicitor asked him whether the town had "
         "looked at the tower. He replied that he had seen no paper.", "Rolf Kjus"),
        ("Ruth Calder said the rung was sound. A reporter asked her why. She replied that nobody knew.", "Ruth Calder"),
    ],
)  # fmt: skip
def test_who_is_asked_replies(text: str, speaker: str) -> None:
    for head in ("", "The inquest in Leeds was opened on Friday by the coroner.\n\n"):
        assert extract_quotes(head + text)[-1].speaker_name == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Dr Lindgren told him that digs do not work like that. “Neither do I,” he answered.", "mayor"),
        ("Dr Lindgren nodded and sat down. “Neither do I,” he answered.", "Dr Lindgren"),
    ],
)
def test_who_has_just_told_him_something_does_not_answer(words: str, speaker: str) -> None:
    text = "The council said on Monday that the dig at Lund was late.\n\nAhmet Kaya said it was wet.\n\nThe mayor came."
    text += " He asked whether it was true that there was gold. "
    assert extract_quotes(text + words)[-1].speaker_name == speaker


def test_a_man_at_a_show_once_asked() -> None:
    text = "The guild met in Leeds.\n\nI soak it for two days, and a man at the show once asked me if it was jam."
    assert extract_quotes(text)[-1].quote.source is not None
    assert (_speakers(text)[-1] or "").startswith("a man")
    assert _speakers("The guild met in Leeds.\n\nI soak it all, and once asked about it, I said it was jam.")[-1] == "I"


def test_a_panel_is_no_firm_named_above() -> None:
    text = "Larch Pies Ltd was taken to court in May. Ms Ade ran its shop. Asked by the panel whether she had wept, "
    assert "Larch Pies Ltd" not in _speakers(f"{text}she said that she had not.")


def test_a_sentence_with_a_pronoun_goes_on_with_whoever_the_one_before_brought_in() -> None:
    text = """In this story a man has a plum tree, and he is tired of it. “Cut it down,” he tells the gardener.

And the gardener does not argue. He asks for a year. “Leave it,” he says, “till I have dug round it.”"""
    assert _speakers(f"The parish met on Sunday.\n\n{text}")[-1] in ("gardener", "the gardener")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By noon all looked at the clerk, who had just asked if she might sit, ‘because standing ruins the sleeves’.",
         "if she might sit, ‘because standing ruins the sleeves’"),
        ("The seam was lost. It had, Mr Pike confessed, “gone to mud”.", "It had … “gone to mud”"),
        ("The seam was lost. It was, Mr Pike confessed, “a pity”.", "It was … “a pity”"),
        ("“Unlucky”, a coroner has ruled.", "Unlucky"),
        ("A diver had not been rash but “unlucky”, a coroner has ruled.", "A diver had not been rash but “unlucky”"),
        ("Cllr Vik promised to ask the county on Friday, where, he warned, it would be “last in the queue”.",
         "to ask the county on Friday"),
    ],
)  # fmt: skip
def test_where_words_begin_and_end(text: str, found: str) -> None:
    words = [w for _, w in _told(f"The council met in Leeds on Friday. The mayor said that nobody came.\n\n{text}")]
    assert found in words


def test_a_clause_behind_a_semicolon_has_a_speaker_of_its_own() -> None:
    head = "The clock in the museum in Leeds is loved.\n\n"
    text = "“The hen would not sing,” Ana Ruiz wrote; Bo Lund has replied, “It sang for me.”"
    assert _told(head + text) == [("Ana Ruiz", "The hen would not sing,"), ("Bo Lund", "It sang for me.")]
    text = "“The hen would not sing,” Ana Ruiz wrote; a nun has added, “It sang for me.”"
    assert [words for _, words in _told(head + text)] == ["The hen would not sing,", "It sang for me."]
    text = "“The hen would not sing,” Ana Ruiz wrote; “it sat on its perch.”"
    assert set(_speakers(head + text)) == {"Ana Ruiz"}


def test_words_in_marks_that_touch_are_by_two_who_speak_in_turn() -> None:
    text = """The trial of Rolf Kjus was opened in Leeds on Friday.

Where, Miss Dahl inquired, were the two bears? Mr Kjus said that they had been “resting”. “In Devon?” “They are very \
shy, ma’am.” The judge put down his pen."""
    assert [(name, words) for name, words in _told(text) if words[:2] in ("In", "Th")] == [
        ("Miss Dahl", "In Devon?"),
        ("Rolf Kjus", "They are very shy, ma’am."),
    ]


def test_a_description_in_the_lead_is_the_one_bearer_named_further_down() -> None:
    text = """A ferry hand who drowned in May was unlucky, {} has ruled.

The inquest in Leeds was opened on Friday.

Recording a conclusion of accident, coroner Annika Falk said: “He was careful.”"""
    assert _speakers(text.format("a coroner"))[0] == "Annika Falk"
    assert _speakers(text.format("a judge"))[0] == "a judge"
    text = """A pilot has told an inquiry that the runway was wet.

Tom Hall, {} pilot, told reporters that it was dry."""
    assert _speakers(text.format("another"))[0] == "A pilot"
    assert _speakers(text.format("a"))[0] == "Tom Hall"


@pytest.mark.parametrize("name", ["Ann 'Red' Lee", "Ann “Red” Lee", 'Ann "Red" Lee'])
def test_the_marks_of_a_nickname_part_no_tag(name: str) -> None:
    found = [(a.speaker_name, a.cue_text, a.quote.text) for a in extract_quotes(f"“It was a good night,” {name} said.")]
    assert found == [("Ann Lee", "said", "It was a good night,")]


def test_words_in_single_marks_between_names_are_said() -> None:
    assert ("Ann", "Red") in _told("Ann said 'Red' and Lee left.")


@pytest.mark.parametrize("end", ["", "\n", "\n\nBo left."])
def test_a_quoted_line_without_words_says_nothing(end: str) -> None:
    assert _told(f"Ana Ruiz said that it rained.\n\n  > >{end}") == [("Ana Ruiz", "that it rained")]
    text = f"Here is the mayor, Ana Ruiz, on the flood:\n\n> We are wet. We shall be dry.{end}"
    assert ("Ana Ruiz", "We are wet. We shall be dry.") in _told(text)


def test_another_teacher_is_not_the_one_of_the_lead() -> None:
    text = (
        "A teacher said the school was a “madhouse” on Monday, in a letter to parents.\n\nThe council said it would "
        "look into the letter. Tom Hall, a teacher at {} school, said it was false."
    )
    assert extract_quotes(text.format("another"))[0].speaker_name == "A teacher"
    assert extract_quotes(text.format("the"))[0].speaker_name == "Tom Hall"


def test_a_man_is_who_it_was() -> None:
    text = (
        "Anna lay flat in the ditch and counted the lamps. Nobody had come for an hour, and Tom was late.\n\n“Get "
        "down,” said a man in a low voice. {} “They are on the bridge.”\n\n“How many?” said Anna."
    )
    assert extract_quotes(text.format("It was Tom."))[0].speaker_name == "Tom"
    assert extract_quotes(text.format("He was wet."))[0].speaker_name == "a man"
