"""
Compare figures that describe a state of things: shares, lengths, totals.

A figure is bound to its time.  Two figures of one measure disagree only when both are
given for the same period; a length, an area or a height has no period and is compared
without one.  Figures of different periods have changed, which is no disagreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.match.acts import act_words
from claimcheck.match.blocking import Block
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, is_fine
from claimcheck.match.lexicon import word_map, word_set
from claimcheck.match.measures import figure_key, same_measure
from claimcheck.match.occurrences import Member, is_against
from claimcheck.match.participants import Participant, best_level, name_key
from claimcheck.match.positions import Stated
from claimcheck.match.slots import Slot, figure_slot, is_counted
from claimcheck.match.tolls import is_still_counted
from claimcheck.model import DateRange, Level, Quantity

# The period of figures without a date that are of something over and done with.
SETTLED = "past"


# The period of figures of the article's own day: two that are alike agree, two that
# are not may both be right, each on its day.
PRESENT = "present"
# Words by which a phrase is told from others: "children who received three doses".
PHRASE_WORDS = 4
# Days between two articles in which a staff or a fleet hardly changes.
NEWS_DAYS = 31


def figures_of(block: Block) -> list[Stated[Quantity]]:
    """Return the amounts of a block that its key names, with their frames."""
    key = block.key[:3]
    return [
        Stated(amount, Member(frame, "date"))
        for frame in block.frames
        if frame.claim.polarity == "affirmed"
        for amount in frame.amounts
        if figure_key(amount) == key and not is_still_counted(frame, amount)
    ]


def compare_figures(block: Block) -> Iterator[Slot]:
    """Compare the figures of one measure, those of one period together."""
    for period, stated in _periods(figures_of(block)):
        for kin in _kin(stated, is_settled=period == SETTLED):
            slot = figure_slot(kin, ("figure", *block.key[:3]), period)
            if slot is None or len(kin) == 1 or _is_guess(slot):
                continue
            if period != PRESENT or len(slot.sides) == 1:
                yield slot
            elif _is_news_of_one_day(slot):
                yield replace(slot, verdict="possible")


def _is_guess(slot: Slot) -> bool:
    """
    Tell whether one article is at odds with itself only by what a pronoun stands for.

    An author who gives two figures with "its" means, most often, two bearers.
    """
    frames = [frame for side in slot.sides for frame in side.frames]
    return (
        len(slot.sides) > 1
        and len({f.source.id for f in frames}) == 1
        and any(
            a.antecedent is not None or a.text != a.span.of(f.source.text)
            for f in frames
            for a in f.claim.with_role("agent", "patient")
        )
    )


def _is_news_of_one_day(slot: Slot) -> bool:
    """Tell whether figures of the day are of about one day, and not still counted."""
    frames = [frame for side in slot.sides for frame in side.frames]
    days = [f.source.published for f in frames if f.source.published is not None]
    return (
        len(days) == len(frames)
        and (max(days) - min(days)).days <= NEWS_DAYS
        and not any(f.family in act_words("events", "counted") for f in frames)
        and not _has_one_source(slot)
        and _is_of_one_name(frames)
    )


def _is_of_one_name(frames: Sequence[Frame]) -> bool:
    """Tell whether all claims name the same bearer: "the hall" may be any."""
    named = [frozenset(map(name_key, f.keys)) for f in frames]
    return bool(frozenset.intersection(*named))


def _has_one_source(slot: Slot) -> bool:
    """Tell whether one source takes two sides: then it has two things in mind."""
    told = [{f.source.id for f in side.frames} for side in slot.sides]
    return len(frozenset[str]().union(*told)) < sum(map(len, told))


def _periods(
    figures: Sequence[Stated[Quantity]],
) -> Iterator[tuple[str, list[Stated[Quantity]]]]:
    periods: dict[str, list[Stated[Quantity]]] = defaultdict(list)
    moments: list[Stated[Quantity]] = []
    for figure in figures:
        time = figure.frame.time
        if figure_key(figure.value)[1] in word_set("measures", "lasting"):
            periods[""].append(figure)
        elif time is None or not _is_period(time) or _is_today(time):
            if _is_past(figure.frame):
                periods[SETTLED].append(figure)
            else:
                periods[PRESENT].append(figure)
        elif not (is_fine(time) and is_counted(figure.frame.family)):
            periods[time.edtf].append(figure)
            if _is_of_an_event(figure):
                moments.append(figure)
    yield from sorted(periods.items())
    yield from _moments(moments)


def _is_of_an_event(figure: Stated[Quantity]) -> bool:
    """Tell whether a figure is of one event, and its date only tells which."""
    return figure.frame.family in act_words("events", "won") or (
        figure_key(figure.value)[1] in act_words("measures", "settled")
    )


def _moments(
    figures: Sequence[Stated[Quantity]],
) -> Iterator[tuple[str, list[Stated[Quantity]]]]:
    """Bring figures of a day, a month and a year together, where one holds another."""
    days = {f.frame.time.edtf: f.frame.time for f in figures if f.frame.time}
    for edtf, day in sorted(days.items()):
        around = [f for f in figures if compare_dates(f.frame.time, day).agrees]
        if is_fine(day) and any(f.frame.time != day for f in around):
            yield edtf, around


def _is_today(time: DateRange) -> bool:
    """Tell whether a date is the article's own day: "now", "today"."""
    return time.text.lower() in word_set("statements", "passing")


