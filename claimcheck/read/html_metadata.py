"""
Metadata that a web page states in its head: meta tags, JSON-LD, canonical link, title.

Only what is stated is taken.  Heuristics that guess a date from running text are not
used: they date an undated page to whatever day it mentions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from claimcheck.model import Field
from claimcheck.read.calendar_dates import find_date, read_date

# Names of meta tags (Open Graph, Dublin Core, Highwire, Parsely), best first.
_META = (
    ("title", ("og:title", "citation_title", "dc.title", "twitter:title")),
    ("authors", ("author", "citation_author", "dc.creator", "parsely-author")),
    (
        "published",
        (
            "article:published_time", "citation_publication_date", "datepublished",
            "dc.date.issued", "dc.date", "parsely-pub-date", "pubdate", "date",
        ),
    ),
    ("updated", ("article:modified_time", "datemodified", "og:updated_time")),
    ("publisher", ("og:site_name", "citation_journal_title", "dc.publisher")),
    ("url", ("og:url",)),
)  # fmt: skip

# schema.org types whose properties speak of the article itself.
_ARTICLES = re.compile(
    r"Article|NewsArticle|BlogPosting|Report|WebPage|ScholarlyArticle"
)
_LINKED = (
    ("title", "headline"),
    ("authors", "author"),
    ("published", "datePublished"),
    ("updated", "dateModified"),
    ("publisher", "publisher"),
    ("url", "url"),
)
_DATES = ("published", "updated")

# <time itemprop="datePublished" datetime="...">, and HTML's former <time pubdate>.
_PUBLISHED = re.compile(r"datepublished|pubdate", re.IGNORECASE)

# What browsers and SingleFile write into a page that is saved.
_SAVED = re.compile(
    r"saved from url=\(\d+\)(https?://\S+)|SingleFile\s+url:\s*(https?://\S+)"
)
_DEEPEST = 4


def find_page_fields(page: str) -> tuple[Field, ...]:
    """
    Return what the head of a web page says, one field a name, the best tag first.

    Args:
        page: The decoded HTML; it may be broken.
    """
    reader = _HeadReader()
    reader.feed(page)
    reader.close()
    found: dict[str, str] = {}
    for name, value in _stated(reader):
        text = " ".join(value.split())
        written = (read_date(text) or _first_day(text)) if name in _DATES else text
        if written:
            found.setdefault(name, written)
    if "title" in found and "publisher" in found:
        found["title"] = _without_site(found["title"], found["publisher"])
    return tuple(Field(name, value, "meta tag") for name, value in found.items())


class _HeadReader(HTMLParser):
    """Collect meta tags, JSON-LD blocks, the canonical link and the title."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: list[tuple[str, str]] = []
        self.linked: list[str] = []
        self.canonical = ""
        self.title = ""
        self.saved_from = ""
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop")
            if name and given.get("content"):
                self.meta.append((name.lower(), given["content"]))
        elif tag == "time" and _PUBLISHED.search(str(attrs)) and given.get("datetime"):
            self.meta.append(("datepublished", given["datetime"]))
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or given.get("href", "")
        elif tag == "title" and not self.title:
            self._open = "title"
        elif tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._open = "script"
            self.linked.append("")

    def handle_comment(self, data: str) -> None:
        saved = _SAVED.search(data)
        if saved:
            self.saved_from = self.saved_from or saved[1] or saved[2]

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title += data
        elif self._open == "script":
            self.linked[-1] += data


def _stated(reader: _HeadReader) -> Iterator[tuple[str, str]]:
    for name, tags in _META:
        for tag in tags:
            values = [value for key, value in reader.meta if key == tag]
            if name == "authors":
                yield name, "; ".join(value for value in values if _is_name(value))
            else:
                yield from ((name, value) for value in values[:1])
    for block in reader.linked:
        yield from _linked_fields(block)
    yield "url", reader.canonical
    yield "url", reader.saved_from
    yield "title", reader.title


def _linked_fields(block: str) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(block)
    except (ValueError, RecursionError):
        return
    for item in _items(data, 0):
        if _ARTICLES.search(str(item.get("@type", ""))):
            for name, key in _LINKED:
                yield name, _name_of(item.get(key))


def _items(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for part in data:
            yield from _items(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth + 1)


def _name_of(value: object) -> str:
    """Return text, a thing's name, or several names joined by semicolons."""
    if isinstance(value, dict):
        return _name_of(value.get("name"))
    if isinstance(value, list):
        return "; ".join(name for item in value if (name := _name_of(item)))
    return value if isinstance(value, str) else ""


def _is_name(value: str) -> bool:
    """Tell a name from the address of a profile page."""
    return not value.startswith(("http:", "https:", "@"))


def _first_day(text: str) -> str | None:
    """Read "2022-09-05T08:00:00.000+09:00 (KST)" and the like by its beginning."""
    found = find_date(text)
    return found.edtf if found is not None and found.start == 0 else None


def _without_site(title: str, site: str) -> str:
    """Drop the site's name from "Ferry sinks - Harbour Post"."""
    match = re.search(rf"\s+[-|\u2013\u2014\u00b7:]\s+{re.escape(site)}$", title)
    return title[: match.start()] if match else title
