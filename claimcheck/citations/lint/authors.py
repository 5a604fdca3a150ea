"""Check the names of authors: their form, and against the names in the text."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from claimcheck.citations.lint.case import Case, Cited, report
from claimcheck.citations.names import is_organisation
from claimcheck.model import Defect, Span

# Two spellings this alike (0-100) and not equal are one name mistyped.
NEAR_SPELLING: Final = 84
_SHORTEST_NEAR: Final = 6
_SHORTEST_SLUG: Final = 4

# Words that open a clause, with a capital or not, and belong to no name.
_OPENING: Final = (
    r"(?!(?:As|But|And|Yet|Both|While|When|Where|Since|Although|However|If|In|Like|For|"
    r"Scholars|Experts|Analysts|The|This|These|Those|Others|Some|Many|Critics)\b)"
)
_NAME: Final = (
    _OPENING + r"[A-ZÀ-Þ][\w'\u2019-]+(?:\s(?:[A-Z]\.|[A-ZÀ-Þ][\w'\u2019-]+)){0,2}"
)
# What authors do in a text that cites them, with the adverbs that come before.
_VERB: Final = (
    r"(?:(?:once|aptly|correctly|rightly|famously|has|have|had|also|later|recently)\s)"
    r"{0,2}(?:writes?|wrote|(?:observe|argue|note|describe|conclude|estimate)[sd]?|"
    r"(?:suggest|call|warn|claim|show)(?:s|ed)?|point(?:s|ed)? out|puts? it|finds?|"
    r"found|demonstrate[sd]?)\b"
)
_SPEAKERS = re.compile(rf"(?P<left>{_NAME}) and (?P<right>{_NAME})\s{_VERB}")
_SPEAKER = re.compile(rf"(?P<one>{_NAME})\s{_VERB}")
# A capital at the end of a word, or two at its start and small letters after.
_GARBLED = re.compile(
    r"\b(?:[a-zß-ÿ]{2,}[A-ZÀ-Þ]|[A-ZÀ-Þ]{2}[a-zß-ÿ]{3,})\b|[^\W\d_]\d|\d[^\W\d_]"
)
_GIVEN_ALONE = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+-[a-zß-ÿ]+")
# More names in another order than this are a second form, not a slip.
_MOST_ODD: Final = 2
_FEWEST_FOR_FORM: Final = 8
# So many names in small letters show that capitals are not the list's form.
_FEWEST_PLAIN: Final = 5


def check_form(case: Case) -> Iterator[Defect]:
    """Report garbled names, given names alone, and names in another form or order."""
    families = [name for source in case.full for name, _ in _named(source)]
    loud = sum(map(_is_in_capitals, families))
    capitals = loud <= _MOST_ODD and len(families) - loud >= _FEWEST_PLAIN
    for source in case.full:
        span = source.span("author")
        if span is None:
            continue
        for name, place in _named(source):
            words = place.of(case.text)
            in_address = _spelled_otherwise(name, source.url)
            garbled = _GARBLED.search(words) and not is_organisation(words)
            if garbled:
                why = f"The name {words} looks garbled."
            elif capitals and _is_in_capitals(name):
                why = f"The name {words} is set in capitals, unlike the other notes."
            elif "literal" in name and _GIVEN_ALONE.fullmatch(words):
                why = f"{words} looks like a given name without its family name."
            elif in_address:
                why = f"The note prints {words}, its address spells {in_address}."
            else:
                continue
            yield report(
                case, source.note.number, "author-form", "low", place, why,
                "Check the name at the source.",
            )  # fmt: skip
    yield from _other_order(case)


def _is_in_capitals(name: dict[str, str]) -> bool:
    family = name.get("family", "")
    return "given" in name and family.isupper() and len(family) >= _SHORTEST_SLUG


def check_named_authors(case: Case) -> Iterator[Defect]:
    """Report a person the text names as author whom the note does not."""
    for source in case.sources:
        if not source.authors or len(source.note.references) != 1:
            continue
        if not case.notes.numbered:
            return
        note = _fold(source.note.span.of(case.text) + " " + _all_names(source))
        for passage in source.passages:
            missing = _missing(passage.of(case.text), note, source)
            if missing is None:
                continue
            why, suggestion = missing
            span = source.span("author") or source.reference.span
            yield report(
                case, source.note.number, "author-context-mismatch", "medium", span,
                why, suggestion,
            )  # fmt: skip
            break


def _spelled_otherwise(name: dict[str, str], url: str) -> str:
    """Return a name in an address that is the author's but for a letter or two."""
    if not url or "family" not in name or "given" not in name:
        return ""
    given, family = (_fold(name[key]).replace(" ", "") for key in ("given", "family"))
    if min(len(given), len(family)) < _SHORTEST_SLUG or "." in name["given"]:
        return ""
    words = re.findall(r"[a-z]+", url.partition("//")[2].casefold())
    for left, right in itertools.pairwise(words):
        if (left == given) == (right == family):
            continue
        scores = fuzz.ratio(left, given), fuzz.ratio(right, family)
        if min(scores) >= NEAR_SPELLING:
            return f"{left} {right}"
    return ""


