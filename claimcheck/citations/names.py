"""
Read the names of authors as CSL names.

A name is split into family and given name only where its order is known: inverted
("Kim, Jih-Un") or a Western order whose last word is the family name.  Where it is not
("Zhu Feng", "Kim Jong Un", "Yun Sun"), and for organisations, the print is kept as a
``literal``.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.model import Span

CslName: TypeAlias = dict[str, str]

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|Esq\.?|Ph\.?D\.?|M\.?D\.?")
_ET_AL = re.compile(r",?\s*(?:et\s+al\.?|and\s+others)[.,]?\s*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|&)\s+|\s(?:and|&)\s+|;\s*|,\s+|,$)\s*")
_INITIALS = re.compile(
    r"(?:[A-ZÀ-Þ][a-z]?\.[ -]?){1,4}(?:[A-ZÀ-Þ]\.?)?|[A-Z](?:\s[A-Z])?"
)
_VANCOUVER = re.compile(
    r"(?P<family>[^\W\d_][^\s,.]*(?:\s[^\W\d_][^\s,.]+){0,2})\s(?P<given>[A-Z]{1,4})\.?"
)
# A family name set in capitals, as French and East Asian usage prints it first.
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{4,}")
_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")


@dataclass(frozen=True, slots=True)
class Names:
    """Hold the names of one list with the span of each; *others* tells "et al."."""

    names: tuple[tuple[CslName, Span], ...]
    others: bool = False


@functools.cache
def name_words() -> dict[str, frozenset[str]]:
    """
    Load the word lists of ``data/names.toml``.

    Returns:
        Keys "particles", "non_dropping", "organisations" and "east_asian".
    """
    data = importlib.resources.files("claimcheck.citations") / "data" / "names.toml"
    tables = tomllib.loads(data.read_text(encoding="utf-8"))
    return {key: frozenset(table["words"]) for key, table in tables.items()}


def read_names(text: str, span: Span) -> Names:
    """
    Read a list of names, in any of the usual styles.

    Args:
        text: The whole text.
        span: The words of the list.

    Returns:
        One name a person or organisation, in order.

    >>> [name for name, _ in read_names("Hugo von Essen", Span(0, 14)).names]
    [{'family': 'Essen', 'given': 'Hugo', 'non-dropping-particle': 'von'}]
    """
    words = span.of(text)
    trimmed = _ET_AL.sub("", words).rstrip(" ,")
    if not trimmed.strip():
        return Names(())
    others = len(trimmed) < len(words.rstrip(" ,.")) and bool(_ET_AL.search(words))
    lead = len(trimmed) - len(trimmed.lstrip())
    inner = Span(span.start + lead, span.start + len(trimmed))
    pieces = list(_pieces(text, inner))
    inverted = any(_INITIALS.fullmatch(piece.of(text).strip()) for piece in pieces)
    if is_organisation(inner.of(text)) and not inverted:
        return Names((({"literal": _plain(inner.of(text))}, inner),), others)
    return Names(tuple(_assemble(text, pieces)), others)


def is_organisation(words: str) -> bool:
    """Tell whether the words name an organisation: by a keyword, or a leading "The"."""
    tokens = [token.casefold().strip("().,\u2019'") for token in words.split()]
    if not tokens or tokens[0] == "the":
        return bool(tokens)
    return any(token in name_words()["organisations"] for token in tokens)


def read_name(words: str) -> CslName:
    """Read one name printed in running order ("Julian E. Barnes")."""
    plain = _plain(words)
    tokens = plain.split()
    known = name_words()
    if len(tokens) < 2 or len(tokens) > 6 or is_organisation(plain):  # noqa: PLR2004 (a person's name has two to six words)
        return {"literal": plain}
    is_named = all(_WORD.fullmatch(token) for token in tokens)
    if not is_named or not (plain[0].isupper() and tokens[-1][0].isupper()):
        return {"literal": plain}
    if tokens[0].casefold() in known["east_asian"] and "." not in plain:
        return {"literal": plain}
    suffix = ""
    if _SUFFIX.fullmatch(tokens[-1]) and len(tokens) > 2:  # noqa: PLR2004 (given, family and suffix)
        suffix, tokens = tokens[-1], tokens[:-1]
    if len(tokens) == 2 and _CAPITALS.fullmatch(tokens[0]) and not tokens[1].isupper():  # noqa: PLR2004 (family and given)
        return _with_suffix({"family": tokens[0], "given": tokens[1]}, suffix)
    index = len(tokens) - 1
    while index > 1 and tokens[index - 1].casefold() in known["particles"]:
        index -= 1
    return _with_suffix(_person(tokens, index), suffix)


def family_of(name: CslName) -> str:
    """
    Return the word a name is known by, in lower case: family name, or the literal.

    >>> family_of({"literal": "Zhu Feng"})
    'zhu feng'
    """
    return (name.get("family") or name.get("literal") or "").casefold()


def _person(tokens: list[str], index: int) -> CslName:
    """Build a name whose family name starts at *index*, its particles marked."""
    particles: list[str] = []
    while (
        index < len(tokens) - 1
        and tokens[index].casefold() in name_words()["particles"]
    ):
        particles.append(tokens[index])
        index += 1
    name: CslName = {"family": " ".join(tokens[index:])}
    given = tokens[: index - len(particles)]
    if given:
        name["given"] = " ".join(given)
    if particles:
        words = " ".join(particles)
        drops = particles[0].casefold() not in name_words()["non_dropping"]
        name["dropping-particle" if drops else "non-dropping-particle"] = words
    return name


def _with_suffix(name: CslName, suffix: str) -> CslName:
    return {**name, "suffix": suffix} if suffix else name


def _pieces(text: str, span: Span) -> Iterator[Span]:
    position = span.start
    for match in _SEPARATOR.finditer(text, span.start, span.end):
        if match.start() > position:
            yield Span(position, match.start())
        position = match.end()
    if position < span.end:
        yield Span(position, span.end)


def _assemble(text: str, pieces: list[Span]) -> Iterator[tuple[CslName, Span]]:
    """Join pieces that commas parted: "Kim, Jih-Un", "Bee, A.", "Lutz, Jr."."""
    index = 0
    while index < len(pieces):
        span, words = pieces[index], pieces[index].of(text)
        index += 1
        given = pieces[index].of(text) if index < len(pieces) else ""
        suffix = ""
        if given and _is_inverted(words, given, is_first=index == 1):
            span, index = span.cover(pieces[index]), index + 1
            name = _inverted(words, given)
        else:
            initials = _VANCOUVER.fullmatch(words.strip())
            name = (
                _inverted(initials["family"], initials["given"])
                if initials is not None
                else read_name(words)
            )
        following = pieces[index].of(text) if index < len(pieces) else ""
        if following and _SUFFIX.fullmatch(following.strip()):
            suffix, span, index = (
                following.strip(),
                span.cover(pieces[index]),
                index + 1,
            )
        yield _with_suffix(name, suffix), span


def _is_inverted(family: str, given: str, *, is_first: bool) -> bool:
    """Tell whether two pieces are one name, family name first."""
    if _SUFFIX.fullmatch(given.strip()):
        return False
    if _INITIALS.fullmatch(given.strip()):
        return not _INITIALS.fullmatch(family.strip())
    if not is_first or not given.split():
        return False
    family_words, given_words = family.split(), given.split()
    plain = [w for w in family_words if w.casefold() not in name_words()["particles"]]
    if any(_INITIALS.fullmatch(word) for word in (*family_words, given_words[0])):
        return False
    names = [word for word in given_words if not _INITIALS.fullmatch(word)]
    return (
        (len(plain) == 1 or (len(plain) <= 3 and len(names) == 1))  # noqa: PLR2004 (family names of two or three words)
        and 1 <= len(given_words) <= 3  # noqa: PLR2004 (given names and initials)
        and all(_WORD.fullmatch(word) for word in (*family_words, *given_words))
        and not is_organisation(given)
    )


def _inverted(family: str, given: str) -> CslName:
    tokens = _plain(family).split()
    return {**_person(tokens, 0), "given": _plain(given)}


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[*_\\]", "", words).split()).strip(" ,;")
