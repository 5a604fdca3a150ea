"""Lint rules: each slip in a list made for it, beside a list without it."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.citations import (
    RULES,
    filter_defects,
    find_notes,
    lint_notes,
    summarize_notes,
)
from claimcheck.model import Defect, Document

DATA = Path(__file__).parent.parent / "data" / "citations"
HEAD = "\n\n## Notes\n\n"


def article(passages: list[str], notes: list[str]) -> str:
    """Write one sentence a note, each with its raised marker."""
    body = " ".join(f"{words}<sup>{n}</sup>" for n, words in enumerate(passages, 1))
    return body + HEAD + "".join(f"{n}. {words}\n" for n, words in enumerate(notes, 1))


def lint(text: str) -> list[Defect]:
    """Lint a text that is a whole document."""
    document = Document(id="b2:0", source="a.md", text=text)
    return list(lint_notes(document, find_notes(text)))


def press(title: str, date: str, url: str = "", author: str = "Ann Roe") -> str:
    """Write a press article as a Chicago note."""
    return f"{author}, “{title},” *Valley Herald*, {date}" + (
        f", <{url}>" if url else ""
    )


CASES = tomllib.loads((DATA / "slips.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["slip"], ids=lambda case: case["why"])
def test_slip_is_reported(case: dict[str, Any]) -> None:
    """A slip is reported once, as its kind, at its words."""
    defects = lint(article(case["passages"], case["notes"]))
    assert [case["quote"]] == [d.quote for d in defects if d.kind == case["kind"]]


@pytest.mark.parametrize("case", CASES["clean"], ids=lambda case: case["why"])
def test_clean_note_is_left_alone(case: dict[str, Any]) -> None:
    """What only looks like a slip is not reported."""
    defects = lint(article(case["passages"], case["notes"]))
    assert [] == [(defect.kind, defect.quote) for defect in defects]


def test_one_slip_of_numbering_is_one_defect() -> None:
    """Two numbers typed wrong explain the duplicates and the notes nothing cites."""
    subjects = (
        "rain",
        "hail",
        "snow",
        "wind",
        "fog",
        "frost",
        "sleet",
        "storms",
        "heat",
    )
    order = [1, 2, 7, 8, 5, 6, 7, 8, 9]
    body = " ".join(
        f"There was {subjects[at]}.<sup>{number}</sup>"
        for at, number in enumerate(order)
    )
    notes = "".join(
        f"{n}. Ann Roe, “Of {word.title()},” *Sky*, {n} May 2019.\n"
        for n, word in enumerate(subjects, 1)
    )
    defects = lint(body + HEAD + notes)
    assert [("7", "marker-out-of-order", "high")] == [
        (d.note, d.kind, d.severity) for d in defects
    ]
    assert {
        ("8", "marker-out-of-order"),
        ("7", "marker-duplicate"),
        ("8", "marker-duplicate"),
        ("3", "note-uncited"),
        ("4", "note-uncited"),
    } == set(defects[0].covers)
    assert "7, 8 typed for 3, 4" in defects[0].why
    assert "fit the passage better" in defects[0].why


def test_marker_without_note_and_note_without_marker() -> None:
    """An undefined marker and an uncited note are found when all others match."""
    notes = "".join(f"{n}. Ann Roe, “Rain {n},” 2019.\n" for n in range(1, 6))
    body = "A.[1] B.[2] C.[3] D.[4] E.[9]"
    kinds = [(d.note, d.kind) for d in lint(body + HEAD + notes)]
    assert ("5", "note-uncited") in kinds
    assert {"marker-undefined", "marker-out-of-order"} & {kind for _, kind in kinds}


def test_reused_numbers_are_a_style() -> None:
    """Vancouver lists cite one number again and again; that is no slip."""
    notes = "".join(f"{n}. Ann Roe, “Rain {n},” 2019.\n" for n in range(1, 6))
    body = "A.[1] B.[2] C.[1] D.[3] E.[2] F.[4] G.[5] H.[1]"
    assert [] == lint(body + HEAD + notes)


def test_numbers_that_start_again_are_not_counted() -> None:
    """Chapters whose notes start again at 1 are left alone."""
    chapter = (
        "A.<sup>1</sup> B.<sup>2</sup>" + HEAD + "1. Ann Roe, 2019.\n2. Bo Lee, 2018.\n"
    )
    assert [] == lint(chapter + "\n## Part two\n\n" + chapter)


def test_a_year_that_the_list_does_not_have() -> None:
    """An author-date citation of a listed author with another year has no entry."""
    text = (
        "A (Bee, 2018). B (Bee, 2019a). C (Cee, 2017). D (Dee, 2016). (May 2019)\n\n"
        "## References\n\nBee, A. (2019a). *Rain*. Harbour Press.\n\n"
        "Cee, D. (2017). *Hail*. Harbour Press.\n\n"
        "Dee, P. (2016). *Snow*. Harbour Press.\n"
    )
    assert [("Bee 2018", "marker-undefined")] == [(d.note, d.kind) for d in lint(text)]


def test_a_day_apart_from_its_year() -> None:
    """Chicago's author-date order parts the day from the year; both are the date."""
    entry = (
        "Roe, Ann. 2014. “Rain.” *Valley Herald*, May 6. https://h.example/2014/06/05/r"
    )
    text = f"It fell (Roe 2014).\n\n## References\n\n{entry}.\n"
    (defect,) = lint(text)
    assert ("date-url-mismatch", "May 6") == (defect.kind, defect.quote)
    assert defect.suggestion == "Change May 6, 2014 to June 5, 2014."


