"""
Name the reasons for which two values that differ are no conflict.

A plan and its outcome, two dates of one changing figure, a part and the whole, two
speakers: an editor wants none of these as a conflict.  Each caveat is a plain function;
the first that holds decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment, has_word
from claimcheck.match.pairs.counterparts import find_counterparts, find_other_label
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.match.pairs.values import plain_level
from claimcheck.match.pairs.words import word_key
from claimcheck.model import FindingKind, Level, Token

_SCOPE_MARKERS = ("in", "for", "of", "from", "among", "at", "within", "outside")
_NUMERAL = re.compile(r"[IVXLC]+|\d+\w*")
_OBJECTS = ("dobj", "ccomp", "xcomp", "nsubjpass", "pcomp")
_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")


@dataclass(frozen=True, slots=True)
class Caveat:
    """Hold what a conflict comes down to, and why."""

    verdict: Literal["possible", "differs"]
    why: str


@dataclass(frozen=True, slots=True)
class Clash:
    """
    Hold what is at odds: two statements, aligned both ways, and the slot.

    *focus* holds the two values that differ, if values do.
    """

    forth: Alignment
    back: Alignment
    kind: FindingKind
    focus: tuple[Unit, ...] = ()


CaveatRule: TypeAlias = Callable[[Clash], Caveat | None]


def find_caveat(clash: Clash) -> Caveat | None:
    """Return the first reason why a difference is no conflict, if there is one."""
    for rule in CAVEATS:
        if (caveat := rule(clash)) is not None:
            return caveat
    return None


def is_planned(statement: Statement) -> bool:
    """Tell whether a sentence speaks of what was planned or expected."""
    planning = word_set("statements", "planning")
    tokens = statement.sentence.tokens
    if any(t.lemma.lower() in planning and t.pos in ("VERB", "NOUN") for t in tokens):
        return True
    return any(_is_future(t, tokens) for t in tokens)


def _is_future(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a token marks the future: "will open", "is to open"."""
    if token.lemma.lower() == "will" and token.tag == "MD":
        return True
    is_to = token.text.lower() == "to" and token.pos == "PART" and token.index > 0
    return is_to and tokens[token.index - 1].lemma.lower() == "be"


def plan_and_outcome(clash: Clash) -> Caveat | None:
    """Note that one side plans what the other reports."""
    if is_planned(clash.forth.left) != is_planned(clash.back.left):
        return Caveat("differs", "a plan and its outcome")
    return None


def two_dates(clash: Clash) -> Caveat | None:
    """Note that figures or states are of different dates."""
    if clash.kind in ("date", "sequence"):
        return None
    if _year_kinds(clash.forth.left) != _year_kinds(clash.back.left):
        return Caveat("differs", "years of another kind")
    ours, theirs = clash.forth.left.values("date"), clash.back.left.values("date")
    if len(ours) == 1 and len(theirs) == 1:
        if plain_level(ours[0], theirs[0]) is Level.DISJOINT:
            return Caveat("differs", "other dates")
        if _deadline(ours[0]) != _deadline(theirs[0]):
            return Caveat("differs", "other dates")
    return None


def _year_kinds(statement: Statement) -> frozenset[str]:
    """Return the kinds of year named: a fiscal year is not the calendar's."""
    kinds = word_set("statements", "year_kinds")
    return kinds & {t.lemma.lower() for t in statement.sentence.tokens}


def _deadline(unit: Unit) -> bool:
    return unit.marker in ("by", "before", "until", "till", "after", "since")


def now_and_then(clash: Clash) -> Caveat | None:
    """Note that one side speaks of today: "not currently", "no longer"."""
    if clash.kind != "polarity":
        return None
    passing = word_set("statements", "passing")
    sides = [
        {t.lemma.lower() for t in s.sentence.tokens} & passing
        for s in (clash.forth.left, clash.back.left)
    ]
    if sides[0] != sides[1] and not _is_one_day(clash):
        return Caveat("differs", "one side speaks of another time")
    return None


