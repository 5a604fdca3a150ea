"""Bylines, lone names and titles."""

from __future__ import annotations

import pytest
from made_articles import LEDE, read


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("By JANE DOE", ["Jane Doe"]),
        ("by Jane Doe and Li Wei", ["Jane Doe", "Li Wei"]),
        ("By Jane Q. Doe, Li Wei, and A. B. von Essen", [
            "Jane Q. Doe", "Li Wei", "A. B. von Essen",
        ]),
        ("By Jane Doe in Seoul", ["Jane Doe"]),
        ("By Jane Doe, Harbour Correspondent", ["Jane Doe"]),
        ("By Jane Doe | 3 May 2021", ["Jane Doe"]),
        ("*By Jane Doe*", ["Jane Doe"]),
        ("Author: Mary-Ann O\u2019Neill", ["Mary-Ann O\u2019Neill"]),
        ("By [Jane Doe](https://example.org/jane) and [Li Wei](/li)", [
            "Jane Doe", "Li Wei",
        ]),
        ("Posted on 3 May 2021 by Jane Doe", ["Jane Doe"]),
        ("Jane Doe, Senior Fellow, Harbour Institute", ["Jane Doe"]),
        ("Jane van der Doeresearch fellow at the Institute", ["Jane van der Doe"]),
        ("Jane Doe, professor at Busan, said it was old.", []),
        ("Jane Doe, Harbour Institute", []),
        ("Senior Fellow, Harbour Institute", []),
        ("Chief Editor Leaves Post", []),
        ("Jane Doe in Seoul", ["Jane Doe"]),
        ("Jane Doe\nHarbour News, Seoul\nPublished\n3 May 2021", ["Jane Doe"]),
        ("Ferry Trouble in Busan", []),
        ("By Monday the ferry had been raised.", []),
        ("By land and by sea", []),
        ("By Jane Doe was the ferry built.", []),
    ],
)  # fmt: skip
def test_bylines(head: str, authors: list[str]) -> None:
    """Names after "by", and sentences that begin so."""
    assert list(read(f"Ferry sinks off Busan\n\n{head}\n\n{LEDE}\n").authors) == authors


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        pytest.param(
            f"Hugo Van Dyke\n{LEDE}\nMore followed.", ["Hugo Van Dyke"], None,
            id="a name above the lede",
        ),
        pytest.param(
            f"Ferry Disaster\n{LEDE}\nThe ferry was old.", [], "Ferry Disaster",
            id="a title: its words come again",
        ),
        pytest.param(
            "Hugo Van Dyke\nA note.\nAnother note.", [], "Hugo Van Dyke",
            id="no lede follows",
        ),
        pytest.param(
            f"{LEDE}\n\nJane Doe is a research fellow at the Harbour Institute.",
            ["Jane Doe"], None, id="a note on the author",
        ),
        pytest.param(
            f"{LEDE}\n\nJane Doe is a passenger who swam ashore.", [], None,
            id="no office: a person in the story",
        ),
        pytest.param(
            f"{LEDE}\n{'More came. ' * 9}\nA.\nB.\nC.\nJane Doe swam ashore.\n\n"
            "Jane Doe is a professor in Busan.",
            [], None, id="named before: a person in the story",
        ),
        pytest.param(
            f"Jane Doe\nWhy it sank\n{LEDE}\n\nJane Doe is a writer in Busan.",
            ["Jane Doe"], "Why it sank", id="a name above and a note below",
        ),
        pytest.param(
            "Jane Doe is a professor in Busan.", [], None, id="the whole text",
        ),
        pytest.param(
            f"# Ferry sinks\n\nBy Jane Doe\n\n{LEDE}\n\nLi Wei is an editor.",
            ["Jane Doe"], "Ferry sinks", id="the byline comes before the note",
        ),
    ],
)  # fmt: skip
def test_names_without_by(text: str, authors: list[str], title: str | None) -> None:
    """A name alone above, or a note below."""
    document = read(text)
    assert (list(document.authors), document.title) == (authors, title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"\n\n# Ferry *sinks*\n\n{LEDE}", "Ferry sinks", id="heading"),
        pytest.param(
            f"Ferry sinks\n===========\n{LEDE}", "Ferry sinks", id="underlined"
        ),
        pytest.param(
            f"# snake_case *and* **bold** #\n{LEDE}", "snake_case and bold", id="marks"
        ),
        pytest.param(f"Ferry \u2013 why\n\n{LEDE}", "Ferry \u2013 why", id="a dash"),
        pytest.param(f"Why did it sink?\n\n{LEDE}", "Why did it sink?", id="question"),
        pytest.param(f"{LEDE}\n{LEDE}", None, id="a sentence"),
        pytest.param(
            f"Why the ferry sank Monday, 5 September 2022\n{LEDE}",
            "Why the ferry sank",
            id="a date behind it",
        ),
        pytest.param(f"World news | 3 May 2021\nWhy?\n{LEDE}", "Why?", id="a section"),
        pytest.param(f"Title: Why it sank\n{LEDE}", "Why it sank", id="label"),
        pytest.param(f"OPINION\nWhy it sank\n{LEDE}", "Why it sank", id="kicker"),
        pytest.param(
            f"3 May 2021\nWhy it sank\n{LEDE}", "Why it sank", id="below a date"
        ),
        pytest.param("Ferry sinks", None, id="nothing below"),
        pytest.param(f"3 May 2021\n\n{LEDE}", None, id="a date"),
        pytest.param(f"* * *\n\n{LEDE}", None, id="no words"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    """A heading, or a short first line that is nothing else."""
    assert read(text).title == title
