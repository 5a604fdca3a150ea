"""Check the signs: escapes in addresses, stray and missing punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.citations.addresses import find_addresses
from claimcheck.citations.lint.case import Case, report
from claimcheck.model import Defect, Note, Span

_ESCAPES: Final = (
    (re.compile(r"\\+[_&%#~*()\[\]$-]"), "a backslash that belongs to the markup"),
    (re.compile(r"&(?:amp|lt|gt|quot|#\d{1,5});"), "an HTML entity"),
    (re.compile(r"%25[0-9A-Fa-f]{2}"), "a twice encoded character"),
    (re.compile(r"(?<=.)https?:/?/?https?:?//|^https?://https?:"), "the scheme twice"),
    (re.compile(r"…|\.\.\.$"), "an ellipsis: the address is cut"),
    (re.compile(r"[​‌‍﻿­]"), "an invisible character"),  # noqa: PLE2515
)
_STRAY: Final = (
    (re.compile(r"(?<=[a-z]{4})\.,(?=[”\"\u2019])"), "a full stop before the comma"),
    (re.compile(r"(?<![.,]),\s?,(?!,)"), "a comma twice"),
    (re.compile(r"(?<!\.)\.\.(?![./])"), "a full stop twice"),
    (re.compile(r"(?<=[\w”\"]);\s?;"), "a semicolon twice"),
    (re.compile(r"(?<=[^\W\d_])\s,(?=\s)"), "a space before the comma"),
)
_PAIRS: Final = (("“", "”"), ("(", ")"), ("[", "]"))
# Above this share of notes that end in a full stop, one without is a slip.
_STOP_SHARE: Final = 0.88
_FEWEST_FOR_FORM: Final = 8
# Words on a line behind a finished one are a page's foot that a PDF left there.
_FURNITURE = re.compile(r"[.?!][”\"\u2019)]?[ \t]*\r?\n")
_END = re.compile(r"[.?!][”\"\u2019)*_\]]{0,3}$")


def check_addresses(case: Case) -> Iterator[Defect]:
    """Report addresses that carry escapes and so do not open."""
    for note in case.notes.notes:
        found: dict[str, Span] = {}
        for address in find_addresses(case.text, note.span.start, note.span.end):
            if address.span != address.words and _is_target(case.text, address.span):
                label = Span(address.span.start, address.words.start)
                found |= _escapes(case.text, label, has_scheme=True)
            found |= _escapes(case.text, address.words, has_scheme=False)
        for what, span in found.items():
            yield report(
                case, note.number, "url-escape", "low", span,
                f"The address carries {what}.", "Print it as a browser shows it.",
            )  # fmt: skip


def check_punctuation(case: Case) -> Iterator[Defect]:
    """Report doubled, stray and missing punctuation."""
    for note in case.notes.notes:
        shelter = [
            a.span for a in find_addresses(case.text, note.span.start, note.span.end)
        ]
        for pattern, what in _STRAY:
            for match in pattern.finditer(case.text, note.span.start, note.span.end):
                span = Span(*match.span())
                if any(span.overlaps(each) for each in shelter):
                    continue
                yield report(
                    case, note.number, "punctuation", "low", span,
                    f"The note has {what}.", "Correct the punctuation.",
                )  # fmt: skip
        yield from _unpaired(case, note, shelter)
    yield from _without_stop(case)


def _is_target(text: str, span: Span) -> bool:
    return text[span.start] == "["


def _escapes(text: str, span: Span, *, has_scheme: bool) -> dict[str, Span]:
    """Return what is wrong with an address, at the whole of it."""
    words = span.of(text)
    if has_scheme:
        inner = re.match(r"\[<?(https?://[^\]\s]*)", words)
        if inner is None:
            return {}
        span = Span(span.start + inner.start(1), span.start + inner.end(1))
        words = inner[1]
    return {what: span for pattern, what in _ESCAPES if pattern.search(words)}


def _unpaired(case: Case, note: Note, shelter: list[Span]) -> Iterator[Defect]:
    words = list(note.span.of(case.text))
    for span in shelter:
        for at in range(span.start, span.end):
            words[at - note.span.start] = " "
    plain = "".join(words)
    for left, right in _PAIRS:
        opened, closed = plain.count(left), plain.count(right)
        if left == "“" and not opened:
            continue
        if opened == closed or (left != "“" and re.search(r"(?:^|\s)\w{1,2}\)", plain)):
            continue
        mark = left if opened > closed else right
        place = note.span.start + (
            plain.rfind(mark) if opened > closed else plain.find(mark)
        )
        yield report(
            case, note.number, "punctuation", "low", Span(place, place + 1),
            f"{mark} has no partner.", f"Close or drop {mark}.",
        )  # fmt: skip


def _without_stop(case: Case) -> Iterator[Defect]:
    """Report the one or two notes without a full stop where all others have it."""
    bare: list[Note] = []
    stopped = 0
    for note in case.notes.notes:
        words = note.span.of(case.text).rstrip()
        if re.search(r"(?:https?://|www\.|10\.\d{4,9}/)\S*$|[>)]$", words):
            continue
        if _FURNITURE.search(words):
            continue
        if _END.search(words):
            stopped += 1
        else:
            bare.append(note)
    total = stopped + len(bare)
    if total < _FEWEST_FOR_FORM or stopped < _STOP_SHARE * total:
        return
    for note in bare:
        yield report(
            case, note.number, "punctuation", "low",
            Span(max(note.span.start, note.span.end - 40), note.span.end),
            "The note ends without a full stop, unlike the others.", "Add a full stop.",
        )  # fmt: skip
