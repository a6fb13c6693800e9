"""Convert the raw corpora into gold documents for score.py.

    python benchmarks/build_eval_data.py --corpora DIR --public OUT_DIR --heldout OUT_DIR

DIR holds the checked-out repositories networkdynamics+PolNeAR, Priya22+project-dialogism-novel-corpus and
dbamman+litbank.  The development parts go to the public folder, the test parts to the held-out folder.  The output
is byte-for-byte reproducible.  All offsets are Python string indices, end exclusive.  The format is described in
data/README.md.
"""

import argparse
import ast
import csv
import gzip
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from itertools import accumulate
from pathlib import Path

from evaluation.letters import Letters
from evaluation.names import PRONOUNS
from evaluation.regions import quoted_regions

PDNC_HELD_OUT = {
    "MansfieldPark",
    "HardTimes",
    "OliverTwist",
    "WinnieThePooh",
    "WhereAngelsFearToTread",
    "APassageToIndia",
}
LITBANK_PUBLIC = 70  # documents, in the order of the SHA-1 of the file name


def read_text(path):
    """Read a UTF-8 file without touching its line ends."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def write_documents(path, documents):
    """Write one compact JSON object a line, gzipped without time stamp or file name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        open(path, "wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out,
    ):
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")
    print(f"{path.name}: {len(documents)} documents, {path.stat().st_size / 1e6:.2f} MB")


def letters_only(text):
    """Return the letters and digits of a text, casefolded."""
    return "".join(c for c in text.casefold() if c.isalnum())


# ---------------------------------------------------------------------------------------------------------------
# PolNeAR
# ---------------------------------------------------------------------------------------------------------------


def read_brat(path):
    """Return (spans, events) of a brat file: {id: (label, [[s, e], ...], text)} and [(id, [(role, span id), ...])]."""
    spans, events = {}, []
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
            events.append((fields[0], [tuple(argument.split(":")) for argument in fields[1].split()]))
    return spans, events


def first_annotations(folder):
    """Return {article name: first annotation file in sorted order}; the names are ARTICLE_ANNOTATOR.ann."""
    chosen = {}
    for path in sorted(folder.glob("*.ann")):
        chosen.setdefault(path.stem.rsplit("_", 1)[0], path)
    return chosen


def attribution_kind(content, quoted):
    """Return "direct", "mixed" or "indirect": all, some or none of the letters lie inside quotation marks."""
    inside = content & quoted
    return "direct" if content and inside == content else "mixed" if inside else "indirect"


class Parse:
    """The CoreNLP analysis of an article: sentences of [start, end, POS, NER, head, relation], and coreference."""

    def __init__(self, path, text):
        document = ElementTree.parse(path).getroot().find("document")
        self.sentences, self.mismatches, self.tokens = [], 0, 0
        for sentence in document.iterfind("sentences/sentence"):
            heads = {}
            for dependency in sentence.iterfind("dependencies[@type='basic-dependencies']/dep"):
                governor, dependent = (int(dependency.find(n).get("idx")) for n in ("governor", "dependent"))
                heads[dependent] = [governor - 1, dependency.get("type")]
            tokens = []
            for number, token in enumerate(sentence.iterfind("tokens/token"), start=1):
                word, start, end, pos, ner = (
                    token.findtext(n) for n in ("word", "CharacterOffsetBegin", "CharacterOffsetEnd", "POS", "NER")
                )
                start, end = int(start), int(end)
                self.mismatches += not same_word(word, text[start:end])
                tokens.append([start, end, pos, ner, *heads.get(number, [-1, "dep"])])
            self.tokens += len(tokens)
            self.sentences.append(tokens)
        self.coref = []
        for chain in document.iterfind("coreference/coreference"):
            mentions = set()
            for mention in chain.iterfind("mention"):
                sentence, start, end = (int(mention.findtext(n)) for n in ("sentence", "start", "end"))
                tokens = self.sentences[sentence - 1][start - 1 : end - 1]
                if tokens:
                    mentions.add((tokens[0][0], tokens[-1][1]))
            if len(mentions) > 1:
                self.coref.append(sorted(map(list, mentions)))
        self.coref.sort()

    def source_head(self, source):
        """Return the first token of the source whose governor lies outside it; nouns and pronouns are preferred."""
        candidates = []
        for sentence in self.sentences:
            inside = {i for i, t in enumerate(sentence) if any(t[0] < e and s < t[1] for s, e in source)}
            candidates += [sentence[i] for i in sorted(inside) if sentence[i][4] not in inside]
        nominal = [t for t in candidates if re.match("NN|PRP|WP", t[2])]
        return (nominal or candidates or [None])[0]


