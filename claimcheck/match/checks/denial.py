"""
Find what one article both states and denies.

Only plain statements in nearly the same words are compared, of the same time and with
the same figures: what was not signed in May may well be signed in June.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.match.checks.passage import Result
from claimcheck.match.pairs.alignment import Alignment, align
from claimcheck.match.pairs.caveats import Clash, find_caveat, is_planned
from claimcheck.match.pairs.polarity import find_denied, is_limited
from claimcheck.match.pairs.statements import Statement, build_statements
from claimcheck.model import Reading

# Statements that share the denied word; more of them are a topic, not a slip.
_MOST_SHARING = 12
_COVERED = 0.9
_FEWEST_UNITS = 3


def check_denials(reading: Reading) -> Iterator[Result]:
    """Check each denial of an article against what the article states."""
    statements = [s for s in build_statements(reading) if _is_plain(s)]
    stating: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if not statement.denials:
            for key in statement.keys:
                stating[key].append(statement)
    for denial in statements:
        if denial.denials != 1:
            continue
        for key in sorted(denial.negated):
            sharing = stating[key]
            found = [s for s in sharing[:_MOST_SHARING] if _contradicts(denial, s)]
            if found and len(sharing) <= _MOST_SHARING:
                yield _result(denial, found[0])
                break


def _is_plain(statement: Statement) -> bool:
    """Tell whether a sentence names whom it is about and states without a limit."""
    tokens = statement.sentence.tokens
    is_named = any(u.kind == "name" for u in statement.units)
    return (
        is_named
        and len(statement.units) >= _FEWEST_UNITS
        and not is_limited(statement)
        and not is_planned(statement)
        and not any(t.text in ('"', "\u201c", "\u201d", "?", "``") for t in tokens)
        and not any(t.pos == "PRON" and t.dep == "nsubj" for t in tokens)
    )


def _contradicts(denial: Statement, other: Statement) -> bool:
    forth = align(denial, other, frozenset())
    back = align(other, denial, frozenset())
    if min(forth.coverage, back.coverage) < _COVERED:
        return False
    if not find_denied(forth) or not find_denied(back):
        return False
    return not _is_explained(forth, back)


def _is_explained(forth: Alignment, back: Alignment) -> bool:
    return find_caveat(Clash(forth, back, "polarity")) is not None


def _result(denial: Statement, other: Statement) -> Result:
    words = [" ".join(t.text for t in s.sentence.tokens) for s in (denial, other)]
    return Result(
        "polarity",
        "possible",
        "Is it so, or is it not?",
        "stated and denied",
        "the article denies in one sentence what it states in another.",
        denial.sentence.span,
        words[0],
        words[1],
        (other.sentence.span,),
    )
