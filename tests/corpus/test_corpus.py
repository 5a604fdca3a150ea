"""What ``claimcheck check corpus/`` must and must not report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from expected_findings import (
    Json,
    Quote,
    answer_lines,
    are_apart,
    are_linked,
    compare,
    read_expectations,
    run_claimcheck,
    same_speaker,
)

ROOT = Path(__file__).resolve().parents[2]
FLOORS: Json = json.loads((ROOT / "tests" / "floors.json").read_text("utf-8"))["corpus"]
EXPECTED: Json = json.loads(
    (Path(__file__).parent / "expectations.json").read_text("utf-8")
)
TEXTS: Mapping[str, str] = {
    path.stem: path.read_text("utf-8") for path in sorted((ROOT / "corpus").glob("*"))
}


def expected_quotes() -> Iterator[Quote]:
    """Yield every (article, words) pair of the expectations."""
    for finding in EXPECTED["findings"]:
        for position in finding["positions"]:
            yield from (tuple(quote) for quote in position)
    for agreement in EXPECTED["agreements"]:
        yield from (tuple(quote) for quote in agreement["claims"])
    for pair in EXPECTED["unflagged"]:
        yield tuple(pair["left"])
        yield tuple(pair["right"])
    listed = ("defects", "claims", "not_claimed")
    for item in (item for name in listed for item in EXPECTED[name]):
        yield item["article"], item["quote"]
    for reprint in EXPECTED["reprints"]:
        yield from ((article, reprint["quote"]) for article in reprint["articles"])


def prose_of(text: str) -> str:
    """Return *text* with its front matter blanked, so that offsets stay."""
    end = text.index("\n---", 3) + len("\n---")
    return " " * end + text[end:]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """Return the report on the corpus, made in a new database."""
    database = tmp_path_factory.mktemp("corpus") / "claims.db"
    return run_claimcheck(
        "check", str(ROOT / "corpus"), "--db", str(database), "--format", "json"
    )


@pytest.fixture(scope="module")
def claims() -> Mapping[str, list[Json]]:
    """Return the claims of every article that the expectations ask for."""
    articles = sorted({item["article"] for item in EXPECTED["claims"]})
    items = [{"id": name, "text": prose_of(TEXTS[name])} for name in articles]
    return {row["id"]: row["claims"] for row in answer_lines("explain", items)}


@pytest.mark.parametrize("quote", sorted(set(expected_quotes())))
def test_expected_quote_stands_once_in_its_article(quote: Quote) -> None:
    """Every expectation quotes words that stand exactly once in their article."""
    article, words = quote
    assert TEXTS[article].count(words) == 1


def test_every_article_has_expectations() -> None:
    """Each article of the corpus has something that must or must not be found in it."""
    assert {article for article, _ in expected_quotes()} == set(TEXTS)


def test_every_article_is_of_newspaper_length() -> None:
    """Each article has between 250 and 600 words, front matter and notes aside."""
    bodies = {
        name: text.split("---", 2)[2].split("## Notes")[0]
        for name, text in TEXTS.items()
    }
    lengths = {name: len(body.split()) for name, body in bodies.items()}
    assert {name: n for name, n in lengths.items() if not 250 <= n <= 600} == {}


def test_every_article_is_ingested_with_its_metadata(report: Json) -> None:
    """Title, authors and date of each article come from its front matter."""
    documents = {Path(d["source"]).stem: d for d in report["documents"]}
    assert set(TEXTS) == set(documents)
    for document in documents.values():
        assert document["title"]
        assert document["authors"]
        assert document["published"]
        assert "front matter" in document["published_from"]


def test_every_reported_quote_stands_in_its_source(report: Json) -> None:
    """No position of a finding and no agreement misquotes its article."""
    groups = [
        *(p["claims"] for f in report["findings"] for p in f["positions"]),
        *(agreement["claims"] for agreement in report["agreements"]),
    ]
    wrong = [
        claim["id"]
        for group in groups
        for claim in group
        if TEXTS[Path(claim["source"]).stem][claim["start"] : claim["end"]]
        != claim["quote"]
    ]
    assert wrong == []


def test_expected_findings_are_reported(report: Json) -> None:
    """The report has the expected findings, as many as the floor asks for."""
    expectations = read_expectations(EXPECTED["findings"])
    outcome = compare(report["findings"], expectations, TEXTS)
    assert len(outcome.met) >= FLOORS["findings"], f"missed: {outcome.missed}"


def test_unexpected_findings_stay_under_their_ceiling(report: Json) -> None:
    """What is reported without being expected is a false alarm, and those are few."""
    expectations = read_expectations(EXPECTED["findings"])
    outcome = compare(report["findings"], expectations, TEXTS)
    listing = "\n".join(outcome.unexpected)
    assert len(outcome.unexpected) <= FLOORS["unexpected_at_most"], listing


@pytest.mark.parametrize("pair", EXPECTED["unflagged"], ids=lambda pair: pair["id"])
def test_pair_that_only_differs_is_not_flagged(report: Json, pair: Json) -> None:
    """Words that differ for a good reason never face each other in a finding."""
    left, right = tuple(pair["left"]), tuple(pair["right"])
    assert not are_apart(report["findings"], left, right, TEXTS), pair["reason"]


def test_expected_agreements_are_linked(report: Json) -> None:
    """The report links sources that agree, as many as the floor asks for."""
    missed = [
        item["id"]
        for item in EXPECTED["agreements"]
        if not are_linked(report, [tuple(q) for q in item["claims"]], TEXTS)
    ]
    met = len(EXPECTED["agreements"]) - len(missed)
    assert met >= FLOORS["agreements"], f"missed: {missed}"


def test_reprint_is_no_second_witness(report: Json) -> None:
    """No more paragraphs printed alike are counted as agreement than have been."""
    linked = [
        reprint["id"]
        for reprint in EXPECTED["reprints"]
        if are_linked(
            report, [(a, reprint["quote"]) for a in reprint["articles"]], TEXTS
        )
    ]
    assert len(linked) <= FLOORS["reprints_linked_at_most"], linked


def test_defects_of_the_notes_are_reported(report: Json) -> None:
    """The slips in the notes are reported, each with one of its kinds."""
    reported = {
        (kind["kind"], str(kind["note"]))
        for defect in report["citation_defects"]
        for kind in (defect, *defect.get("covers", []))
    }
    kinds = {kind for kind, _ in reported}
    missed = [d for d in EXPECTED["defects"] if not kinds & set(d["kinds"])]
    met = len(EXPECTED["defects"]) - len(missed)
    assert met >= FLOORS["defects"], f"missed: {missed}"


def stands_at_words_of(claim: Json, item: Json) -> bool:
    """Tell whether *claim* overlaps the item's words and has its predicate."""
    start = TEXTS[item["article"]].index(item["quote"])
    end = start + len(item["quote"])
    predicate = item.get("predicate", claim["predicate"])
    overlaps = claim["start"] < end and start < claim["end"]
    return bool(overlaps and claim["predicate"] == predicate)