def same_word(word, written):
    """Tell whether a CoreNLP word is what stands in the text, up to CoreNLP's normalisation of the spelling."""
    if not written or written.isspace() or written[0].isspace() or written[-1].isspace():
        return False
    if word.startswith("-") and word.endswith("B-"):  # -LRB- and the like
        return written in "()[]{}"
    a, b = letters_only(word), letters_only(written)
    return a == b or not b


def clip(span, parts):
    """Return the piece of a span that lies in the first of the parts it overlaps."""
    return next([max(span[0], s), min(span[1], e)] for s, e in parts if span[0] < e and s < span[1])


def fallback_name(source):
    """Guess the name in a source of an article without parse: the last capitalised word before a comma."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", source.split(",")[0])
    return words[-1] if words and words[-1][0].isupper() and words[-1].casefold() not in PRONOUNS else None


def polnear_document(name, split, folder, annotation, report):
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
    quotes, used = [], set()
    for event, arguments in events:
        parts = {"Content": [], "Cue": [], "Source": []}
        for role, span in arguments:
            role = role.rstrip("0123456789")
            used.add(span)
            if role in parts and span in spans:
                parts[role] += spans[span][1]
        content, cue, source = (sorted(parts[role]) for role in ("Content", "Cue", "Source"))
        if not letters(content):
            report["attributions without content, dropped"] += 1
            continue
        head = parse.source_head(source) if parse and source else None
        if head:
            proper = text[head[0] : head[1]] if head[2].startswith("NNP") else None
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


def build_polnear(corpus, public, held_out):
    """Convert PolNeAR: train and dev are public, test is held out; write the syntax of train and dev."""
    for split, out in (("train", public), ("dev", public), ("test", held_out)):
        report, documents, syntax = Counter(), [], []
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


# ---------------------------------------------------------------------------------------------------------------
# PDNC
# ---------------------------------------------------------------------------------------------------------------


def read_csv(path):
    """Return the rows of a CSV file as dicts."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_names(column):
    """Return the sorted names of a column that holds a Python list or set, or a single plain name."""
    try:
        value = ast.literal_eval(column)
    except (ValueError, SyntaxError):
        value = [column]
    names = value if isinstance(value, (set, list, tuple)) else [value]
    return sorted({str(name).strip() for name in names} - {"", "nan", "None"})


def read_characters(path):
    """Return the characters of a novel; aliases that are pronouns are dropped."""
    return [
        {
            "name": row["Main Name"].strip(),
            "aliases": [a for a in read_names(row["Aliases"]) if a.casefold() not in PRONOUNS],
            "gender": row["Gender"],
            "category": row["Category"],
        }
        for row in read_csv(path)
    ]


def main_name(speaker, characters, quotes_by_name):
    """Return the main name for a speaker who may be given by an alias; of several bearers the most talkative."""
    bearers = [c["name"] for c in characters if c["name"] == speaker] or [
        c["name"] for c in characters if speaker in c["aliases"]
    ]
    return max(bearers, key=lambda name: quotes_by_name[name], default=None)


def locate(text, part, start, end, reach=200):
    """Return the span of `part` at or near text[start:end], compared by letters and digits; None if not there."""
    if letters_only(text[start:end]) == letters_only(part):
        return trim(text, start, end)
    pattern = r"\W*".join(map(re.escape, re.findall(r"\w+", part)))
    found = [m.span() for m in re.finditer(pattern, text[max(0, start - reach) : end + reach])] if pattern else []
    if not found:
        return None
    offset = max(0, start - reach)
    nearest = min(found, key=lambda span: abs(span[0] + offset - start))
    return trim(text, nearest[0] + offset, nearest[1] + offset)


