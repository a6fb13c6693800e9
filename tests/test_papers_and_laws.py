"""Scholars by surname and year, sections of laws, parties in a judgment, accounts with a sign: who reports there."""

import pytest

from quotex import QuoteDetector, extract_quotes

_BEFORE = "The meeting was held on Monday in the old hall. Nobody was late.\n\n"


def _told(text: str) -> list[tuple[str | None, str]]:
    return [(a.speaker_name, a.quote.text) for a in extract_quotes(_BEFORE + text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Holt (2009) argues that the ferry was a hobby, while Odede (2016) holds that it was a trade.", "Holt",
         "that the ferry was a hobby"),
        ("Holt (2009) argues that the ferry was a hobby, while Odede (2016) holds that it was a trade.", "Odede",
         "that it was a trade"),
        ("Pratt (1987) claims that the strike failed, whereas Lane (1994: 12) shows that it was called off.", "Pratt",
         "that the strike failed"),
        ("Holt (2009) argues that the ferry was a hobby, while the toll was a trade that paid.", "Holt",
         "that the ferry was a hobby, while the toll was a trade that paid"),
    ],
)  # fmt: skip
def test_scholars_set_against_each_other_report_each_their_own(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in _told(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Section 4(1) of the Act of 1997 provides that no ferry shall be late by reason of the tide.",
         "Section 4(1) of the Act of 1997"),
        ("Article 12(3)(b) of the Rules requires that the master keep a log.", "Article 12(3)(b) of the Rules"),
        ("The lease provides that the roof is kept dry.", "lease"),
        ("The law school provides that sort of help.", None),
    ],
)  # fmt: skip
def test_a_law_lays_down_what_its_section_provides(text: str, speaker: str | None) -> None:
    assert [name for name, _ in _told(text)] == ([speaker] if speaker else [])


def test_a_number_in_brackets_behind_a_space_ends_a_source() -> None:
    assert _told("Ann Lee (41) said that it rained.") == [("Ann Lee", "that it rained")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The defendant, who spoke for herself, answers that donkeys bray.", [("defendant", "that donkeys bray")]),
        ("The clerk kept the box, which held answers that nobody had read.", []),
    ],
)
def test_a_verb_behind_the_clause_of_its_subject_is_no_noun(text: str, found: list[tuple[str, str]]) -> None:
    assert _told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("But then let him pay, objects Rav Hanokh, and let her go home.",
         [("Rav Hanokh", "But then let him pay … and let her go home")]),
        ("The gulls left the bay in spring, the paper reports, and the eggs were found later.",
         [("paper", "The gulls left the bay in spring … and the eggs were found later")]),
        ("The shelf held lamps, the reports, nets and ropes.", []),
    ],
)  # fmt: skip
def test_a_verb_between_commas_is_no_noun(text: str, found: list[tuple[str, str]]) -> None:
    assert _told(text) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“They have sold the pier,” writes @harbourwatch.", "@harbourwatch"),
        ("“They have sold the pier,” writes Ann Lee (ann@pier.example).", "Ann Lee"),
    ],
)
def test_an_account_keeps_its_sign(text: str, speaker: str) -> None:
    assert [name for name, _ in _told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lake Erris Barge Cooperative said that it had bought two tugs.", "Lake Erris Barge Cooperative"),
        ("At the lake Ann Lee said that it would freeze.", "Ann Lee"),
        ("Folklorist Ilse Katajainen says that the bell was cursed.", "Ilse Katajainen"),
        ("Sommelier Ilse Katajainen says that the wine was corked.", "Ilse Katajainen"),
    ],
)
def test_names_of_bodies_begin_with_a_lake_and_callings_are_no_names(text: str, speaker: str) -> None:
    assert [name for name, _ in _told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("He recalled a wall ‘you could sit on’.\n\n‘It is gone,’ Ann said.", ["you could sit on", "It is gone,"]),
        ("‘We was goin’, and nobody was stoppin’.\n\n‘It is gone,’ Ann said.",
         ["We was goin’, and nobody was stoppin’.\n\n‘It is gone,"]),
    ],
)  # fmt: skip
def test_a_small_word_before_a_single_mark_is_no_elision(text: str, passages: list[str]) -> None:
    assert [passage.span.text for passage in QuoteDetector().passages(text)] == passages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Counsel for the plaintiff, Mr. Orde S.C., submits that the passage is old.",
         ("Orde S.C.", "that the passage is old")),
        ("The plaintiff says that the wall is dry.", ("plaintiff", "that the wall is dry")),
        ("Lund (2004) posits that the wells were shared.", ("Lund", "that the wells were shared")),
        ("We agree with Okonjo-Rask’s remark that ‘a machine has no neighbour’.",
         ("Okonjo-Rask", "that ‘a machine has no neighbour’")),
        ("We keep in mind a caution of Pell and Osei’s: ‘What they say at night they say by day’.",
         ("Pell and Osei", "What they say at night they say by day")),
        ("According to Tveit and Osei (2015: 9), skill of this sort fades.",
         ("Tveit and Osei", "skill of this sort fades")),
        ("Her manager gave us to understand that she would not be moved.",
         ("her manager", "that she would not be moved")),
        ("Ann Lee moved, and Bo Orr seconded, that the shed be sold. TS proposed, and JG seconded, that it be kept.",
         ("TS", "that it be kept")),
        ("The telegram states that 'certain men' have forgotten their duties and asks for two companies.",
         ("telegram", "that 'certain men' have forgotten their duties")),
        ("The song goes back to the handbills of the 1840s, which assured people that it never rained.",
         ("handbills of the 1840s", "that it never rained")),
    ],
)  # fmt: skip
def test_papers_and_courts_name_their_sources_in_many_ways(text: str, found: tuple[str, str]) -> None:
    assert found in _told(text)