def test_a_systematic_swap_gets_a_line() -> None:
    """When exchange explains every conflict, one line says so."""
    dates = [
        ("May 6, 2014", "2014/06/05"),
        ("July 4, 2022", "2022/04/07"),
        ("March 10, 2022", "2022/10/03"),
    ]
    text = article(
        ["It rained."] * 3,
        [press("Rain", day, f"https://h.example/{at}/r") for day, at in dates],
    )
    document = Document(id="b2:0", source="a.md", text=text)
    notes = find_notes(text)
    (line,) = summarize_notes(document, notes)
    assert line.startswith("3 of the 3 conflicting notes with a day up to 12")
    assert ["Change May 6, 2014 to June 5, 2014."] == [
        d.suggestion for d in lint_notes(document, notes)
    ][:1]


def test_a_full_repeat_beside_short_forms() -> None:
    """A list that knows short forms and repeats a source in full is inconsistent."""
    full = "Ann Roe, “Rain and Its Causes,” *Sky* 24, no. 2 (2015): 76."
    text = article(
        ["A fell.", "B fell.", "C fell."],
        [full, "Roe, “Rain and Its Causes,” 80.", full],
    )
    assert [("3", "duplicate-citation")] == [(d.note, d.kind) for d in lint(text)]


@pytest.mark.parametrize("case", CASES["slip"], ids=lambda case: case["why"])
def test_line_ends_make_no_difference(case: dict[str, Any]) -> None:
    """A file with carriage returns has the same defects."""
    text = article(case["passages"], case["notes"])
    windows = lint(text.replace("\n", "\r\n"))
    assert [(d.note, d.kind) for d in lint(text)] == [(d.note, d.kind) for d in windows]


def test_a_source_younger_than_its_article() -> None:
    """A source dated after the article is a slip; a last revision is not."""
    text = article(
        ["It rained.", "It poured."],
        [press("Rain", "March 4, 2022"), press("Hail", "December 6, 2022")],
    )
    published = dt.date(2022, 6, 20)
    document = Document(id="b2:0", source="a.md", text=text, published=published)
    (defect,) = lint_notes(document, find_notes(text))
    assert ("2", "date-context-mismatch") == (defect.note, defect.kind)
    assert defect.suggestion == "Change it to June 12, 2022."


def test_many_low_defects_of_one_cause_are_one() -> None:
    """A converter's escapes are one defect that covers every note it touched."""
    notes = [rf"Ann Roe, “Rain {n},” 2018, http://h.example/a\_{n}" for n in range(5)]
    (defect,) = lint(article(["It rained."] * 5, notes))
    assert ("1", "url-escape") == (defect.note, defect.kind)
    assert [(str(n), "url-escape") for n in range(2, 6)] == list(defect.covers)


def test_comments_silence_defects() -> None:
    """A comment silences its line, the next line, and only the kinds it names."""
    note = press(
        "Rain in Spain | Valley Herald", "May 6, 2014", "https://h.example/2014/06/05/r"
    )
    text = article(["It rained."], [note])
    assert ["title-site-name", "date-url-mismatch"] == [d.kind for d in lint(text)]
    assert [] == lint(text.replace(note, note + " <!-- claimcheck:ignore -->"))
    above = text.replace("1. Ann", "<!-- claimcheck:ignore title-site-name -->\n1. Ann")
    assert ["date-url-mismatch"] == [d.kind for d in lint(above)]


