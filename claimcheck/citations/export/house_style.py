"""
Export a plain list, and Markdown, in the house style.

The style, for every kind of source, with what is missing left out:

    Authors, “Title,” in Editors (ed.), Container volume, no. issue
    (Place: Publisher, date): pages, address (accessed date).

Names run in reading order, dates are day month year, titles of books, and containers,
are in italics where there are any.  Lists are in alphabetical order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from claimcheck.citations.citation_dates import MONTHS
from claimcheck.citations.export.citable import Citable, date_parts, merge_citables
from claimcheck.citations.export.fragments import link_to_quote

_SEASONS: Final = ("", "Spring", "Summer", "Autumn", "Winter")
_BOOKS: Final = frozenset({"book", "report", "thesis"})
_MARKDOWN = re.compile(r"([\\`*_\[\]<>^~$#|@{}])")
_FEW_AUTHORS: Final = 3


def export_text(items: Iterable[Citable]) -> str:
    """Write items as plain lines in the house style, in alphabetical order."""
    lines = sorted(
        (_entry(item, _keep, "") for item in merge_citables(items)), key=str.casefold
    )
    return "".join(f"{line}\n" for line in lines)


def export_markdown(items: Iterable[Citable]) -> str:
    """
    Write quotations with footnotes, and the other items as a list.

    Footnote ids are the items' keys; quotes link to their place on the page where the
    source has an address.
    """
    merged = merge_citables(items)
    quoted = [item for item in merged if item.quotations]
    listed = [item for item in merged if not item.quotations]
    quotes = (
        _quotation_line(item, number)
        for item in quoted
        for number in range(len(item.quotations))
    )
    notes = (f"[^{i.key}]: {_entry(i, escape_markdown, '*')}" for i in quoted)
    rest = (f"- {_entry(item, escape_markdown, '*')}" for item in listed)
    blocks = (tuple(quotes), tuple(notes), tuple(sorted(rest, key=str.casefold)))
    return "\n".join("".join(f"{line}\n" for line in b) for b in blocks if b)


def escape_markdown(words: str) -> str:
    r"""
    Escape what Markdown would read as marks.

    >>> escape_markdown("a_b [c]")
    'a\\_b \\[c\\]'
    """
    return _MARKDOWN.sub(r"\\\1", words)


def print_csl_date(item: Citable, name: str) -> str:
    """Print a CSL date as day month year, as far as it is stated."""
    parts = date_parts(item.csl, name)
    date = item.csl.get(name)
    if not parts or not isinstance(date, dict):
        return ""
    season = date.get("season")
    lead = f"{_SEASONS[season]} " if isinstance(season, int) else ""
    hedge = "c. " if date.get("circa") else ""
    printed = [_print_parts(each) for each in parts]
    return hedge + lead + "–".join(printed)  # noqa: RUF001 (a range)


def _quotation_line(item: Citable, number: int) -> str:
    quotation = item.quotations[number]
    words = escape_markdown(" ".join(quotation.exact.split()))
    if item.url:
        words = f"[“{words}”](<{link_to_quote(item.url, quotation)}>)"
    else:
        words = f"“{words}”"
    return f"- {words}[^{item.key}]"


def _keep(words: str) -> str:
    return words


def _entry(item: Citable, escape: Callable[[str], str], italic: str) -> str:
    line = ", ".join(part for part in _parts(item, escape, italic) if part)
    doi = str(item.csl.get("DOI", ""))
    address = f"https://doi.org/{doi}" if doi and doi not in item.url else item.url
    tail = [f"<{address}>" if italic else address] if address else []
    accessed = print_csl_date(item, "accessed")
    if accessed:
        tail.append(f"(accessed {accessed})")
    line = ", ".join(part for part in (line, " ".join(tail)) if part) + "."
    line = re.sub(r"([,?!])”,", r"\1”", line)
    # A book's imprint follows its title without a comma; a last comma is a full stop.
    return re.sub(r",”\.$", ".”", line.replace(", (", " (").replace(",” (", "” ("))


def _parts(item: Citable, escape: Callable[[str], str], italic: str) -> Iterator[str]:
    csl = item.csl
    yield escape(_people(csl.get("author")))
    title = escape(" ".join(str(csl.get("title", "")).split()))
    is_book = csl.get("type") in _BOOKS
    if title:
        yield f"{italic}{title}{italic}" if is_book else f"“{title},”"
    yield _container(item, escape, italic)


def _container(item: Citable, escape: Callable[[str], str], italic: str) -> str:
    csl = item.csl
    name = escape(" ".join(str(csl.get("container-title", "")).split()))
    words = f"{italic}{name}{italic}" if name else ""
    editors = _people(csl.get("editor"))
    if csl.get("type") == "chapter" and words:
        words = f"in {escape(editors)} (ed.), {words}" if editors else f"in {words}"
    if csl.get("volume"):
        words += f" {csl['volume']}"
    if csl.get("issue"):
        words += f", no. {csl['issue']}"
    place, publisher = (
        escape(str(csl.get(key, ""))) for key in ("publisher-place", "publisher")
    )
    imprint = ": ".join(part for part in (place, publisher) if part)
    inside = ", ".join(p for p in (imprint, print_csl_date(item, "issued")) if p)
    if inside:
        words += f" ({inside})"
    if csl.get("page"):
        words += f": {csl['page']}"
    return words.strip()


def _people(names: object) -> str:
    people = [_person(name) for name in names] if isinstance(names, list) else []
    if len(people) > _FEW_AUTHORS:
        return f"{people[0]} et al."
    return (
        ", ".join(people[:-1])
        + (" and " if len(people) > 1 else "")
        + "".join(people[-1:])
    )


def _person(name: dict[str, str]) -> str:
    if "literal" in name:
        return " ".join(name["literal"].split())
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(name[key] for key in order if name.get(key))


def _print_parts(parts: list[int]) -> str:
    names = [MONTHS[part - 1].capitalize() for part in parts[1:2]]
    days = [str(part) for part in parts[2:]]
    return " ".join([*days, *names, str(parts[0])])