def _is_one_day(clash: Clash) -> bool:
    """Tell whether both sides give one date: "in 1980, now under another name"."""
    ours, theirs = clash.forth.left.values("date"), clash.back.left.values("date")
    return any(plain_level(a, b) is Level.SAME for a in ours for b in theirs)


def two_events(clash: Clash) -> Caveat | None:
    """Note that what is dated happens again and again."""
    if clash.kind != "date":
        return None
    repeated = word_set("statements", "repeated")
    dates = (*clash.forth.left.values("date"), *clash.focus)
    dated = [a for u in dates for a in u.anchors[:1]]
    if any(a in repeated for a in dated):
        return Caveat("differs", "such an event repeats")
    return None


def habit_and_occasion(clash: Clash) -> Caveat | None:
    """Note that one date is of what happens each year: "it takes place in July"."""
    if clash.kind != "date":
        return None
    tenses = [
        _tense(value, side.left)
        for value, side in zip(clash.focus, (clash.forth, clash.back), strict=False)
    ]
    if sorted(tenses) == ["past", "present"]:
        return Caveat("differs", "what happens regularly, and what happened once")
    return None


def _tense(value: Unit, statement: Statement) -> str:
    """Return the tense of the verb that a date hangs on, or ""."""
    tokens = statement.sentence.tokens
    verbs = [tokens[i] for i in value.path if tokens[i].pos == "VERB"]
    if not verbs:
        return ""
    helpers = {t.tag for t in tokens if t.head == verbs[0].index and t.dep[:3] == "aux"}
    tags = helpers or {verbs[0].tag}
    if tags & {"VBZ", "VBP"} and verbs[0].tag not in ("VBN", "VBG"):
        return "present"
    return "past" if "VBD" in tags else ""


def two_scopes(clash: Clash) -> Caveat | None:
    """Note that a figure is of another part: "in Europe", "median", "second match"."""
    if clash.kind not in ("quantity", "count"):
        return None
    ours = _narrowing(clash.forth, clash.focus[:1])
    theirs = _narrowing(clash.back, clash.focus[1:])
    narrow = word_set("statements", "narrowing")
    if (pair := _parted(clash)) is not None:
        return Caveat("differs", f'"{pair[0].text}" and "{pair[1].text}" are two')
    for unit in (*ours, *theirs):
        if unit.kind == "name" and unit.marker in _SCOPE_MARKERS:
            return Caveat("differs", f'only one side says "{unit.marker} {unit.text}"')
        if unit.key in narrow and unit.role in _MODIFIERS:
            return Caveat("differs", f'only one side says "{unit.text}"')
    return None


def _parted(clash: Clash) -> tuple[Unit, Unit] | None:
    """Find words that part one thing in two: "the first match", "the second match"."""
    narrow = word_set("statements", "narrowing")
    for ours in clash.forth.missing:
        for theirs in clash.back.missing:
            both = {ours.key, theirs.key} <= narrow
            if both and ours.anchors[:1] == theirs.anchors[:1]:
                return ours, theirs
    return None


def _narrowing(side: Alignment, focus: Sequence[Unit]) -> list[Unit]:
    """Return the words that only one side has and that hang on what is measured."""
    amounts = side.left.values("quantity")
    return [
        u
        for u in side.missing
        for value in focus
        if set(u.path[:1]) & {value.index, *value.path[:2]}
        and (u.role in _MODIFIERS or _amount_before(u, amounts) in (value, None))
    ]


def _amount_before(unit: Unit, amounts: Sequence[Unit]) -> Unit | None:
    """Return the amount that stands before a word: "$3 million in Norland"."""
    before = [a for a in amounts if a.index < unit.index]
    return before[-1] if len(amounts) > 1 and before else None