def _named(source: Cited) -> Iterator[tuple[dict[str, str], Span]]:
    for number, name in enumerate(source.authors, 1):
        place = source.span(f"author {number}")
        if place is not None:
            yield name, place


def _other_order(case: Case) -> Iterator[Defect]:
    """Report the one or two first authors printed in another order than the rest."""
    inverted: list[Cited] = []
    running: list[Cited] = []
    for source in case.full:
        first = next(_named(source), None)
        if not source.note.number.isdecimal():
            continue
        if first is None or "family" not in first[0] or "given" not in first[0]:
            continue
        words = first[1].of(case.text)
        (inverted if "," in words else running).append(source)
    total = len(inverted) + len(running)
    if total < _FEWEST_FOR_FORM or len(inverted) > _MOST_ODD:
        return
    for source in inverted:
        place = next(_named(source))[1]
        yield report(
            case, source.note.number, "author-form", "low", place,
            "The name is printed family name first, unlike the other notes.",
            f"Print {source.authors[0]['given']} {source.authors[0]['family']}.",
        )  # fmt: skip


def _missing(passage: str, note: str, source: Cited) -> tuple[str, str] | None:
    """
    Compare the authors a passage names with the note.

    A pair of which the note has one is a gap; a lone name close to the author's, but
    not it, is a misspelling.  A name that is wholly absent says nothing: it may be the
    person a news report speaks of.
    """
    pair = _SPEAKERS.search(passage)
    if pair is not None:
        absent = [n for n in (pair["left"], pair["right"]) if not _names(n, note)]
        if len(absent) == 1:
            both = f"{pair['left']} and {pair['right']}"
            return (
                f"The text names {both}, the note has no {absent[0]}.",
                f"Add {absent[0]} to the note, or correct the text.",
            )
    for match in _SPEAKER.finditer(passage):
        if _names(match["one"], note):
            continue
        word = _fold(match["one"]).split()[-1]
        for name in source.authors:
            family = _fold(name.get("family", ""))
            if len(family) < _SHORTEST_NEAR or family[0] != word[0]:
                continue
            if fuzz.ratio(word, family) >= NEAR_SPELLING and word not in note:
                return (
                    f"The text names {match['one']}, the note {name['family']}.",
                    "Check which spelling is right.",
                )
    return None


def _names(name: str, note: str) -> bool:
    words = [w for w in _fold(name).split() if len(w) > 1]
    return any(word in note.split() for word in words[-1:] + words[:1])


def _all_names(source: Cited) -> str:
    return " ".join(" ".join(name.values()) for name in source.authors)


def _fold(words: str) -> str:
    """Return words in lower case without accents and marks."""
    flat = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(c for c in flat if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", re.sub(r"['\u2019]s\b", "", kept)))
