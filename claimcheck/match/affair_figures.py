"""
Compare what two articles of one affair say of one measure.

Where two articles tell of one affair, they tell most figures in other words, of a
bearer that is often only implied: "sent him to prison for seven years", "was handed
nine years' imprisonment".  What both give alike is set aside.  What is left on each
side answers one question, unless time, scope, names or mood tell that it does not; a
figure that could answer two is compared with neither.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.match.affairs import (
    SHARED_NAMES,
    Pair,
    opening_words,
    share_names,
)
from claimcheck.match.clusters import join_overlapping
from claimcheck.match.figure_questions import ask_figure, ask_measure
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, days_apart
from claimcheck.match.ladders.quantities import compare_quantities
from claimcheck.match.lexicon import word_set
from claimcheck.match.occurrences import Member
from claimcheck.match.participants import best_level
from claimcheck.match.positions import Stated
from claimcheck.match.slots import Slot, figure_slot, is_counted
from claimcheck.match.told_figures import Figure, Figures
from claimcheck.model import Level

# Days between two articles that may report one affair as news.
NEWS_DAYS = 31
# Words beside the counted noun that two claims share when nothing named ties them.
SHARED_WORDS = 2

# What the keys of slots that rest on an affair begin with.
AFFAIR = ("affair",)


def compare_affair_figures(affairs: Sequence[Pair], figures: Figures) -> Iterator[Slot]:
    """
    Compare the figures of every two articles that tell of one affair.

    Args:
        affairs: The pairs of articles that tell of one affair.
        figures: What all articles give, plans among it.

    Yields:
        One slot for each thing that is measured, with a side for every value.
    """
    pairs = [
        pair
        for left, right in affairs
        for pair in _disputed(figures[left.id], figures[right.id])
    ]
    fellows: dict[str, list[str]] = defaultdict(list)
    for left, right in affairs:
        fellows[left.id].append(right.id)
        fellows[right.id].append(left.id)
    for group in join_overlapping(pairs):
        yield from _slot([*group, *_witnesses(group, figures, fellows)])


def _witnesses(
    group: Sequence[Figure],
    figures: Figures,
    fellows: Mapping[str, Sequence[str]],
) -> Iterator[Figure]:
    """Yield figures of further articles that agree with one of a group."""
    told = {f.frame.source.id for f in group}
    near = dict.fromkeys(other for source in sorted(told) for other in fellows[source])
    for source in near:
        if source in told:
            continue
        for figure in figures[source].get(group[0].key, ()):
            met = [
                f
                for f in group
                if compare_quantities(f.amount, figure.amount).agrees
                and f.scope == figure.scope
                and _is_of_one_mood(f, figure)
                and _is_of_one_time(f, figure)
            ]
            if met:
                yield figure


def _disputed(
    ours: Mapping[tuple[str, ...], Sequence[Figure]],
    theirs: Mapping[tuple[str, ...], Sequence[Figure]],
) -> Iterator[tuple[Figure, Figure]]:
    """
    Yield what two articles give for one measure, where it cannot both be right.

    A figure that could be of the same thing as two of the other article is of neither.
    """
    for key in sorted(ours.keys() & theirs.keys()):
        measure = ours[key][0].measure
        if measure is not None and measure.grows:
            continue  # tolls have rules of their own
        left, right = _unmet(ours[key], theirs[key]), _unmet(theirs[key], ours[key])
        alone = _is_one(ours[key]) and _is_one(theirs[key])
        pairs = [
            p for p in itertools.product(left, right) if is_one_thing(*p, alone=alone)
        ]
        for one, other in pairs:
            rivals = [p for p in pairs if (p[0] is one) != (p[1] is other)]
            if all(_is_alike(p, (one, other)) for p in rivals):
                yield one, other


def _is_alike(pair: tuple[Figure, Figure], other: tuple[Figure, Figure]) -> bool:
    """Tell whether two pairs are of the same two amounts."""
    return all(
        compare_quantities(a.amount, b.amount).agrees
        for a, b in zip(pair, other, strict=True)
    )


def _is_one(figures: Sequence[Figure]) -> bool:
    """Tell whether figures are all the same."""
    return all(compare_quantities(figures[0].amount, f.amount).agrees for f in figures)


def _unmet(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Return the figures that no figure of the other article agrees with."""
    return [
        f
        for f in figures
        if not any(compare_quantities(f.amount, o.amount).agrees for o in others)
    ]


def is_one_thing(left: Figure, right: Figure, *, alone: bool) -> bool:
    """Tell whether two figures of one measure are of one thing at one time."""
    return (
        left.scope == right.scope
        and _is_of_one_mood(left, right)
        and _is_of_one_time(left, right)
        and _is_tied(left, right, alone=alone)
    )


def _is_of_one_mood(left: Figure, right: Figure) -> bool:
    """Tell whether both are told as facts, or both as plans."""
    moods = {f.mood for f in (left, right)}
    return len(moods - {"open"}) <= 1 and moods <= {"planned", "told", "open"}


def _is_of_one_time(left: Figure, right: Figure) -> bool:
    """Tell whether nothing in the dates says that two figures are of two times."""
    days = [f.frame.source.published for f in (left, right)]
    apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
    measure = left.measure
    grows = any(is_counted(f.frame.family) for f in (left, right))
    if grows and measure is None and (apart or None in days):
        return False
    if left.time is not None and right.time is not None:
        level = compare_dates(left.time, right.time)
        return level is Level.SAME if measure and measure.periodic else level.agrees
    if measure is None and _is_of_a_moment(left, right, apart):
        return False
    if apart > NEWS_DAYS and not (measure and measure.settled and left.names):
        return False
    return _is_news(left, days[1]) and _is_news(right, days[0])