def test_counsel_for_a_party_is_not_the_party() -> None:
    told = _told("Counsel for the plaintiff, Mr. Orde S.C., smiled.\n\nThe plaintiff says that the wall is dry.")
    assert told == [("plaintiff", "that the wall is dry")]


def test_a_party_in_apposition_is_named() -> None:
    told = _told("The plaintiff, Ann Lund, smiled.\n\nThe plaintiff says that the wall is dry.")
    assert told == [("Ann Lund", "that the wall is dry")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its director, Mr. Cleo Tarr—he could teach some of us a thing or two—informs me that the line is long.",
         ("Cleo Tarr", "that the line is long")),
        ("Etta Basson blamed the men; Majda Furlan, her rival, retorted that a man on a ladder is not lazy.",
         ("Majda Furlan", "that a man on a ladder is not lazy")),
        ("Etta Basson blamed the men; later she retorted that a man on a ladder is lazy.",
         ("Etta Basson", "that a man on a ladder is lazy")),
        ("There is a grant for such houses, as several readers pointed out.",
         ("several readers", "There is a grant for such houses")),
        ("The grant is open only to families, a spokesman for the bank confirmed by email.",
         ("spokesman for the bank", "The grant is open only to families")),
        ("The coroner asked, and Strake replied that the river did—a line that nobody liked.",
         ("Strake", "that the river did")),
        ("The coat went to the barber, who told her never to speak of it, which she did not.",
         ("barber", "never to speak of it")),
    ],
)  # fmt: skip
def test_what_stands_around_a_report_is_left_out_of_it(text: str, found: tuple[str, str]) -> None:
    assert found in [((name or "").removeprefix("A ").removeprefix("a "), words) for name, words in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We saw Ann Lee’s plan that matches ours.",
        "The shop sells lamps, as several shops on the pier.",
        "The road was shut by post and rail.",
        "The guests, who had come late, derided the soup as thin, but the cook laughed.",
    ],
)
def test_plans_and_means_report_nothing(text: str) -> None:
    assert _told(text) == []


def test_a_participle_without_any_noun_beside_it_is_read() -> None:
    assert len(extract_quotes(", according to")) == 0


def test_a_report_within_a_report_knows_the_codes_of_its_text() -> None:
    assert len(extract_quotes("said%SAID%said(0")) == 0
