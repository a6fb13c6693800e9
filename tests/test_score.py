"""The scorers of benchmarks/, on small cases with known figures."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from benchmarks.score.measures.fiction import b_cubed
from benchmarks.score.measures.figures import assign, best_agreement
from benchmarks.score.measures.letters import match_one_to_one
from benchmarks.score.measures.names import last_name, normal_name
from benchmarks.score.measures.regions import quoted_regions
from benchmarks.score.score import gold_as_prediction, score


def find(text, part, occurrence=0):
    """Return the span [start, end] of the given occurrence of `part` in `text`."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(part, start + 1)
    return [start, start + len(part)]


def record(text, part, speaker=None, kind="direct", cue=None):
    """Build a record for the self-test from pieces of a text."""
    return {
        "kind": kind,
        "spans": [find(text, part)],
        "speaker": speaker
        and {"name": speaker, "text": speaker, "span": find(text, speaker) if speaker in text else None},
        "cue": cue and {"text": cue, "span": find(text, cue)},
    }


def test_quoted_regions():
    """Check the reading of quotation marks."""
    for text, expected in [
        ("He said “yes, sir” and “no”.", ["yes, sir", "no"]),
        ('She said "yes" and "no".', ["yes", "no"]),
        ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
        ('"One.\n\n"Two," he said.', ["One.", "Two,"]),
        ('A 6" pipe.\n\nThe end.', []),
        ("“I saw ‘Go home, Bob’ there,” he said.", ["I saw ‘Go home, Bob’ there,"]),
        ("“He said “go” to me,” she said.", ["He said “go” to me,"]),
        ("“Lost mark. “Found,” he said.", ["Found,"]),
        ("The voters' rights and the '90s weren't lost, 'em said.", []),
        ("Trump: 'I won't do the voters' bidding'", ["I won't do the voters' bidding"]),
        ("``Yes,'' he said.", ["Yes,"]),
        ("(''I will,'' she said.) ''So?''", ["I will,", "So?"]),
        ('<tweet author="x">“Hi you,” he wrote.</tweet>', ["Hi you,"]),
        ("No marks here, don't you think?", []),
    ]:
        found = [text[s:e] for s, e in quoted_regions(text)]
        assert found == expected, (text, found)


def test_tools():
    """Check matching, assignment and names."""
    assert assign([[1, 5, 0], [4, 6, 0]]) == {0: 1, 1: 0}
    assert best_agreement([("a", "X"), ("a", "X"), ("b", "X"), ("a", "Y")]) == 2
    assert best_agreement([("a", "X"), ("b", "X"), ("b", "Y"), ("b", "Y")]) == 3
    assert b_cubed([("a", "X"), ("a", "Y")]) == (1.0, 2.0, 2)
    assert match_one_to_one([{1, 2, 3}, {3}], [{3}, {1, 2}]) == {1: (0, 1.0), 0: (1, 2 / 3)}
    assert normal_name("The Old  Mr. O'Brien") == "mr obrien" and normal_name("The") == "the"
    assert [last_name(n) for n in ("Donald Trump Jr.’s", "Clinton's", None)] == ["trump", "clinton", ""]


def test_news():
    """Check the news metrics on one small article."""
    text = (
        "“We will win,” Ann Smith said Monday.\n\nShe added that the “old ways” must end.\n\n"
        "A “so-called” plan failed, it was reported.\n\n“Ignore me,” read a caption."
    )

    def attribution(n, content, kind, source, head, name, cue):
        return {
            "id": f"E{n}",
            "content": [find(text, content)],
            "kind": kind,
            "cue": [find(text, cue)],
            "source": [find(text, source)] if source else [],
            "source_head": find(text, head) if head else None,
            "source_name": name,
        }

    document = {
        "corpus": "polnear",
        "split": "test",
        "doc": "a",
        "text": text,
        "ignore": [find(text, "“Ignore me,”")],
        "coref": [[find(text, "Ann Smith"), find(text, "She")]],
        "quotes": [
            attribution(1, "“We will win,”", "direct", "Ann Smith", "Smith", "Smith", "said"),
            attribution(2, "that the “old ways” must end", "mixed", "She", "She", None, "added"),
            attribution(3, "A “so-called” plan failed", "indirect", "", "", None, "was reported"),
        ],
    }
    document["quotes"][2]["content"] = [find(text, "plan failed")]

    def run(*records):
        return score([document], {"a": list(records)})

    def f1s(part):
        return [row["f1"] for row in part.values()]

    perfect = run(*gold_as_prediction(document))
    assert perfect["passages"] == {
        "p": 1,
        "r": 1,
        "f1": 1,
        "hits": 2,
        "predicted": 2,
        "gold": 2,
        "left_out": 1,
    }
    assert perfect["speakers"]["strict"]["end to end"]["f1"] == 1 and perfect["cues"]["f1"] == 1
    assert f1s(perfect["attributions"]["content"]) == f1s(perfect["attributions"]["content and speaker"]) == [1, 1, 1]
    assert all(k["content"]["value"] == 1 for k in perfect["recall by gold kind"].values())
    empty = run()
    assert empty["passages"]["f1"] == empty["cues"]["f1"] == empty["speakers"]["lenient"]["accuracy"]["value"] == 0
    assert f1s(empty["attributions"]["content"]) == [0, 0, 0]

    def who(name):
        return run(record(text, "We will win", name))["speakers"]

    assert (
        who("Ann Smith")["strict"]["accuracy"]["hits"],
        who("Ann Smith")["lenient"]["accuracy"]["hits"],
    ) == (1, 1)
    assert (who("She")["strict"]["accuracy"]["hits"], who("She")["lenient"]["accuracy"]["hits"]) == (0, 1)
    assert (
        who("Dr. Smith")["strict"]["accuracy"]["hits"],
        who("Dr. Smith")["lenient"]["accuracy"]["hits"],
    ) == (0, 1)
    assert who("Monday")["lenient"]["accuracy"]["hits"] == who(None)["lenient"]["accuracy"]["hits"] == 0
    assert who("Ann Smith said")["strict"]["accuracy"]["hits"] == 1  # 8 of 12 letters in the source
    assert who("Ann Smith said Monday")["strict"]["accuracy"]["hits"] == 0  # 8 of 18
    assert who("Ann")["strict"]["accuracy"]["hits"] == 0  # does not cover the head

    long = run(record(text, "“We will win,” Ann Smith said", "Ann Smith"))
    assert long["passages"]["hits"] == 1  # the passage is claimed all the same
    assert f1s(long["attributions"]["content"]) == [0, 0, 0]  # but 9 of 21 letters is no match
    scare = run(record(text, "so-called"), record(text, "Ignore me"))
    assert (scare["passages"]["hits"], scare["passages"]["predicted"]) == (0, 1)
    assert scare["attributions"]["content"]["0.5"]["predicted"] == 1  # the ignored record is left out
    assert run(record(text, "plan failed"))["attributions"]["content and speaker"]["0.5"]["predicted"] == 0


