"""Forms that are one person."""

from __future__ import annotations

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
