"""Words as data: one loader for the lexicon files of this folder.

A lexicon file is UTF-8 text.  Lines that start with ``#`` say what the file is and where its facts come from;
every other line is one entry, its columns parted by tabs.
"""

from __future__ import annotations

from functools import cache


def _lines(name: str) -> list[str]:
    from pkgutil import get_data

    lines = (get_data(__name__, f"{name}.tsv") or b"").decode("utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"]


@cache
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``NAME.tsv``, each a tuple of its columns.

    Raises:
        FileNotFoundError: There is no such lexicon file.
    """
    return tuple([tuple(line.split("\t")) for line in _lines(name)])


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the first column of ``NAME.tsv`` as a set.

    Raises:
        FileNotFoundError: There is no such lexicon file.
    """
    return frozenset([line.partition("\t")[0] for line in _lines(name)])


def load_pairs(name: str, *, fold: bool = False) -> dict[str, str]:
    """Return the first two columns of ``NAME.tsv`` as a new dictionary; the first one folded on demand.

    Raises:
        FileNotFoundError: There is no such lexicon file.
    """
    pairs = (line.split("\t", 2) for line in _lines(name))
    return {pair[0].casefold() if fold else pair[0]: pair[1] for pair in pairs}
