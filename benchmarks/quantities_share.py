"""
Measure what reading quantities costs beside the parse, as one ratio.

Both stages read the same text in one process, so that the ratio does not depend on the
machine.  Reading all values may cost at most a quarter of the parse; quantities are one
of four kinds of value.

Usage:
    python benchmarks/quantities_share.py [FILE ...]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck.text.masking import mask
from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences
from claimcheck.values.quantities import extract_quantities

CORPUS = Path(__file__).parent.parent / "corpus"
RUNS = 3
MOST = 0.10


def best_of(work: Callable[[], object]) -> float:
    """Return the shortest processor time of `RUNS` runs, in seconds."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def main(arguments: list[str]) -> int:
    """Print the ratio; return 1 when it is above `MOST`."""
    files = [Path(name) for name in arguments] or sorted(CORPUS.glob("*.md"))
    texts = [mask(file.read_text(encoding="utf-8")) for file in files]
    spans = [split_sentences(text) for text in texts]
    pairs = list(zip(texts, spans, strict=True))
    parsed = [parse(text, sentences) for text, sentences in pairs]
    parsing = best_of(lambda: [parse(text, sentences) for text, sentences in pairs])
    reading = best_of(
        lambda: [
            extract_quantities(text, (), sentences)
            for text, sentences in zip(texts, parsed, strict=True)
        ]
    )
    ratio = reading / parsing
    print(f"quantities / parse: {ratio:.3f}  ({reading:.3f} s / {parsing:.3f} s)")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
