"""Tell from the first or last word of a name what kind of thing it names."""

from __future__ import annotations

from claimcheck.values.entities.tables import word_list
from claimcheck.values.places.names import fold_name

# In this order: "Crimean Bridge" is a site before it is anything else.
_KINDS = ("site", "region", "city", "event", "organisation")
_FIRST = {
    "air": "organisation",
    "mount": "region",
    "lake": "region",
    "cape": "region",
    "battle": "event",
    "county": "region",
    "gulf": "region",
    "river": "region",
    "siege": "event",
    "treaty": "event",
    "camp": "site",
    "fort": "site",
    "port": "city",
    "bank": "organisation",
    "college": "organisation",
    "department": "organisation",
    "institute": "organisation",
    "ministry": "organisation",
    "office": "organisation",
    "university": "organisation",
}


def head_words(kind: str) -> frozenset[str]:
    """Return the last words of names of one kind, in lower case."""
    return word_list("heads", kind)


def kind_of_name(name: str) -> str | None:
    """
    Return what a name of two or more words says that it names.

    >>> kind_of_name("Vostochny Cosmodrome"), kind_of_name("Bank of Korea")
    ('site', 'organisation')
    >>> kind_of_name("Vladimir Putin") is None
    True
    """
    words = fold_name(name).split()
    if len(words) < 2:  # noqa: PLR2004 - a head and what it is the head of
        return None
    last = next((kind for kind in _KINDS if words[-1] in head_words(kind)), None)
    return last or _FIRST.get(words[0])