def _is_of_a_moment(left: Figure, right: Figure, apart: int) -> bool:
    """
    Tell whether a figure without a date holds for its day alone.

    What is played, visited or met is so again on another day; who "are waiting" have
    gone by then.
    """
    repeated = word_set("statements", "repeated")
    return left.frame.family in repeated or (
        apart > 0 and any(_is_going_on(f.frame) for f in (left, right))
    )


def _is_going_on(frame: Frame) -> bool:
    """Tell whether a claim says what is being done: "are waiting"."""
    trigger, text = frame.claim.trigger, frame.source.text
    before = text[max(0, trigger.start - len(" are ")) : trigger.start].split()
    return trigger.of(text).endswith("ing") and before[-1:] in (["is"], ["are"])


def _is_news(figure: Figure, day: dt.date | None) -> bool:
    """Tell whether the date of a figure, if any, lies about a day or is to come."""
    if figure.time is None or day is None or figure.mood != "told":
        return True
    published = replace(figure.time, first=day, last=day)
    return days_apart(figure.time, published) <= NEWS_DAYS


def _is_tied(left: Figure, right: Figure, *, alone: bool) -> bool:
    """
    Tell whether the two claims name the same, or need not.

    Args:
        left: A figure of one article.
        right: One of the other.
        alone: Whether each article has no other figure of the measure.
    """
    if is_named_apart(left.frame, right.frame):
        return False
    measure = left.measure
    shared = len(share_names(left.names, right.names))
    alike = len(left.words & right.words)
    if measure is not None and measure.vague:
        return shared > 0 and alike > SHARED_WORDS
    if measure is not None:
        leads = left.in_lead and right.in_lead and not measure.borne
        return (
            measure.main
            or (measure.single and alone)
            or bool(shared)
            or (leads and _share_main(left, right))
            or _is_what_both_tell_of(left, right)
        )
    met = _count_met(left, right)
    if not _is_told_alike(left.frame, right.frame):
        proper = len(left.proper & right.proper)
        return max(shared, proper) >= SHARED_NAMES or bool(met)
    one_deed = alone and left.frame.family not in word_set("events", "stative")
    return (
        one_deed
        or bool(shared)
        or alike + met >= SHARED_WORDS
        or _is_what_both_tell_of(left, right)
    )


def _is_what_both_tell_of(left: Figure, right: Figure) -> bool:
    """Tell whether one thing that both articles open with has both figures."""
    opened = opening_words(left.frame.source) & opening_words(right.frame.source)
    heads = ({p.head for p in f.people} for f in (left, right))
    return bool(opened.intersection(*heads))


def _count_met(left: Figure, right: Figure) -> int:
    """Count the other amounts in which two claims agree: "for 14 days"."""
    ours, theirs = (
        [a for a in f.frame.amounts if a.span != f.amount.span] for f in (left, right)
    )
    return sum(
        any(a.unit == b.unit and compare_quantities(a, b) is Level.SAME for b in theirs)
        for a in ours
    )


def _share_main(left: Figure, right: Figure) -> bool:
    """Tell whether the first name of an article is a main one of the other."""
    ours, theirs = left.frame.topic, right.frame.topic
    return bool(set(ours[:1]) & set(theirs[:2]) or set(theirs[:1]) & set(ours[:2]))


def is_named_apart(left: Frame, right: Frame) -> bool:
    """Tell whether both name someone as one side, and not the same."""
    for side in ("agents", "undergoers"):
        ours, theirs = (
            tuple(p for p in getattr(f, side) if p.keys) for f in (left, right)
        )
        if ours and theirs and best_level(ours, theirs) is Level.DISJOINT:
            return True
    return False


def _is_told_alike(left: Frame, right: Frame) -> bool:
    stative = word_set("events", "stative")
    return left.family == right.family or (
        left.family in stative and right.family in stative
    )


def _slot(figures: Sequence[Figure]) -> Iterator[Slot]:
    """Sort the figures of one thing into sides."""
    name = figures[0].key[1]
    stated = [
        Stated(
            replace(f.amount, measure="", measure_head=name, per=f.key[2]),
            Member(_of_the_affair(f), "slots"),
        )
        for f in figures
    ]
    slot = figure_slot(stated, (*AFFAIR, *figures[0].key), "")
    if slot is None or len(slot.sides) == 1:
        return
    measure = figures[0].measure
    undated = any(f.frame.source.published is None for f in figures)
    yield replace(
        slot,
        question=ask_figures(figures),
        rule="one affair, one measure, other amount",
        verdict="possible" if undated or measure is None else slot.verdict,
    )


def _of_the_affair(figure: Figure) -> Frame:
    """Return the frame of a figure; what an affair has once is of no place of it."""
    if figure.measure is not None and figure.measure.main:
        return replace(figure.frame, places=())
    return figure.frame


def ask_figures(figures: Sequence[Figure]) -> str:
    """Ask for what figures of one key measure, as a person would."""
    measure = figures[0].measure
    if measure is None:
        return ask_figure([(f.amount, f.frame) for f in figures])
    people = [p for f in figures for p in f.people if p.head not in measure.heads]
    return ask_measure(measure.ask, people, [f.frame for f in figures])
