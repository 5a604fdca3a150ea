"""
Write a claim's relative dates as the days they mean: "last month" as "May 2024".

A claim stands alone: whoever meets it in a search need not know when its article was
printed.  The quote keeps the article's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model import DateRange, name_period
from claimcheck.text.claims.view import Placed, View
from claimcheck.text.trees import Tree

# Tokens of a relative date.  A longer one says what it counts from ("two days after the
# vote"), and that belongs to the claim.
LONGEST = 4
# Grammatical functions of a date that says when without a preposition.
_ADVERBIAL = frozenset({"npadvmod", "advmod", "nmod", "dep", "ROOT"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "npadvmod", "poss"})
_AMID_DAY = frozenset({"morning", "afternoon", "evening", "night"})
# "Six years away from the test": the distance is what the claim says.
_DISTANCE = frozenset({"away", "off", "apart"})


def anchor_dates(view: View, words: Iterable[int]) -> dict[int, str]:
    """
    Give what is written for the tokens of the dates that do not say their year.

    Args:
        view: The sentence with its values.
        words: The claim's own tokens.

    Returns:
        For the first token of such a date, the period that it means; for its other
        tokens, nothing.  A date that no short name fits stays as it is printed.
    """
    kept = set(words)
    found: dict[int, str] = {}
    for date, tokens, before in _single_dates(view):
        own = [at for at in tokens if at in kept]
        if not own or (date.basis == "stated" and own == tokens):
            continue
        if len(tokens) > LONGEST and date.basis != "stated":
            continue
        phrase = _phrase(view.tree, date, own)
        if not phrase:
            continue
        lost = [view.tree.tokens[at].text for at in before if at not in kept]
        if _is_possessive(view.tree, own[-1] + 1):
            own.append(own[-1] + 1)
        found |= dict.fromkeys(own, "") | {own[0]: " ".join([*lost, phrase])}
    return found


def _single_dates(view: View) -> Iterator[tuple[DateRange, list[int], list[int]]]:
    """
    Yield each date with its tokens, of a range or a bound the dates it names.

    With each goes what stands before it in the bound ("since"), which a parser may take
    for a conjunction and a claim leave out.
    """
    for placed in view.dates:
        date = placed.value
        if isinstance(date, DateRange):
            for one in date.ends or (date,):
                tokens = _tokens(view.tree, placed, one)
                is_bound = len(date.ends) == 1 and tokens
                yield (
                    one,
                    tokens,
                    list(range(placed.first, tokens[0])) if is_bound else [],
                )


def _tokens(tree: Tree, placed: Placed, date: DateRange) -> list[int]:
    around = range(placed.first, placed.last + 1)
    return [at for at in around if tree.tokens[at].span.overlaps(date.span)]


def _phrase(tree: Tree, date: DateRange, own: list[int]) -> str:
    """Word the date for its place in the sentence; "" where no short name fits."""
    name = name_period(date)
    if not name or _is_rough(tree, date, own):
        return ""
    last = tree.tokens[own[-1]].text.lower()
    if last in _AMID_DAY:
        name = f"the {last} of {name}"
    possessive = _is_possessive(tree, own[-1] + 1)
    if possessive or _is_before_noun(tree, own):
        if name.startswith("the "):
            return ""
        name = f"the {name}" if possessive else name
    elif _says_when(tree, own):
        name = f"{'on' if _is_on(date) else 'in'} {name}"
    return name[0].upper() + name[1:] if own[0] == 0 else name


def _is_rough(tree: Tree, date: DateRange, own: list[int]) -> bool:
    """Tell whether a date is hedged or a distance: "around nine months ago"."""
    hedged = any(
        tree.tokens[at].head in own and tree.tokens[at].pos == "ADV"
        for at in range(max(own[0] - 2, 0), own[0])
    )
    distant = tree.tokens[own[-1]].text.lower() in _DISTANCE
    return hedged or distant or "~" in date.edtf or "?" in date.edtf


def _is_on(date: DateRange) -> bool:
    return date.first == date.last or date.grain == "weekend"


def _is_possessive(tree: Tree, at: int) -> bool:
    return at < len(tree.tokens) and tree.tokens[at].tag == "POS"


def _is_before_noun(tree: Tree, own: list[int]) -> bool:
    """Tell whether the date describes a noun after it: "the Tuesday vote"."""
    head = tree.tokens[own[-1]]
    noun = tree.tokens[head.head]
    before = head.dep in _BEFORE_NOUN and noun.index > head.index
    return before and noun.pos in ("NOUN", "PROPN") and noun.index not in own


def _says_when(tree: Tree, own: list[int]) -> bool:
    """Tell whether the date needs a preposition of its own."""
    first = tree.tokens[own[0]]
    if first.pos == "ADP":
        return True
    if own[0] and tree.tokens[own[0] - 1].pos in ("ADP", "SCONJ", "PART"):
        return False
    heads = [at for at in own if tree.tokens[at].head not in own]
    return any(
        tree.tokens[at].dep in _ADVERBIAL or tree.tokens[at].pos == "ADV"
        for at in heads or own[-1:]
    )
