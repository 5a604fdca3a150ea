"""Judge two aligned statements by names, denials and words that exclude each other."""

from __future__ import annotations

from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.denials import find_disputed
from claimcheck.match.pairs.kinds import find_other_kind
from claimcheck.match.pairs.lifetimes import find_deed_after_death
from claimcheck.match.pairs.names import find_clash, find_exchange, find_other_member
from claimcheck.match.pairs.opinions import Opinion, exclusive, is_said
from claimcheck.match.pairs.ordinals import find_other_ordinal, is_of_another
from claimcheck.match.pairs.polarity import (
    find_denied,
    find_denied_being,
    find_denied_within,
    find_exclusive,
    find_opposites,
)
from claimcheck.match.pairs.ranks import find_other_rank
from claimcheck.match.pairs.values import find_denied_value, level_of
from claimcheck.model import FindingKind, Judgement, Level, Quantity

# Shares of one statement's words that the other must say before names, words or
# denials are compared; tuned on the phenomena of tests/labelled/pairs.jsonl.
NAME_COVERED = 0.6
WORD_COVERED = 0.6
VALUE_DENIED = 0.7
DENIAL_COVERED = 0.9
# A denial of what is told within a longer sentence.
WITHIN_COVERED = 0.8
ORDINAL_COVERED = 0.7
# Lists of one deed: all but the member that differs is said by both.
LIST_COVERED = 0.7
# How many times as much one sentence may say as the other that denies it.
DIGRESSION = 2


def judge_names(alignment: Alignment) -> Opinion | None:
    """Judge who did it and where, and who did it to whom."""
    clash = find_clash(alignment)
    if clash is not None and alignment.beside(clash.left.words) >= NAME_COVERED:
        kind: FindingKind = "place" if clash.is_place else "participant"
        rule = f"one event, other {kind}"
        if not clash.is_apart:
            first, second = sorted((clash.left.text, clash.right.text))
            why = f'"{first}" and "{second}" may lie in one another.'
            return Opinion(Judgement("possible", kind, rule, why))
        return exclusive(kind, rule, clash.left.text, clash.right.text)
    if alignment.coverage >= LIST_COVERED and _is_plain_list(alignment):
        members = find_other_member(alignment)
        if members is not None:
            names = (n.text for n in members)
            return exclusive("participant", "one list, other member", *names)
    exchange = find_exchange(alignment)
    if exchange is not None and alignment.coverage >= NAME_COVERED:
        names = (n.text for n in exchange)
        return exclusive("participant", "who did it to whom", *names)
    return None


def judge_polarity(alignment: Alignment) -> Opinion | None:
    """Judge a statement against its denial."""
    if is_of_another(alignment.left, alignment.right):
        return None
    if alignment.coverage >= VALUE_DENIED:
        values = find_denied_value(alignment)
        if values is not None and _denies_once(alignment):
            why = f'one side says "{values[0].text}", the other denies it.'
            return Opinion(Judgement("conflict", "polarity", "value denied", why))
    denied = ""
    if alignment.coverage >= DENIAL_COVERED and not _is_digression(alignment):
        denied = find_denied(alignment) or find_exclusive(alignment)
    if not denied and alignment.coverage >= WITHIN_COVERED:
        denied = find_denied_within(alignment) or find_denied_being(alignment)
    if not denied:
        return None
    why = f"one side says, the other denies: {denied}."
    return Opinion(Judgement("conflict", "polarity", "affirmed and denied", why))


def _is_plain_list(alignment: Alignment) -> bool:
    sides = (alignment.left, alignment.right)
    return not any(
        s.denials
        or any(t.lemma.lower() in ("or", "include") for t in s.sentence.tokens)
        for s in sides
    )


def judge_disputes(alignment: Alignment) -> Opinion | None:
    """Judge a charge against its denial by the one it concerns."""
    verb = find_disputed(alignment)
    if not verb:
        return None
    why = f"one side reports what the other is said to {verb}."
    return Opinion(Judgement("possible", "polarity", "disputed", why))


def _denies_once(alignment: Alignment) -> bool:
    return {alignment.left.denials, alignment.right.denials} == {0, 1}


def judge_kinds(alignment: Alignment) -> Opinion | None:
    """Judge what one thing is said to be: a film or an album."""
    if _is_negative(alignment):
        return None
    pair = find_other_kind(alignment)
    return None if pair is None else exclusive("wording", "one thing, two kinds", *pair)


def _is_negative(alignment: Alignment) -> bool:
    return bool(alignment.left.negated or alignment.right.negated)


def _is_digression(alignment: Alignment) -> bool:
    """Tell whether the right says so much more that the denial may mean part of it."""
    return len(alignment.right.units) > DIGRESSION * len(alignment.left.units)


def judge_opposites(alignment: Alignment) -> Opinion | None:
    """Judge a rank against another, and a word against its opposite."""
    if _is_negative(alignment) or is_of_another(alignment.left, alignment.right):
        return None
    if alignment.coverage >= NAME_COVERED:
        ranks = find_other_rank(alignment)
        if ranks is not None:
            return exclusive("wording", "one thing, two ranks", *ranks)
    if len(alignment.missing) != 1 or alignment.coverage < WORD_COVERED:
        return None
    pair = find_opposites(alignment)
    return None if pair is None else exclusive("wording", "opposites", *pair)


def judge_ordinals(alignment: Alignment) -> Opinion | None:
    """Judge which of a series something is: a second album or a third."""
    if _is_negative(alignment):
        return None
    ours = find_other_ordinal(alignment.left, alignment.right)
    theirs = find_other_ordinal(alignment.right, alignment.left)
    if ours is None or theirs is None or _measures_another(alignment):
        return None
    if alignment.beside(ours.text.lower().split()[:1]) < ORDINAL_COVERED:
        return None
    return exclusive(
        "wording", "one thing, two places in a row", ours.text, theirs.text
    )


def _measures_another(alignment: Alignment) -> bool:
    """Tell whether an amount of the left has another on the right: 100 and 200 m."""
    theirs = alignment.right.values("quantity")
    return any(
        any(level_of(u, t) is Level.DISJOINT for t in theirs)
        and not is_said(u, alignment.right)
        for u in alignment.left.values("quantity")
        if isinstance(u.value, Quantity) and u.value.kind != "ordinal"
    )


def judge_lifetimes(alignment: Alignment) -> Opinion | None:
    """Judge what somebody is said to have done after having died."""
    dates = find_deed_after_death(alignment)
    if dates is None:
        return None
    death, deed = (unit.text for unit in dates)
    why = f"nobody who died {death} acts {deed}."
    return Opinion(Judgement("conflict", "sequence", "deed after death", why))
