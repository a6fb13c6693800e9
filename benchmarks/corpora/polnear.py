"""PolNeAR: brat annotations on news, with CoreNLP's parse."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora.files import letters_only, print_report, read_text, write_documents
from benchmarks.score.measures.letters import Letters
from benchmarks.score.measures.names import PRONOUNS
from benchmarks.score.measures.regions import quoted_regions
from benchmarks.score.measures.shapes import Gold, Pair, Places

Annotated = tuple[str, list[list[int]], str]  # label, parts, text
Event = tuple[str, list[list[str]]]  # id, pairs of role and span id


class Token(NamedTuple):
    """A token of CoreNLP, which JSON writes as a list."""

    start: int
    end: int
    pos: str
    ner: str
    head: int
    relation: str


def read_brat(path: Path) -> tuple[dict[str, Annotated], list[Event]]:
    """Return (spans, events) of a brat file: {id: (label, [[s, e], ...], text)} and [(id, [(role, span id), ...])]."""
    spans: dict[str, Annotated] = {}
    events: list[Event] = []
    for line in read_text(path).split("\n"):
        fields = line.split("\t")
        if re.match(r"T\d+\t", line):
            label, offsets = fields[1].split(" ", 1)
            spans[fields[0]] = (
                label,
                [[int(n) for n in part.split()] for part in offsets.split(";")],
                fields[2],
            )
        elif re.match(r"E\d+\t", line):
            events.append((fields[0], [argument.split(":") for argument in fields[1].split()]))
    return spans, events


def first_annotations(folder: Path) -> dict[str, Path]:
    """Return {article name: first annotation file in sorted order}; the names are ARTICLE_ANNOTATOR.ann."""
    chosen: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ann")):
        chosen.setdefault(path.stem.rsplit("_", 1)[0], path)
    return chosen


def attribution_kind(content: Places, quoted: Places) -> str:
    """Return "direct", "mixed" or "indirect": all, some or none of the letters lie inside quotation marks."""
    inside = content & quoted
    return "direct" if content and inside == content else "mixed" if inside else "indirect"


class Parse:
    """The CoreNLP analysis of an article: sentences and coreference."""

    def __init__(self, path: Path, text: str) -> None:
        document = _child(ElementTree.parse(path).getroot(), "document")
        self.sentences: list[list[Token]] = []
        self.mismatches = self.tokens = 0
        for sentence in document.iterfind("sentences/sentence"):
            heads: dict[int, tuple[int, str]] = {}
            for dependency in sentence.iterfind("dependencies[@type='basic-dependencies']/dep"):
                governor, dependent = (int(_child(dependency, n).get("idx", "")) for n in ("governor", "dependent"))
                heads[dependent] = governor - 1, dependency.get("type", "")
            tokens = []
            for number, token in enumerate(sentence.iterfind("tokens/token"), start=1):
                word, begins, ends, pos, ner = (
                    token.findtext(n, "") for n in ("word", "CharacterOffsetBegin", "CharacterOffsetEnd", "POS", "NER")
                )
                start, end = int(begins), int(ends)
                self.mismatches += not same_word(word, text[start:end])
                tokens.append(Token(start, end, pos, ner, *heads.get(number, (-1, "dep"))))
            self.tokens += len(tokens)
            self.sentences.append(tokens)
        self.coref: list[list[list[int]]] = []
        for chain in document.iterfind("coreference/coreference"):
            mentions: set[tuple[int, int]] = set()
            for mention in chain.iterfind("mention"):
                number, start, end = (int(mention.findtext(n, "")) for n in ("sentence", "start", "end"))
                words = self.sentences[number - 1][start - 1 : end - 1]
                if words:
                    mentions.add((words[0].start, words[-1].end))
            if len(mentions) > 1:
                self.coref.append([[start, end] for start, end in sorted(mentions)])
        self.coref.sort()

    def source_head(self, source: Sequence[Pair]) -> Token | None:
        """Return the first token of the source whose governor lies outside it; nouns and pronouns are preferred."""
        candidates: list[Token] = []
        for sentence in self.sentences:
            inside = {i for i, t in enumerate(sentence) if any(t.start < e and s < t.end for s, e in source)}
            candidates += [sentence[i] for i in sorted(inside) if sentence[i].head not in inside]
        nominal = [t for t in candidates if re.match("NN|PRP|WP", t.pos)]
        return next(iter(nominal or candidates), None)


def _child(element: ElementTree.Element, name: str) -> ElementTree.Element:
    found = element.find(name)
    if found is None:
        raise ValueError(f"<{element.tag}> has no <{name}>")
    return found


def same_word(word: str, written: str) -> bool:
    """Tell whether a CoreNLP word is what stands in the text, up to CoreNLP's normalisation of the spelling."""
    if not written or written.isspace() or written[0].isspace() or written[-1].isspace():
        return False
    if word.startswith("-") and word.endswith("B-"):  # -LRB- and the like
        return written in "()[]{}"
    a, b = letters_only(word), letters_only(written)
    return a == b or not b


