"""Gather the forms of one name into people: which forms can be the same person, and which cannot.

Gender is told for each form before forms are gathered, so that "Archer" and "Mrs. Archer" stay apart.  Forms are taken
in the order of how much they say: full names, then titles with one name, then single names.  A form that fits several
people is left open; each of its mentions is then given to the one named last.
"""

from __future__ import annotations

from collections import defaultdict

from quotex.lexicon import load_words
from quotex.lexicon.names import given_gender, given_names, nicknames, particles, titles_for
from quotex.resolve.people.cluster import Cluster, Profile, style_of
from quotex.resolve.people.compatible import beside, both_introduced, conflict, father_and_daughter, stems
from quotex.resolve.people.name_form import NameForm, same_given

_HEAD = 6  # times as often as the others the head of a family is named in full
_MOST = 40  # bearers of one name that are compared; keeps a list of a thousand Smiths linear
_GIVEN_TITLES = frozenset({"noble", "kin", "clergy"})


class Gatherer:
    """Puts the forms of people together, in a text whose narration `text` is.

    Args:
        text: The document's text.
        narrative: Whether it is a story (bare surnames of men, families) or a report.
    """

    def __init__(self, text: str, narrative: bool) -> None:
        self._text = text
        self._narrative = narrative
        self.clusters: list[Cluster] = []
        self._by_last: dict[str, list[Cluster]] = defaultdict(list)
        self._by_first: dict[str, list[Cluster]] = defaultdict(list)
        self._by_part: dict[str, list[Cluster]] = defaultdict(list)  # "Garza" of "Rodolfo Garza Espericueta"
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        self._by_words: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
        self._by_key: dict[str, list[Cluster]] = defaultdict(list)
        self._singles: dict[str, Profile] = {}
        self._with_given: set[tuple[str, str]] = set()
        self._titled_words: set[str] = set()

    def seed(self, forms: list[NameForm], number: int) -> None:
        """Make one member of a given cast from the forms of its name and aliases."""
        cluster = Cluster(seed=number, main=forms[0].key if forms else "")
        self.clusters.append(cluster)
        for form in forms:
            self._by_key[form.key].append(cluster)
            if form.kind == "person":
                self._index(cluster, form)
                cluster.gender = cluster.gender or form.gender
                if form.title:
                    cluster.styles.add((style_of(form), form.title_kind))
        if cluster.gender is None:
            cluster.gender = next((g for g in map(given_gender, sorted(cluster.firsts)) if g), None)

    def gather(self, profiles: list[Profile]) -> dict[str, list[Cluster]]:
        """Return for each form key the people it can name: one, or several when the form alone does not tell."""
        found: dict[str, list[Cluster]] = {}
        steps = (self._full, self._titled, self._single)
        self._singles.update((p.form.words[0], p) for p in profiles if len(p.form.words) == 1 and not p.form.title)
        self._titled_words.update(p.form.words[-1] for p in profiles if p.form.title)
        self._with_given.update((p.style, p.form.words[0]) for p in profiles if len(p.form.words) == 1 and p.form.title)
        for step, chosen in zip(steps, _by_fullness(profiles), strict=True):
            for profile in chosen:
                known = self._by_key.get(profile.form.key)
                fits = self._with_namesakes(profile, known) if known else step(profile)
                for cluster in fits if len(fits) == 1 else ():
                    cluster.take(profile)
                    if not cluster.chance:
                        self._index(cluster, profile.form)
                found[profile.form.key] = list(fits)
        return found

    def _with_namesakes(self, profile: Profile, known: list[Cluster]) -> list[Cluster]:
        """Add to those who bear an alias the others of the given cast whose given name it is ("John")."""
        form = profile.form
        if len(form.words) > 1 or form.title or not self._narrative or any(c.main == form.key for c in known):
            return known
        others = [c for c in self._by_first.get(form.words[0], ())[:_MOST] if c.seed is not None and c.full]
        return known + [c for c in others if c not in known and self._fits(c, profile)]

    def add(self, profile: Profile) -> Cluster:
        """Make a person of one form."""
        cluster = Cluster(suffix=profile.form.suffix, wife=_is_wife(profile.form))
        self.clusters.append(cluster)
        return cluster

    def _index(self, cluster: Cluster, form: NameForm) -> None:
        words = form.words
        if len(words) > 1:
            cluster.full = True
            if words not in self._by_words or cluster not in self._by_words[words]:
                self._by_words[words].append(cluster)
            self._index_first(cluster, words[0])
            _into(self._by_last[words[-1]], cluster, cluster.lasts, words[-1])
            for part in () if self._narrative else _parts_of_surname(words):
                if cluster not in self._by_part[part]:
                    self._by_part[part].append(cluster)
            if form.nickname:
                short = form.nickname.strip("“”‘’\"'(),").casefold()
                _into(self._by_first[short], cluster, cluster.firsts, short)
        elif form.title and (not self._is_given(form) or words[0] in cluster.lasts):
            _into(self._by_last[words[0]], cluster, cluster.lasts, words[0])
        else:
            self._index_first(cluster, words[0])

    def _index_first(self, cluster: Cluster, name: str) -> None:
        _into(self._by_first[name], cluster, cluster.firsts, name)
        for stem in stems(name):
            self._by_stem[stem].add(name)

    def _is_given(self, form: NameForm) -> bool:
        """Tell whether the one name behind a title is a given name ("Lady Catherine", "Miss Anne")."""
        name = form.words[0]
        style = style_of(form)
        if form.title_kind == "kin":
            return True
        if any(c.full for c in self._by_last.get(name, ())[:_MOST]):
            return False
        if any(c.full for c in self._by_first.get(name, ())[:_MOST]):
            return form.title_kind in _GIVEN_TITLES or style in ("miss", "master", "don", "mr", "mrs")
        return name in given_names() and style in titles_for("before given")

    # -- the three steps -----------------------------------------------------------------------------------------

    def _full(self, profile: Profile) -> list[Cluster]:
        form = profile.form
        words = form.words
        if self._is_chance(profile):
            cluster = self.add(profile)
            cluster.chance = True
            return [cluster]
        for cluster in self._by_words.get(words, ())[:_MOST]:
            if self._fits(cluster, profile):
                return [cluster]
        first, last = words[0], words[-1]
        near = [
            c
            for c in self._by_last.get(last, ())[:_MOST]
            if c.full and any(same_given(first, other) for other in c.firsts) and self._fits(c, profile)
        ]
        double = self._by_double_surname(profile)
        exact = [c for c in near if first in c.firsts]
        if not exact and not self._narrative:
            near = [c for c in near + double if not both_introduced(self._text, c.profiles, profile)]
        if exact or len(near) == 1:
            return (exact or near)[:1]
        if first not in given_names() or first in particles() or form.title:
            tail = [c for c in self._by_last.get(last, ())[:_MOST] if _ends(c, words) and self._fits(c, profile)]
            if len(tail) == 1:
                return tail
        head = [c for c in self._by_first.get(first, ())[:_MOST] if _begins(c, words) and self._fits(c, profile)]
        return head if len(head) == 1 else [self.add(profile)]

    def _by_double_surname(self, profile: Profile) -> list[Cluster]:
        """Return the bearers of the same given name of whose double surname this is a part, or the other way round."""
        *given, last = profile.form.words
        parts = [c for part in last.split("-") for c in self._by_last.get(part, ())[:_MOST]] if "-" in last else []
        parts += [c for c in self._by_part.get(last, ())[:_MOST] if any("-" in name for name in c.lasts)]
        return [c for c in dict.fromkeys(parts) if c.full and given[0] in c.firsts and self._fits(c, profile)]

    def _is_chance(self, profile: Profile) -> bool:
        """Tell whether two people who stand side by side elsewhere have met by a lost comma ("told Ida Tom rose")."""
        if profile.count > 2 or len(profile.form.words) != 2 or profile.form.title or not self._narrative:
            return False
        one, other = (self._singles.get(word) for word in profile.form.words)
        if one is None or other is None or min(one.count, other.count) < 5:
            return False
        alone = profile.count == 1 and profile.form.words[1] not in self._titled_words
        return alone or beside(self._text, one, other)

    def _titled(self, profile: Profile) -> list[Cluster]:
        form = profile.form
        name = form.words[0]
        given = self._is_given(form)
        pool = (self._by_first if given else self._by_last).get(name, [])[:_MOST]
        fits = [c for c in pool if self._fits(c, profile)] or self._by_surname_part(profile)
        if not given and self._narrative:
            fits = self._bearers_in_story(profile, fits)
        if len(fits) == 1 and not self._apart(fits[0], profile):
            return fits
        if len(fits) > 1 and not self._narrative:
            return fits
        seeds = [c for c in fits if c.seed is not None]
        return seeds or [self.add(profile)]

    def _by_surname_part(self, profile: Profile) -> list[Cluster]:
        """Return the one bearer of a surname of several words of which the form is a part ("Garza", "Yap")."""
        fits = [c for c in self._by_part.get(profile.form.words[0], ())[:_MOST] if self._fits(c, profile)]
        return fits if len(fits) == 1 else []

    def _bearers_in_story(self, profile: Profile, fits: list[Cluster]) -> list[Cluster]:
        """Keep who can be meant by title and surname in a story.

        A younger brother or sister is "Mr. John Ashdown", the eldest "Mr. Ashdown"; "Lady Ashdown" is no daughter.
        """
        if profile.form.title_kind == "noble":
            return [c for c in fits if any(kind == "noble" for _, kind in c.styles) or _is_at_home(c, profile.style)]
        if len(fits) > 2:
            return fits
        often = 3 if len(fits) == 1 else 0
        left = [c for c in fits if profile.count <= often * c.count or not self._has_given_style(c, profile.style)]
        if len(left) < len(fits):
            left = [c for c in left if 10 * _full_count(c) >= profile.count]
        fits = left or [c for c in fits if self._is_alone(c, profile)]
        if profile.form.gender == "female" and profile.form.words[0] in self._singles:
            fits = [c for c in fits if c.gender == "female"]
        if profile.style == "mrs":
            fits = [c for c in fits if 25 * _full_count(c) >= profile.count]
        if profile.style == "mr" and len(fits) > 1:
            fits = [c for c in fits if not any(kind == "rank" for _, kind in c.styles)]
            most = max(map(_full_count, fits), default=0)
            fits = [c for c in fits if _HEAD * _full_count(c) >= most]
        return fits

    def _is_alone(self, cluster: Cluster, profile: Profile) -> bool:
        """Tell whether nobody else of a family can be meant by title and surname, and the one is well known."""
        called = sum(self._singles[name].count for name in cluster.firsts if name in self._singles)
        full = _full_count(cluster)
        if profile.style == "mr" and called > 2:
            return False  # a son is called by his given name, his father by title and surname
        family = [c for c in self._by_last.get(profile.form.words[0], ())[:_MOST] if c.gender in (profile.gender, None)]
        return 5 * (full + called) >= profile.count and 10 * sum(map(_full_count, family)) <= 11 * full

    def _has_given_style(self, cluster: Cluster, style: str) -> bool:
        """Tell whether somebody is also called by title and given name ("Mr. John Ashdown", "Miss Mary")."""
        return any(p.style == style and len(p.form.words) > 1 for p in cluster.profiles) or any(
            (style, name) in self._with_given for name in cluster.firsts
        )

    def _single(self, profile: Profile) -> list[Cluster]:
        name = profile.form.words[0]
        firsts = [c for c in self._by_first.get(name, ())[:_MOST] if self._fits(c, profile)]
        lasts = [c for c in self._by_last.get(name, ())[:_MOST] if self._fits(c, profile) and not c.wife]
        voted = profile.votes.gender(4, 2.0) if self._narrative else None
        lasts = [c for c in lasts if not voted or c.gender in (voted, None)]
        if len(firsts) > 1:
            firsts = _likely([c for c in firsts if c.full] or firsts, name)
        if self._narrative and lasts:
            known = max(map(_full_count, lasts))
            firsts = [c for c in firsts if c.seed is not None or known <= 12 * _full_count(c)]
        if firsts and (not lasts or name in given_names() and any(c.full for c in firsts)):
            return firsts
        if self._narrative and profile.gender != "female":
            lasts = [c for c in lasts if not c.styles or not all(style in ("mrs", "miss") for style, _ in c.styles)]
        if self._narrative and len(lasts) > 1:
            lasts = [c for c in lasts if c.gender != "female"] or lasts
            lasts = [c for c in lasts if _is_mister(c, name)] or lasts
        lasts = _likely(lasts, name)
        if lasts:
            return firsts + lasts if firsts and name not in given_names() else lasts
        part = self._by_surname_part(profile)
        if part and not firsts:
            return part
        short = [
            c
            for other in sorted(nicknames().get(name, ()))
            for c in self._by_first.get(other, ())[:_MOST]
            if self._fits(c, profile) and not self._apart(c, profile)
        ]
        short = list(dict.fromkeys(short))
        if not short and self._narrative:
            forms = (*stems(name), *sorted(self._by_stem.get(name, ())))
            pet = [c for form in forms for c in self._by_first.get(form, ())[:_MOST] if self._fits(c, profile)]
            short = [c for c in dict.fromkeys(pet) if not self._apart(c, profile)]
        return short if len(short) == 1 else [self.add(profile)]

    # -- what keeps forms apart ----------------------------------------------------------------------------------

    def _fits(self, cluster: Cluster, profile: Profile) -> bool:
        if cluster.gender and profile.gender and cluster.gender != profile.gender:
            return False
        if profile.form.suffix != cluster.suffix and profile.form.suffix and cluster.full and cluster.profiles:
            return False
        if _is_wife(profile.form) != cluster.wife and len(profile.form.words) > 1 and cluster.full:
            return False
        if cluster.seed is not None and len({kind for _, kind in cluster.styles}) > 1:
            return True  # the caller says that one person bears several titles
        if self._narrative and father_and_daughter(cluster, profile):
            return False
        return not any(conflict(profile.style, profile.form.title_kind, *style) for style in cluster.styles)

    def _apart(self, cluster: Cluster, profile: Profile) -> bool:
        """Tell whether the text uses the form beside a form of the cluster, as of two people."""
        if not self._narrative:
            return False
        singles = [self._singles[name] for name in sorted(cluster.firsts) if name in self._singles]
        return any(beside(self._text, profile, other) for other in cluster.profiles + singles)


