"""The annotated novels as samples for the trainer: the candidates of every turn, and which of them are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.score.measures.names import normal_name
from benchmarks.score.measures.shapes import Gold, Pair
from benchmarks.score.texts import is_accepted
from benchmarks.train.fit import chain as crf
from benchmarks.train.fit.chain import Floats, Sample
from benchmarks.train.samples.hidden_tags import hiding
from benchmarks.train.samples.stories import story_forms
from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.people.cast import Cast, CastMember
from quotex.resolve.story.decide import outermost
from quotex.resolve.story.features.rules import RULES, read_board
from quotex.resolve.story.second_reading import Rereading
from quotex.resolve.story.turns import read_turns
from quotex.resolve.story.unnamed.people import Unnamed
from quotex.resolve.story.weigh import Reading, ReadTurns

HIDDEN = 0.6  # share of the tags that are hidden in the copy of a novel
PIECE = 10_000  # characters of a piece of a novel
OPENINGS = 2  # times that an opening of LitBank counts: they are short, but of many authors
# Works of one author stand in one fold; a document without a row is its own author.
AUTHORS = {
    "Emma": "austen",
    "NorthangerAbbey": "austen",
    "Persuasion": "austen",
    "PrideAndPrejudice": "austen",
    "SenseAndSensibility": "austen",
    "105_persuasion": "austen",
    "1342_pride_and_prejudice": "austen",
    "158_emma": "austen",
    "ARoomWithAView": "forster",
    "HowardsEnd": "forster",
    "11_alices_adventures_in_wonderland": "AlicesAdventuresInWonderland",
    "1695_the_man_who_was_thursday_a_nightmare": "TheManWhoWasThursday",
    "208_daisy_miller_a_study": "DaisyMiller",
    "432_the_ambassadors": "DaisyMiller",
    "45_anne_of_green_gables": "AnneOfGreenGables",
    "5230_the_invisible_man_a_grotesque_romance": "TheInvisibleMan",
    "36_the_war_of_the_worlds": "TheInvisibleMan",
    "541_the_age_of_innocence": "TheAgeOfInnocence",
    "1155_the_secret_adversary": "TheMysteriousAffairAtStyles",
    "1661_the_adventures_of_sherlock_holmes": "TheSignOfTheFour",
}


def given_cast(gold: Gold) -> dict[str, list[str]]:
    """Return the cast of a gold novel as a user would give it."""
    return {c["name"]: [a for a in c["aliases"] if a != c["name"]] for c in gold["characters"]}


def annotated(said: Iterable[Sequence[Pair]], gold: Gold) -> list[Gold | None]:
    """Return for each quotation, given by its parts, the annotated one that overlaps it most, or None."""
    parts = sorted((start, end, number) for number, q in enumerate(gold["quotes"]) for start, end in q["spans"])
    found: list[Gold | None] = []
    low = 0
    for stretches in said:
        common = Counter[int]()
        first, last = stretches[0][0], stretches[-1][1]
        while low < len(parts) and parts[low][1] < first - 20000:
            low += 1
        for start, end, number in parts[low:]:
            if start >= last:
                break
            for begin, stop in stretches:
                shared = min(end, stop) - max(start, begin)
                if shared > 0:
                    common[number] += shared
        found.append(gold["quotes"][common.most_common(1)[0][0]] if common else None)
    return found


def who_is_who(cast: Cast, unnamed: Unnamed, characters: Sequence[Gold]) -> list[str | None]:
    """Return for each entity the annotated character whose names most of its forms are, or None.

    Training asks for the right entity, however its name will be printed; scoring asks for the name.
    """
    owners: dict[str, set[str]] = {}
    for character in characters:
        for name in (character["name"], *character["aliases"]):
            owners.setdefault(normal_name(name), set()).add(character["name"])
    found: list[str | None] = []
    for member in cast.entities:
        votes = Counter[str]()
        forms = {} if member.given else member.forms
        for form, count in {member.name: 1, **forms}.items():
            for owner in owners.get(normal_name(form), ()):
                # Uses count double, so that the printed name decides between equals.
                votes[owner] += 2 * count + (normal_name(owner) == normal_name(member.name))
        if not votes:
            votes.update(_by_words(member, characters))
        printed = owners.get(normal_name(member.name), ())
        found.append(min(printed) if len(printed) == 1 else votes.most_common(1)[0][0] if votes else None)
    for name in unnamed.names:
        known = owners.get(normal_name(name)) or owners.get(normal_name(name).split(" ", 1)[-1])
        found.append(min(known) if known else None)
    return found


def who_is_which(cast: Cast, reading: Reading, entities: Mapping[str, Sequence[Sequence[Any]]]) -> list[str | None]:
    """Return for each entity the annotated one whose mentions end where most of its own do, or None."""
    owners: dict[int, set[str]] = {}
    for name, mentions in entities.items():
        for _, end, _ in mentions:
            owners.setdefault(end, set()).add(name)
    named = [(mention.end, mention.entity) for mention in (*cast.mentions, *reading.scene.narration.seen)]
    tagged = [(turn.tag[1], turn.anchor) for turn in reading.turns if turn.tag and turn.anchor is not None]
    votes = [Counter[str]() for _ in range(len(cast.entities) + len(reading.unnamed.people))]
    for end, entity in (*named, *tagged):
        votes[entity].update(owners.get(end, ()))
    return [count.most_common(1)[0][0] if count else None for count in votes]


def _by_words(member: CastMember, characters: Sequence[Gold]) -> Counter[str]:
    """Return votes by the words that a name shares with the characters' names ("Bill" for Bill Gorton)."""
    words = set(normal_name(member.name).split())
    fits = [c["name"] for c in characters if words and words <= set(normal_name(c["name"]).split())]
    return Counter(fits) if len(fits) == 1 else Counter[str]()


