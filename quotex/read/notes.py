"""Patterns for what is no word of a sentence: school.[3] nine.[citation needed] won¹ Moran (2014) Ann “Red” Lee."""

from __future__ import annotations

from quotex.patterns import pattern

NOTE_MARK = (
    r"(?:\[(?:\d{1,3}(?:[,–-]\s?\d{1,3}){0,3}|(?:note|nb)\s\d{1,2}|[a-z]{2,12}(?:\s[a-z]{2,12}){0,2}\sneeded"
    r"|(?:when|where|who|which|why|by\swhom|according\sto\swhom)\?)\]|[¹²³⁴-⁹⁰]++)"
)
# The number of a footnote behind the stop of a sentence: «by Easter.18», «“… of beer.”14»
FOOTNOTE = r"(?<=\p{Ll}{3}\.|[.,!?][”’\"»])\d{1,3}(?:,\d{1,3})*+(?=\s|$)"
NOTES = pattern(rf"{FOOTNOTE}|(?<=\S)(?:{NOTE_MARK})++|(?<=[.,;:!?…”’\"')\]])\[[a-z]\]")

# The year of a work behind its author: «Moran (2014) argues», «Lind (2017, p. 3)», «Trouillot (1995: 26)».
YEAR = r"\((?:1[6-9]|20)\d\d[a-z]?(?:[,:]\s?(?:pp?\.\s?)?\d{1,4}(?:[–-]\d{1,4})?)?\)"
YEAR_OF_WORK = pattern(rf"(?<=\p{{L}}[.’']?\s){YEAR}")

# What counts the parts of a section right behind its number: «Section 9(2)(b)».
SUBSECTION = r"(?<=\b\d{1,4}[A-Z]?)(?:\((?:\d{1,3}|[a-z]{1,4})\)){1,3}"
SUBSECTIONS = pattern(SUBSECTION)

# Where evidence is kept: «would wait (Q 67).», «lost money (Qq 40–42)», «the only one (MPO 12)».
EVIDENCE = r"\((?!(?:AD|BCE?|CE)\b)(?:Qq?|\p{Lu}{2,5})\.?\s?\d{1,4}(?:(?:[–-]|,\s|\sand\s)(?:Qq?\s)?\d{1,4}){0,4}\)"
EVIDENCE_BEHIND = pattern(rf"(?<=[\p{{L}}\d’”'\".,]\s){EVIDENCE}(?=[\s.,;:]|$)")
_NUMBERED = pattern(r"\((?P<letters>Qq?|\p{Lu}{2,5})\.?\s?(?!(?:1[6-9]|20)\d\d\b)(?P<number>\d{1,4})\b")

# What somebody is called, in marks within the name: Marcia “Cia” Lund, Ann "Big Red" Lee, Bo 'Red' Lee.
NICKNAME = pattern(
    r"(?<=(?:\p{Lu}\p{Ll}{1,15}|\p{Lu}\.)[ \xa0])"
    r"[\"“‘'](?:[Tt]he[ ])?\p{Lu}[\p{L}.]{1,14}(?:[ ]\p{Lu}[\p{L}.]{1,14}){0,2}[\"”’'](?=[ \xa0]\p{Lu}\p{Ll})"
)


def keeps_evidence(text: str) -> bool:
    """Tell whether a text says in brackets where its evidence is kept: with «Q», or with two numbers of a kind.

    >>> keeps_evidence("It was late (Q 67)."), keeps_evidence("He flew (RAF 12). He filmed (MGM 1939).")
    (True, False)
    """
    seen: dict[str, str] = {}
    for match in _NUMBERED.finditer(text):
        if match["letters"][0] == "Q" or seen.setdefault(match["letters"], match["number"]) != match["number"]:
            return True
    return False
