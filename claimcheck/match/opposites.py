"""
Compare what two articles say came of one thing: it survived, it was destroyed.

No slot of one event holds such a disagreement, for the articles tell of two events that
exclude each other.  They are at odds where

* the two outcomes are of one issue of `outcomes.toml`,
* they befall one thing: one name, or one definite description that has no second
  bearer in either article (`articles.is_one_thing`),
* the second participant that the issue names, if any, is the same,
* the occasion is one: the dates stated share a day, or none is stated and the articles
  report one affair (`articles.Affairs.are_one`),
* neither article tells of both outcomes: what was refused first and accepted later
  was both.

Only what is asserted on both sides of a firmly tied occasion is a conflict; a later
report of an outcome that lasts (a death) corrects nobody.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.match.articles import (
    NEWS_DAYS,
    Affairs,
    Article,
    days_between,
    is_one_thing,
    own_time,
)
from claimcheck.match.blocking import LARGEST_BLOCK
from claimcheck.match.coreference import may_corefer
from claimcheck.match.frames import Frame, build_frames
from claimcheck.match.ladders.dates import compare_dates
from claimcheck.match.outcomes import is_of_issue
from claimcheck.match.participants import Participant, relate
from claimcheck.match.slots import Side, Slot
from claimcheck.match.tellings import Telling, find_tellings
from claimcheck.match.wording import agree_was, say_thing
from claimcheck.model import Level, Verdict


def compare_opposites(affairs: Affairs, frames: Sequence[Frame]) -> Iterator[Slot]:
    """
    Compare the outcomes that the claims of all articles tell of, thing by thing.

    Args:
        affairs: The articles.
        frames: Their comparable claims.  A refusal is none, for it may be a denial;
            its frame is built here.
    """
    framed = {frame.claim.id for frame in frames}
    replies = (
        f for s in affairs.sources for f in build_frames(s, is_wanted=is_of_issue)
    )
    frames = (*frames, *(f for f in replies if f.claim.id not in framed))
    blocks: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for frame in frames:
        (article,) = affairs.of(frame.source)
        for telling in find_tellings(frame):
            for token in sorted(_tokens(telling.theme, article)):
                blocks[telling.issue.name, token].append(telling)
    for key in sorted(blocks):
        for tellings in _bounded(blocks[key]):
            yield from _compare(tellings, affairs)


def _bounded(tellings: list[Telling]) -> Iterator[list[Telling]]:
    """Cut what is told too often for all pairs, by the month of its articles."""
    if len(tellings) <= LARGEST_BLOCK:
        yield tellings
        return
    months: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        months[f"{telling.frame.source.published}"[:7]].append(telling)
    for month in sorted(months):
        for start in range(0, len(months[month]), LARGEST_BLOCK):
            yield months[month][start : start + LARGEST_BLOCK]


def _tokens(theme: Participant, article: Article) -> frozenset[str]:
    """Return the words by which another article may know a theme."""
    if not theme.keys:
        return theme.words
    titles = (article.titles.get(key, frozenset()) for key in theme.keys)
    return theme.shared.union(*titles)


def _compare(tellings: Sequence[Telling], affairs: Affairs) -> Iterator[Slot]:
    for left, right in itertools.combinations(tellings, 2):
        if left.outcome == right.outcome:
            continue
        verdict = _weigh(left, right, affairs)
        if verdict is None or _is_told_both_ways(left, right, tellings, affairs):
            continue
        yield _slot(left, right, tellings, verdict, affairs)


def _weigh(left: Telling, right: Telling, affairs: Affairs) -> Verdict | None:
    """Weigh two outcomes against each other; None where both can be right."""
    ours, theirs = left.frame, right.frame
    if not affairs.are_one(ours.source, theirs.source) or _is_later(left, right):
        return None
    times = [own_time(frame) for frame in (ours, theirs)]
    level = compare_dates(times[0] or ours.context, times[1] or theirs.context)
    if level is Level.DISJOINT or not _is_one_theme(left, right, affairs):
        return None
    others = _agree(left, right)
    if others is False or _are_narrowed_apart(left, right):
        return None
    days = days_between(ours.source, theirs.source)
    if left.issue.turns and (days or 0) > NEWS_DAYS:
        return None
    asserted = all(f.claim.modality == "asserted" for f in (ours, theirs))
    firm = asserted and (others or not left.issue.other)
    dated = all(times) and level.agrees
    same_day = days == 0 and not left.issue.lasts
    settled = not left.issue.turns or dated or same_day
    return "conflict" if firm and settled else "possible"


def _is_later(left: Telling, right: Telling) -> bool:
    """Tell whether an outcome that lasts is reported after the other."""
    last, first = (left, right) if left.outcome == left.issue.lasts else (right, left)
    if last.outcome != last.issue.lasts:
        return False
    told, before = last.frame.source.published, first.frame.source.published
    return told is not None and before is not None and told > before


def _is_one_theme(left: Telling, right: Telling, affairs: Affairs) -> bool:
    ours, theirs = left.theme, right.theme
    if is_one_thing(ours, theirs, affairs.of(left.frame.source, right.frame.source)):
        return True
    if not left.issue.bare or ours.keys or theirs.keys:
        return False
    if ours.head == theirs.head:
        return ours.words <= theirs.words or theirs.words <= ours.words
    # "His offer of cheap loans" and "the loans": what is offered is what is taken.
    return ours.head in theirs.words or theirs.head in ours.words


def _are_narrowed_apart(left: Telling, right: Telling) -> bool:
    """
    Tell whether one preposition brings two things: the tax on petrol, that on diesel.

    "All charges" are those of the indictment, whatever they were.
    """
    for (ours, one), (theirs, other) in itertools.product(
        left.narrowed, right.narrowed
    ):
        nested = one <= other or other <= one
        if ours == theirs and not nested and "charge" not in one | other:
            return True
    return False


def _agree(left: Telling, right: Telling) -> bool | None:
    """Tell whether the second participants are the same; None where nothing tells."""
    if not left.issue.other:
        return True
    if not left.others or not right.others:
        return False if left.issue.needs_other else None
    pairs = list(itertools.product(left.others, right.others))
    if any(relate(*p).agrees or may_corefer(*p) for p in pairs):
        return True
    if left.issue.needs_other or all(relate(*p) is Level.DISJOINT for p in pairs):
        return False
    return None


def _is_told_both_ways(
    left: Telling,
    right: Telling,
    tellings: Iterable[Telling],
    affairs: Affairs,
) -> bool:
    """Tell whether one of the articles has both outcomes of the thing."""
    return any(
        other.frame.source.id == side.frame.source.id
        and other.outcome != side.outcome
        and _is_one_theme(side, other, affairs)
        for side in (left, right)
        for other in tellings
    )


def _slot(
    left: Telling,
    right: Telling,
    tellings: Iterable[Telling],
    verdict: Verdict,
    affairs: Affairs,
) -> Slot:
    sides = []
    for mine, against in ((left, right), (right, left)):
        fellows = [
            t.frame
            for t in tellings
            if t.outcome == mine.outcome
            and t is not mine
            and _weigh(t, against, affairs)
        ]
        frames = tuple(dict.fromkeys((mine.frame, *fellows)))
        sides.append(Side(mine.outcome, mine.outcome, frames))
    theme = say_thing((left.theme, right.theme), (left.frame, right.frame))
    others = [*left.others[:1], *right.others[:1]]
    other = say_thing(others, (left.frame, right.frame)) if others else ""
    return Slot(
        "polarity",
        left.issue.question.format(theme=theme, was=agree_was(theme), other=other),
        "one thing, outcomes exclude each other",
        "both cannot hold",
        verdict,
        ("opposite", left.issue.name, *sorted(left.theme.shared or left.theme.words)),
        tuple(sides),
    )