def trim(text, start, end):
    """Return [start, end] without white space at the edges."""
    part = text[start:end]
    return [start + len(part) - len(part.lstrip()), start + len(part.rstrip())]


def pdnc_document(folder, split, report):
    """Return the gold document of one novel."""
    text = read_text(folder / "novel_text.txt")
    characters = read_characters(folder / "character_info.csv")
    rows = read_csv(folder / "quotation_info.csv")
    spoken = Counter(row["speaker"].strip() for row in rows)
    quotes, ignore = [], []
    for row in rows:
        parts, offsets = ast.literal_eval(row["subQuotationList"]), ast.literal_eval(row["quoteByteSpans"])
        located = [locate(text, part, start, end) for part, (start, end) in zip(parts, offsets, strict=False)]
        for (start, end), span in zip(offsets, located, strict=False):
            report["sub-quotations"] += 1
            report["sub-quotations with trimmed or moved offsets"] += span not in (None, [start, end])
        unverified = len(parts) != len(offsets) or None in located
        if unverified or not any(map(letters_only, parts)):
            report[
                "quotations that could not be verified, ignored"
                if unverified
                else "quotations without a letter or digit, ignored"
            ] += 1
            ignore += offsets
            continue
        speaker = main_name(row["speaker"].strip(), characters, spoken)
        if speaker is None:
            report["speakers not in the character list"] += 1
            speaker = row["speaker"].strip()
        elif speaker != row["speaker"].strip():
            report["speakers given by an alias"] += 1
        kind = row["quoteType"] if row["quoteType"] in ("Explicit", "Anaphoric", "Implicit") else None
        report[f"quotations, {kind or 'no type'}"] += 1
        referring = row["referringExpression"].strip()
        quotes.append(
            {
                "id": row["quoteID"],
                "spans": sorted(located),
                "speaker": speaker,
                "type": kind,
                "referring": referring if referring not in ("", "nan") else None,
                "addressees": read_names(row["addressees"]),
            }
        )
    return {
        "doc": folder.name,
        "corpus": "pdnc",
        "split": split,
        "text": text,
        "quotes": sorted(quotes, key=lambda q: (q["spans"], q["id"])),
        "characters": characters,
        "ignore": sorted(ignore),
    }


def build_pdnc(corpus, public, held_out):
    """Convert PDNC: the 22 novels of the first release are public, the 6 of the second release are held out."""
    folders = sorted(path for path in (corpus / "data").iterdir() if path.is_dir())
    for split, out in (("dev", public), ("test", held_out)):
        report = Counter()
        documents = [
            pdnc_document(folder, split, report)
            for folder in folders
            if (folder.name in PDNC_HELD_OUT) == (split == "test")
        ]
        write_documents(out / f"pdnc-{split}.jsonl.gz", documents)
        print_report(report)


# ---------------------------------------------------------------------------------------------------------------
# LitBank
# ---------------------------------------------------------------------------------------------------------------