def read_sample(gold: Gold, given: bool, read: ReadTurns = read_turns) -> Sample:
    """Read a novel up to its candidates, with the right ones marked; ``read`` reads its turns."""
    document = Document(gold["text"])
    quotations = list(QuoteDetector().detect(document, kinds=("direct",)))
    cast = build_cast(document, given_cast(gold) if given else None)
    outer = [quotations[place] for place in outermost(quotations)]
    return sample_of(gold, Reading(document, outer, cast, read=read), cast, given)


def read_copy(gold: Gold, seed: int) -> Sample:
    """Read a text with most of its tags hidden, to train on."""
    return unscored(read_sample(gold, False, hiding(HIDDEN, seed)))


def read_pieces(gold: Gold, wanted: Callable[[], bool] = lambda: True) -> Iterator[Sample]:
    """Yield the pieces of a novel that are wanted, as short texts of their own, in which little is known of anybody."""
    return (read_sample(piece, False) for piece in _pieces(gold) if piece["quotes"] and wanted())


def read_opening(gold: Gold, seed: int) -> list[Sample]:
    """Return the opening of a work of LitBank, as it is and with most of its tags hidden, each OPENINGS times."""
    found = [unscored(read_sample(gold, False)), read_copy(gold, seed)] if gold["quotes"] else []
    return found * OPENINGS


def read_story(gold: Gold, seed: int, copies: int, hidden: int) -> list[Sample]:
    """Return a story of our own corpus: as it is, and copies to train on, of which some hide most of their tags."""
    whole = read_sample(gold, False)
    more = [read_copy(gold, seed + number) for number in range(hidden)]
    return [whole, *[unscored(whole)] * (copies - 1), *more]


def unscored(sample: Sample) -> Sample:
    """Return the sample as one to train on alone."""
    return replace(sample, scored=False)


def _pieces(gold: Gold) -> Iterator[Gold]:
    """Cut a novel between paragraphs; a quotation that is cut belongs to no piece."""
    text, start = gold["text"], 0
    while start < len(text):
        end = text.find("\n\n", min(len(text), start + PIECE))
        end = len(text) if end < 0 else end
        inside = [q for q in gold["quotes"] if start <= q["spans"][0][0] and q["spans"][-1][1] <= end]
        moved = [dict(q, spans=[[first - start, last - start] for first, last in q["spans"]]) for q in inside]
        yield dict(gold, text=text[start:end], quotes=moved)
        start = end


def _judge(gold: Gold, cast: Cast, reading: Reading, matched: Sequence[Gold | None]) -> Callable[[int, Any], bool]:
    """Return what tells whether an entity is an annotated speaker."""
    if "names" in gold:
        forms = story_forms(cast, reading, matched)
        return lambda entity, speakers: any(is_accepted(form, speakers) for form in forms[entity])
    if "entities" in gold:
        bearer = who_is_which(cast, reading, gold["entities"])
    else:
        bearer = who_is_who(cast, reading.unnamed, gold["characters"])
    return lambda entity, speaker: speaker is not None and bearer[entity] == speaker


def sample_of(gold: Gold, reading: Reading, cast: Cast, given: bool) -> Sample:
    """Return the candidates of every turn of a reading, with the right ones marked.

    Where a tag tells the speaker nothing is weighed in use; in training the rivals count, since most of what makes
    somebody likely is the same in every kind of turn.
    """
    matched = annotated([turn.parts for turn in reading.turns], gold)
    is_right = _judge(gold, cast, reading, matched)
    right: list[list[bool]] = []
    candidates: list[list[int]] = []
    features: list[list[list[str]]] = []
    for number, mark in enumerate(matched):
        board = read_board(reading.scene, number, RULES)
        entities = list(board.features)[: crf.MOST]
        candidates.append(entities)
        features.append([board.features[e] for e in entities])
        right.append([mark is not None and is_right(e, mark["speaker"]) for e in entities])
    contexts = [reading.context(number) for number in range(len(reading.turns))]
    return Sample(
        gold["doc"],
        [t.place for t in reading.turns],
        candidates,
        features,
        contexts,
        right,
        [t.reach for t in reading.turns],
        matched,
        given,
        [t.told for t in reading.turns],
        reading=reading,
    )


def read_again(sample: Sample, marginals: Sequence[Floats]) -> Sample:
    """Return the sample as the second reading has it, from the marginals of the first."""
    shares = [
        {e: float(p) for e, p in zip(entities, found, strict=True)} if entities else {-1: 1.0}
        for entities, found in zip(sample.candidates, marginals, strict=True)
    ]
    assert sample.reading is not None
    again = Rereading(sample.reading.scene, shares)
    candidates: list[list[int]] = []
    features: list[list[list[str]]] = []
    right: list[list[bool]] = []
    for number, (entities, names, marks) in enumerate(
        zip(sample.candidates, sample.features, sample.right, strict=True)
    ):
        place = {entity: c for c, entity in enumerate(entities)}
        likely = [e for e in again.likely[number] if e in place]
        more = again.features(number) if len(likely) > 1 else {}
        candidates.append(likely)
        features.append([[*names[place[e]], *more[e]] if more else [] for e in likely])
        right.append([marks[place[e]] for e in likely])
    return replace(sample, candidates=candidates, features=features, right=right, again=again, shares=shares)


def author(doc: str) -> str:
    """Return the author (or the work) whose texts must stay together."""
    return AUTHORS.get(doc, doc)
