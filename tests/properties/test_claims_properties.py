"""What holds for the claims of any text."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.model import Claim
from claimcheck.text.claims import split_claims
from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences

_WORDS = st.sampled_from(
    ["Peru", "Chile", "Ana Silva", "she", "it", "they", "its", "who", "which", "that",
     "signed", "said", "met", "was", "did not", "failed to", "will", "leave", "and",
     "or", "but", "in 1999", "the treaty", "a visit to", "invasion of", "'s", ",", ".",
     "(", ")", "\u201c", "\u201d", "if", "when", "between", "according to", "such as",
     "no", "two", "leaders", "there", ";", ":", "\u2014", "\n\n"]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=30).map(" ".join)
_SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

# Words a restatement may put in: auxiliaries, the complementiser, "in" for "where" and
# the article that agrees with its noun.
_PUT_IN = {"was", "were", "is", "are", "has", "does", "that", "in", "s", "a", "an"}


def _read(text: str) -> tuple[Claim, ...]:
    return split_claims("p", text, text, parse(text, split_sentences(text)), ())


@_SLOW
@given(_TEXTS)
def test_quotes_and_words_stand_in_the_text(text: str) -> None:
    """Quotes are slices of the text; words and arguments lie where they say."""
    for claim in _read(text):
        assert claim.quote == text[claim.span.start : claim.span.end]
        assert all(claim.span.contains(w) for w in claim.words)
        assert list(claim.words) == sorted(claim.words)
        assert claim.trigger.end <= len(text)
        assert all(a.span.end <= len(text) for a in claim.arguments)


@_SLOW
@given(_TEXTS)
def test_splitting_is_deterministic_and_without_duplicates(text: str) -> None:
    """The same text gives the same claims, each once."""
    claims = _read(text)
    assert claims == _read(text)
    assert len({c.id for c in claims}) == len(claims)


@_SLOW
@given(_TEXTS)
def test_restatement_says_only_words_of_the_article(text: str) -> None:
    """Each content word of a restated claim is in its article."""
    known = set(re.findall(r"\w+", text.casefold())) | _PUT_IN
    for claim in _read(text):
        assert set(re.findall(r"\w+", claim.text.casefold())) <= known


@_SLOW
@given(st.text(max_size=200))
def test_arbitrary_text_never_raises(text: str) -> None:
    """Any string is read without an error."""
    assert all(c.text for c in _read(text))