def token_spans(text):
    """Return the spans of the space-separated tokens of every line."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append([(start + m.start(), start + m.end()) for m in re.finditer(r"[^ ]+", line)])
        start += len(line) + 1
    return lines


def litbank_document(stem, corpus, split, report):
    """Return the gold document of one text in LitBank's own form: one sentence a line, spaces around every token."""
    text = read_text(corpus / "quotations" / "tsv" / f"{stem}.txt")
    if read_text(corpus / "coref" / "tsv" / f"{stem}.txt") != text:
        raise ValueError(f"{stem}: the quotation and coreference layers have different texts")
    lines = token_spans(text)

    def span(fields, written):
        """Return the character span for the four token indices, and check it against the written text."""
        first_line, first, last_line, last = map(int, fields)
        start, end = lines[first_line][first][0], lines[last_line][last][1]
        report["spans"] += 1
        report["spans whose text differs"] += letters_only(text[start:end]) != letters_only(written)
        return [start, end]

    quotes, speakers = {}, {}
    for fields in read_tsv(corpus / "quotations" / "tsv" / f"{stem}.ann"):
        if fields[0] == "QUOTE":
            quotes[fields[1]] = span(fields[2:6], fields[6])
        elif fields[0] == "ATTRIB":
            speakers[fields[1]] = fields[2]
    mentions, entities = {}, defaultdict(list)
    for fields in read_tsv(corpus / "coref" / "tsv" / f"{stem}.ann"):
        if fields[0] == "MENTION":
            mentions[fields[1]] = [*span(fields[2:6], fields[6]), fields[8]]
        elif fields[0] == "COREF" and fields[1] in mentions:
            entities[fields[2]].append(mentions[fields[1]])
    report["quotations"] += len(quotes)
    report["quotations without a speaker"] += len(set(quotes) - set(speakers))
    report["speakers without a mention"] += len(set(speakers.values()) - set(entities))
    gold = [{"id": name, "spans": [place], "speaker": speakers.get(name)} for name, place in quotes.items()]
    return {
        "doc": stem.removesuffix("_brat"),
        "corpus": "litbank",
        "split": split,
        "text": text,
        "quotes": sorted(gold, key=lambda q: (q["spans"], q["id"])),
        "entities": {name: sorted(entities[name]) for name in sorted(entities)},
    }


def on_original_text(document, original):
    """Return a LitBank document with its offsets moved to the original text, which differs only in white space."""
    places = [i for i, c in enumerate(original) if not c.isspace()]
    rank = [0, *accumulate(not c.isspace() for c in document["text"])]
    text = original[: places[rank[-1] - 1] + 1]
    if "".join(text.split()) != "".join(document["text"].split()):
        raise ValueError(f"{document['doc']}: the original text differs in more than white space")

    def move(start, end):
        return [places[rank[start]], places[rank[end] - 1] + 1]

    return {
        **document,
        "text": text,
        "quotes": [{**q, "spans": [move(*span) for span in q["spans"]]} for q in document["quotes"]],
        "entities": {
            name: [[*move(*mention[:2]), mention[2]] for mention in mentions]
            for name, mentions in document["entities"].items()
        },
    }


def read_tsv(path):
    """Return the lines of a tab-separated file as lists of fields."""
    return [line.split("\t") for line in read_text(path).split("\n") if line.strip()]


def build_litbank(corpus, public, held_out):
    """Convert LitBank's quotations: 70 documents are public, 30 held out, in the order of the SHA-1 of the name."""
    stems = sorted(
        (path.stem for path in (corpus / "quotations" / "tsv").glob("*.ann")),
        key=lambda stem: hashlib.sha1(f"{stem}.ann".encode()).hexdigest(),
    )
    for split, out, part in (
        ("dev", public, stems[:LITBANK_PUBLIC]),
        ("test", held_out, stems[LITBANK_PUBLIC:]),
    ):
        report = Counter()
        documents = [litbank_document(stem, corpus, split, report) for stem in sorted(part)]
        write_documents(out / f"litbank-{split}.jsonl.gz", documents)
        write_documents(
            out / f"litbank-original-{split}.jsonl.gz",
            [on_original_text(d, read_text(corpus / "original" / f"{d['doc']}.txt")) for d in documents],
        )
        print_report(report)


# ---------------------------------------------------------------------------------------------------------------


def print_report(report):
    """Print the counts of a conversion."""
    for name in sorted(report):
        print(f"  {name}: {report[name]}")


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the checked-out corpora")
    parser.add_argument("--public", type=Path, required=True, help="folder for the development part")
    parser.add_argument("--heldout", type=Path, required=True, help="folder for the test part")
    options = parser.parse_args()
    build_litbank(options.corpora / "dbamman+litbank", options.public, options.heldout)
    build_pdnc(options.corpora / "Priya22+project-dialogism-novel-corpus", options.public, options.heldout)
    build_polnear(options.corpora / "networkdynamics+PolNeAR", options.public, options.heldout)


if __name__ == "__main__":
    main()