def two_things(clash: Clash) -> Caveat | None:
    """Note that another word is exchanged too: "men live", "women live"."""
    is_value = clash.kind in ("date", "quantity", "count")
    if not is_value and clash.kind not in ("place", "participant"):
        return None
    pair = find_counterparts(clash.forth, clash.back, names=is_value)
    if pair is not None:
        first, second = sorted(unit.text for unit in pair)
        return Caveat("differs", f'"{first}" and "{second}" are two')
    labels = find_other_label(clash.forth.left, clash.back.left)
    if labels is not None:
        first, second = sorted(labels)
        return Caveat("differs", f'"{first}" and "{second}" are two')
    return None


def two_numbers(clash: Clash) -> Caveat | None:
    """Note that a numbered name has another number: Super Bowl LII and XXXIX."""
    for side, other in ((clash.forth, clash.back), (clash.back, clash.forth)):
        for unit in side.missing:
            parts = [u for u in side.left.units if unit.index in u.path[:1]]
            named = [u.key for u in parts if u.kind == "name"] + list(unit.anchors[:1])
            is_number = unit.kind == "name" and _NUMERAL.fullmatch(unit.text)
            if is_number and any(has_word(key, other.left.keys) for key in named):
                return Caveat("differs", f'only one side says "{unit.text}"')
    return None


def two_regions(clash: Clash) -> Caveat | None:
    """Note that what is released here and there has a date for each place."""
    if clash.kind != "date":
        return None
    regional = word_set("statements", "regional")
    dated = {a for value in clash.focus for a in value.anchors[:1]}
    if not dated & regional:
        return None
    ours, theirs = (
        [u for u in side.missing if u.marker == "in" and set(u.anchors[:1]) & dated]
        for side in (clash.forth, clash.back)
    )
    if ours and theirs:
        return Caveat("differs", f'"in {ours[0].text}" and "in {theirs[0].text}"')
    return None


def two_scales(clash: Clash) -> Caveat | None:
    """Note that a rank is by another measure: "by area", "by population"."""
    if clash.kind != "wording":
        return None
    ours, theirs = (
        [u for u in side.missing if u.marker == "by" and u.kind == "word"]
        for side in (clash.forth, clash.back)
    )
    if ours and theirs:
        return Caveat("differs", f'"by {ours[0].text}" and "by {theirs[0].text}"')
    return None


def two_bearers(clash: Clash) -> Caveat | None:
    """Note that one name is explained in two ways: two people of one name."""
    ours = [u for u in clash.forth.missing if u.role == "appos"]
    theirs = [u for u in clash.back.missing if u.role == "appos"]
    if ours and theirs:
        return Caveat("differs", f'"{ours[0].text}" and "{theirs[0].text}"')
    return None


def two_speakers(clash: Clash) -> Caveat | None:
    """Note that two speakers are reported, or that one side denies."""
    if _denies(clash.forth.left) != _denies(clash.back.left):
        return Caveat("possible", "disputed by the one it concerns")
    ours, theirs = _speaker(clash.forth.left), _speaker(clash.back.left)
    if ours and theirs and not has_word(ours, (theirs,)):
        return Caveat("possible", "two parties report differently")
    return None


def _denies(statement: Statement) -> bool:
    denying = word_set("statements", "denying")
    tokens = statement.sentence.tokens
    return any(
        t.lemma.lower() in denying and t.pos == "VERB" and _has_object(t, tokens)
        for t in tokens
        if t.dep in ("ROOT", "conj")
    )


def _has_object(verb: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb has what it is about: a season is contested *in*."""
    return any(t.head == verb.index and t.dep in _OBJECTS for t in tokens)


def _speaker(statement: Statement) -> str:
    saying = word_set("statements", "saying")
    tokens = statement.sentence.tokens
    for token in tokens:
        head = tokens[token.head]
        if token.dep == "nsubj" and head.lemma.lower() in saying:
            return word_key(token)
    return ""


CAVEATS: tuple[CaveatRule, ...] = (
    two_things,
    plan_and_outcome,
    two_dates,
    now_and_then,
    two_events,
    habit_and_occasion,
    two_numbers,
    two_regions,
    two_scales,
    two_bearers,
    two_scopes,
    two_speakers,
)
