"""Which form of a name is printed."""

from __future__ import annotations

from collections import Counter

from quotex.resolve.forms import NameForm, given_names

_BEFORE_GIVEN = frozenset({"miss", "lady", "sir", "master", "lord", "mademoiselle", "aunt", "uncle", "cousin"})


def printed_name(counts: Counter[NameForm], narrative: bool) -> str:
    """Return the best known form of a name.

    A report gives the fullest form without its title; a story the form it uses most, but the full name, or the name
    with its title, instead of a bare surname.

    Args:
        counts: How often each form occurs.
        narrative: Whether the text is a story.
    """
    forms: Counter[tuple[str, ...]] = Counter()
    best: dict[tuple[str, ...], NameForm] = {}
    for form, count in counts.items():
        if form.kind != "title" or len(counts) == 1:
            identity = (form.title, *form.words, form.suffix)
            forms[identity] += count
            best.setdefault(identity, form)
    if not forms:
        return next(iter(counts)).text if counts else ""
    order = sorted(forms, key=lambda i: (-forms[i], i))
    if not narrative:
        form = _fullest(order, forms, best)
        bare = len(form.words) == 1 and form.title and form.title_kind != "office"
        return form.text if bare or not form.title else _untitled(form)
    top = best[order[0]]
    if len(top.words) == 1 and not top.title:
        surname = top.words[0]
        if any(len(best[i].words) > 1 and best[i].words[0] == surname for i in order):
            return top.text
        full = [i for i in order if len(best[i].words) > 1 and best[i].words[-1] == surname]
        titled = [i for i in order if best[i].title and best[i].words == (surname,)
                  and (surname not in given_names() or best[i].title not in _BEFORE_GIVEN)]
        if full or titled:
            return best[(full or titled)[0]].text
    return top.text


def _fullest(order: list[tuple[str, ...]], forms: Counter[tuple[str, ...]],
             best: dict[tuple[str, ...], NameForm]) -> NameForm:
    """Return the full name used most; a longer one only where it has the same first and last word."""
    full: Counter[tuple[str, ...]] = Counter()
    for identity in order:
        full[best[identity].words] += forms[identity]
    words = max(full, key=lambda w: (len(w) > 1, full[w] if len(w) > 1 else 0, len(w), full[w]))
    same = [i for i in order if best[i].words == words]
    return best[max(same, key=lambda i: (not best[i].text.isupper(), bool(best[i].suffix), forms[i]))]


def _untitled(form: NameForm) -> str:
    """Return the form without its title."""
    words = form.text.split()
    kept = words[-len(form.words) - bool(form.suffix):]
    return " ".join(kept)