def clip(span: Pair, parts: Iterable[Pair]) -> list[int]:
    """Return the piece of a span that lies in the first of the parts it overlaps."""
    return next([max(span[0], s), min(span[1], e)] for s, e in parts if span[0] < e and s < span[1])


def fallback_name(source: str) -> str | None:
    """Guess the name in a source of an article without parse: the last capitalised word before a comma."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", source.split(",")[0])
    return words[-1] if words and words[-1][0].isupper() and words[-1].casefold() not in PRONOUNS else None


def polnear_document(
    name: str, split: str, folder: Path, annotation: Path, report: Counter[str]
) -> tuple[Gold, Parse | None]:
    """Return (gold document, Parse or None) of one article."""
    text = read_text(folder / "text" / f"{name}.txt")
    letters = Letters(text)
    quoted = letters(quoted_regions(text))
    parse_path = folder / "corenlp" / f"{name}.txt.xml"
    parse = Parse(parse_path, text) if parse_path.exists() else None
    if parse is None:
        report["articles without CoreNLP parse"] += 1
    elif parse.mismatches > 0.01 * parse.tokens:
        report["parses dropped because their offsets drift"] += 1
        parse = None
    else:
        report["CoreNLP tokens"] += parse.tokens
        report["CoreNLP tokens that differ from the text"] += parse.mismatches
    spans, events = read_brat(annotation)
    for _, parts, written in spans.values():
        report["annotated spans"] += 1
        if " ".join(text[s:e] for s, e in parts) != written:
            report["annotated spans whose text differs"] += 1
    quotes: list[Gold] = []
    used: set[str] = set()
    for event, arguments in events:
        places: dict[str, list[list[int]]] = {"Content": [], "Cue": [], "Source": []}
        for role, span in arguments:
            role = role.rstrip("0123456789")
            used.add(span)
            if role in places and span in spans:
                places[role] += spans[span][1]
        content, cue, source = (sorted(places[role]) for role in ("Content", "Cue", "Source"))
        if not letters(content):
            report["attributions without content, dropped"] += 1
            continue
        head = parse.source_head(source) if parse and source else None
        if head:
            proper = text[head.start : head.end] if head.pos.startswith("NNP") else None
        else:
            proper = fallback_name(text[source[0][0] : source[0][1]]) if source else None
            report["sources without a head"] += bool(source)
        kind = attribution_kind(letters(content), quoted)
        report[f"attributions, {kind}"] += 1
        report["attributions with a source"] += bool(source)
        quotes.append(
            {
                "id": event,
                "content": content,
                "cue": cue,
                "source": source,
                "source_head": clip(head[:2], source) if head else None,
                "source_name": proper,
                "kind": kind,
            }
        )
    ignore = [part for label, parts, _ in spans.values() if label in ("Discuss", "Discard") for part in parts]
    report["ignored regions"] += len(ignore)
    report["content spans outside attributions"] += sum(
        label == "Content" and span not in used for span, (label, _, _) in spans.items()
    )
    return {
        "doc": name,
        "corpus": "polnear",
        "split": split,
        "text": text,
        "quotes": sorted(quotes, key=lambda q: (q["content"], q["id"])),
        "ignore": sorted(ignore),
        "coref": parse.coref if parse else [],
    }, parse


def build_polnear(corpus: Path, public: Path, held_out: Path) -> None:
    """Convert PolNeAR: train and dev are public, test is held out; write the syntax of train and dev."""
    for split, out in (("train", public), ("dev", public), ("test", held_out)):
        report = Counter[str]()
        documents: list[Gold] = []
        syntax: list[Gold] = []
        folder = corpus / "data" / split
        annotations = first_annotations(folder / "attributions")
        for path in sorted((folder / "text").glob("*.txt")):
            if path.stem not in annotations:
                report["articles without annotation, dropped"] += 1
                continue
            document, parse = polnear_document(path.stem, split, folder, annotations[path.stem], report)
            documents.append(document)
            if parse:
                syntax.append({"doc": path.stem, "sentences": [{"tokens": tokens} for tokens in parse.sentences]})
        write_documents(out / f"polnear-{split}.jsonl.gz", documents)
        if split != "test":
            write_documents(out / f"polnear-syntax-{split}.jsonl.gz", syntax)
        print_report(report)
