"""Turn frames into claims: spans, arguments with their keys, values and ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from claimcheck.model import Argument, Claim, Entity, Span, Value
from claimcheck.text.claims.frames import Frame, Slot
from claimcheck.text.claims.restatement import fill_punctuation, write_out
from claimcheck.text.claims.tree import cover, runs
from claimcheck.text.claims.view import View


def build_claims(
    view: View,
    frames: list[Frame],
    document_id: str,
    text: str,
    visible: str,
    sentence: int,
) -> Iterator[Claim]:
    """Yield the claim of each frame, in order, each id once."""
    seen = set()
    for frame in frames:
        claim = _build_claim(view, frame, document_id, text, visible, sentence)
        if claim.id not in seen and claim.text:
            seen.add(claim.id)
            yield claim


def _build_claim(
    view: View, frame: Frame, document_id: str, text: str, visible: str, sentence: int
) -> Claim:
    tree = view.tree
    own = [w for w in frame.order if isinstance(w, int)]
    words = fill_punctuation(tree, own)
    span = cover(tree, words)
    parts = runs(tree, words)
    order = _punctuated(frame.order, words)
    restated = write_out(tree, visible, order, frame.spoken)
    arguments = tuple(_argument(view, slot, frame, visible) for slot in frame.slots)
    key = "\x1f".join(
        (document_id, f"{span.start}:{span.end}", frame.predicate, restated)
    )
    speaker = frame.speaker
    return Claim(
        id="b2:" + hashlib.blake2b(key.encode(), digest_size=16).hexdigest(),
        document_id=document_id,
        span=span,
        quote=span.of(text),
        words=parts if len(parts) > 1 else (),
        text=restated,
        predicate=frame.predicate,
        trigger=tree.tokens[frame.trigger].span,
        arguments=arguments,
        polarity=frame.polarity,
        modality=frame.modality,
        attributed_to=(
            write_out(tree, visible, speaker.words, frame.spoken) if speaker else None
        ),
        values=_values(view, set(words)),
        sentence=sentence,
    )


def _punctuated(
    order: tuple[int | str, ...], words: tuple[int, ...]
) -> tuple[int | str, ...]:
    """Put marks back between neighbours of the restatement."""
    marks = set(words) - {w for w in order if isinstance(w, int)}
    written: list[int | str] = []
    for item in order:
        last = written[-1] if written else None
        if (
            isinstance(item, int)
            and isinstance(last, int)
            and item == last + 2
            and last + 1 in marks
        ):
            written.append(last + 1)
        written.append(item)
    return tuple(written)


def _argument(view: View, slot: Slot, frame: Frame, visible: str) -> Argument:
    tree = view.tree
    words = slot.phrase.words
    date = view.date_at(slot.phrase.head) if slot.role == "time" else None
    span = date.value.span if date else cover(tree, words)
    head = tree.tokens[slot.phrase.head]
    return Argument(
        role=slot.role,
        span=span,
        text=date.value.span.of(visible)
        if date
        else write_out(tree, visible, words, frame.spoken),
        head=head.lemma.lower() if head.pos != "PROPN" else head.text,
        keys=_keys(view, slot),
        marker=" ".join(tree.tokens[m].text.lower() for m in slot.marker),
        resolved=head.pos != "PRON",
    )


def _keys(view: View, slot: Slot) -> tuple[str, ...]:
    heads = [slot.phrase.head]
    words = set(slot.phrase.words)
    for at in heads:
        heads.extend(c for c in view.tree.kids(at, "conj") if c in words)
    found: dict[str, Span] = {}
    for at in heads:
        placed = view.entity_at(at)
        if placed and isinstance(placed.value, Entity):
            found.setdefault(placed.value.key, placed.value.span)
    return tuple(sorted(found, key=lambda key: found[key]))


def _values(view: View, words: set[int]) -> tuple[Value, ...]:
    placed = (*view.dates, *view.quantities, *view.entities)
    inside = [p for p in placed if p.head in words]
    inside.sort(key=lambda p: (p.first, p.last))
    return tuple(p.value for p in inside)