def _parts_of_surname(words: tuple[str, ...]) -> list[str]:
    """Return the words that can stand for the surname of a full name and are not its last word.

    >>> _parts_of_surname(("nélida", "huanca", "quispe")), _parts_of_surname(("ana", "ruiz-yap"))
    (['huanca'], ['ruiz', 'yap'])
    """
    if words[-1] in load_words("common_words"):
        return []
    middle = [w for w in words[1:-1] if len(w) > 2 and w[-1] != "." and w not in given_names() and w not in particles()]
    return middle + (words[-1].split("-") if "-" in words[-1] else [])


def _is_mister(cluster: Cluster, surname: str) -> bool:
    """Tell whether a man is called by a title and a surname again and again."""
    if cluster.seed is not None:
        return any(style == "mr" or kind == "rank" for style, kind in cluster.styles)
    titled = [p for p in cluster.profiles if p.style == "mr" or p.form.title_kind == "rank"]
    return sum(p.count for p in titled if p.form.words[-1] == surname) > 2


def _is_at_home(cluster: Cluster, style: str) -> bool:
    """Tell whether a noble from abroad is called without the title in the cluster."""
    return style in titles_for("abroad") and any(p.form.title in titles_for("at home") for p in cluster.profiles)


def _full_count(cluster: Cluster) -> int:
    """Count the mentions by full names."""
    return sum(p.count for p in cluster.profiles if len(p.form.words) > 1)