def is_read_as(claim: Json, item: Json) -> bool:
    """Tell whether *claim* stands at the item's words and is read as it says."""
    return (
        stands_at_words_of(claim, item)
        and all(claim[key] == item[key] for key in ("polarity", "modality"))
        and same_speaker(claim["attributed_to"], item["attributed_to"])
    )


@pytest.mark.parametrize(
    "item", EXPECTED["not_claimed"], ids=lambda item: item["predicate"]
)
def test_what_is_denied_is_not_claimed(
    claims: Mapping[str, list[Json]], item: Json
) -> None:
    """No article is made to say what it reports as denied."""
    affirmed = [
        claim["text"]
        for claim in claims[item["article"]]
        if stands_at_words_of(claim, item)
        and claim["polarity"] == "affirmed"
        and claim["modality"] == "asserted"
        and claim["attributed_to"] is None
    ]
    assert affirmed == []


def test_expected_claims_are_read(claims: Mapping[str, list[Json]]) -> None:
    """Claims are read with their polarity, modality and speaker, as the floor asks."""
    missed = [
        item["quote"]
        for item in EXPECTED["claims"]
        if not any(is_read_as(claim, item) for claim in claims[item["article"]])
    ]
    met = len(EXPECTED["claims"]) - len(missed)
    assert met >= FLOORS["claims"], f"missed: {missed}"
