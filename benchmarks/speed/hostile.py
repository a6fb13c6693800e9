"""Time on hostile texts: it must grow in step with length, and the worst may not cost much more than news.

    python -m benchmarks.speed.hostile [--size 1000000] [--stage detect|all] [--only NAME]

Every text is made twice, the second twice as long.  Prints seconds for both, their ratio (at most 2.4 is asked for),
and how many times longer than ordinary news of the same length the text takes (less than 4).  Exits with 1 when a
limit is broken.  Each measurement runs in its own process, and the better of two counts.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from collections.abc import Callable

RATIO, TIMES = 2.4, 4.0


def repeat(piece: str) -> Callable[[int], str]:
    """A text that repeats a piece, whole pieces only: cut short, half a text may be read in another way than the
    whole."""
    return lambda size: piece * (size // len(piece))


def shuffled(pieces: list[str], seed: int = 7) -> Callable[[int], str]:
    """A text of pieces in an order that looks random and never changes."""

    def make(size: int) -> str:
        source = random.Random(seed)
        found, length = [], 0
        while length < size:
            found.append(source.choice(pieces))
            length += len(found[-1])
        return "".join(found)[:size]

    return make


def news(size: int) -> str:
    """Ordinary news, composed of sentences of several shapes, for comparison."""
    source = random.Random(1)
    people = ["Ana Ruiz", "Ben Okafor", "Carla Lindqvist", "Deputy Mayor Joan Pell", "Dr. Samuel Marsh", "Ivy Tan"]
    bodies = ["the harbour board", "the ministry", "Northern Rail", "the teachers' union", "the city council"]
    facts = [
        "the bridge would open in {month}",
        "fares had risen by {n} percent",
        "the talks were going well",
        "nobody had been told about the plan",
        "the company lost ${n} million last year",
    ]
    paragraphs: list[str] = []
    length = 0
    while length < size:
        fact = source.choice(facts).format(month=source.choice(["March", "June"]), n=source.randint(2, 90))
        person, body = source.choice(people), source.choice(bodies)
        shape = source.choice(
            [
                "{p}, who speaks for {b}, said on Tuesday that {f}. The decision is expected next week.",
                "“We did what we could, and {f},” {p} told reporters. “It was never going to be easy.”",
                "According to {b}, {f}. A report published in May had come to another conclusion.",
                "The road runs past the old mill and down to the river, where a dozen boats lie at anchor in winter. {p} "  # noqa: E501
                "has lived there for {n} years, and does not intend to move.",
                "{p} called the offer “a bad joke” and added that {f}.",
            ]
        )
        paragraphs.append(shape.format(p=person, b=body, f=fact, n=source.randint(2, 60)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "news": news,
    "one straight mark": repeat('"'),
    "one single mark": repeat("'"),
    "one mark, spaced": repeat('" '),
    "opening marks": repeat("“"),
    "opening marks before words": repeat("“no "),
    "closing marks after words": repeat("no” "),
    "alternating marks": repeat("“”"),
    "alternating kinds": repeat("“‘"),
    "straight marks between words": repeat('a "b '),
    "single marks between words": repeat("a 'b c' "),
    "short quotations": repeat("“No,” he said. "),
    "quotation a paragraph": repeat("“No,” he said.\n\n"),
    "unclosed paragraphs": repeat("“And so on\n\n"),
    "guillemets": repeat("« a » "),
    "entities": repeat("&quot;a&quot; "),
    "capital words": repeat("Ana "),
    "capital words and commas": repeat("Ana, Ben, "),
    "said": repeat("said "),
    "he said": repeat("he said "),
    "Ana said that": repeat("Ana said that "),
    "said Ana, comma": repeat("said Ana, "),
    "according to": repeat("according to Ana, "),
    "one word": repeat("a"),
    "one capital word": repeat("A"),
    "one number": repeat("7"),
    "sentence that never ends": repeat("the man who saw the dog that bit the cat and "),
    "endless sentence with quotations": repeat("the man saw the dog, and the cook said “no thing,” he said, and "),
    "speech within speech": repeat("“The girl said ‘no,’ she said. "),
    "speech within speech that stops": lambda size: repeat("“The girl said ‘no,’ she said. ")(size) + "“The girl",
    "nicknames": repeat("Ana “Red” Ruiz "),
    "full stops": repeat("."),
    "question marks and spaces": repeat("? "),
    "initials": repeat("A. B. "),
    "abbreviations": repeat("Mr. Dr. St. "),
    "dashes": repeat("— "),
    "dash paragraphs": repeat("— No.\n\n"),
    "colons": repeat("ANA: no\n"),
    "labels": repeat("ANA: no, you did so.\n\nPAUL OTT: I did?\n\n"),
    "labels of many names": lambda size: "".join(f"MR. A{n}B: no, I did.\n" for n in range(size // 20))[:size],
    "labels that stop": repeat("Mr. OTT. No, I did.\nThe CHAIR. You?\n"),
    "labels above words": repeat("ANA (V.O.)\nYou did?\n\nPAUL\nI did.\n\n"),
    "times": repeat("[00:00:01] "),
    "times of subtitles": repeat("1\n00:00:01,000 --> 00:00:02,000\n- You?\n\n"),
    "messages": repeat("[21:12] <ana> no?\n[21:13] <paul> I did\n"),
    "quoted mail": repeat(">"),
    "quoted lines": repeat("> no\n"),
    "mail that says who wrote": repeat("On Monday, Ana Ruiz wrote:\n> no\n\n"),
    "posts of a forum": repeat("#1  ana_r\n3 May 2019\n\nQuote:\n> ben wrote:\n> You did?\n\nI did.\n\n"),
    "headers alone": repeat("ana_r\n3 May 2019\n"),
    "words that are quoted": repeat("Quote:\n"),
    "posts signed below": repeat("Did you? I did.\nasked May 3, 2019 by Ana\n\nI did. – Ben, May 4, 2019\n"),
    "comments and buttons": repeat("ana_r   3 days ago\nYou did?\n👍 41   Reply\n\n"),
    "remarks with dashes": repeat("no – no – Ana 3 "),
    "letters": repeat("Dear Bo,\n\nI said that you did.\n\nYours,\nAna Ruiz\n\n"),
    "letters of many people": lambda size: "".join(
        f"Dear Bo,\nI said that you did.\nYours,\nA. Ott{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}\n\n"
        for n in range(size // 45 + 1)
    )[:size],
    "messages of a thread": repeat("From: Ana Ruiz\nSent: 3 May\n\nI told Ben that you did.\n\n"),
    "tweets": repeat("Ana @ana\nNo.\n3 May 2019 ·\n"),
    "statements set off": repeat("Here is Ana Ruiz:\n\n> I did. You did.\n\n"),
    "channels of a game": repeat("[20:01:02] [Raid] [ana_r]: You did?\n[20:01:03] Ben says: I did.\n"),
    "names above words": repeat("Ana\nYou did?\n\nBen\nI did.\n\n"),
    "ages below names": repeat("Ana Ruiz, 34, miller\nYou did?\n\n"),
    "rules across the page": repeat("-" * 20 + "\n"),
    "questions and answers": repeat("Q. You did?\nA. I did.\n"),
    "bare questions": repeat("You did?\n\nI did.\n\n"),
    "one-line paragraphs": repeat("a\n\n"),
    "line breaks": repeat("\n"),
    "spaces": repeat(" "),
    "brackets": repeat("("),
    "markup": repeat("<a "),
    "apostrophes in words": repeat("a'b"),
    "backticks": repeat("`"),
    "double backticks": repeat("``a "),
    "full names": shuffled(
        [f"{a} {b} said no. " for a in ("Ana", "Ben", "Cy", "Dee") for b in ("Ruiz", "Ott", "Pell")]
    ),
    "many names": lambda size: "".join(
        f"Ana{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)} Ott said no. "
        for i in range(size // 19 + 1)
    )[:size],
    "people described": repeat("“Well,” said a man.\n\n“No,” said another man.\n\n"),
    "people who act": repeat("A man came in. The girl sat down. A lad ran.\n\n“Well,” he said.\n\n“No.”\n\n"),
    "people of one rank": lambda size: "".join(
        f"General Ana{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} came in.\n\n"
        "“No.” The general sat down.\n\n“Yes,” he said.\n\n"
        for i in range(size // 70 + 1)
    )[:size],
    "many sections": repeat("“Well,” said Ana.\n\n* * *\n\nCHAPTER II\n\n[IV]\n\n"),
    "rows of signs": repeat("“No.”\n\n" + "*\n\n" * 60),
    "surrogates and NULs": repeat("\ud800\x00"),
    "random marks": shuffled(['"', "'", "“", "”", "‘", "’", " ", "a", ". ", "said ", "Ana ", "\n\n", "—", "«", "»"]),
}


def measure(name: str, size: int, stage: str, out: multiprocessing.Queue[float]) -> None:
    """Put the seconds that one text takes into the queue."""
    from quotex.detect.detector import QuoteDetector
    from quotex.extract import extract_quotes

    run = QuoteDetector().detect if stage == "detect" else extract_quotes
    run("“Yes,” said Ana. She said that it was late.")  # loads the data files
    text = TEXTS[name](size)
    start = time.process_time()
    run(text)
    out.put(time.process_time() - start)


def seconds(name: str, size: int, stage: str, limit: float) -> float:
    """Seconds of CPU in a process of its own; infinite when it takes longer than the limit."""
    queue: multiprocessing.Queue[float] = multiprocessing.Queue()
    process = multiprocessing.Process(target=measure, args=(name, size, stage, queue))
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        return float("inf")
    return queue.get() if process.exitcode == 0 else float("nan")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the longer text")
    parser.add_argument("--stage", choices=("detect", "all"), default="all")
    parser.add_argument("--only", help="texts whose name holds these words")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds after which a text is given up")
    options = parser.parse_args()
    base = seconds("news", options.size, options.stage, options.limit)
    print(f"{'news':32} {base:8.2f} s for {options.size:,} characters")
    broken = 0
    for name in TEXTS:
        if name == "news" or (options.only and options.only not in name):
            continue
        half = min(seconds(name, options.size // 2, options.stage, options.limit) for _ in range(2))
        whole = min(seconds(name, options.size, options.stage, options.limit) for _ in range(2))
        ratio, times = whole / max(half, 0.02), whole / base
        bad = not (ratio <= RATIO or whole < 0.05) or not times < TIMES
        broken += bad
        print(
            f"{name:32} {half:8.2f} {whole:8.2f} s  x{ratio:5.2f}  {times:5.2f} of news {'  BROKEN' if bad else ''}",
            flush=True,
        )
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
