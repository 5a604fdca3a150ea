"""
Gather what may be a name in the parsed sentences: the tagger's entities, put right.

The small model's tags are a first guess.  A mention loses its article, possessive and
title, is labelled by its last word where that tells ("Vostochny Cosmodrome" is a site,
whatever the tag), and gets the label that its name has most often in the document.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.model import Sentence, Span, Token
from claimcheck.values.entities.countries import read_table
from claimcheck.values.entities.names import fold_name

_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "city",
    "LOC": "region",
    "FAC": "site",
    "EVENT": "event",
    "LAW": "event",
    "WORK_OF_ART": "work",
    "PRODUCT": "other",
}
_NAME_PARTS = frozenset(
    {"PROPN", "NUM", "ADJ", "ADP", "DET", "PART", "NOUN", "CCONJ", "PUNCT", "X"}
)
_NEVER = frozenset(
    {"covid", "covid 19", "earth", "internet", "english", "god", "mr", "mrs", "ms"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """
    Hold a possible name: *number* counts sentences, *title* the words before it.
    """

    span: Span
    text: str
    label: str
    number: int
    title: str = ""


@functools.cache
def title_words() -> frozenset[str]:
    """Return the words that stand before personal names, in lower case."""
    return frozenset(str(read_table("persons")["titles"]).split())


@functools.cache
def _heads(label: str) -> frozenset[str]:
    return frozenset(str(read_table("heads")[label]).split())


def find_mentions(text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """Find what the tagger and the capitals take for names, ascending and disjoint."""
    found = [
        mention
        for number, sentence in enumerate(sentences)
        for tokens in _name_runs(sentence.tokens)
        if (mention := _mention(text, sentence.tokens, tokens, number)) is not None
    ]
    return _agree(found)


def _name_runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield runs of tokens that are one entity, or one run of proper nouns outside."""
    run: list[Token] = []
    for token in tokens:
        tagged = token.entity in _LABELS
        proper = not token.entity and token.pos == "PROPN" and token.text[:1].isupper()
        joined = bool(run) and (
            (tagged and not token.entity_start and run[-1].entity == token.entity)
            or (proper and not run[-1].entity and token.index == run[-1].index + 1)
        )
        if run and not joined:
            yield run
            run = []
        if tagged or proper:
            run.append(token)
    if run:
        yield run


def _mention(
    text: str, sentence: Sequence[Token], tokens: list[Token], number: int
) -> Mention | None:
    label = _LABELS.get(tokens[0].entity, "other")
    title = ""
    while tokens and (
        tokens[0].pos in {"DET", "PUNCT"}
        or (
            tokens[0].text.lower().rstrip(".") in title_words()
            and len(tokens) > 1
            and label in {"person", "other"}
        )
    ):
        title = f"{title} {tokens[0].text.lower().rstrip('.')}".strip()
        tokens = tokens[1:]
    while tokens and (
        tokens[-1].tag == "POS" or tokens[-1].pos in {"PUNCT", "DET", "ADP"}
    ):
        tokens = tokens[:-1]
    if not tokens:
        return None
    span = tokens[0].span.cover(tokens[-1].span)
    words = span.of(text)
    fits = words[:1].isupper() or (
        words[:3].lower() in {"al-", "bin"} and label == "person"
    )
    if (
        not fits
        or "http" in words
        or fold_name(words) in _NEVER | {""}
        or "\n\n" in words
    ):
        return None
    before = _title_before(sentence, tokens[0])
    return Mention(
        span,
        " ".join(words.split()),
        _head_label(words, label),
        number,
        before or title,
    )


def _title_before(sentence: Sequence[Token], first: Token) -> str:
    words: list[str] = []
    for token in reversed(sentence[max(first.index - 4, 0) : first.index]):
        if token.text.lower().rstrip(".") not in title_words():
            break
        words.insert(0, token.text.lower().rstrip("."))
    return " ".join(words)


def _head_label(words: str, label: str) -> str:
    folded = fold_name(words).split()
    if len(folded) < 2 or label == "work":  # noqa: PLR2004 - a head and its name
        return label
    if label == "person" and folded[-1] not in _heads("site") | _heads("region"):
        return label
    for kind in ("site", "region", "city", "event", "organisation"):
        if folded[-1] in _heads(kind):
            return kind
    if folded[0] in {"mount", "lake", "cape", "fort"}:
        return "region"
    if folded[0] in {
        "university",
        "ministry",
        "bank",
        "institute",
        "department",
        "college",
    }:
        return "organisation"
    return label


def _agree(mentions: list[Mention]) -> list[Mention]:
    """Give every mention of a name the label that most of them have."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        weight = 1 if mention.label == "other" else 2
        weight += 4 if mention.title and mention.label in {"person", "other"} else 0
        label = (
            "person" if mention.title and mention.label == "other" else mention.label
        )
        votes.setdefault(fold_name(mention.text), Counter())[label] += weight
    return [
        replace(mention, label=votes[fold_name(mention.text)].most_common(1)[0][0])
        for mention in mentions
    ]


def is_headed(words: str) -> bool:
    """Tell whether a name's first or last word says what kind of thing it names."""
    folded = fold_name(words).split()
    if len(folded) < 2:  # noqa: PLR2004 - a head and its name
        return False
    return any(
        folded[-1] in _heads(kind)
        for kind in ("site", "region", "event", "organisation")
    ) or folded[0] in _heads("organisation") | {"mount", "lake", "cape"}


def is_family(text: str, mention: Mention) -> bool:
    """Tell whether a personal name stands for a family or an era: "the Kim dynasty"."""
    following = text[mention.span.end : mention.span.end + 30].split()[:1]
    return bool(following) and following[0].lower().rstrip(".,;:") in _heads("family")
