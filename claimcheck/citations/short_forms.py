"""Tell what "ibid." and short forms stand for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Final

from claimcheck.citations.names import CslName, family_of
from claimcheck.model import Reference

IBID = re.compile(
    r"\s{0,9}[*_]{0,2}(?:[Ii]bid(?:em)?|IBID|[Ii]dem|[Ii]d(?=\.))(?!\w)[*_]{0,2}\.?[*_]{0,2}"
)
_OP_CIT = re.compile(
    r"\bop\.?\s?cit\b|\bloc\.?\s?cit\b|\bsupra\b|\babove,?\s(?:n|note)", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
# Fields that a short form may print itself.
_OWN: Final = ("page", "locator")
_SHORTEST: Final = 3


def resolve_short_forms(
    labels: Sequence[str], parsed: Sequence[tuple[Reference, ...]]
) -> list[tuple[Reference, ...]]:
    """
    Give every short form the fields of the full reference it stands for.

    "Ibid." stands for the last source of the note before; a reference with neither date
    nor address stands for the latest earlier one with the same first author, or without
    author the same title.  What finds no match is left as it is.

    Args:
        labels: The notes' numbers, in order.
        parsed: Their references, parallel to *labels*.

    Returns:
        The references with ``short_for`` filled in.
    """
    resolved: list[tuple[Reference, ...]] = []
    full: dict[str, tuple[str, Reference]] = {}
    previous: tuple[str, Reference] | None = None
    for label, references in zip(labels, parsed, strict=True):
        done: list[Reference] = []
        for reference in references:
            target = _target(reference, previous, full)
            if target is not None:
                found = _stand_for(reference, *target)
                previous = (target[0], found)
            else:
                found = reference
                previous = (label, found)
                full |= dict.fromkeys(_keys(found), (label, found))
            done.append(found)
        resolved.append(tuple(done))
    return resolved


def is_ibid(reference: Reference) -> bool:
    """Tell whether a reference is an "ibid." or "idem"."""
    match = IBID.match(reference.text)
    return match is not None


def _target(
    reference: Reference,
    previous: tuple[str, Reference] | None,
    full: dict[str, tuple[str, Reference]],
) -> tuple[str, Reference] | None:
    if is_ibid(reference):
        return previous
    fields = reference.csl
    is_short = not fields.keys() & {"issued", "URL", "DOI", "accessed", "publisher"}
    if not is_short and not _OP_CIT.search(reference.text):
        return None
    keys = _keys(reference)
    found = next((full[key] for key in keys if key in full), None)
    if found is not None or not fields.get("author"):
        return found
    return _by_title_start(reference, full)


def _by_title_start(
    reference: Reference, full: dict[str, tuple[str, Reference]]
) -> tuple[str, Reference] | None:
    """Match "Glaser and Sun, “Chinese Attitudes”" to the title it shortens."""
    head, title = _first_author(reference), _fold(str(reference.csl.get("title", "")))
    for key, found in reversed(full.items()):
        author, _, whole = key.partition("|")
        if author == head and len(title) > _SHORTEST and whole.startswith(title):
            return found
    return None


def _keys(reference: Reference) -> list[str]:
    title = _fold(str(reference.csl.get("title", "")))
    if not title:
        return []
    short = _fold(re.split(r"[:.?!]", str(reference.csl.get("title", "")))[0])
    head = _first_author(reference)
    return [f"{head}|{title}", f"{head}|{short}"]


def _first_author(reference: Reference) -> str:
    authors = reference.csl.get("author")
    names: list[CslName] = authors if isinstance(authors, list) else []
    words = family_of(names[0]).split() if names else []
    return words[-1] if words else ""


def _fold(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _stand_for(reference: Reference, label: str, full: Reference) -> Reference:
    own: dict[str, object] = {
        key: reference.csl[key] for key in _OWN if key in reference.csl
    }
    kept = {k: v for k, v in full.csl.items() if k not in _OWN or k == "page"}
    return dataclasses.replace(
        reference, csl={**kept, **own}, short_for=full.short_for or label
    )
