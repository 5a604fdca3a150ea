"""Give a participant its role by the preposition before it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Entity, Role
from claimcheck.text.antecedents_mentions import load_words
from claimcheck.text.claims.view import View
from claimcheck.text.events import Sense

_MARKED: dict[str, Role] = {
    "by": "agent",
    "to": "goal",
    "into": "goal",
    "toward": "goal",
    "towards": "goal",
    "from": "source",
    "with": "companion",
    "along with": "companion",
    "together with": "companion",
    "alongside": "companion",
    "about": "topic",
    "over": "topic",
    "regarding": "topic",
    "as": "attribute",
    "through": "instrument",
    "via": "instrument",
    "using": "instrument",
    "against": "patient",
    "for": "other",
}

_TEMPORAL = frozenset(
    {"at", "in", "during", "by", "before", "after", "since", "until", "throughout"}
)

_LOCATIVE = frozenset(
    {"in", "at", "on", "near", "within", "outside", "inside", "across", "throughout",
     "around", "off", "beside", "between", "along", "over"}
)  # fmt: skip


def marked_role(
    view: View, markers: Sequence[int], inner: int, sense: Sense | None
) -> Role:
    """
    Name the role of the phrase headed by *inner* after the preposition *markers*.

    A date is a time whatever stands before it; then the event family's own roles hold,
    then the place reading of a locative preposition, then the usual role.
    """
    tokens = view.tree.tokens
    if view.date_at(inner):
        return "time"
    if (
        tokens[inner].lemma.lower() in load_words()["time"]["noun"]
        and tokens[markers[0]].text.lower() in _TEMPORAL
    ):
        return "time"
    word = " ".join(tokens[m].text.lower() for m in markers)
    if sense and word in sense.family.roles:
        return sense.family.roles[word]
    if is_location(view, markers[-1], inner):
        return "place"
    if tokens[markers[0]].dep == "dative":
        return "recipient"
    if word in ("by", "to", "from") and view.quantity_at(inner):
        return "amount"
    if tokens[markers[0]].dep == "agent":
        return "agent"
    if word == "by" and tokens[inner].pos in ("VERB", "AUX"):
        return "instrument"
    return _MARKED.get(word, "other")


def is_location(view: View, marker: int, inner: int) -> bool:
    """Tell whether a phrase says where: "in Oslo", "on a street"."""
    token = view.tree.tokens[inner]
    if view.tree.tokens[marker].text.lower() not in _LOCATIVE:
        return False
    placed = view.entity_at(inner)
    if placed is not None:
        return is_place(placed.value)
    if token.entity in ("GPE", "LOC", "FAC"):
        return True
    return token.lemma.lower() in load_words()["site"]["noun"]


def is_place(value: object) -> bool:
    """Tell whether a value is a country, city or site."""
    return isinstance(value, Entity) and value.type == "place"
