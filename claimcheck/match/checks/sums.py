"""
Add up the parts of a whole that a sentence lists.

"42 people: 30 adults and 11 children" gives a whole and all its parts; "60 per cent of
exports went to A, 30 per cent to B and 20 per cent to C" gives shares that cannot be
more than all of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result, of_unit
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import say_number
from claimcheck.model import Quantity, Span, Verdict

# Between the whole and its first part: what is counted, then a colon, a comma or a
# bracket right before the figure.
_OPENS = re.compile(
    r"^\s+(?:[\w'-]+\s+){0,2}[\w'-]+(?:\s*[:,(]|\s*[:,]\s+of\s+whom|\s+[\u2013\u2014-])\s*$"
)
_OPEN_LIST = re.compile(r"\binclud(?:ing|es?|ed)\b|\bamong\b|\bof (?:them|whom)\b")
_JOINS = re.compile(r"^\s[^.;:()\d]{1,60}?(?P<link>,\s{0,9}and|,|\band)\s{0,9}$")
_CLOSING = re.compile(r"^,?\s*and$|^and$")
_PREPOSITION = re.compile(r"^\s+(to|from|for|in|by|on|at|with)\b")
_WHOLE = Decimal(100)
_HALF = Decimal("0.5")
_FEWEST_SHARES = 3
# A sum that is further off is no slip, but no sum: "141 in favour, five against and 35
# abstentions" counts three groups.  A colon says that the parts follow.
_ROOM = Decimal("0.1")
_ROOM_AFTER_COLON = Decimal("0.5")


def check_sums(passage: Passage) -> Iterator[Result]:
    """Check wholes against their listed parts, and listed shares against 100 %."""
    yield from _check_parts(passage)
    yield from _check_share_sums(passage)


def _check_parts(passage: Passage) -> Iterator[Result]:
    counts = [q for q in passage.quantities if _exact(q) is not None]
    for position, whole in enumerate(counts):
        total = _exact(whole)
        parts = _parts(passage, whole, counts[position + 1 :])
        if total is None or len(parts) < 2:  # noqa: PLR2004 - a sum has two parts
            continue
        amounts = [a for p in parts if (a := _exact(p)) is not None]
        if any(amount >= total for amount in amounts):
            continue
        result = sum(amounts, Decimal(0))
        room = _ROOM_AFTER_COLON if _has_colon(passage, whole, parts[0]) else _ROOM
        if abs(result - total) <= room * total:
            yield _compare_sum(passage, whole, total, parts, result)


def _has_colon(passage: Passage, whole: Quantity, part: Quantity) -> bool:
    return ":" in passage.between(whole.span, part.span)


def _exact(quantity: Quantity) -> Decimal | None:
    """Return the number of an exact count of things or people, or None."""
    low = quantity.low
    if quantity.unit not in ("", "person") or quantity.kind == "ordinal":
        return None
    if low is None or low != quantity.high or quantity.approximate:
        return None
    return low if low == low.to_integral_value() and low > 0 else None


def _parts(
    passage: Passage, whole: Quantity, rest: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """Return the counts of the closed list right after *whole*, or none."""
    if not rest or not _OPENS.match(passage.between(whole.span, rest[0].span)):
        return ()
    parts = [rest[0]]
    for left, right in itertools.pairwise(rest):
        link = _JOINS.match(passage.between(left.span, right.span))
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


def _compare_sum(
    passage: Passage,
    whole: Quantity,
    total: Decimal,
    parts: Sequence[Quantity],
    result: Decimal,
) -> Result:
    named = " and ".join(p.text for p in parts)
    is_colon = _has_colon(passage, whole, parts[0])
    wrong: Verdict = "conflict" if is_colon else "possible"
    return Result(
        "arithmetic",
        None if result == total else wrong,
        f"Is it {whole.text}, or as many as {named} make?",
        "parts added up",
        f"{named} make {say_number(result)}; the text says {whole.text}.",
        whole.span,
        whole.text,
        say_number(result),
        tuple(p.span for p in parts),
    )


def _check_share_sums(passage: Passage) -> Iterator[Result]:
    shares = [q for q in of_unit(passage.quantities, "percent") if not q.change]
    if len(shares) < _FEWEST_SHARES or not _has_whole(passage, shares[0]):
        return
    first = passage.between(shares[0].span, shares[1].span)
    markers = [_PREPOSITION.match(passage.after(s.span)) for s in shares[1:]]
    heads = {m[1] for m in markers if m}
    if len(heads) != 1 or not all(markers) or not heads <= set(first.split()):
        return
    links = [passage.between(a.span, b.span) for a, b in itertools.pairwise(shares)]
    if not all(_JOINS.match(link) for link in links):
        return
    amounts = [s.stated_low for s in shares if s.stated_low is not None]
    total = sum(amounts, Decimal(0))
    holds = total <= _WHOLE + _HALF * len(shares)
    named = " and ".join(s.text for s in shares)
    yield Result(
        "arithmetic",
        None if holds else "possible",
        f"Can {named} be shares of one whole?",
        "shares added up",
        f"{named} make {say_number(total)}%, and a whole has 100%.",
        shares[0].span,
        shares[0].text,
        "at most 100 %",
        tuple(s.span for s in shares[1:]),
    )


def _has_whole(passage: Passage, share: Quantity) -> bool:
    """Tell whether the first share is of a whole: "60 per cent of exports"."""
    found = re.match(
        r"\s+of\s+(?:the\s+|all\s+|its\s+|their\s+)?(?:\w+\s+)?(\w+)",
        passage.after(share.span),
    )
    wholes = word_set("checks", "wholes")
    before = passage.before(share.span, 4)
    named = found[0].split() if found else before if "of" in before else ()
    return bool(wholes & set(named))