def _into(bucket: list[Cluster], cluster: Cluster, names: set[str], name: str) -> None:
    if name not in names:
        names.add(name)
        bucket.append(cluster)


def _likely(clusters: list[Cluster], name: str) -> list[Cluster]:
    """Leave out those who hardly ever bear a shared name."""
    weights = [sum(p.count for p in c.profiles if name in p.form.words) + (c.seed is not None) * 1000 for c in clusters]
    most = max(weights, default=0)
    return [c for c, weight in zip(clusters, weights, strict=True) if weight * 12 >= most and (weight > 1 or most < 3)]


def _by_fullness(profiles: list[Profile]) -> tuple[list[Profile], list[Profile], list[Profile]]:
    order = sorted(profiles, key=lambda p: (-p.count, -len(p.form.words), p.form.key))
    full = [p for p in order if len(p.form.words) > 1]
    full.sort(key=lambda p: (-len(p.form.words), len(p.form.words[0]) == 1))
    titled = [p for p in order if len(p.form.words) == 1 and p.form.title]
    titled.sort(key=lambda p: p.style != "miss")  # who is Miss Ashdown cannot be Mrs. Ashdown
    return (full, titled, [p for p in order if len(p.form.words) == 1 and not p.form.title])


def _is_wife(form: NameForm) -> bool:
    """Tell whether a woman is named by her husband's name ("Mrs. John Reed")."""
    return form.title in ("mrs", "madame") and len(form.words) > 1 and given_gender(form.words[0]) == "male"


def _ends(cluster: Cluster, words: tuple[str, ...]) -> bool:
    return any(len(p.form.words) > len(words) and p.form.words[-len(words) :] == words for p in cluster.profiles)


def _begins(cluster: Cluster, words: tuple[str, ...]) -> bool:
    return any(len(p.form.words) > len(words) and p.form.words[: len(words)] == words for p in cluster.profiles)
