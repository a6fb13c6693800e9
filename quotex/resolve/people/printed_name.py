"""Which form of a name is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from quotex.lexicon.names import given_names, titles, titles_for
from quotex.resolve.people.name_form import NameForm, bare

# Mentions of the full name from which it is printed for a given name: then readers know it.
_KNOWN = 5
Identity = tuple[str, ...]


def printed_name(
    counts: Counter[NameForm],
    narrative: bool,
    shared: Collection[str] = (),
    articled: Collection[str] = (),
    short: bool = False,
) -> str:
    """Return the best known form of a name.

    A report gives the fullest form without its title; a story the form it uses most, but the full name, or the name
    with its title, instead of a bare surname; a short one the full name whenever it gives one, since its readers know
    nobody.

    Args:
        counts: How often each form occurs.
        narrative: Whether the text is a story.
        shared: Keys of forms that name several people; such a form is printed only when there is no other.
        articled: Keys of forms before which "the" stands, so that they are titles more than names: "the Opperhoofd".
        short: Whether the text is a short one.
    """
    if len(counts) == 1:
        only = next(iter(counts))
        if narrative and (fuller := _with_whole_title(only) or _with_post(only)):
            return fuller
        return untitled(only) if only.title and len(only.words) > 1 and not narrative else only.text
    forms: Counter[Identity] = Counter()
    best: dict[Identity, NameForm] = {}
    for form, count in counts.items():
        identity = (form.title if form.kind != "title" or len(counts) > 1 else "", *form.words, form.suffix)
        forms[identity] += count
        known = best.get(identity)
        if known is None or (known.text.isupper(), -counts[known]) > (form.text.isupper(), -count):
            best[identity] = form
    order = sorted(forms, key=lambda i: (-forms[i], i))
    order = [i for i in order if best[i].key not in shared] or order
    if not order:
        return ""
    order = [i for i in order if best[i].kind != "title"] or order
    if narrative:
        name = _in_story(order, forms, best, articled, short)
        titled = (text for make in (_with_whole_title, _with_post) for text in map(make, best.values()))
        return next((text for text in titled if text.endswith(f" {name}")), name)
    form = _fullest(order, forms, best)
    bare = len(form.words) == 1 and form.title and form.title_kind != "office"
    return form.text if bare or not form.title else untitled(form)


def _with_whole_title(form: NameForm) -> str:
    """Return a form with all words of a title of several: "Detective Constable Lee"."""
    words = form.role.split()
    several = len(words) > 1 and len(form.words) == 1
    whole = several and form.title_kind in ("office", "rank") and all(bare(word) in titles() for word in words)
    return f"{form.role} {form.text.split(None, 1)[1]}" if whole and form.text.startswith(f"{words[-1]} ") else ""


def _with_post(form: NameForm) -> str:
    """Return a surname with the one word before it that is a post and no title: "Warden Lee"."""
    alone = len(form.words) == 1 and not form.title and form.words[0] not in given_names()
    return f"{form.role} {form.text}" if alone and form.role.istitle() and " " not in form.role else ""


def _in_story(
    order: list[Identity],
    forms: Counter[Identity],
    best: dict[Identity, NameForm],
    articled: Collection[str],
    short: bool,
) -> str:
    """Return the form used most, or a fuller one in place of a bare surname."""
    top = best[order[0]]
    if len(top.words) > 1 and top.title_kind == "office":
        return untitled(top)
    if len(top.words) > 1 or top.title or top.kind != "person":
        return top.text
    name = top.words[0]
    given = [i for i in order if best[i].words[0] == name and _is_full(best[i])]
    if given and (short or top.key in articled):
        return best[given[0]].text
    if given:
        known = [i for i in given if forms[i] >= _KNOWN and not best[i].title]
        return best[known[0]].text if known else top.text
    full = [i for i in order if best[i].words[-1] == name and _is_full(best[i])]
    titled = [
        i
        for i in order
        if best[i].title
        and best[i].words == (name,)
        and (name not in given_names() or best[i].title not in titles_for("printed"))
    ]
    full = [i for i in full if short or forms[i] > 2 or 20 * forms[i] >= forms[order[0]]]
    if not full:
        titled = [i for i in titled if forms[i] >= 0.3 * forms[order[0]]]
    if full and titled and not short and forms[titled[0]] > 3 * forms[full[0]]:
        full = []
    chosen = best[next(iter(full + titled), order[0])]
    several = " " in chosen.role  # of "Detective Sergeant Ann Lee" no half is printed
    return untitled(chosen) if len(chosen.words) > 1 and (several or chosen.title_kind == "office") else chosen.text


def _is_full(form: NameForm) -> bool:
    """Tell whether a form is a full name; "PAGE, T." on a sign is none."""
    return len(form.words) > 1 and not form.text.isupper() and len(form.words[-1].rstrip(".")) > 1


def _fullest(
    order: list[tuple[str, ...]], forms: Counter[tuple[str, ...]], best: dict[tuple[str, ...], NameForm]
) -> NameForm:
    """Return the full name used most, with the whole of a double surname ("Ana Ruiz-Cole" of "Ana Ruiz")."""
    full: Counter[tuple[str, ...]] = Counter()
    for identity in order:
        full[best[identity].words] += forms[identity]
    words = max(full, key=lambda w: (len(w) > 1, full[w] if len(w) > 1 else 0, len(w), full[w]))
    words = next(
        (w for w in full if w[:-1] == words[:-1] and words[-1] in w[-1].split("-")[1:] + w[-1].split("-")[:-1]), words
    )
    words = max((w for w in full if _is_surname_of(words, w)), key=lambda w: (full[w], w), default=words)
    same = [i for i in order if best[i].words == words]
    return best[max(same, key=lambda i: (not best[i].text.isupper(), bool(best[i].suffix), forms[i]))]


def _is_surname_of(words: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Tell whether words are a surname of several, of which a fuller form has the given name too: "Ait Lund"."""
    return len(words) > 1 and fuller[-len(words) :] == words != fuller and words[0] not in given_names()


def untitled(form: NameForm) -> str:
    """Return a form without its title."""
    return " ".join(form.text.split()[-len(form.words) - bool(form.suffix) :])
