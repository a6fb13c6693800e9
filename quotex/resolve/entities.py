"""The cast: every person and body that a text names, with the forms of the name and where each occurs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import regex

from quotex.records import Entity
from quotex.resolve.clusters import Cluster, Gatherer, Profile
from quotex.resolve.forms import NameForm, given_names
from quotex.resolve.gender import Gender, Votes, form_gender, pronoun_votes
from quotex.resolve.given_cast import GivenCast
from quotex.resolve.names import NameMention, find_names
from quotex.resolve.organizations import Context, find_acronyms, is_place
from quotex.resolve.printed import printed_name
from quotex.resolve.roles import find_roles

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.records import SpeakerType

Speakers = Iterable[str] | Mapping[str, Iterable[str]]
_ENDS_HEAD = regex.compile(r"[,(;:—–\[\]]|(?<!\w)(?:of|at|for|in|from|who|which|that|with|to|on|and|or|as|whose|by|but)(?!\w)")
_DEPENDS = regex.compile(r"(?<!\w)(?:of|at|for|in|from|with|to|on|by|about|against)\s(?:the\s|a\s)?(?:[\w’'-]+\s)?$")
_OWN = 0.9          # share of its mentions from which a shared form is the name of one of its bearers
_REACH = 100        # characters within which the person named last is meant by a shared name, not the one named most


class Mention:
    """One mention by name: offsets, and the place of the entity in the cast."""

    __slots__ = ("end", "entity", "possessive", "start", "text")

    def __init__(self, start: int, end: int, entity: int, text: str = "", possessive: bool = False) -> None:
        self.start = start
        self.end = end
        self.entity = entity
        self.text = text
        self.possessive = possessive

    def __repr__(self) -> str:
        return f"Mention({self.start}, {self.end}, {self.entity}, {self.text!r})"


class CastMember:
    """One person or body, while the text is being read.

    Attributes:
        name: Best form of the name.
        forms: Each form as written, and how often.
        gender: "female", "male" or None.
        type: "person", "organization", "group" or "unknown".
        role: Office or work as the text gives it, or None.
        count: Number of mentions.
        aliases: Folded forms that name this entity alone.
        titles: Canonical titles it is given ("mr", "captain").
        given: Whether the caller's cast named it.
        named: Whether it bears a name; False for a nominal such as "the waiter".
        votes: Pronouns that follow its mentions.
    """

    __slots__ = ("aliases", "count", "forms", "gender", "given", "name", "named", "role", "titles", "type", "votes")

    def __init__(self, name: str, *, type: SpeakerType = "unknown", gender: Gender | None = None,
                 role: str | None = None) -> None:
        self.name = name
        self.type: SpeakerType = type
        self.gender = gender
        self.role = role
        self.forms: Counter[str] = Counter()
        self.count = 0
        self.aliases: set[str] = set()
        self.titles: set[str] = set()
        self.given = False
        self.named = True
        self.votes = Votes()

    def __repr__(self) -> str:
        return f"CastMember({self.name!r}, {self.type}, {self.gender}, {self.count})"


class Cast:
    """The entities of a text and their mentions by name, in text order.

    Attributes:
        text: The text that the offsets belong to.
        entities: Every entity; its place in this list is its number everywhere.
        mentions: Every mention by name, by start, not overlapping.
        narrator: Number of the first-person narrator, once somebody has found it, or None.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.entities: list[CastMember] = []
        self.mentions: list[Mention] = []
        self.narrator: int | None = None
        self._starts: list[int] | None = None
        self._names: dict[str, int] | None = None

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie wholly within the offsets."""
        first = bisect_left(self._offsets(), start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    def mention_at(self, start: int, end: int, text: str) -> Mention | None:
        """Return the mention that is the head of a noun phrase.

        "Clinton campaign manager Robby Mook" is Mook, "Michael Mulgrew, president of the United Federation" Mulgrew, and
        "a spokesman for Donald Trump" nobody by name.
        """
        chosen: Mention | None = None
        first = max(bisect_left(self._offsets(), start) - 1, 0)
        for mention in self.mentions[first : first + 40]:
            if mention.start >= end:
                break
            if mention.end <= start:
                continue
            if chosen is not None:
                if _ENDS_HEAD.search(text, chosen.end, mention.start):
                    break
            elif mention.possessive and mention.end + 2 < end:
                continue
            elif mention.start > start and _DEPENDS.search(text, max(start, mention.start - 24), mention.start):
                continue
            chosen = mention
        return chosen

    def entity_of(self, start: int, end: int) -> int | None:
        """Return the entity whose mention is the head of a noun phrase, or None when it holds no name."""
        mention = self.mention_at(start, end, self.text)
        return None if mention is None else mention.entity

    def find(self, name: str) -> int | None:
        """Return the entity that bears a name or has it as an unshared form."""
        if self._names is None:
            self._names = {}
            for number, member in enumerate(self.entities):
                for alias in (member.name, *member.aliases):
                    self._names.setdefault(fold(alias), number)
        return self._names.get(fold(name))

    def add(self, name: str, *, type: SpeakerType = "unknown", gender: Gender | None = None, role: str | None = None,
            mention: tuple[int, int] | None = None) -> int:
        """Add an entity that no name was found for ("the waiter", the narrator "I"), and return its number."""
        member = CastMember(name, type=type, gender=gender, role=role)
        member.named = False
        if mention is not None:
            member.forms[name] = member.count = 1
        self.entities.append(member)
        if self._names is not None:
            self._names.setdefault(fold(name), len(self.entities) - 1)
        return len(self.entities) - 1

    def records(self) -> tuple[Entity, ...]:
        """Return the cast as public records, in the same order."""
        return tuple(Entity(name=m.name, forms=tuple(sorted(m.forms.items(), key=lambda f: (-f[1], f[0]))), type=m.type,
                            role=m.role, gender=m.gender, count=m.count) for m in self.entities)

    def _offsets(self) -> list[int]:
        if self._starts is None or len(self._starts) != len(self.mentions):
            self._starts = [m.start for m in self.mentions]
        return self._starts


def fold(name: str) -> str:
    """Fold a name for comparison: case, full stops, white space and a leading "the" do not count."""
    words = name.replace(".", " ").replace("’", "'").casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def build_cast(document: Document, speakers: Speakers | None = None) -> Cast:
    """Find everybody that a text names.

    Args:
        document: The text.
        speakers: A cast known beforehand: names, or names with their aliases.  They come first in the cast and are
            printed as given; one that never occurs is no error.  Others that the text names are found too.

    >>> from quotex.read.document import Document
    >>> cast = build_cast(Document("Tea was poured by Mrs. Ashdown. Tom Reed sat down. “Thanks,” said Reed."))
    >>> [(member.name, member.gender, member.count) for member in cast.entities]
    [('Mrs. Ashdown', 'female', 1), ('Tom Reed', 'male', 2)]
    """
    return _Builder(document, speakers).build()


class _Builder:
    """Builds one cast; its methods are the steps, in order."""

    def __init__(self, document: Document, speakers: Speakers | None) -> None:
        self.document = document
        self.text = document.text
        self.narrative = _is_narrative(document)
        self.given = GivenCast(speakers)
        self.found = self.given.merged(self.text, find_names(document))
        self.profiles: dict[str, Profile] = {}
        self.contexts: dict[str, Context] = defaultdict(Context)
        self.uses: Counter[str] = Counter()
        self.given_words: set[str] = set()
        self.surnames: set[str] = set()
        self.cast = Cast(document.text)

    def build(self) -> Cast:
        """Run the steps."""
        self._profile()
        gatherer = Gatherer(self.text, self.narrative)
        for number, forms in enumerate(self.given.forms):
            gatherer.seed(forms, number)
        self._drop_places()
        people = [p for p in self.profiles.values() if p.form.kind == "person" or self.given.knows(p.form.key)]
        fits = gatherer.gather(people)
        self._join_bodies(fits, gatherer)
        self._join_titles(fits, gatherer)
        self._assign(fits, gatherer.clusters)
        return self.cast

    def _profile(self) -> None:
        """Gather what the text shows of each form."""
        votes = pronoun_votes(self.text, self.found)
        for mention in self.found:
            key = mention.form.key
            profile = self.profiles.get(key)
            if profile is None:
                profile = self.profiles[key] = Profile(mention.form, votes=votes.get(key, Votes()))
            profile.starts.append(mention.start)
            profile.ends.append(mention.end)
            profile.texts[mention.form.text] += 1
            self.contexts[key].see(self.text, mention)
        people = [p for p in self.profiles.values() if p.form.kind == "person"]
        self.given_words = {p.form.words[0] for p in people if len(p.form.words) > 1}
        self.surnames = {p.form.words[-1] for p in people if len(p.form.words) > 1 or p.form.title} - self.given_words
        for profile in people:
            profile.gender = self._gender(profile)

    def _gender(self, profile: Profile) -> Gender | None:
        """Tell the gender of a form; a bare surname tells none by itself."""
        word = profile.form.words[0]
        if word in self.surnames and len(profile.form.words) == 1 and not profile.form.title:
            return profile.votes.gender(16, 5.0) if self.narrative else None
        single = self.profiles.get(word)
        return form_gender(profile.form, profile.votes, single.votes if single else None, self.narrative)

    def _drop_places(self) -> None:
        """Forget the forms that name a place which does not speak."""
        parts: set[str] = set()
        for profile in self.profiles.values():
            if profile.form.kind == "person" and (profile.form.title or len(profile.form.words) > 1):
                if not is_place(profile.form, self.contexts[profile.form.key], False, self.narrative):
                    parts.update((profile.form.words[0], profile.form.words[-1]))
        for key, profile in list(self.profiles.items()):
            if self.given.knows(key):
                continue
            titled = len(profile.form.words) == 1 and profile.form.words[0] in parts
            if profile.form.kind == "place" and titled and profile.form.place != "country":
                profile.form.kind = "person"
                profile.gender = self._gender(profile)
            if self._is_family(profile, parts):
                del self.profiles[key]
                continue
            if is_place(profile.form, self.contexts[key], titled, self.narrative):
                del self.profiles[key]

    def _is_family(self, profile: Profile, names: set[str]) -> bool:
        """Tell whether a form names a family ("the Ashdowns")."""
        word = profile.form.words[-1]
        if not word.endswith("s") or len(profile.form.words) > 1:
            return False
        known = word[:-1] in names or word.endswith("es") and word[:-2] in names
        return known and word not in names and self.contexts[profile.form.key].the > 0.4 * profile.count

    def _join_bodies(self, fits: dict[str, list[Cluster]], gatherer: Gatherer) -> None:
        """Make bodies, with their short forms; governments count as bodies."""
        short = find_acronyms(self.text, self.found)
        bodies = [p for p in self.profiles.values() if p.form.key not in fits and p.form.kind in ("organization", "place")]
        bodies.sort(key=lambda p: (-len(p.form.words), -p.count, p.form.key))
        by_initials: dict[str, str] = {}
        for profile in bodies:
            key = profile.form.key
            if self.given.knows(key):
                fits[key] = gatherer.gather([profile]).get(key, [])
                continue
            target = short.get(key) or (by_initials.get(key) if len(profile.form.words) == 1 else None)
            if target and target in fits and target != key:
                fits[key] = fits[target]
                for cluster in fits[key]:
                    cluster.profiles.append(profile)
                continue
            cluster = gatherer.add(profile)
            cluster.profiles.append(profile)
            fits[key] = [cluster]
            if len(profile.form.words) > 2:
                initials = "".join(w[0] for w in profile.form.words if w not in ("of", "for", "the", "and"))
                by_initials.setdefault(initials, key)

    def _join_titles(self, fits: dict[str, list[Cluster]], gatherer: Gatherer) -> None:
        """Give a title alone ("the Colonel") to its only bearer, or make it a person of its own in a story."""
        for key, profile in self.profiles.items():
            if profile.form.kind != "title" or key in fits:
                continue
            bearers = [c for c in gatherer.clusters if any(style == profile.form.title for style, _ in c.styles)]
            known = gatherer.gather([profile])[key] if self.given.knows(key) else []
            if known or bearers:
                fits[key] = known or bearers
                if not known and len(bearers) == 1:
                    bearers[0].profiles.append(profile)
            elif self.narrative and profile.count > 2:
                cluster = gatherer.add(profile)
                cluster.take(profile)
                fits[key] = [cluster]

    def _assign(self, fits: dict[str, list[Cluster]], clusters: list[Cluster]) -> None:
        """Number the people and give each mention its entity; a shared form goes to the one named last."""
        mentions: list[tuple[NameMention, Cluster]] = []
        last_seen: dict[int, int] = {}
        sizes = {id(c): c.count for c in clusters}
        for mention in self.found:
            fitting = fits.get(mention.form.key) if mention.form.key in self.profiles else None
            if not fitting:
                continue
            chosen = fitting[0]
            if len(fitting) > 1:
                fitting = [c for c in fitting if not mention.pronoun or c.gender in (mention.pronoun, None)] or fitting
                recent = [c for c in fitting if mention.start - last_seen.get(id(c), -_REACH - 1) <= _REACH]
                chosen = max(recent, key=lambda c: last_seen[id(c)]) if recent else max(fitting, key=lambda c: sizes[id(c)])
            else:
                last_seen[id(chosen)] = mention.start
            mentions.append((mention, chosen))
        self._number(mentions, clusters)

    def _number(self, mentions: list[tuple[NameMention, Cluster]], clusters: list[Cluster]) -> None:
        counts: dict[int, Counter[NameForm]] = defaultdict(Counter)
        for mention, cluster in mentions:
            counts[id(cluster)][mention.form] += 1
            self.uses[mention.form.key] += 1
        seeds = sorted((c for c in clusters if c.seed is not None), key=lambda c: c.seed or 0)
        others = list(dict.fromkeys(id(c) for _, c in mentions if c.seed is None))
        by_id = {id(c): c for c in clusters}
        numbers: dict[int, int] = {}
        for cluster in [*seeds, *(by_id[i] for i in others)]:
            numbers[id(cluster)] = len(self.cast.entities)
            self.cast.entities.append(self._member(cluster, counts[id(cluster)]))
        roles = [m.form.role for m, _ in mentions]
        self.cast.mentions = [Mention(m.start, m.end, numbers[id(c)], m.form.text, m.possessive) for m, c in mentions]
        for number, role in find_roles(self.text, self.cast.mentions, roles).items():
            if self.cast.entities[number].type != "organization":
                self.cast.entities[number].role = role

    def _member(self, cluster: Cluster, counts: Counter[NameForm]) -> CastMember:
        """Make a member of the cast from the forms of one person."""
        texts: Counter[str] = Counter()
        own: Counter[str] = Counter()
        for form, count in counts.items():
            texts[form.text] += count
            own[form.key] += count
        shared = [key for key, count in own.items() if count < _OWN * self.uses[key]]
        name = self.given.names[cluster.seed] if cluster.seed is not None else printed_name(counts, self.narrative, shared)
        member = CastMember(name, type=_type(cluster, counts))
        member.forms = texts
        member.count = sum(texts.values())
        member.given = cluster.seed is not None
        member.titles = {style for style, _ in cluster.styles}
        member.aliases = {p.form.text for p in cluster.profiles}
        if member.given:
            member.aliases.update(self.given.aliases[cluster.seed or 0])
        for profile in cluster.profiles:
            member.votes.add(profile.votes)
        if member.type in ("person", "unknown"):
            voted = member.votes.gender(12, 3.0)
            titled = next((p.form.gender for p in cluster.profiles if p.form.gender), None)
            member.gender = titled or cluster.gender or voted or member.votes.gender()
        return member


def _type(cluster: Cluster, counts: Counter[NameForm]) -> SpeakerType:
    kinds = {form.kind for form in counts}
    if kinds & {"organization", "place"} and not cluster.styles:
        return "organization"
    known = cluster.styles or cluster.gender or cluster.seed is not None or cluster.firsts & given_names().keys()
    return "person" if known else "unknown"


def _is_narrative(document: Document) -> bool:
    from quotex.detect.register import is_narrative

    return document.once(is_narrative)
