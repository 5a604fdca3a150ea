"""
Turn the model's values into JSON columns and back, losing nothing.

Spans are ``[start, end]``; dates are ISO text; decimals are text, so that "1.0" does
not come back as "1".  Numbers in columns of their own are for queries only.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from claimcheck.model import Argument, DateRange, Entity, Quantity, Span, Value

Json: TypeAlias = Any  # what json.loads gives: checked by the round-trip tests


def dump_json(value: Json) -> str:
    """Return compact JSON with characters kept as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load_json(text: str) -> Json:
    """Return what `dump_json` was given, with lists for tuples."""
    return json.loads(text)


def dump_spans(spans: Sequence[Span]) -> str:
    """Return *spans* as JSON."""
    return dump_json([[s.start, s.end] for s in spans])


def load_spans(text: str) -> tuple[Span, ...]:
    """Return the spans that `dump_spans` wrote."""
    return tuple(Span(start, end) for start, end in load_json(text))


def dump_arguments(arguments: Sequence[Argument]) -> str:
    """Return *arguments* as JSON."""
    return dump_json(
        [
            {
                "role": a.role,
                "span": _pair(a.span),
                "text": a.text,
                "head": a.head,
                "keys": list(a.keys),
                "marker": a.marker,
                "resolved": a.resolved,
                "antecedent": a.antecedent and _pair(a.antecedent),
            }
            for a in arguments
        ]
    )


def load_arguments(text: str) -> tuple[Argument, ...]:
    """Return the arguments that `dump_arguments` wrote."""
    return tuple(
        Argument(
            role=a["role"],
            span=Span(*a["span"]),
            text=a["text"],
            head=a["head"],
            keys=tuple(a["keys"]),
            marker=a["marker"],
            resolved=a["resolved"],
            antecedent=Span(*a["antecedent"]) if a["antecedent"] else None,
        )
        for a in load_json(text)
    )


def dump_value(value: Value) -> str:
    """Return one value as JSON."""
    fields: dict[str, Json] = {"type": value_type(value)}
    for name in value.__dataclass_fields__:
        if name != "type":
            fields[name] = _plain(getattr(value, name))
    return dump_json(fields)


def load_value(text: str) -> Value:
    """Return the value that `dump_value` wrote."""
    fields: dict[str, Json] = load_json(text)
    kind = fields.pop("type")
    fields["span"] = Span(*fields["span"])
    if kind == "date":
        days = {n: _day(fields[n]) for n in ("first", "last")}
        return DateRange(**{**fields, **days})
    if kind == "quantity":
        names = ("low", "high", "stated_low", "stated_high")
        amounts = {n: _amount(fields[n]) for n in names}
        return Quantity(**{**fields, **amounts})
    return Entity(type=kind, **fields)


def value_type(value: Value) -> str:
    """Return "date", "quantity", "place" or "entity"."""
    if isinstance(value, DateRange):
        return "date"
    if isinstance(value, Quantity):
        return "quantity"
    return value.type


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _plain(item: object) -> Json:
    if isinstance(item, Span):
        return _pair(item)
    if isinstance(item, dt.date):
        return item.isoformat()
    if isinstance(item, Decimal):
        return str(item)
    return item


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
