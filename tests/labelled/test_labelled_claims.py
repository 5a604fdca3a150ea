"""The sample of 120 sentences with their claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from expected_findings import Json
from labelled_frames import FrameScore, bare, score_item, total
from labelled_samples import LABELLED, read_lines, score_frames

FLOORS: Json = json.loads((LABELLED.parent / "floors.json").read_text("utf-8"))[
    "claims"
]
CORPUS = LABELLED.parents[1] / "corpus"


@pytest.fixture(scope="module")
def scores() -> dict[str, FrameScore]:
    """Return the score of every item."""
    return score_frames()


def test_sample_has_120_sentences_from_seven_fields() -> None:
    """The sample is as large and as mixed as it says."""
    items = read_lines("claims")
    fields = {item["id"].rsplit("-", 1)[0] for item in items}
    assert (len(items), len(fields)) == (120, 7)


def test_labelled_words_stand_in_the_text() -> None:
    """Every word of a labelled subject, object, time or place is in its item."""
    missing = [
        (item["id"], words)
        for item in read_lines("claims")
        for label in item["claims"]
        for key in ("objects", "time", "place", "subject")
        for words in ([label[key]] if key == "subject" else label.get(key, []))
        for word in words.removesuffix("'s").split()
        if word.removesuffix("'s") not in item.get("context", "") + item["text"]
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The United States", "united states"),
        ("in the 1980s", "1980s"),
        ("against the resolution.", "resolution"),
        ("Aune\u2019s yard", "aune's yard"),
        ("to", "to"),
    ],
)
def test_small_words_are_put_aside(words: str, expected: str) -> None:
    """Phrases are compared without articles, leading prepositions and case."""
    assert expected == bare(words)


def test_exact_frame_is_counted_once() -> None:
    """A simple sentence read right scores one of one."""
    item = {
        "text": "Vestria invaded Norland in 1911.",
        "claims": [
            {
                "subject": "Vestria",
                "predicate": "invade",
                "objects": ["Norland"],
                "time": ["1911"],
            }
        ],
    }
    assert FrameScore(1, 1, 1, 0, 0) == score_item(item)


def test_wrong_label_is_not_met() -> None:
    """A frame with another subject, polarity or time is not exact."""
    label = {"subject": "Vestria", "predicate": "invade", "objects": ["Norland"]}
    for change in ({"subject": "Norland"}, {"polarity": "negated"}, {"time": ["1912"]}):
        item = {"text": "Vestria invaded Norland.", "claims": [label | change]}
        assert score_item(item).exact == 0


def test_exact_frames_reach_their_floor(scores: dict[str, FrameScore]) -> None:
    """F1 of exact frames over the sample is no lower than it has been."""
    assert total(list(scores.values())).f1 >= FLOORS["exact_frames_f1"]


def test_antecedents_reach_their_floor(scores: dict[str, FrameScore]) -> None:
    """As many pronouns are resolved as have been."""
    reached = total(list(scores.values()))
    share = reached.antecedents_met / reached.antecedents
    assert share >= FLOORS["antecedents_recall"]


def test_corpus_sentences_come_from_the_corpus() -> None:
    """The first field quotes the corpus for the most part, shortened at times."""
    texts = " ".join(path.read_text("utf-8") for path in Path(CORPUS).glob("*.md"))
    items = [i for i in read_lines("claims") if i["id"].startswith("corpus-")]
    whole = [item for item in items if item["text"].rstrip(".") in texts]
    assert len(whole) >= len(items) // 2
