"""
Add up the parts of a whole that a sentence lists.

"42 people: 30 adults and 11 children" gives a whole and all its parts, and so does
"30 adults and 11 children, 42 people in all".  "Of the 120 seats, 70 went to A, 35 to B
and 20 to C" gives parts that cannot be more than the whole.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.match.checks.changes import has_scale, printed_grain
from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import join_words, say_number
from claimcheck.model import Quantity, Span, Verdict

# Between the whole and its first part: a colon, or what is counted and then a comma or
# a bracket right before the figure.
_OPENS = re.compile(
    r"^[^.;:()\d]{0,60}:\s{0,9}$"
    r"|^(?:\s+[\w'-]{1,30}){1,3}(?:\s{0,9}[,(]|\s{0,9},\s+of\s+whom|\s+[\u2013\u2014-])\s{0,9}$"
)
# "Of the 120 seats, 70 went to A, 35 to B": parts that go different ways.
_DIVIDED = re.compile(r"(?:Out of|Of)\s+(?:the|its|their|all|these|those)\s")
_GOES_TO = re.compile(r"^(?:\s+\w{1,15}){0,2}?\s+(to|for|from|by)\s")
_OPENING = 20
_OF_THE = re.compile(r"^\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)?$")
# "Seven people in all", after the parts and a comma.
_TOTAL = re.compile(
    r"^(?:\s+[\w'-]{1,30}){0,3}\s+(?:in\s+(?:all|total)|altogether|all\s+told)\b"
)
_BEFORE_TOTAL = re.compile(r"^[^;:()\d]{0,80}[,\u2013\u2014]\s{0,9}(?:or\s+)?$")
_OPEN_LIST = re.compile(r"\binclud(?:ing|es?|ed)\b|\bamong\b|\bof (?:them|whom)\b")
# What stands between two members of a list of figures: "... to A, ", "... to B and ".
JOINS = re.compile(r"^\s[^.;:()\d]{1,60}?(?P<link>,\s{0,9}and|,|\band)\s{0,9}$")
_CLOSING = re.compile(r"^,?\s*and$|^and$")
_HALF = Decimal("0.5")
_FEWEST_PARTS = 2
# People are counted with and without their unit; shares and ranks are not added up.
_COUNTED = frozenset(("", "person"))
_NEVER_ADDED = frozenset(("percent", "fold", "ordinal", "score"))
_MANTISSA = re.compile(r"\d[\d,]{0,20}(?:\.\d+)?")
# A sum that is further off is no slip, but no sum: "141 in favour, five against and 35
# abstentions" counts three groups.  A colon says that the parts follow.
ROOM = Decimal("0.1")
ROOM_AFTER_COLON = Decimal("0.5")


def check_sums(passage: Passage) -> Iterator[Result]:
    """Check wholes against the parts that are listed after or before them."""
    yield from _check_parts(passage)
    yield from _check_totals(passage)
    yield from _check_division(passage)


def _check_parts(passage: Passage) -> Iterator[Result]:
    """Check a whole against the parts listed after it."""
    exact = [q for q in passage.quantities if exact_amount(q) is not None]
    listed: set[Span] = set()
    for position, whole in enumerate(exact):
        if whole.span in listed:
            continue  # a part is not the whole of the parts after it
        rest = tuple(_added_to(whole, exact[position + 1 :]))
        parts = _parts(passage, whole, rest)
        if len(parts) < _FEWEST_PARTS:
            continue
        listed.update(p.span for p in parts)
        has_colon = _has_colon(passage, whole, parts[0])
        if not has_colon and not _is_total(whole, parts):
            continue
        room = ROOM_AFTER_COLON if has_colon else ROOM
        chosen = _chosen_of(passage, exact[:position], whole)
        yield from compare_sum(chosen or whole, parts, room)


def _chosen_of(
    passage: Passage, before: Sequence[Quantity], whole: Quantity
) -> Quantity | None:
    """Return the 61 of "61 of the 110 seats: ...", of which the list is."""
    if not before or not _OF_THE.match(passage.between(before[-1].span, whole.span)):
        return None
    return before[-1]


def _check_totals(passage: Passage) -> Iterator[Result]:
    """Check "three men and four women, seven people in all"."""
    exact = [q for q in passage.quantities if exact_amount(q) is not None]
    for position, whole in enumerate(exact):
        parts = exact[:position]
        if len(parts) < _FEWEST_PARTS or not _TOTAL.match(passage.after(whole.span)):
            continue
        if not all(_adds_to(part, whole) for part in parts):
            continue
        links = [passage.between(a.span, b.span) for a, b in itertools.pairwise(parts)]
        last = passage.between(parts[-1].span, whole.span)
        is_closed = bool(links) and all(map(JOINS.match, links))
        if is_closed and not _OPEN_LIST.search(last) and _BEFORE_TOTAL.match(last):
            yield from compare_sum(whole, parts, ROOM_AFTER_COLON)


def _check_division(passage: Passage) -> Iterator[Result]:
    """Check "of the 120 seats, 70 went to A, 35 to B and 20 to C"."""
    exact = [q for q in passage.quantities if exact_amount(q) is not None]
    whole, parts = (exact[0], exact[1:]) if exact else (None, [])
    if whole is None or len(parts) < _FEWEST_PARTS or not _DIVIDED.match(passage.text):
        return
    if whole.span.start - passage.sentence.span.start > _OPENING:
        return
    if not all(_adds_to(p, whole) and _is_bare(p, whole) for p in parts):
        return
    links = [passage.between(a.span, b.span) for a, b in itertools.pairwise(parts)]
    heads = {m[1] for p in parts if (m := _GOES_TO.match(passage.after(p.span)))}
    is_list = all(map(JOINS.match, links)) and len(heads) == 1
    amounts = [a for p in parts if (a := exact_amount(p)) is not None]
    if is_list and sum(amounts) > (exact_amount(whole) or 0):
        yield from compare_sum(whole, parts, ROOM_AFTER_COLON)


def _is_bare(part: Quantity, whole: Quantity) -> bool:
    """Tell whether a part names nothing else than what the whole counts."""
    head = part.measure_head
    return head in ("", whole.measure_head) or head.isdigit()


def _added_to(whole: Quantity, rest: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the amounts right after *whole* that are of its unit."""
    for part in rest:
        # The parts of "340 hectares: 200 of forest, ..." leave out their unit.
        is_bare = whole.kind == "measure" and not part.unit and part.kind == "count"
        if not _adds_to(part, whole) and not is_bare:
            return
        yield part


