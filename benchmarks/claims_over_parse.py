"""
Measure the time that claims take on top of the parse, as a ratio in one run.

Prints the ratio and exits 1 when it is above the third that is allowed.
"""

from __future__ import annotations

import sys
import time

from claimcheck.text.claims import split_claims
from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences

ALLOWED = 1 / 3
ROUNDS = 5

PARAGRAPH = """
In March 2011 Norway, which had long sold gas to Germany, signed an agreement with
Poland and opened a new terminal in Stavanger.  The minister, Ana Berg, said that the
country would double its exports and that prices had fallen by 12 per cent.  When she
visited Warsaw in 2012, the two governments agreed to build a pipeline, although the
opposition had warned of its cost.  Norway's export of gas to Poland began in 2014, and
the minister's second visit to Warsaw took place a year later.  Critics of the plan,
among them fishermen and scientists, did not sign the appeal.
"""


def measure(text: str) -> tuple[float, float]:
    """Return the seconds of the parse and of the claims, the best of several."""
    spans = split_sentences(text)
    parsing, splitting = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        sentences = parse(text, spans)
        middle = time.perf_counter()
        split_claims("b", text, text, sentences, ())
        end = time.perf_counter()
        parsing.append(middle - start)
        splitting.append(end - middle)
    return min(parsing), min(splitting)


def main() -> int:
    """Print the ratio of claims to parse."""
    parsing, splitting = measure(PARAGRAPH * 20)
    ratio = splitting / parsing
    print(f"parse {parsing:.3f} s, claims {splitting:.3f} s, ratio {ratio:.2f}")
    return int(ratio > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
