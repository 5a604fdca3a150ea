"""
Compare the cost of reading dates with that of the parse, and check hostile lines.

Usage: ``python benchmarks/dates_reading.py``.  Prints the ratio of one run, which must
stay under a quarter for all values together, and the seconds of lines of a million
characters, which must stay under one.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences
from claimcheck.values.dates import extract_dates

PUBLISHED = dt.date(2024, 6, 19)
# Prose with a date in every second sentence, as dense as news gets.
PARAGRAPH = (
    "The harbour was closed on 3 March 2021 after the dredging contract lapsed. "
    "Fishermen who depend on it had asked the ministry for help since early 2019. "
    "Officials said last month that the work would resume by the end of the year. "
    "No company has yet been chosen, and the council wants a review of the costs. "
    "Between 2015 and 2018 the number of boats fell from 120 to fewer than 70. "
    "Two years later the last cannery in the town laid off all of its workers.\n\n"
)
REPEATS = 40
LONG_LINE = 1_000_000
HOSTILE = ("1", "and ", "million ")


def seconds(work: Callable[[], object]) -> float:
    """Return the best processor time of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print the ratio and the times."""
    text = PARAGRAPH * REPEATS
    spans = split_sentences(text)
    sentences = parse(text, spans)
    reading = seconds(lambda: extract_dates(text, PUBLISHED, sentences))
    parsing = seconds(lambda: parse(text, spans))
    print(f"dates {reading:.3f} s, parse {parsing:.3f} s: {reading / parsing:.3f}")
    for unit in HOSTILE:
        line = unit * (LONG_LINE // len(unit))
        cost = seconds(lambda line=line: extract_dates(line))  # type: ignore[misc]
        print(f"{len(line)} characters of {unit!r}: {cost:.2f} s")


if __name__ == "__main__":
    main()
