"""Check titles: for the name of the site in them, and against their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from claimcheck.citations.addresses import host_of
from claimcheck.citations.lint.case import Case, Cited, report
from claimcheck.model import Defect

# What a page puts between its title and its site's name.
_SEPARATOR = re.compile(r"\s[|•»]\s|\s[-\u2013—]\s|:\s")
_WORD = re.compile(r"[^\W_]+")
_SITE_LIKENESS: Final = 90
_LONGEST_SITE: Final = 12

# Words that addresses leave out.
_DROPPED: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "from",
        "has",
        "have",
        "his",
        "how",
        "in",
        "into",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "on",
        "or",
        "s",
        "says",
        "than",
        "that",
        "the",
        "their",
        "this",
        "to",
        "up",
        "was",
        "what",
        "when",
        "who",
        "why",
        "will",
        "with",
        "t",
        "u",
        "n",
    ]
)
_FEWEST_ALIKE: Final = 5
_SAME_STEM: Final = 4
_LIKE_WORDS: Final = 70


def check_site_names(case: Case) -> Iterator[Defect]:
    """Report titles that end in the name of their site."""
    places: dict[str, list[str]] = {}
    for source in case.sources:
        span = source.span("title")
        if span is not None:
            places.setdefault(span.of(case.text), []).append(source.note.number)
    for source in case.sources:
        span = source.span("title")
        title = span.of(case.text) if span is not None else ""
        tail = _site_tail(title, source) if title in places else ""
        if span is None or not tail:
            continue
        others = dict.fromkeys(places.pop(title))
        again = tuple((n, "title-site-name") for n in others if n != source.note.number)
        yield report(
            case, source.note.number, "title-site-name", "low", span,
            f"The title carries the name of its site: {tail!r}.",
            f"Drop {tail!r} from the title.", again,
        )  # fmt: skip


def check_titles_against_addresses(case: Case) -> Iterator[Defect]:
    """Report titles that differ in one word from the words of their address."""
    for source in case.full:
        span = source.span("title")
        change = _changed_word(source.text("title"), source.url) if source.url else None
        if span is None or change is None:
            continue
        title, slug = change
        yield report(
            case, source.note.number, "title-url-mismatch", "low", span,
            f"The title says {title!r} where its address says {slug!r}.",
            "Check the headline at the source; it may have been changed.",
        )  # fmt: skip


def _site_tail(title: str, source: Cited) -> str:
    """Return the site's name at the end of a title, with its separator, or ""."""
    for match in _SEPARATOR.finditer(title):
        tail = title[match.end() :].strip(" ,.")
        words = _WORD.findall(tail.casefold())
        if not words or len(words) > _LONGEST_SITE:
            continue
        is_bar = any(mark in match[0] for mark in "|•»")
        if _is_site(tail, source) or (is_bar and _is_last_bar(title, match.end())):
            return title[match.start() :].strip().rstrip(",.")
    return ""


def _is_last_bar(title: str, offset: int) -> bool:
    return not any(mark in title[offset:] for mark in "|•»")


def _is_site(tail: str, source: Cited) -> bool:
    folded = " ".join(_WORD.findall(tail.casefold()))
    names = [source.text("container-title"), source.text("publisher")]
    names += [source.text("container-title").partition(" - ")[0]]
    known = [" ".join(_WORD.findall(name.casefold())) for name in names if name]
    plain = folded.removeprefix("the ")
    if any(
        fuzz.ratio(plain, name.removeprefix("the ")) >= _SITE_LIKENESS for name in known
    ):
        return True
    if any(plain.startswith(name.removeprefix("the ") + " ") for name in known):
        return True
    host = host_of(source.url).split(".")[0] if source.url else ""
    return len(host) >= _SAME_STEM and plain.replace(" ", "") == host


def _changed_word(title: str, url: str) -> tuple[str, str] | None:
    """
    Return the one word in which title and address differ, or None.

    Both are compared without short words; all other words must agree in order.
    """
    slug = _slug_words(url)
    words = [
        w
        for w in _WORD.findall(re.sub(r"[.'\u2019]", "", title.casefold()))
        if w not in _DROPPED
    ]
    if min(len(slug), len(words)) <= _FEWEST_ALIKE:
        return None
    steps = [s for s in Levenshtein.opcodes(words, slug) if s.tag != "equal"]
    changes = [step for step in steps if step.tag == "replace"]
    if len(changes) != 1 or len(steps) > 2 or any(s.tag == "delete" for s in steps):  # noqa: PLR2004 (the change and a suffix)
        return None
    step = changes[0]
    left, right = (
        words[step.src_start : step.src_end],
        slug[step.dest_start : step.dest_end],
    )
    if len(left) != 1 or len(right) != 1 or not _differ(left[0], right[0]):
        return None
    return left[0], right[0]


def _slug_words(url: str) -> list[str]:
    path = url.partition("?")[0].rstrip("/")
    slug = re.sub(r"\.\w{2,5}$", "", path.rsplit("/", 1)[-1]).casefold()
    if slug.count("-") < _FEWEST_ALIKE:
        return []
    slug = re.sub(r"-(?:19|20)\d\d-\d\d-\d\d$|-[a-z]?\d{4,}$|-[0-9a-f]{8,}$", "", slug)
    return [word for word in slug.split("-") if word and word not in _DROPPED]


def _differ(left: str, right: str) -> bool:
    """Tell whether two words are different words, not forms of one."""
    return (
        left[:_SAME_STEM] != right[:_SAME_STEM]
        and fuzz.ratio(left, right) < _LIKE_WORDS
        and left.isalpha()
        and right.isalpha()
    )
