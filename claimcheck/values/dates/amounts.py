"""Read amounts of time: "three weeks", "a few months", "a year and a half"."""

from __future__ import annotations

from claimcheck.values.dates.elements import Lexemes, at, skip

# More years than these are no matter of a calendar.
_MOST = 10_000


def read_amount(lexemes: Lexemes, index: int) -> tuple[int | None, str, int] | None:
    """
    Read an amount of time: (count, unit, index), the count ``None`` when it is vague.

    "a year and a half" and "half a century" have a count in the next smaller unit.
    """
    if halves := _half_amount(lexemes, index):
        return halves
    counted = read_count(lexemes, index)
    if counted is None:
        return None
    count, index = counted
    half = read_half(lexemes, index)
    index = half or index
    unit = at(lexemes, index)
    if unit.kind != "unit" or (
        unit.possessive and at(lexemes, index + 1).word != "time"
    ):
        return None
    name, after = unit.name, index + 1
    if not half and (more := read_half(lexemes, after)):
        half, after = more, more
    if half:
        if count is None or name not in HALVES_OF:
            return None, name, after
        smaller, size = HALVES_OF[name]
        return count * size + size // 2, smaller, after
    return count, name, after


# A half is no finer than it says: "a month and a half ago" is half a month, not a day.
HALVES_OF = {
    "month": ("half month", 2),
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}


def _half_amount(lexemes: Lexemes, index: int) -> tuple[int, str, int] | None:
    """Read "half a year"."""
    if at(lexemes, index).word != "half" or at(lexemes, index + 1).word not in "an":
        return None
    unit = at(lexemes, index + 2)
    if unit.kind != "unit" or unit.name not in HALVES_OF:
        return None
    smaller, size = HALVES_OF[unit.name]
    return size // 2, smaller, index + 3


def read_half(lexemes: Lexemes, index: int) -> int | None:
    """Read "and a half", "1/2" or "½"; return the index after it."""
    words = tuple(at(lexemes, index + i).word for i in range(3))
    if words == ("and", "a", "half"):
        return index + 3
    return index + 1 if words[0] in {"½", "1/2"} else None


def read_count(lexemes: Lexemes, index: int) -> tuple[int | None, int] | None:
    """Read "three", "a", "a few", "a couple of": (count or ``None``, index)."""
    lexeme = at(lexemes, index)
    if lexeme.word in {"a", "an", "one"}:
        follower = at(lexemes, index + 1)
        if follower.kind != "vague":
            return 1, index + 1
        lexeme, index = follower, index + 1
    if lexeme.kind == "vague":
        after = skip(lexemes, index + 1, "of")
        return lexeme.value or None, after
    if lexeme.kind == "number" and lexeme.value < _MOST:
        return lexeme.value, index + 1
    return None
