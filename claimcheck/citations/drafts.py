"""A reference while it is read, and the words that more than one step looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimcheck.model import Span

ACCESS_WORD = re.compile(
    r"\b(?:last\s)?(?:site\s)?(?:accessed|retrieved|viewed|consulted|visited|read)\b"
    r"(?:\sand\sdata\sretrieved)?(?:\s(?:on|in))?:?\s*",
    re.IGNORECASE,
)
IMPRINT = re.compile(r"\((?P<body>[^()]{2,200})\)")
# What is said about a source, not what it stands in.
STATUS = re.compile(
    r"(?:currently\s|now\s|since\s)?(?:discontinued|defunct|offline|unavailable|archived)"
    r"|in press|forthcoming|unpublished(?: manuscript)?|sec\..*"
    r"|available (?:at|from|online).*",
    re.IGNORECASE,
)


@dataclass
class Draft:
    """
    Collect the fields of one reference while it is read.

    *taken* are the stretches that are already read as something; it lives only inside
    `claimcheck.citations.references` and becomes a frozen ``Reference`` there.
    """

    text: str
    span: Span
    csl: dict[str, object] = field(default_factory=dict)
    spans: list[tuple[str, Span]] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)

    def put(self, name: str, value: object, span: Span) -> None:
        """Set a field and the words it was read from."""
        self.csl[name] = value
        self.spans.append((name, span))
        self.taken.append(span)

    def is_taken(self, span: Span) -> bool:
        """Tell whether some of the words were already read as something."""
        return any(span.overlaps(each) for each in self.taken)
