"""
Add up shares that are told of one whole.

"60 per cent of exports went to A, 30 per cent to B and 20 per cent to C" and "of the
vote, A took 41 per cent, B 37 per cent and C 29 per cent" are more than the whole.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result, of_unit
from claimcheck.match.checks.sums import JOINS
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import join_words, say_number
from claimcheck.model import Quantity

_NEXT_SHARE = re.compile(
    r"^[^.;:()\d]{0,30}?(?:,\s+and|,|\sand)\s+(?:[^.,;:()\d]{1,40}\s)?\\{0,2}$"
)
_PREPOSITION = re.compile(r"^\s+(to|from|for|in|by|on|at|with)\b")
_WHOLE_OF = re.compile(
    r"\s+of\s+(?:the\s+|all\s+|its\s+|their\s+)?(?:[\w'-]{1,30}\s+)?[\w'-]{1,30}"
)
_OF_WHOLE = re.compile(r"of\s+((?:[\w'-]{1,30}\s?){1,3}),")
_WHOLE = Decimal(100)
# Half a unit in the last digit of each share.
_HALF = Decimal("0.5")
_FEWEST_SHARES = 3


def check_share_sums(passage: Passage) -> Iterator[Result]:
    """Check that shares of one whole, told side by side, make no more than all."""
    shares = [q for q in of_unit(passage.quantities, "percent") if not q.change]
    if len(shares) < _FEWEST_SHARES:
        return
    if not (_are_parallel(passage, shares) or _are_exclusive(passage, shares)):
        return
    amounts = [s.stated_low for s in shares if s.stated_low is not None]
    total = sum(amounts, Decimal(0))
    holds = total <= _WHOLE + _HALF * len(shares)
    named = join_words([s.text for s in shares])
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


def _are_parallel(passage: Passage, shares: Sequence[Quantity]) -> bool:
    """Tell whether shares of one whole go different ways: "... to A, 30 % to B"."""
    links = [passage.between(a.span, b.span) for a, b in itertools.pairwise(shares)]
    if not all(map(JOINS.match, links)) or not _has_whole(passage, shares[0]):
        return False
    first = passage.between(shares[0].span, shares[1].span)
    markers = [_PREPOSITION.match(passage.after(s.span)) for s in shares[1:]]
    heads = {m[1] for m in markers if m}
    return len(heads) == 1 and all(markers) and heads <= set(first.split())


def _has_whole(passage: Passage, share: Quantity) -> bool:
    """Tell whether the first share is of a whole: "60 per cent of exports"."""
    wholes = word_set("checks", "wholes")
    return bool(wholes & _whole_words(passage, share))


def _are_exclusive(passage: Passage, shares: Sequence[Quantity]) -> bool:
    """Tell whether each share goes to one alone: "of the vote, A took 40 %, B 30 %"."""
    links = [passage.between(a.span, b.span) for a, b in itertools.pairwise(shares)]
    named = _whole_words(passage, shares[0])
    return all(map(_NEXT_SHARE.match, links)) and bool(
        word_set("checks", "exclusive_wholes") & named
    )


def _whole_words(passage: Passage, share: Quantity) -> frozenset[str]:
    """Return the words that name the whole of a share, right after it or before it."""
    found = _WHOLE_OF.match(passage.after(share.span))
    if found:
        return frozenset(found[0].split())
    head = passage.text[: share.span.start - passage.sentence.span.start].lower()
    opening = _OF_WHOLE.match(head)
    return frozenset(opening[1].split()) if opening else frozenset()