def _adds_to(part: Quantity, whole: Quantity) -> bool:
    """Tell whether two amounts are of one unit; "50 million" may leave out its own."""
    if part.unit == whole.unit or {part.unit, whole.unit} <= _COUNTED:
        return True
    return not part.unit and has_scale(part) and has_scale(whole)


def _is_total(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """
    Tell whether what is counted first may be made of what is counted then.

    "42 people, 30 adults and 11 children" are, "162 wins, 144 losses and ten ties" are
    three counts side by side.
    """
    heads = {p.measure_head for p in parts} - {whole.measure_head, ""}
    named = word_set("checks", "collectives")
    few = all(
        exact_amount(p) == 1 for p in parts
    )  # "two churches, one Methodist and one ..."
    is_counted = all(_adds_to(p, whole) for p in parts)
    return is_counted and (not heads or few or whole.measure_head in named)


def _has_colon(passage: Passage, whole: Quantity, part: Quantity) -> bool:
    return ":" in passage.between(whole.span, part.span)


def exact_amount(quantity: Quantity) -> Decimal | None:
    """Return the amount of an exact figure of things, people, money, or None."""
    low = quantity.low
    if quantity.unit in _NEVER_ADDED or quantity.kind in ("ordinal", "ratio", "age"):
        return None
    if low is None or low != quantity.high or quantity.approximate or quantity.change:
        return None
    is_whole = low == low.to_integral_value()
    return low if low > 0 and (is_whole or quantity.unit not in _COUNTED) else None


def _parts(
    passage: Passage, whole: Quantity, rest: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """Return the counts of the closed list right after *whole*, or none."""
    if not rest or not _OPENS.match(passage.between(whole.span, rest[0].span)):
        return ()
    parts = [rest[0]]
    for left, right in itertools.pairwise(rest):
        link = JOINS.match(passage.between(left.span, right.span))
        if link is None:
            return ()
        parts.append(right)
        if _CLOSING.match(link["link"]):
            break
    else:
        return ()
    listed = Span(whole.span.end, parts[-1].span.end)
    is_open = _OPEN_LIST.search(listed.of(passage.reading.document.text).lower())
    return () if is_open or not _ends_list(passage, whole, parts[-1]) else tuple(parts)


def _ends_list(passage: Passage, whole: Quantity, last: Quantity) -> bool:
    """Tell whether the list holds no verb and no further figure follows in it."""
    text = passage.after(last.span)
    clause = re.split(r"[.,;:)\u2014]", text, maxsplit=1)[0]
    end = last.span.end + len(clause)
    inside = [
        t for t in passage.sentence.tokens if whole.span.end <= t.span.start < end
    ]
    has_verb = any(t.pos in ("VERB", "AUX") and t.tag != "VBN" for t in inside)
    return not has_verb and not any(c.isdigit() for c in clause)


def compare_sum(
    whole: Quantity, parts: Sequence[Quantity], room: Decimal
) -> Iterator[Result]:
    """
    Compare a whole with what its parts make.

    Args:
        whole: An exact figure; a part that is no smaller makes no sum.
        parts: Exact figures of its unit.
        room: The share of the whole by which a sum may be off and still be meant as
            one.  With `ROOM_AFTER_COLON` what is off is a conflict, with `ROOM`
            possible.
    """
    total = exact_amount(whole)
    amounts = [a for p in parts if (a := exact_amount(p)) is not None]
    if total is None or any(amount >= total for amount in amounts):
        return
    result = sum(amounts, Decimal(0))
    if abs(result - total) > room * total:
        return
    named = join_words([p.text for p in parts])
    made = _say_like(result, whole)
    wrong: Verdict = "conflict" if room == ROOM_AFTER_COLON else "possible"
    yield Result(
        "arithmetic",
        None if abs(result - total) <= _rounding(whole, parts) else wrong,
        f"Is it {whole.text}, or as many as {named} make?",
        "parts added up",
        f"{named} make {made}; the text says {whole.text}.",
        whole.span,
        whole.text,
        made,
        tuple(p.span for p in parts),
    )


def _say_like(amount: Decimal, whole: Quantity) -> str:
    """Write an amount as another is written: "$95 million" beside "$90 million"."""
    mantissa = _MANTISSA.search(whole.text)
    if whole.unit in _COUNTED and not has_scale(whole):
        return say_number(amount)
    if mantissa is None or not whole.low:
        return f"{say_number(amount)} {whole.unit}"
    scale = whole.low / Decimal(mantissa[0].replace(",", ""))
    written = say_number((amount / scale).normalize())
    return whole.text[: mantissa.start()] + written + whole.text[mantissa.end() :]


def _rounding(whole: Quantity, parts: Sequence[Quantity]) -> Decimal:
    """Return by how much a sum may be off because its figures are rounded."""
    if whole.unit in _COUNTED and not has_scale(whole):
        return Decimal(0)
    figures = (whole, *parts)
    grain = min(printed_grain(q) for q in figures)
    return grain * _HALF * len(figures)