def _is_past(frame: Frame) -> bool:
    """
    Tell whether an undated figure is of something over and done with.

    "Turnout in the run-off was 69 per cent" is settled; "China accounts for 90 per
    cent" is of its own day, and another day has another figure.
    """
    word = frame.claim.trigger.of(frame.source.text).lower()
    past = word_map("irregular").get(frame.claim.predicate, "").split()[:1]
    return word in ("was", "were", "had") or (
        (word.endswith("ed") or word in past)
        and frame.family not in word_set("events", "growing")
        and frame.family not in act_words("events", "counted")
    )


def _is_period(time: DateRange) -> bool:
    return time.first is not None and time.last is not None


def _kin(
    stated: Sequence[Stated[Quantity]], *, is_settled: bool
) -> Iterator[list[Stated[Quantity]]]:
    """Split figures by who and what they are about."""
    related = _is_same_affair if is_settled else is_of_one_bearer
    rest = list(stated)
    while rest:
        seed = rest[0]
        yield [s for s in rest if s is seed or related(seed, s)]
        rest = [s for s in rest if s is not seed and not related(seed, s)]


def is_of_one_bearer(left: Stated[Quantity], right: Stated[Quantity]) -> bool:
    """Tell whether two figures measure the same thing of the same bearer."""
    ours, theirs = left.frame, right.frame
    return (
        _describes_alike(left, right)
        and not is_against(ours, theirs)
        and _bearer_level(left, right) is not Level.DISJOINT
        and (
            _bearer_level(left, right).agrees
            or bool(_ties(left, right))
            or _is_of_one(ours, theirs)
            or _is_of_one_winner(ours, theirs)
        )
        and same_measure(left.value, right.value)
    )


def _bearer_level(left: Stated[Quantity], right: Stated[Quantity]) -> Level:
    """Compare the things measured, whatever parts they play in their claims."""
    bearers = [
        [p for p in (*s.frame.agents, *s.frame.undergoers) if p.head == _head(s)]
        for s in (left, right)
    ]
    return best_level(*bearers)


def _head(stated: Stated[Quantity]) -> str:
    return figure_key(stated.value)[1]


def _is_same_affair(left: Stated[Quantity], right: Stated[Quantity]) -> bool:
    """
    Tell whether two undated figures of two articles are of one affair.

    Nothing but words ties them, so every side that both name must be the same, by more
    than one word.
    """
    ours, theirs = left.frame, right.frame
    return (
        ours.source.id != theirs.source.id
        and ours.family not in word_set("statements", "repeated")
        and is_of_one_bearer(left, right)
        and (
            any(len(p.words) > 1 or p.keys for p in _ties(left, right))
            or _is_worded_alike(left, right)
        )
        and all(best_level(mine, other).agrees for mine, other in _sides(left, right))
    )


def _is_worded_alike(left: Stated[Quantity], right: Stated[Quantity]) -> bool:
    """Tell whether the phrases that hold the figures are the same but for them."""
    phrases = [
        [
            p.words
            for p in (*s.frame.agents, *s.frame.undergoers)
            if p.span is not None and p.span.overlaps(s.value.span)
        ]
        for s in (left, right)
    ]
    return any(
        mine == other and len(mine) >= PHRASE_WORDS
        for mine in phrases[0]
        for other in phrases[1]
    )


def _sides(
    left: Stated[Quantity], right: Stated[Quantity]
) -> Iterator[tuple[tuple[Participant, ...], tuple[Participant, ...]]]:
    """Yield the sides that both claims name, the amounts themselves left out."""
    for side in ("agents", "undergoers", "setting"):
        ours, theirs = (
            tuple(
                p
                for p in getattr(s.frame, side)
                if p.span is None or not p.span.overlaps(s.value.span)
            )
            for s in (left, right)
        )
        if ours and theirs:
            yield ours, theirs


def _ties(left: Stated[Quantity], right: Stated[Quantity]) -> list[Participant]:
    """Return the participants of the left that the right names too."""
    agreeing = (Level.SAME, Level.COMPATIBLE)
    return [
        one
        for ours, theirs in _sides(left, right)
        for one in ours
        if best_level((one,), theirs) in agreeing
    ]


def _describes_alike(left: Stated[Quantity], right: Stated[Quantity]) -> bool:
    """Tell whether two verbs tie a figure to its bearer in the same way."""
    if left.frame.family == right.frame.family:
        return True
    won = act_words("events", "won")
    if left.frame.family in won and right.frame.family in won:
        return True
    stative = word_set("events", "stative")
    return all(
        f.frame.family in stative or f.value.change == "to" for f in (left, right)
    )


def _is_of_one_winner(left: Frame, right: Frame) -> bool:
    """Tell whether one was elected and the other won, and both are the same."""
    people = [[p for p in (*f.agents, *f.undergoers) if p.keys] for f in (left, right)]
    return left.family != right.family and best_level(*people) is Level.SAME


def _is_of_one(left: Frame, right: Frame) -> bool:
    """Tell whether a figure without a bearer is of what its article is about."""
    bearers = [{name_key(k) for p in f.agents for k in p.keys} for f in (left, right)]
    main = [set(f.topic[:1]) for f in (left, right)]
    if bearers[0] and bearers[1]:
        return False
    ours, theirs = bearers[0] or main[0], bearers[1] or main[1]
    return bool(ours & theirs)
