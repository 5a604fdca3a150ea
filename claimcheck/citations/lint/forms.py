"""Check what a reference is made of: repeats, "ibid.", and fields that are missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from claimcheck.citations.lint.case import Case, Cited, report
from claimcheck.citations.short_forms import IBID, is_ibid
from claimcheck.model import Defect

# More full repeats than this, and than there are short forms, are a house style.
MOST_REPEATS: Final = 2
_FEWEST_FOR_FORM: Final = 8
_WEB_SINCE: Final = 2000
_PAGES = re.compile(r"(\d+)\u2013(\d+)")
_UNDATED = re.compile(
    r"\bn\.\s?d\.|\bundated\b|\bno date\b|\bforthcoming\b|\bin press\b", re.IGNORECASE
)
_DISCONTINUED = re.compile(
    r"\b(?:(?:currently|now|since|since then)\s)?"
    r"(?:discontinued|defunct|taken down|taken offline)\b"
    r"|\bno longer (?:available|online|accessible|maintained|updated)\b"
    r"|\b(?:dead|broken) link\b|\blink (?:is )?(?:dead|broken)\b"
    r"|\b(?:website|site|page|url|link) (?:is |has been |was )?"
    r"(?:closed|removed|offline|inactive)\b",
    re.IGNORECASE,
)
# A title alone leads nowhere; one of these beside it may.
_LEADING: Final = frozenset(
    ["author", "editor", "container-title", "publisher", "publisher-place", "issued",
     "URL", "DOI", "volume", "page", "locator", "accessed"]
)  # fmt: skip
_ARCHIVED = re.compile(
    r"archive\.(?:org|is|ph|today)|webcitation\.org|perma\.cc", re.IGNORECASE
)


def check_duplicates(case: Case) -> Iterator[Defect]:
    """Report sources that are given in full twice."""
    first: dict[str, Cited] = {}
    repeats: list[tuple[Cited, Cited]] = []
    for source in case.full:
        key = _identity(source)
        if key and key in first:
            repeats.append((source, first[key]))
        elif key:
            first[key] = source
    short = [s for s in case.sources if not s.is_full and not is_ibid(s.reference)]
    if len(repeats) > max(MOST_REPEATS, len(short)):
        return
    for source, earlier in repeats:
        if source.note.number == earlier.note.number:
            continue
        yield report(
            case, source.note.number, "duplicate-citation", "low",
            source.reference.span,
            f"Note {source.note.number} repeats note {earlier.note.number} in full.",
            f"Use a short form that points to note {earlier.note.number}.",
        )  # fmt: skip


def check_ibid(case: Case) -> Iterator[Defect]:
    """Report an "ibid." that is misprinted, or does not say what it stands for."""
    uses = [source for source in case.sources if is_ibid(source.reference)]
    bare = [source for source in uses if not _ends_with_stop(source)]
    for source in bare if len(bare) < max(2, len(uses)) else ():
        yield report(
            case, source.note.number, "ibid-form", "low", source.reference.span,
            "“Ibid” is an abbreviation and takes a full stop.", "Print “Ibid.”.",
        )  # fmt: skip
    counts = {note.number: len(note.references) for note in case.notes.notes}
    order = [note.number for note in case.notes.notes]
    places = {number: at for at, number in reversed(list(enumerate(order)))}
    for source in uses:
        index = places[source.note.number]
        if source.is_full:
            why = "“Ibid.” has no note before it to stand for."
        elif (
            source.note.references[0] is source.reference
            and index
            and (counts[order[index - 1]] > 1)
        ):
            why = f"Note {order[index - 1]} names several sources: which one is meant?"
        elif _outside_pages(source):
            page, pages = source.text("locator"), source.text("page")
            why = f"Page {page} lies outside pages {pages}."
        else:
            continue
        yield report(
            case, source.note.number, "ibid-form", "medium", source.reference.span,
            why, "Name the source by author and short title.",
        )  # fmt: skip


def check_complete(case: Case) -> Iterator[Defect]:
    """Report references that lack what leads to their source."""
    lacking = [(source, _missing(source)) for source in case.full]
    tally = Counter(missing for _, missing in lacking)
    for source, missing in lacking:
        if missing and tally[missing] <= MOST_REPEATS:
            yield report(
                case, source.note.number, "incomplete-reference", "low",
                source.reference.span, f"The reference has no {missing}.",
                f"Add the {missing}.",
            )  # fmt: skip
    yield from _without_address(case)


def check_discontinued(case: Case) -> Iterator[Defect]:
    """Report sources that a note itself says are gone."""
    seen: set[str] = set()
    for source in case.full:
        words = source.reference.text
        match = _DISCONTINUED.search(words)
        span = source.span("title")
        title = span.of(case.text) if span is not None else ""
        if match is None or match[0] in title or _ARCHIVED.search(words):
            continue
        key = source.url or title
        if key in seen:
            continue
        seen.add(key)
        again = [
            s.note.number
            for s in case.full
            if s.note.number != source.note.number
            and (s.url or s.text("title")) == key
            and _DISCONTINUED.search(s.reference.text)
        ]
        yield report(
            case, source.note.number, "discontinued-source", "low",
            source.reference.span,
            f"The note calls its source {match[0]!r}: a reader cannot check it.",
            "Add an archived copy, or a source that still stands.",
            tuple((number, "discontinued-source") for number in again),
        )  # fmt: skip


def _identity(source: Cited) -> str:
    """Return what makes two full references one source: words without locator."""
    title = " ".join(re.findall(r"\w+", source.text("title").casefold()))
    address = source.text("DOI") or source.url
    if not title or not (address or source.authors):
        return ""
    parts = [title, address.casefold(), source.text("container-title").casefold()]
    parts += [str(source.reference.csl.get("issued", "")), str(source.authors)]
    return "|".join(parts)


def _ends_with_stop(source: Cited) -> bool:
    match = IBID.match(source.reference.text)
    words = match[0].strip(" *_") if match is not None else ""
    return words.endswith(".") or words[:1].islower()


def _outside_pages(source: Cited) -> bool:
    """Tell whether a page given to "ibid." lies outside the article's pages."""
    span = _PAGES.fullmatch(source.text("page"))
    locator = source.text("locator")
    if span is None or not locator.isdecimal() or source.span("page") is not None:
        return False
    first, last = int(span[1]), span[2]
    whole = (
        int(str(first)[: -len(last)] + last)
        if len(last) < len(str(first))
        else int(last)
    )
    return not first <= int(locator) <= whole


