"""Split the sentences of a document into claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.model import Claim, Entity, Sentence, Value
from claimcheck.text.antecedents import find_antecedents
from claimcheck.text.claims.assembly import build_claims
from claimcheck.text.claims.predicates import read_clauses
from claimcheck.text.claims.descriptions import read_descriptions
from claimcheck.text.claims.nominals import read_nominals
from claimcheck.text.claims.repairs import repair
from claimcheck.text.claims.view import build_view


def split_claims(
    document_id: str,
    text: str,
    visible: str,
    sentences: Sequence[Sentence],
    values: Sequence[Value],
) -> tuple[Claim, ...]:
    """
    Split the sentences of a document into atomic claims.

    Args:
        document_id: The document's id; it enters the ids of the claims.
        text: The document's text: quotes are slices of it.
        visible: The same text with markup blanked, of the same length.
        sentences: Parsed sentences; only those of kind "prose" make claims.
        values: Dates, quantities and entities of the document, by start.

    Returns:
        Claims in the order of their sentences, and within one by trigger.
    """
    sentences = [repair(sentence) for sentence in sentences]
    entities = [value for value in values if isinstance(value, Entity)]
    references = find_antecedents(visible, sentences, entities)
    starts = [value.span.start for value in values]
    claims: list[Claim] = []
    for number, sentence in enumerate(sentences):
        if sentence.kind != "prose" or not sentence.tokens:
            continue
        inside = values[
            bisect_left(starts, sentence.span.start) : bisect_left(
                starts, sentence.span.end
            )
        ]
        view = build_view(sentence, inside, number, references)
        clauses = read_clauses(view)
        supported = frozenset(frame.trigger for frame in clauses)
        nominals = read_nominals(view, supported)
        frames = [*clauses, *nominals, *read_descriptions(view)]
        frames.sort(key=lambda frame: frame.trigger)
        claims.extend(build_claims(view, frames, document_id, text, visible))
    return tuple(claims)
