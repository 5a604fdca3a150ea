"""Put values, names and questions into the words a person would use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from claimcheck.match.frames import Frame
from claimcheck.match.lexicon import word_map, word_set
from claimcheck.match.measures import fold_word
from claimcheck.match.participants import Participant
from claimcheck.model import MONTHS, DateRange, Entity, name_period

_SMALL = ("of", "the", "and", "for", "in", "de", "van", "von")
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_WRITTEN_UNITS = {"percent": "%", "fold": "-fold"}


def past_participle(lemma: str) -> str:
    """
    Return the past participle of a verb.

    >>> [past_participle(v) for v in ("found", "invade", "bear", "occupy")]
    ['founded', 'invaded', 'born', 'occupied']
    """
    forms = word_map("irregular").get(lemma)
    return forms.split()[1] if forms else _regular_past(lemma)


def past_tense(lemma: str) -> str:
    """
    Return the past tense of a verb.

    >>> [past_tense(v) for v in ("win", "design", "write")]
    ['won', 'designed', 'wrote']
    """
    forms = word_map("irregular").get(lemma)
    return forms.split()[0] if forms else _regular_past(lemma)


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def say_day(day: dt.date) -> str:
    """Write a day: "3 May 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_date(date: DateRange) -> str:
    """Write a date as precisely as it was stated: "June 2022", "25 to 27 July 2023"."""
    first, last = date.first, date.last
    if first is None or last is None:
        return date.text
    if (first == last or date.grain in ("month", "year")) and name_period(date):
        return name_period(date)
    if date.grain in ("day", "range") and (first.year, first.month) == (
        last.year,
        last.month,
    ):
        month = MONTHS[first.month - 1]
        return f"{first.day} to {last.day} {month} {first.year}"
    return f"{date.text} ({first.isoformat()} to {last.isoformat()})"


def say_number(number: Decimal) -> str:
    """Write a number with thousands apart and no trailing zeros."""
    return f"{number.normalize():,f}"


def name_keys(keys: Iterable[str], frames: Sequence[Frame]) -> str:
    """Name entities by the longest name that the claims use, joined as in a list."""
    names = {
        v.key: v.name
        for frame in frames
        for v in frame.claim.values
        if isinstance(v, Entity)
    }
    spoken = [names.get(key) or _in_capitals(key) for key in dict.fromkeys(keys)]
    return join_words(spoken)


def _in_capitals(key: str) -> str:
    """Return the name in an entity's key as names are written."""
    words = key.partition(":")[2].split()
    return " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in words)


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Join words as English does: "a", "a and b", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004 - one word stands as it is
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def say_thing(meant: Sequence[Participant], frames: Sequence[Frame]) -> str:
    """Name a thing as a question does: by its name, else in the fewest words."""
    named = [p for p in meant if p.keys]
    if named:
        return name_keys(sorted(named[0].keys), frames)
    phrase = min((p.text for p in meant), key=lambda t: (len(t), t))
    first, _, rest = phrase.partition(" ")
    opens = first.lower() in word_set("statements", "hollow") and bool(rest)
    return f"the {rest}" if opens else f"{phrase[:1].lower()}{phrase[1:]}"


def agree_was(theme: str) -> str:
    """Return the verb that agrees with a phrase: "were" with "the loans"."""
    head = theme.partition(" of ")[0].rpartition(" ")[2].lower()
    return "Were" if head != fold_word(head) and head == theme[-len(head) :] else "Was"