def _missing(source: Cited) -> str:
    """Name the first thing a reference lacks, or return ""."""
    fields = source.reference.csl.keys()
    kind = source.text("type")
    if is_ibid(source.reference) or kind == "personal_communication":
        return ""
    if "accessed" in fields and not fields & {"URL", "DOI"}:
        return "address, only a date of access"
    return "" if _UNDATED.search(source.reference.text) else _missing_field(source)


def _missing_field(source: Cited) -> str:
    """Name what a reference that is not said to be undated lacks, or return ""."""
    fields, kind = source.reference.csl.keys(), source.text("type")
    if not fields & _LEADING and "title" in fields:
        return "author, place and date"
    if "URL" in fields and "title" not in fields:
        return "title, only an address" if _is_bare_address(source) else ""
    if kind in ("article-newspaper", "webpage", "post-weblog", "report") and (
        "URL" in fields and not fields & {"issued", "accessed"} and source.authors
    ):
        return "date"
    return "issue" if _is_yearly_periodical(source) else ""


def _is_bare_address(source: Cited) -> bool:
    words = re.sub(r"[<>()\[\].,;\s]|https?://\S+|www\.\S+", "", source.reference.text)
    return not words


def _is_yearly_periodical(source: Cited) -> bool:
    """Tell whether an article is dated by its year alone, with a page but no issue."""
    fields = source.reference.csl.keys()
    return (
        {"container-title", "locator", "author"} <= fields
        and not fields
        & {"volume", "issue", "URL", "DOI", "publisher", "editor", "page"}
        and source.text("type") == "document"
        and source.issued is not None
        and len(source.issued.first) == 1
        and not source.issued.season
    )


def _without_address(case: Case) -> Iterator[Defect]:
    """Report the one press article without address where all others have theirs."""
    press = [
        source
        for source in case.full
        if source.text("type") == "article-newspaper"
        and source.issued is not None
        and source.issued.first[0] >= _WEB_SINCE
    ]
    tally = Counter(bool(source.url) for source in press)
    if len(press) < _FEWEST_FOR_FORM or tally[False] != 1:
        return
    for source in press:
        if not source.url:
            yield report(
                case, source.note.number, "incomplete-reference", "low",
                source.reference.span,
                "The press article has no address; all others of the list have.",
                "Add its address.",
            )  # fmt: skip
