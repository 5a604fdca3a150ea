"""Parsing: the model in use, and offsets that hold whatever the white space."""

from __future__ import annotations

import hypothesis
import hypothesis.strategies as st

from claimcheck.model import Sentence, Span
from claimcheck.text import parse as parsing
from claimcheck.text.parse import LONGEST_SENTENCE, check_weights, find_model, parse


def parse_one(text: str) -> Sentence:
    """Parse a text as one sentence."""
    return parse(text, [Span(0, len(text))])[0]


def test_the_model_is_the_small_english_one_of_3_8() -> None:
    """The model in use is one of the two names under which 3.8.0 is published."""
    name, version = find_model()
    assert name in parsing.MODELS
    assert version.startswith("3.8.")


def test_the_weights_are_the_official_ones() -> None:
    """All five weight files have the hashes of the official 3.8.0 release."""
    assert len(parsing.WEIGHTS) == 5
    assert check_weights() == ()


def test_tokens_know_their_place_in_the_text() -> None:
    """A token's span holds its word, also behind blanked markup and line breaks."""
    text = "Russia    invaded\n     Ukraine."
    sentence = parse_one(text)
    assert [t.span.of(text) for t in sentence.tokens] == [
        t.text for t in sentence.tokens
    ]


def test_white_space_leaves_no_trace_in_the_tree() -> None:
    """Folding white space gives the same tree as a text without it."""
    wide = parse_one("Putin  and   Kim\nmet in        Vladivostok.")
    narrow = parse_one("Putin and Kim met in Vladivostok.")
    assert [(t.text, t.dep, t.head) for t in wide.tokens] == [
        (t.text, t.dep, t.head) for t in narrow.tokens
    ]


def test_brackets_of_treebanks_are_brackets() -> None:
    """What a corpus spells -LRB- and -RRB- is parsed as the bracket it stands for."""
    text = "Ada Kovar -LRB- born 4 May 1921 -RRB- is a Greek painter ."
    spelt = parse_one(text)
    plain = parse_one("Ada Kovar (born 4 May 1921) is a Greek painter .")
    assert [(t.text, t.dep, t.head) for t in spelt.tokens] == [
        (t.text, t.dep, t.head) for t in plain.tokens
    ]
    ends = [t.span for t in spelt.tokens if t.text in ("(", ")")]
    assert ends[0].cover(ends[1]).of(text) == "-LRB- born 4 May 1921 -RRB-"


def test_a_span_is_one_sentence_to_the_parser() -> None:
    """The parser does not split what the sentence splitter left whole."""
    sentence = parse_one("He came. He saw. He won.")
    assert sum(t.dep == "ROOT" for t in sentence.tokens) == 1


def test_an_overlong_sentence_is_left_unparsed() -> None:
    """A sentence past the bound has no tokens, and the next one is still read."""
    text = "1 " * LONGEST_SENTENCE + "\n\nKim left."
    cut = text.index("Kim")
    long, short = parse(text, [Span(0, cut - 2), Span(cut, len(text))])
    assert (long.kind, long.tokens) == ("overlong", ())
    assert [t.text for t in short.tokens] == ["Kim", "left", "."]


@hypothesis.settings(max_examples=40, deadline=None)
@hypothesis.given(st.text(min_size=1, max_size=60))
def test_any_text_is_parsed_without_an_error(text: str) -> None:
    """Arbitrary text never raises, and each token stands in the text."""
    for token in parse_one(text).tokens:
        assert 0 <= token.span.start < token.span.end <= len(text)
