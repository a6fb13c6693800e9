"""Build the cast: everybody that a text names, and whom each mention by name means."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotex.detect.genre import SHORT
from quotex.lexicon.names import Gender, given_names, titles, world_gender
from quotex.resolve.people.cast import Cast, CastMember, Speakers
from quotex.resolve.people.cluster import Cluster, Profile, likeliest
from quotex.resolve.people.compatible import misspelled_names
from quotex.resolve.people.gather import Gatherer
from quotex.resolve.people.gender import Votes, apposed_gender, form_gender, pronoun_votes
from quotex.resolve.people.given_cast import GivenCast
from quotex.resolve.people.mention import Mention
from quotex.resolve.people.mentions import WrittenName, find_names
from quotex.resolve.people.name_form import NameForm, has_letters_of_judge, is_coded
from quotex.resolve.people.name_kinds import (
    Context,
    find_acronyms,
    find_aliases,
    find_offices,
    initials_of,
    is_people,
    is_place,
)
from quotex.resolve.people.printed_name import printed_name
from quotex.resolve.people.roles import find_roles, of_body

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.records import SpeakerType

_READ = 12  # mentions whose surroundings are read
_MOST = 40  # bearers of one title that are compared
_PERSON = 2  # words of a name whose initials stand for it in minutes
_OWN = 0.9  # share of its mentions from which a shared form is the name of one of its bearers
_REACH_OF_GIVEN = 3_000  # the same for given names and titles in a story
_REACH = 100  # characters within which the person named last is meant by a shared name, not the one named most
_BROUGHT_IN = 800  # characters within which a report goes on about somebody whom it has just named in full
_LEFT = 1_500  # characters after which a report has left its other bearers of the name


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
        self.short = len(self.text) < SHORT
        self.given = GivenCast(speakers)
        names = find_names(document)
        offices = find_offices(self.text, names)
        self.found = self.given.merged(self.text, [name for name in names if name.form.key not in offices])
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
        self._join_aliases(fits)
        self._join_bodies(fits, gatherer)
        self._join_titles(fits, gatherer)
        self._assign(fits, gatherer.clusters)
        return self.cast

    def _profile(self) -> None:
        """Gather what the text shows of each form."""
        votes = pronoun_votes(self.text, self.found, self.narrative)
        for mention in self.found:
            key = mention.form.key
            profile = self.profiles.get(key)
            if profile is None:
                profile = self.profiles[key] = Profile(mention.form, votes=votes.get(key, Votes()))
            profile.starts.append(mention.start)
            profile.ends.append(mention.end)
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
        told = None if self.narrative or profile.form.gender else self._apposed(profile)
        if told is not None:
            return told
        single = self.profiles.get(word)
        shown = form_gender(profile.form, profile.votes, single.votes if single else None, self.narrative, self.short)
        return shown or (self._apposed(profile) if self.narrative else None)

    def _apposed(self, profile: Profile) -> Gender | None:
        """Tell the gender that nouns in apposition to a name show, when they agree."""
        places = list(zip(profile.starts, profile.ends, strict=True))[:_READ]
        given = world_gender(profile.form.words[0]) if len(profile.form.words) > 1 else None
        shown = {gender for start, end in places if (gender := apposed_gender(self.text, start, end, given))}
        return shown.pop() if len(shown) == 1 else None

    def _drop_places(self) -> None:
        """Forget the forms that name a place which does not speak."""
        parts: set[str] = set()
        for profile in self.profiles.values():
            if profile.form.kind != "person" or not profile.form.title and len(profile.form.words) < 2:
                continue
            if not is_place(profile.form, self.contexts[profile.form.key], False, self.narrative):
                parts.update((profile.form.words[0], profile.form.words[-1]))
        for key, profile in list(self.profiles.items()):
            if self.given.knows(key):
                continue
            titled = len(profile.form.words) == 1 and profile.form.words[0] in parts
            if profile.form.kind == "place" and titled and profile.form.place != "country":
                profile.form.kind = "person"
                profile.gender = self._gender(profile)
            if profile.form.kind == "organization" and profile.form.text.isupper() and titled:
                profile.form.kind = "person"  # a speaker's name in a transcript, not an acronym
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

    def _join_aliases(self, fits: dict[str, list[Cluster]]) -> None:
        """Give the other name of somebody ("Tom Lund, known as Blackie") to that one, where it names nobody else.

        So is a surname that a report spells in two ways.
        """
        others = find_aliases(self.text, self.found)
        if not self.narrative:
            others = misspelled_names(self.profiles.values()) | others
        for other, full in others.items():
            own, whole = fits.get(other, []), fits.get(full, [])
            if len(own) == len(whole) == 1 and len(own[0].profiles) == 1 and own[0].seed is None and own != whole:
                whole[0].profiles += own[0].profiles
                fits[other] = whole

    def _join_bodies(self, fits: dict[str, list[Cluster]], gatherer: Gatherer) -> None:
        """Make bodies, with their short forms; governments count as bodies."""
        short = find_acronyms(self.text, self.found)
        bodies = [
            p for p in self.profiles.values() if p.form.key not in fits and p.form.kind in ("organization", "place")
        ]
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
                initials = initials_of(profile.form)
                by_initials.setdefault(initials, key)

    def _join_titles(self, fits: dict[str, list[Cluster]], gatherer: Gatherer) -> None:
        """Give a title alone ("the Colonel") to its only bearer, or make it a person of its own in a story."""
        by_title: dict[str, dict[int, Cluster]] = defaultdict(dict)
        for cluster in gatherer.clusters:
            for other in cluster.profiles:
                by_title[_title_of(other.form)][id(cluster)] = cluster
        for key, profile in self.profiles.items():
            if profile.form.kind != "title" or key in fits:
                continue
            bearers = list(by_title[profile.form.title].values())[:_MOST]
            known = gatherer.gather([profile])[key] if self.given.knows(key) else []
            if known or bearers:
                fits[key] = known or bearers
                if not known and len(bearers) == 1:
                    bearers[0].profiles.append(profile)
            elif self.narrative and profile.count > 2:
                cluster = gatherer.add(profile)
                cluster.take(profile)
                fits[key] = [cluster]
                by_title[profile.form.title][id(cluster)] = cluster

    def _assign(self, fits: dict[str, list[Cluster]], clusters: list[Cluster]) -> None:
        """Number the people and give each mention its entity; a shared form goes to whom it most likely means."""
        mentions: list[tuple[WrittenName, Cluster]] = []
        last_seen: dict[int, int] = {}
        last_mention: dict[int, int] = {}
        likely: dict[str, Cluster] = {}
        for mention in self.found:
            key = mention.form.key
            fitting = fits.get(key) if key in self.profiles else None
            if not fitting:
                continue
            chosen = fitting[0]
            if len(fitting) == 1:
                last_seen[id(chosen)] = mention.start
            else:
                if key not in likely:
                    profile = self.profiles[key]
                    given = self.narrative and profile.form.words[0] in self.given_words
                    likely[key] = likeliest(fitting, profile, len(self.text), by_company=given)
                agreeing = [c for c in fitting if not mention.pronoun or c.gender in (mention.pronoun, None)]
                chosen = likely[key] if likely[key] in agreeing or not agreeing else agreeing[0]
                oldest = mention.start - self._reach(mention.form)
                recent = [c for c in agreeing if last_seen.get(id(c), -1) >= max(oldest, 0) and c.count > 2]
                if recent and (len(recent) == 1 or oldest < mention.start - _REACH):
                    chosen = max(recent, key=lambda c: last_seen[id(c)])
                elif not self.narrative:
                    chosen = _brought_in(agreeing, last_mention, mention.start) or chosen
            last_mention[id(chosen)] = mention.start
            mentions.append((mention, chosen))
        self._number(mentions, clusters)

    def _reach(self, form: NameForm) -> int:
        """Return within how many characters the bearer named last is meant by a shared form."""
        given = form.kind == "title" or form.words[0] in self.given_words
        return _REACH_OF_GIVEN if self.narrative and given else _REACH

    def _number(self, mentions: list[tuple[WrittenName, Cluster]], clusters: list[Cluster]) -> None:
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
        self.cast.mentions = [Mention(m.start, m.end, numbers[id(c)]) for m, c in mentions]
        for number, role in find_roles(self.text, self.cast.mentions, roles).items():
            member = self.cast.entities[number]
            if member.type != "organization":
                member.role = role
            if member.type == "unknown" and " " in member.name and not of_body(role):
                member.type = "person"

    def _printed(self, counts: Counter[NameForm], shared: list[str]) -> str:
        """Return the form to print of somebody who is not given."""
        articled = [form.key for form in counts if 2 * self.contexts[form.key].the > self.uses[form.key]]
        return printed_name(counts, self.narrative, shared, articled, self.short)

    def _member(self, cluster: Cluster, counts: Counter[NameForm]) -> CastMember:
        """Make a member of the cast from the forms of one person."""
        shared: list[str] = []
        texts: Counter[str] = Counter()
        if len(counts) == 1:
            form, count = next(iter(counts.items()))
            texts[form.text] = count
        else:
            own: Counter[str] = Counter()
            for form, count in counts.items():
                texts[form.text] += count
                own[form.key] += count
            shared = [key for key, count in own.items() if count < _OWN * self.uses[key]]
        given = cluster.seed is not None
        name = self.given.names[cluster.seed or 0] if given else self._printed(counts, shared)
        member = CastMember(name, type=self._type(cluster, counts))
        member.forms = texts
        member.count = sum(texts.values())
        member.given = given
        member.titles = {style for style, _ in cluster.styles}
        member.aliases = {p.form.text for p in cluster.profiles}
        if member.given:
            member.aliases.update(self.given.aliases[cluster.seed or 0])
        for profile in cluster.profiles:
            member.votes.add(profile.votes)
        if member.type in ("person", "unknown"):
            voted = member.votes.gender(12, 3.0)
            titled = next((p.form.gender for p in cluster.profiles if p.form.gender), None)
            member.gender = titled or cluster.gender or voted or member.votes.gender(2, 1.5)
            if not (self.narrative or titled) and member.votes.against(member.gender):
                member.gender = None  # "Jean Abara said that his side": a given name tells less than every pronoun
        return member

    def _type(self, cluster: Cluster, counts: Counter[NameForm]) -> SpeakerType:
        people = {initials_of(form) for form in counts if form.kind == "person" and len(form.words) == _PERSON}
        kinds = {form.kind for form in counts if form.key not in people}
        if kinds & {"organization", "place"} and not cluster.styles:
            return "group" if all(is_people(form) for form in counts) else "organization"
        known = (
            cluster.styles
            or cluster.gender
            or cluster.seed is not None
            or any(first in given_names() for first in cluster.firsts)
            or any(self.contexts[form.key].called for form in counts)
            or any(is_coded(form.words) or has_letters_of_judge(form.text) for form in counts)
        )
        bodies = max((self.contexts[form.key].bodies for form in counts), default=0)
        if bodies and not known or bodies > 1 and not cluster.styles and not any(p.votes for p in cluster.profiles):
            return "organization"
        return "person" if known else "unknown"


def _brought_in(bearers: list[Cluster], last: dict[int, int], at: int) -> Cluster | None:
    """Return the one bearer of a name whom a report speaks of here, when it has long left the others."""
    here = [c for c in bearers if id(c) in last and last[id(c)] >= at - _LEFT]
    return here[0] if len(here) == 1 and last[id(here[0])] >= at - _BROUGHT_IN else None


def _title_of(form: NameForm) -> str:
    """Return the title, also of a form that has it as part of the name ("Duchess of Westmarch")."""
    first = titles().get(form.words[0], ("", "", "")) if form.words[1:2] == ("of",) else ("", "", "")
    return form.title or first[0]


def _is_narrative(document: Document) -> bool:
    from quotex.detect.genre import is_narrative

    return document.once(is_narrative)