def test_filter_keeps_rules_and_drops_ignored() -> None:
    """``--rule`` keeps kinds, ``--ignore`` drops them."""
    note = press(
        "Rain in Spain | Valley Herald", "May 6, 2014", "https://h.example/2014/06/05/r"
    )
    defects = lint(article(["It rained."], [note]))
    kept = filter_defects(defects, rules=["title-site-name"])
    assert ["title-site-name"] == [d.kind for d in kept]
    dropped = filter_defects(defects, ignore=["title-site-name"])
    assert ["date-url-mismatch"] == [d.kind for d in dropped]


def test_every_rule_has_a_slip_or_a_test() -> None:
    """No rule stands without an example here."""
    shown = {case["kind"] for case in CASES["slip"]}
    elsewhere = {
        "marker-out-of-order", "marker-duplicate", "marker-undefined", "note-uncited",
        "duplicate-citation",
    }  # fmt: skip
    assert {rule.name for rule in RULES} == shown | elsewhere


def test_rules_say_where_they_come_from() -> None:
    """Each rule has a summary and a source."""
    assert all(rule.summary and rule.source for rule in RULES)


def works(*families: str) -> str:
    """Write an APA list of one article a family name."""
    return "\n\n## References\n\n" + "\n".join(
        f"{family}, A. (2019). Study of {family.lower()} habits. *Soil*, {n}, 3-9."
        for n, family in enumerate(families, 11)
    )


FAMILIES = ("Adeyemi", "Berg", "Costa", "Dahl", "Eriksen", "Falk")
ALL_CITED = " ".join(f"Soil dries ({family}, 2019)." for family in FAMILIES)


@pytest.mark.parametrize(
    ("body", "listed", "expected"),
    [
        (ALL_CITED, FAMILIES, []),
        (ALL_CITED, (*FAMILIES, "Quist"), [("Quist 2019", "note-uncited")]),
        # named without its year
        (f"{ALL_CITED} Quist disagrees.", (*FAMILIES, "Quist"), []),
        (f"{ALL_CITED} Rain helps (Mensah, 2021).", FAMILIES,
         [("Mensah 2021", "marker-undefined")]),
        (f"{ALL_CITED} Rain helped (March, 2021).", FAMILIES, []),  # a month
        (f"{ALL_CITED} Rain helped (Oslo 2021).", FAMILIES, []),  # another form
    ],
)  # fmt: skip
def test_author_date_lists_count_alike(
    body: str, listed: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """A work that nothing names, and an author the list lacks, are reported."""
    defects = lint(body + works(*listed))
    assert expected == [(d.note, d.kind) for d in defects]


def test_bibliography_need_not_be_cited() -> None:
    """A bibliography lists what was read."""
    listed = works(*FAMILIES, "Quist").replace("References", "Bibliography")
    assert [] == lint(ALL_CITED + listed)


def test_footnote_cited_again_is_no_slip() -> None:
    """Markdown numbers its footnotes itself, and lets one be cited twice."""
    body = " ".join(f"It rained.[^{n}]" for n in (1, 2, 3, 3, 4))
    notes = "\n\n" + "\n".join(
        f"[^{n}]: Ann Roe, “Of Rain {'ABCD'[n - 1]},” *Sky*, {n} May 2019."
        for n in range(1, 5)
    )
    assert [] == lint(body + notes)


def test_marker_beyond_the_list_is_undefined() -> None:
    """A raised number that no note has is reported as that, not as out of order."""
    passages = [f"Rain fell in May {2000 + n}." for n in range(6)]
    notes = [press(f"Of Rain {'ABCDEF'[n]}", f"May 9, {2000 + n}") for n in range(6)]
    text = article(passages, notes).replace(
        "<sup>6</sup>", "<sup>6</sup> So.<sup>9</sup>"
    )
    assert [("9", "marker-undefined")] == [(d.note, d.kind) for d in lint(text)]


def test_title_alone_is_incomplete() -> None:
    """A title without author, place and date leads nowhere."""
    notes = [press("Of Rain", "May 9, 2019"), "“Of Hail.”"]
    defects = lint(article(["It rained.", "It hailed."], notes))
    assert [("2", "incomplete-reference")] == [(d.note, d.kind) for d in defects]


def test_one_name_in_capitals_is_reported() -> None:
    """A family name in capitals stands out where no other does."""
    notes = [press(f"Of Rain {'ABCDEF'[n]}", "May 9, 2019") for n in range(6)]
    notes.append(press("Of Hail", "May 9, 2019", author="KREMER Paul"))
    defects = lint(article(["It rained."] * 7, notes))
    assert [("7", "author-form", "KREMER Paul")] == [
        (d.note, d.kind, d.quote) for d in defects
    ]
