"""Check that a narrative does not run backwards."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.ladders.dates import first_day, is_resolved, last_day
from claimcheck.match.wording import say_date
from claimcheck.model import DateRange

# A sentence that opens with "In February 2023" sets the scene for the next.
_OPENING_WORDS = 8
_YEAR = re.compile(r"\d{4}")


def check_narrative(passages: Sequence[Passage]) -> Iterator[Result]:
    """Check "In February 2023 ... On January 27, ..." in sentences that follow on."""
    for earlier, later in itertools.pairwise(passages):
        if later.index != earlier.index + 1:
            continue
        if earlier.sentence.paragraph != later.sentence.paragraph:
            continue
        scene, step = _opening(earlier), _opening(later)
        if scene is None or step is None or scene.grain != "month":
            continue
        if (
            step.grain != "day"
            or _YEAR.search(step.text)
            or not _is_same_year(scene, step)
        ):
            continue
        if last_day(step) < first_day(scene):
            yield Result(
                "sequence",
                "possible",
                f"Was it in {scene.text} or on {step.text}?",
                "detail before its frame",
                f"{say_date(step)} lies before {say_date(scene)}, of which it is told.",
                step.span,
                step.text,
                f"a day in {scene.text}",
                (scene.span,),
            )


def _opening(passage: Passage) -> DateRange | None:
    start = passage.sentence.span.start
    for date in passage.dates:
        head = passage.reading.document.text[start : date.span.start]
        if len(head.split()) <= _OPENING_WORDS and is_resolved(date):
            return date
    return None


def _is_same_year(scene: DateRange, step: DateRange) -> bool:
    return first_day(scene).year == first_day(step).year
