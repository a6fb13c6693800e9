"""PolNeAR: brat annotations on news, with CoreNLP's parse."""

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

from benchmarks.corpora.files import letters_only, print_report, read_text, write_documents
from benchmarks.score.measures.letters import Letters
from benchmarks.score.measures.names import PRONOUNS
from benchmarks.score.measures.regions import quoted_regions


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
