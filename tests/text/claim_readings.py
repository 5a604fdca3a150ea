"""Read the claims of a text with the values that the parser's labels give."""

from __future__ import annotations

import datetime as dt
import re

from claimcheck.model import Argument, Claim, DateRange, Entity, Sentence, Span, Value
from claimcheck.text.claims import split_claims
from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences

_LABELS = {"PERSON": "person", "GPE": "country", "NORP": "country", "ORG":
           "organisation", "LOC": "region", "FAC": "site"}  # fmt: skip
# The labels do not tell a city from a country.
_CITIES = frozenset({"Berlin", "Brussels", "Porto", "Warsaw"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Parse the sentences of *text*."""
    return parse(text, split_sentences(text))


def read_claims(text: str) -> tuple[Claim, ...]:
    """Split *text* into claims."""
    sentences = read_sentences(text)
    values = [v for s in sentences for v in label_values(text, s)]
    return split_claims("test", text, text, sentences, values)


def label_values(text: str, sentence: Sentence) -> list[Value]:
    """Make dates and entities of the parser's own labels."""
    found: list[Value] = []
    spans: list[tuple[Span, str]] = []
    for token in sentence.tokens:
        if not token.entity:
            continue
        if token.entity_start or not spans:
            spans.append((token.span, token.entity))
        else:
            spans[-1] = (spans[-1][0].cover(token.span), token.entity)
    for span, label in spans:
        words = span.of(text)
        if label == "DATE":
            found.append(_date(span, words))
        elif label in _LABELS:
            kind = "city" if words in _CITIES else _LABELS[label]
            place = (
                "place" if kind in ("city", "country", "region", "site") else "entity"
            )
            key = f"{kind}:{words.casefold()}"
            found.append(Entity(span, words, key, words, place, kind))  # type: ignore[arg-type]
    return found


def _date(span: Span, words: str) -> DateRange:
    year = _YEAR.search(words)
    first = dt.date(int(year[0]), 1, 1) if year else None
    last = dt.date(int(year[0]), 12, 31) if year else None
    return DateRange(span, words, first, last, "", "stated" if year else "none", "year")


def claim_of(text: str, predicate: str) -> Claim:
    """Return the only claim of *text* with that predicate."""
    found = [c for c in read_claims(text) if c.predicate == predicate]
    assert len(found) == 1, [(c.predicate, c.text) for c in read_claims(text)]
    return found[0]


def words_of(claim: Claim, *roles: str) -> list[str]:
    """Return the words of the arguments with one of the roles, in order."""
    return [a.text for a in claim.arguments if a.role in roles]


def argument(claim: Claim, role: str) -> Argument:
    """Return the claim's first argument with that role."""
    return next(a for a in claim.arguments if a.role == role)
