"""Whether every stored quote still stands at its place in its source file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.read import read_documents
from claimcheck.store import (
    CheckedQuote,
    Store,
    StoredQuote,
    check_quote,
    stored_quotes,
)
from claimcheck.text.parse import check_weights


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """
    Hold what became of one source and its quotes.

    *problem* says why the file could not be read, or is ""; then no quote was checked.
    *lost* are the quotes that moved or are missing, in text order.
    """

    source: str
    quotes: int
    lost: tuple[CheckedQuote, ...] = ()
    problem: str = ""

    @property
    def stands(self) -> bool:
        """Tell whether every quote stands where it was read."""
        return not self.lost and not self.problem


@dataclass(frozen=True, slots=True)
class Verification:
    """Hold the check of all sources, and the weight files that are not official."""

    sources: tuple[SourceCheck, ...]
    weights: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Tell whether nothing moved, changed or is missing."""
        return not self.weights and all(check.stands for check in self.sources)


def verify(store: Store) -> Verification:
    """
    Read every source file again and look for each stored quote in it.

    Raises:
        StoreError: The database cannot be read.
    """
    checks = tuple(
        _check_source(source, tuple(quotes))
        for source, quotes in groupby(stored_quotes(store), key=lambda q: q.source)
    )
    return Verification(checks, check_weights())


def _check_source(source: str, quotes: tuple[StoredQuote, ...]) -> SourceCheck:
    document = _read_again(source)
    if isinstance(document, str):
        return SourceCheck(source, len(quotes), problem=document)
    return SourceCheck(source, len(quotes), tuple(_lost(quotes, document.text)))


def _lost(quotes: Iterable[StoredQuote], text: str) -> Iterator[CheckedQuote]:
    for quote in quotes:
        checked = check_quote(quote, text)
        if checked.standing != "stands":
            yield checked


def _read_again(source: str) -> Document | str:
    """Return the document as it is now, or why there is none."""
    if source == "-":
        return "it was standard input, which cannot be read again"
    try:
        item = next(iter(read_documents([Path(source)])), None)
    except InputError as error:
        return str(error)
    if isinstance(item, Document):
        return item
    return item.reason if item else "there is nothing to read there any more"
