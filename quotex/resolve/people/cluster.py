"""Forms of names that are one person, and which of several bearers a shared form means."""

from __future__ import annotations

from bisect import bisect_left

from quotex.lexicon.names import Gender
from quotex.resolve.people.gender import Votes
from quotex.resolve.people.name_form import NameForm

_SAME_STYLE = {
    "monsieur": "mr",
    "herr": "mr",
    "signor": "mr",
    "señor": "mr",
    "frau": "mrs",
    "madame": "mrs",
    "signora": "mrs",
    "señora": "mrs",
    "mistress": "mrs",
    "mademoiselle": "miss",
    "fraulein": "miss",
    "signorina": "miss",
    "señorita": "miss",
}
_NEAR = 3_000  # characters around a mention in which people of the same scene are named
_CLOSER = 2.0  # how many times more often than the least close one somebody must be named there to be meant
_FEWEST = 5  # mentions from which it means something who is named around them


class Profile:
    """One form of a name with what the text shows of it.

    Attributes:
        form: The form.
        starts: Offsets of its mentions.
        ends: Their ends.
        gender: What title, pronouns and given name tell.
        votes: Pronouns that follow it.
    """

    def __init__(self, form: NameForm, votes: Votes) -> None:
        self.form = form
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.gender: Gender | None = None
        self.votes = votes

    @property
    def count(self) -> int:
        """Number of mentions."""
        return len(self.starts)

    @property
    def style(self) -> str:
        """Title with foreign forms of address made English."""
        return style_of(self.form)


def style_of(form: NameForm) -> str:
    return _SAME_STYLE.get(form.title, form.title)


class Cluster:
    """The forms of one person, and the given names and surnames they show."""

    def __init__(self, *, suffix: str = "", seed: int | None = None, main: str = "", wife: bool = False) -> None:
        self.profiles: list[Profile] = []
        self.firsts: set[str] = set()
        self.lasts: set[str] = set()
        self.gender: Gender | None = None
        self.styles: set[tuple[str, str]] = set()
        self.suffix = suffix
        self.seed = seed
        self.main = main
        self.full = False
        self.wife = wife
        self.chance = False

    @property
    def count(self) -> int:
        """Number of mentions of all forms."""
        return sum(p.count for p in self.profiles)

    def take(self, profile: Profile) -> None:
        """Add a form."""
        self.profiles.append(profile)
        if self.gender is None:
            self.gender = profile.gender
        if profile.form.title:
            self.styles.add((profile.style, profile.form.title_kind))


def likeliest(fitting: list[Cluster], profile: Profile, length: int, *, by_company: bool) -> Cluster:
    """Return whom a shared form means: by its pronouns, then by its company, then who is named most, then first.

    A given name in a story stands in the scenes of its bearer.  "John" is not Mr. John Ashdown, whom the story calls
    "Ashdown", when it stands where "Ashdown" is rare and "John Edward" is not.

    Args:
        fitting: The people who bear the form.
        profile: The form with its mentions.
        length: Characters of the text.
        by_company: Whether to ask who is named around.
    """
    gender = profile.votes.gender(4, 2.0)
    agreeing = [c for c in fitting if gender and c.gender == gender] or fitting
    if by_company and profile.count >= _FEWEST:
        closeness = [_closeness(cluster, profile, length) for cluster in agreeing]
        least = min(closeness)
        agreeing = [c for c, near in zip(agreeing, closeness, strict=True) if near > _CLOSER * least] or agreeing
    return max(agreeing, key=lambda c: (c.count, -min((p.starts[0] for p in c.profiles), default=0)))


def _closeness(cluster: Cluster, profile: Profile, length: int) -> float:
    """Return how many times more often than anywhere somebody's own forms stand near a shared one."""
    own = sorted(start for p in cluster.profiles for start in p.starts)
    together = sum(_any_near(own, start) for start in profile.starts)
    covered = end = 0
    for start in own:
        covered += max(0, min(length, start + _NEAR) - max(end, start - _NEAR, 0))
        end = min(length, start + _NEAR)
    return together / profile.count / max(covered / max(length, 1), 1e-6)


def _any_near(starts: list[int], at: int) -> bool:
    place = bisect_left(starts, at - _NEAR)
    return place < len(starts) and starts[place] <= at + _NEAR
