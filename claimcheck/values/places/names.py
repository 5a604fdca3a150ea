"""Fold names to the form that keys are made of, one for all spellings of a name."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

from claimcheck.values.places.tables import read_table

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_FOLDED = str.maketrans(
    {"\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u0131": "i"}
)


def fold_name(name: str) -> str:
    """
    Return a name in lower case, without accents, marks, article and possessive.

    Hyphens and spaces are one: "Kim Jong-un" and "Kim Jong Un" fold alike, and so do
    "U.N." and "UN".

    >>> fold_name("the U.N. Security Council's")
    'un security council'
    """
    bare = _ARTICLE.sub("", _POSSESSIVE.sub("", name.strip()))
    plain = unicodedata.normalize("NFKD", bare.translate(_FOLDED))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    joined = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", letters.replace("\u2019", "'"))
    return " ".join(_WORD.findall(joined.replace("'", "").casefold()))


def name_words(name: str) -> tuple[str, ...]:
    """
    Return the words by which the gazetteer looks a name up, in their own case.

    >>> name_words("C\u00f4te d'Ivoire")
    ('C\u00f4te', 'd', 'Ivoire')
    """
    return tuple(_WORD.findall(name))


@functools.cache
def _spellings() -> Mapping[str, str]:
    listed = read_table("cities")["spellings"]
    return {
        fold_name(name): fold_name(main) for main in listed for name in listed[main]
    }


def place_key(name: str) -> str:
    """
    Return the key of a city, site or region, one for all spellings of its name.

    >>> place_key("Kiev"), place_key("St. Petersburg")
    ('place:kyiv', 'place:saint petersburg')
    """
    folded = re.sub(r"^st (?=\w)", "saint ", fold_name(name))
    return f"place:{_spellings().get(folded, folded)}"
