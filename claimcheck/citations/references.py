"""
Parse notes into references: CSL-JSON with the span of every field.

A note is cut into its sources at semicolons; in each, addresses, dates, quotations and
italics are found first, and what lies between them is read by its place: authors before
the title, the container after it, publisher in brackets, pages last.  Chicago notes,
Chicago and MLA bibliographies, APA and Vancouver lists are read.  A field that is not
clearly there is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from claimcheck.citations.addresses import (
    Address,
    find_addresses,
    find_doi,
)
from claimcheck.citations.citation_dates import csl_date, find_cited_dates
from claimcheck.citations.names import is_organisation, read_names
from claimcheck.citations.short_forms import resolve_short_forms
from claimcheck.citations.titles import (
    Quoted,
    clean_title,
    find_quoted,
    find_slanted,
    trim,
)
from claimcheck.model import Reference, Span

_LEAD_IN = re.compile(
    r"""
    (?:
      (?:For|On|In\ addition)\b[^:“"]{0,200}?\b(?:see|consult)(?:\ also)?\b:?
    | (?:But\ |And\ )?[Ss]ee(?:,?\ (?:also|inter\ alia|e\.g\.,?|for\ example,?|especially|further))*:?
    | [Cc]f\.:? | [Cc]ompare | [Qq]uoted\ (?:in|by|from):? | [Cc]ited\ (?:in|by):?
    | [Aa]s\ (?:quoted|cited)\ in:? | [Ss]ources?: | [Aa]lso(?:\ see)?:? | [Ff]rom:
    | E\.g\.,? | [Aa]ccording\ to
    )\s+
    """,
    re.VERBOSE,
)
_ACCESS_WORD = re.compile(
    r"\b(?:last\s)?(?:site\s)?(?:accessed|retrieved|viewed|consulted|visited|read)\b"
    r"(?:\sand\sdata\sretrieved)?(?:\s(?:on|in))?:?\s*",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"(?:,\s|\s|^)(?:ed(?:ited)?\.?(?:\sby)?|eds\.?)\s(?P<after>[^()\d*“\"]{3,200}?)(?=\s?[(,.]\s?(?:\(|\d|[A-Z][^,.()]{0,60}:)|\s?\(|,\s\d|$)"
    r"|(?P<before>[^()“\"*:]{3,200}?),?\s\(Eds?\.\)",
)
_VOLUME = re.compile(
    r"""
      (?:\bvol(?:ume)?\.?\s)(?P<vol>[\dIVXLC]{1,6})(?:,?\s(?:no|issue|nr)\.?\s(?P<vol_i>[\w/\u2013-]{1,12}))?
    | (?<=[\s,*_])(?P<num>\d{1,4}),\sno\.\s?(?P<num_i>[\w/\u2013-]{1,12})
    | (?<=[\s,*_;])(?P<paren>\d{1,4})[*_]?\s?\((?P<paren_i>(?!(?:1[5-9]|20)\d\d\b)\d[\w/\u2013-]{0,12}|[A-Z][a-z]{2,8}\s?\d{0,2})\)(?=[,:;.\s]|$)
    | (?<=[\s*_])(?P<dotted>\d{1,4})[:.](?P<dotted_i>\d{1,3})(?=,?\s\()
    | (?<=;)\s?(?P<semi>\d{1,4})(?=:)
    | (?<=[\s*_])(?P<bare>\d{1,4})(?=,?\s\((?:[^()]{0,30}\s)?(?:1[5-9]|20)\d\d\))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VOLUME_FORMS: Final = ("vol", "num", "paren", "dotted", "semi", "bare")
_PAGES = re.compile(
    r"""
      \bpp?\.\s?(?P<pp>[A-Za-z]?\d{1,5}(?:\s?[-\u2013—]\s?[A-Za-z]?\d{1,5})?)
    | (?<=[):\d])\s?:\s?(?P<colon>[A-Za-z]?\d{1,5}(?:\s?[-\u2013—]\s?[A-Za-z]?\d{1,5})?)(?=[,.;\s]|$)
    | :(?P<tight>e?\d{1,6}(?:[-\u2013—]\d{1,6})?)(?=[,.;\s]|$)
    | (?<=[,.][”"\u2019'])\s(?P<quoted>\d{1,5}(?:\s?[-\u2013—]\s?\d{1,5})?)(?=[,.;]|\s*$)
    | (?<=[Ii]bid[.,])(?P<ibid>,?\s(?:at\s)?\d{1,5}(?:\s?[-\u2013—]\s?\d{1,5})?)
    | ,\s(?P<range>\d{1,5}\s?[-\u2013—]\s?\d{1,5})(?=[,.;\s]|$)
    | (?<=[\d)”"*]),\s(?P<last>\d{1,4})(?=[,.;]|\s?$|\s[<\[h])
    """,
    re.VERBOSE,
)
_IMPRINT = re.compile(r"\((?P<body>[^()]{2,200})\)")
_PLACE = re.compile(r"(?P<place>[A-ZÀ-Þ][^:;]{1,60}):\s(?P<publisher>[^:]{2,120})$")
_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.?\s\d{1,2}")
_NAME_SIGN = re.compile(r"[^\W\d_]{2}")
_TAIL_PUBLISHER = re.compile(
    r"(?<=[.)])\s(?P<publisher>[A-ZÀ-Þ][^.;“”\"<>()\d]{2,120}?)"
    r"(?=\.?\s*$|[;,]\s(?:1[5-9]|20)\d\d)"
)
_PERSONAL = re.compile(
    r"(?:(?:Author|Phone|Telephone|Personal|Email|E-mail|Private|Online|Zoom)[\u2019's]{0,2}\s)?"
    r"(?:interviews?|communications?|correspondence|conversations?|e-?mails?)\b",
    re.IGNORECASE,
)
# What is said about a source, not what it stands in.
_STATUS = re.compile(
    r"(?:currently\s|now\s|since\s)?(?:discontinued|defunct|offline|unavailable|archived)"
    r"|in press|forthcoming|unpublished(?: manuscript)?|sec\..*|available (?:at|from|online).*",
    re.IGNORECASE,
)
_BLOG = re.compile(r"\s?\(blog\)", re.IGNORECASE)
_IN = re.compile(r"^[\s,.]{0,3}[Ii]n:?\s")
_SPLIT_MARK = re.compile(r";\s")
_REFERENCE_SIGN = re.compile(
    r"(?:1[5-9]|20)\d\d|https?://|www\.|^\s*[“\"\u2018]|\b[Ii]bid|\bn\.d\.|\d[\u2013-]\d"
)
_AUTHOR_YEAR = re.compile(
    r"(?P<authors>[^()“\"*\d]{2,600}?)[.,]?\s"
    r"\((?P<date>(?:c\.\s?|ca\.\s?)?(?:(?:1[5-9]|20)\d\d|n\.\s?d\.)[^()]{0,40})\)[.,:]?\s"
)
_VANCOUVER = re.compile(
    r"(?P<authors>(?:[^\W\d_][\w'\u2019-]*(?:\s[^\W\d_][\w'\u2019-]*){0,2}\s[A-Z]{1,4}(?:,\s|\.)|et al\.?,?\s?)+)\s"
    r"(?P<title>[^“\"]{3,400}?[.?!])\s(?P<rest>.+)",
    re.DOTALL,
)
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")

# Tables of words that decide a reference's type.
_NEWS_DAY: Final = 3
_PERIODICAL_FIELDS: Final = frozenset({"URL", "DOI", "volume", "publisher"})
# "In" opens a container within this many characters of the title.
_IN_REACH: Final = 8


@dataclass
class _Draft:
    """Collect the fields of one reference while it is read."""

    text: str
    span: Span
    csl: dict[str, object] = field(default_factory=dict)
    spans: list[tuple[str, Span]] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)

    def put(self, name: str, value: object, span: Span) -> None:
        self.csl[name] = value
        self.spans.append((name, span))
        self.taken.append(span)

    def is_taken(self, span: Span) -> bool:
        return any(span.overlaps(each) for each in self.taken)


def parse_references(
    text: str, entries: Sequence[tuple[str, Span]]
) -> list[tuple[Reference, ...]]:
    """
    Parse each note into the sources it names.

    Args:
        text: The whole text; spans count its code points.
        entries: Number and words of each note, in order.

    Returns:
        One tuple a note; "ibid." and short forms carry the fields of what they stand
        for, and its note in ``short_for``.
    """
    parsed = [
        tuple(_parse(text, part) for part in split_sources(text, span))
        for _, span in entries
    ]
    return resolve_short_forms([label for label, _ in entries], parsed)


def split_sources(text: str, span: Span) -> tuple[Span, ...]:
    """
    Cut a note into its sources, at semicolons outside quotes, brackets and addresses.

    A part that names no source (no year, address, quotation or pages) stays with the
    one before it.
    """
    shelter = [q.outer for q in find_quoted(text, span.start, span.end)]
    shelter += [address.span for address in find_addresses(text, span.start, span.end)]
    shelter += [Span(*m.span()) for m in _IMPRINT.finditer(text, span.start, span.end)]
    parts: list[Span] = []
    start = span.start
    for match in _SPLIT_MARK.finditer(text, span.start, span.end):
        if any(each.start <= match.start() < each.end for each in shelter):
            continue
        before, after = text[start : match.start()], text[match.end() : span.end]
        if all(_REFERENCE_SIGN.search(each) for each in (before, after)) and (
            after.lstrip('“"\u2018*_')[:1].isupper()
        ):
            parts.append(Span(start, match.start()))
            start = match.end()
    parts.append(Span(start, span.end))
    return tuple(parts)


def _parse(text: str, span: Span) -> Reference:
    draft = _Draft(text, span)
    addresses = find_addresses(text, span.start, span.end)
    _read_address(draft, addresses)
    _read_accessed(draft)
    start = _after_lead_in(draft)
    title = _read_title(draft, start, addresses)
    _read_numbers(draft, title.end if title is not None else start)
    _read_issued(draft, start, title)
    if title is not None:
        _read_imprint(draft, title)
        _read_container(draft, title)
        _read_tail_publisher(draft, title)
    draft.csl["type"] = _type_of(draft)
    spans = tuple(sorted(draft.spans, key=lambda pair: (pair[1], pair[0])))
    return Reference(span, span.of(text), draft.csl, spans)


def _read_address(draft: _Draft, addresses: Sequence[Address]) -> None:
    if addresses:
        draft.put("URL", addresses[0].url, addresses[0].words)
        draft.taken.extend(address.span for address in addresses)
    doi = find_doi(draft.text, draft.span.start, draft.span.end)
    if doi is not None:
        draft.put("DOI", *doi)


def _read_accessed(draft: _Draft) -> None:
    word = _ACCESS_WORD.search(draft.text, draft.span.start, draft.span.end)
    if word is None:
        return
    for date in find_cited_dates(draft.text, word.end(), draft.span.end)[:1]:
        near = date.span.start - word.end() <= 1
        if near and date.first:
            draft.put("accessed", csl_date(date), date.span)
            draft.taken.append(Span(word.start(), date.span.end))


def _after_lead_in(draft: _Draft) -> int:
    opening = _LEAD_IN.match(draft.text, draft.span.start, draft.span.end)
    return opening.end() if opening is not None else draft.span.start


def _read_title(draft: _Draft, start: int, addresses: Sequence[Address]) -> Span | None:
    """Find the title and, before it, the authors; return the title with its marks."""
    end = draft.span.end
    linked = [a for a in addresses if a.label and not a.label.startswith("http")]
    quoted = [
        q for q in find_quoted(draft.text, start, end) if not _in_any(q, addresses)
    ]
    slanted = [
        s for s in find_slanted(draft.text, start, end) if not _in_any(s, addresses)
    ]
    if quoted and not (
        slanted
        and slanted[0].outer.start < quoted[0].outer.start - 1
        and slanted[0].outer.contains(quoted[0].outer)
    ):
        _put_title(draft, quoted[0].inner)
        _read_authors(draft, start, quoted[0].outer.start)
        return quoted[0].outer
    apa = _AUTHOR_YEAR.match(draft.text, start, end)
    if apa is not None and find_cited_dates(draft.text, *apa.span("date")):
        return _read_author_year(draft, apa, slanted)
    if slanted:
        _put_title(draft, slanted[0].inner)
        _read_authors(draft, start, slanted[0].outer.start)
        return slanted[0].outer
    if linked:
        place = draft.text.find(linked[0].label, linked[0].span.start)
        inner = Span(place, place + len(linked[0].label))
        _put_title(draft, inner)
        _read_authors(draft, start, linked[0].span.start)
        return linked[0].span
    return _read_plain(draft, start)


def _in_any(quoted: Quoted, addresses: Sequence[Address]) -> bool:
    return any(quoted.outer.overlaps(address.words) for address in addresses)


def _put_title(draft: _Draft, span: Span) -> None:
    inner = trim(draft.text, span, " ,;.*_")
    if inner is not None:
        draft.put("title", clean_title(inner.of(draft.text)), inner)


def _read_authors(draft: _Draft, start: int, end: int) -> None:
    words = (
        trim(draft.text, Span(start, end), " ,;:.*_-\u2013—[") if start < end else None
    )
    if words is None:
        return
    stop = draft.text[words.end : words.end + 1]
    if stop == "." and re.search(r"(?:\b[A-Z]|\b[JS]r|\bal)$", words.of(draft.text)):
        words = Span(words.start, words.end + 1)
    for date in find_cited_dates(draft.text, words.start, words.end):
        if words.start < date.span.start:
            cut = trim(draft.text, Span(words.start, date.span.start), " ,;:.([")
            words = cut or words
    names = read_names(draft.text, words)
    if names.names:
        draft.put("author", [name for name, _ in names.names], words)
        draft.spans.extend(
            (f"author {n}", span) for n, (_, span) in enumerate(names.names, 1)
        )


def _read_author_year(
    draft: _Draft, opening: re.Match[str], slanted: Sequence[Quoted]
) -> Span | None:
    """Read the APA order: authors, (date), title, container."""
    _read_authors(draft, *opening.span("authors"))
    date = find_cited_dates(draft.text, *opening.span("date"))[0]
    if date.first:
        draft.put("issued", csl_date(date), date.span)
    start = opening.end()
    if slanted and slanted[0].outer.start - start <= 1:
        _put_title(draft, slanted[0].inner)
        return slanted[0].outer
    stop = _title_stop(draft, start, slanted)
    if stop <= start:
        return None
    _put_title(draft, Span(start, stop))
    return Span(start, stop)


def _title_stop(draft: _Draft, start: int, slanted: Sequence[Quoted]) -> int:
    end = min(
        (s.outer.start for s in slanted if s.outer.start > start),
        default=draft.span.end,
    )
    match = _SENTENCE_END.search(draft.text, start, end)
    return match.end() if match is not None else end


def _read_plain(draft: _Draft, start: int) -> Span | None:
    """Read a reference without quotation marks and italics."""
    if _PERSONAL.match(draft.text, start, draft.span.end):
        dates = find_cited_dates(draft.text, start, draft.span.end)
        end = dates[-1].span.start if dates else draft.span.end
        if end > start:
            _put_title(draft, Span(start, end))
            draft.csl["type"] = "personal_communication"
        return None
    vancouver = _VANCOUVER.match(draft.text, start, draft.span.end)
    if vancouver is not None:
        _read_authors(draft, *vancouver.span("authors"))
        _put_title(draft, Span(*vancouver.span("title")))
        return Span(*vancouver.span("title"))
    stops = [each.start for each in draft.taken if each.start > start]
    imprint = _IMPRINT.search(draft.text, start, draft.span.end)
    if imprint is not None and find_cited_dates(draft.text, *imprint.span("body")):
        stops.append(imprint.start())
    dates = find_cited_dates(draft.text, start, draft.span.end)
    stops.extend(d.span.start for d in dates if d.span.start > start)
    end = min(stops, default=draft.span.end)
    words = trim(draft.text, Span(start, end), " ,;<([") if end > start else None
    if words is None:
        return None
    return _split_plain(draft, words)


def _split_plain(draft: _Draft, words: Span) -> Span:
    """Part author from title at the first comma, or at an organisation's full stop."""
    for mark in (", ", ". "):
        at = draft.text.find(mark, words.start, words.end)
        if at < 0 or at + len(mark) >= words.end:
            continue
        head, rest = Span(words.start, at), Span(at + len(mark), words.end)
        names = read_names(draft.text, head).names
        is_author = is_organisation(head.of(draft.text)) or (
            mark == ", " and len(names) == 1 and "family" in names[0][0]
        )
        is_titled = not _STATUS.fullmatch(rest.of(draft.text).strip(" ,"))
        if is_author and is_titled:
            _read_authors(draft, head.start, head.end)
            words = rest
        elif mark == ", ":
            words = head
        break
    stop = _SENTENCE_END.search(draft.text, words.start, words.end)
    title = Span(words.start, stop.end()) if stop is not None else words
    _put_title(draft, title)
    return title


def _read_numbers(draft: _Draft, start: int) -> None:
    """Read volume, issue and pages behind the title."""
    end = draft.span.end
    for match in _VOLUME.finditer(draft.text, start, end):
        group = next(k for k in _VOLUME_FORMS if match[k])
        between = draft.text[start : match.start(group)]
        if draft.is_taken(Span(*match.span())) or not _NAME_SIGN.search(between):
            continue
        draft.put("volume", match[group], Span(*match.span(group)))
        issue = f"{group}_i"
        if issue in match.groupdict() and match[issue]:
            draft.put("issue", match[issue], Span(*match.span(issue)))
        break
    for match in _PAGES.finditer(draft.text, start, end):
        group = str(match.lastgroup)
        span = Span(*match.span(group))
        if not draft.is_taken(span) and not _is_year(draft, match, span):
            span = trim(draft.text, span) or span
            pages = re.sub(
                r"\s?[-\u2013—]\s?", "\u2013", span.of(draft.text)
            ).removeprefix("at ")
            draft.put("page" if "\u2013" in pages else "locator", pages, span)
            break


def _is_year(draft: _Draft, match: re.Match[str], span: Span) -> bool:
    """Tell a year from a page: years stand alone, or before any volume."""
    if not find_cited_dates(draft.text, span.start, span.end):
        return False
    is_loose = match.lastgroup in ("range", "colon") and "volume" not in draft.csl
    return match.lastgroup == "last" or is_loose


def _read_issued(draft: _Draft, start: int, title: Span | None) -> None:
    """Choose the finest date outside title, address and access note."""
    if "issued" in draft.csl:
        return
    dates = [
        date
        for date in find_cited_dates(draft.text, start, draft.span.end)
        if date.first
        and not draft.is_taken(date.span)
        and (title is None or not title.contains(date.span))
    ]
    if dates:
        best = max(
            dates,
            key=lambda d: (len(d.first), bool(title) and d.span > (title or d.span)),
        )
        draft.put("issued", csl_date(best), best.span)


def _read_imprint(draft: _Draft, title: Span) -> None:
    for match in _IMPRINT.finditer(draft.text, title.end, draft.span.end):
        body = Span(*match.span("body"))
        inside = [s for name, s in draft.spans if name == "issued" and body.contains(s)]
        words = (
            trim(draft.text, Span(body.start, inside[0].start))
            if (inside and inside[0].start > body.start)
            else None
        )
        if words is None or find_cited_dates(draft.text, words.start, words.end):
            continue
        if _PLACE.match(words.of(draft.text)) or (
            "volume" not in draft.csl and words.of(draft.text)[:1].isupper()
        ):
            _put_publisher(draft, words)
        draft.taken.append(Span(*match.span()))


def _read_container(draft: _Draft, title: Span) -> None:
    """Read what stands between title and numbers: container, editors or publisher."""
    edited = _read_editors(draft, title.end)
    start = edited.end if edited is not None else title.end
    is_chapter = bool(_IN.match(draft.text[title.end : title.end + _IN_REACH]))
    end = _container_end(draft, start)
    words = _container_words(draft, start, end) if start < end else None
    if words is None or not _NAME_SIGN.search(words.of(draft.text)):
        return
    plain = clean_title(words.of(draft.text))
    if _STATUS.fullmatch(plain) or _MONTH_DAY.fullmatch(plain):
        return
    if is_chapter:
        draft.csl["type"] = "chapter"
    is_book = draft.text[title.start] not in "“\"\u2018„«'[" and not is_chapter
    is_place = draft.text[title.start] in "*_<" or _PLACE.match(plain) is not None
    if is_book and is_place and not draft.csl.keys() & _PERIODICAL_FIELDS:
        _put_publisher(draft, words)
    else:
        draft.put("container-title", plain, words)


def _container_end(draft: _Draft, start: int) -> int:
    stops = [each.start for each in draft.taken if each.start >= start]
    bracket = draft.text.find("(", start, draft.span.end)
    stops += [bracket] if bracket >= 0 else []
    word = _ACCESS_WORD.search(draft.text, start, draft.span.end)
    stops += [word.start()] if word is not None else []
    return min(stops, default=draft.span.end)


def _container_words(draft: _Draft, start: int, end: int) -> Span | None:
    slanted = find_slanted(draft.text, start, end)
    if slanted:
        return slanted[0].inner
    opening = _IN.match(draft.text[start:end])
    begin = start + (opening.end() if opening is not None else 0)
    words = (
        trim(draft.text, Span(begin, end), " ,;.:<[(*_\u2013—-")
        if begin < end
        else None
    )
    if words is None:
        return None
    for mark in (", ed", " ["):
        cut = draft.text.find(mark, words.start, words.end)
        words = Span(words.start, cut) if cut > words.start else words
    return words


def _put_publisher(draft: _Draft, words: Span) -> None:
    place = _PLACE.match(words.of(draft.text))
    if place is None:
        draft.put("publisher", clean_title(words.of(draft.text)), words)
        return
    for name, group in (("publisher-place", "place"), ("publisher", "publisher")):
        span = Span(*place.span(group)).shift(words.start)
        draft.put(name, clean_title(span.of(draft.text)), span)


def _read_tail_publisher(draft: _Draft, title: Span) -> None:
    """Read a publisher that ends the reference, as APA and Vancouver print it."""
    fields = draft.csl.keys()
    if fields & {"publisher", "volume", "URL", "DOI"} or (
        "container-title" in fields and "editor" not in fields
    ):
        return
    match = _TAIL_PUBLISHER.search(draft.text, title.end - 1, draft.span.end)
    if match is not None and not draft.is_taken(Span(*match.span("publisher"))):
        _put_publisher(draft, Span(*match.span("publisher")))


def _read_editors(draft: _Draft, start: int) -> Span | None:
    """Read the editors; return where they stand when the container follows them."""
    match = _EDITOR.search(draft.text, start, draft.span.end)
    if match is None:
        return None
    group = "after" if match["after"] else "before"
    begin, end = match.span(group)
    if group == "before":
        opening = re.match(r"[\s,.]*(?:[Ii]n:?\s)?", match[group])
        begin += opening.end() if opening is not None else 0
    words = trim(draft.text, Span(begin, end), " ,;") if begin < end else None
    names = read_names(draft.text, words).names if words is not None else ()
    if words is None or not names or draft.is_taken(words):
        return None
    draft.put("editor", [name for name, _ in names], words)
    return Span(*match.span()) if group == "before" else None


def _type_of(draft: _Draft) -> str:
    csl = draft.csl
    if "type" in csl:
        return str(csl["type"])
    if "container-title" in csl and csl.keys() & {"volume", "DOI"}:
        return "article-journal"
    if _BLOG.search(draft.span.of(draft.text)):
        return "post-weblog"
    if "publisher" in csl:
        return "report" if "URL" in csl and "publisher-place" not in csl else "book"
    issued = csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    has_day = bool(parts) and len(parts[0]) == _NEWS_DAY if parts else False
    if "container-title" in csl and has_day:
        return "article-newspaper"
    return "webpage" if "URL" in csl else "document"