def test_novels():
    """Check the metrics for novels on one small dialogue."""
    text = '"Come in," said Mr. Gray, "and sit." "Thank you," said Ann. "Tea?"'
    document = {
        "corpus": "pdnc",
        "split": "test",
        "doc": "n",
        "text": text,
        "characters": [{"name": "Mr. Gray", "aliases": ["Old Gray", "he"]}, {"name": "Ann", "aliases": []}],
        "quotes": [
            {
                "id": "1",
                "spans": [find(text, "Come in,"), find(text, "and sit.")],
                "speaker": "Mr. Gray",
                "type": "Explicit",
            },
            {"id": "2", "spans": [find(text, "Thank you,")], "speaker": "Ann", "type": "Anaphoric"},
            {"id": "3", "spans": [find(text, "Tea?")], "speaker": "Mr. Gray", "type": "Implicit"},
        ],
    }

    def run(*records):
        return score([document], {"n": list(records)})

    perfect = run(*gold_as_prediction(document))
    assert perfect["spans"]["f1"] == perfect["speakers"]["all"]["value"] == perfect["speakers"]["mapped"]["value"] == 1
    empty = run()
    assert empty["spans"]["f1"] == empty["speakers"]["all"]["value"] == empty["speakers"]["mapped"]["value"] == 0

    joined = {"kind": "direct", "spans": [find(text, "Come in"), find(text, "and sit")]}

    def named(name):
        return dict(joined, speaker={"name": name})

    def right(name):
        return run(named(name))["speakers"]["Explicit"]["hits"]

    assert right("the old Gray") == right("Mr Gray") == 1 and right("he") == right("Ann") == right("") == 0
    wrong = run(named("A"), record(text, "Thank you", "B"), record(text, "Tea", "A"))
    assert wrong["speakers"]["all"]["hits"] == 0 and wrong["speakers"]["mapped"]["hits"] == 3
    half = run(record(text, "and", "Mr. Gray"))
    assert half["found"]["hits"] == half["spans"]["hits"] == 0
    assert run(dict(joined, kind="indirect"))["spans"]["predicted"] == 0
    long = run(record(text, '"Thank you," said Ann. "Tea?"', "Ann"))
    assert long["spans"]["hits"] == 0 and long["speakers"]["Anaphoric"]["hits"] == 1


def test_litbank():
    """Check the LitBank metrics on one small dialogue."""
    text = "“ One , ” said A . “ Two . ” “ Three . ” “ Four . ”"
    document = {
        "corpus": "litbank",
        "split": "test",
        "doc": "l",
        "text": text,
        "quotes": [
            {"id": w, "spans": [find(text, w)], "speaker": s}
            for w, s in (("One", "A-1"), ("Two", "B-2"), ("Three", "A-1"), ("Four", "B-2"))
        ],
    }

    def run(*records):
        return score([document], {"l": list(records)})

    perfect = run(*gold_as_prediction(document))
    assert perfect["spans"]["f1"] == perfect["b-cubed"]["f1"] == perfect["mapped"]["value"] == 1
    assert run()["spans"]["f1"] == run()["b-cubed"]["f1"] == run()["mapped macro"] == 0
    same = run(*(record(text, w, "X") for w in ("One", "Two", "Three", "Four")))
    assert (same["b-cubed"]["p"], same["b-cubed"]["r"], same["mapped"]["hits"]) == (0.5, 1.0, 2)
    none = run(*(record(text, w, "he") for w in ("One", "Two", "Three", "Four")))
    assert (none["b-cubed"]["p"], none["b-cubed"]["r"], none["mapped"]["hits"]) == (1.0, 0.5, 0)
