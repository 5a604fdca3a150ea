"""What an article says of itself: title, authors, dates, and which is in force."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Document, Field
from claimcheck.read import apply_fields, read_raw
from claimcheck.read.calendar_dates import find_date, read_date
from claimcheck.read.metadata import ORIGINS
from claimcheck.read.url_dates import file_name_date, url_date

LEDE = (
    "A ferry with 312 people on board sank off the coast on Monday, and nobody was "
    "hurt, the coast guard said in the evening."
)


def read(text: str, source: str = "a.txt") -> Document:
    """Read a text that must be a document."""
    document = read_raw(source, text.encode())
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-04-10", "2024-04-10"),
        ("2024/4/1", "2024-04-01"),
        ("3 May 2021", "2021-05-03"),
        ("3rd of May, 2021", "2021-05-03"),
        ("Tuesday, June 18, 2024", "2024-06-18"),
        ("Tues. 18 June 2024", "2024-06-18"),
        ("Sept. 9, 2017", "2017-09-09"),
        ("2024-06-18T08:00:00Z", "2024-06-18"),
        ("18 June 2024 10:30 GMT", "2024-06-18"),
        ("June 18, 2024 at 4:05 p.m. EDT", "2024-06-18"),
        ("March 2021", "2021-03"),
        ("June 18", "XXXX-06-18"),
        ("29 February", "XXXX-02-29"),
        ("18/06/2024", "2024-06-18"),
        ("06/18/2024", "2024-06-18"),
        ("05/05/2024", "2024-05-05"),
        pytest.param("04/10/2024", None, id="April or October: nothing is guessed"),
        pytest.param("31 February 2020", None, id="no such day"),
        pytest.param("2023-13-01", None, id="no such month"),
        pytest.param("3 May 20211", None, id="no year"),
        pytest.param("marching on", None, id="no month"),
        pytest.param("3 May 2021 was a day", None, id="a sentence"),
        pytest.param("2021", None, id="a year alone"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates_that_stand_alone(text: str, edtf: str | None) -> None:
    """A line that is one date is read, any other is not."""
    assert read_date(text) == edtf


@given(st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    """In each of the printed forms."""
    forms = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b. %Y", "%b %d %Y")
    for form in forms:
        assert read_date(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://example.org/2022/09/05/story", "2022-09-05"),
        ("https://example.org/world/2017/sep/09/story", "2017-09-09"),
        ("https://example.org/story-2022-10-03/", "2022-10-03"),
        ("https://example.org/20220905/story.html", "2022-09-05"),
        ("https://example.org/2022/03/story", "2022-03"),
        ("https://example.org/2022/march/story", "2022-03"),
        ("https://example.org/2022/09/05", "2022-09-05"),
        pytest.param("https://doi.org/10.1000/2020-08-03", None, id="a DOI"),
        pytest.param("https://example.org/2020-18-03", None, id="no such month"),
        pytest.param("https://example.org/2022/33/", None, id="no such month either"),
        pytest.param("https://example.org/rail-04202021162846", None, id="a serial"),
        pytest.param("https://example.org/2022", None, id="a year alone"),
        pytest.param("https://example.org/story?d=2022-10-03", None, id="a query"),
        pytest.param("http://[", None, id="no address"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates_in_addresses(url: str, edtf: str | None) -> None:
    """The forms of news sites, and digits that only look like them."""
    assert url_date(url) == edtf


@pytest.mark.parametrize(
    ("source", "edtf"),
    [
        ("wire/2024-06-18-visit.md", "2024-06-18"),
        ("20240618_visit.txt", "2024-06-18"),
        ("visit 2024.06.18.txt", "2024-06-18"),
        ("000_3820190101ae9ad95b80c.txt", None),
        ("visit-2024.txt", None),
        ("2024-06-18/visit.txt", None),
        ("20241318.txt", None),
    ],
)
def test_dates_in_file_names(source: str, edtf: str | None) -> None:
    """Only in the name itself, and never out of a longer number."""
    assert file_name_date(source) == edtf


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("Release Date : 2024-04-10", [("published", "2024-04-10")]),
        ("Published: 3 May 2021", [("published", "2021-05-03")]),
        ("**Published:** 3 May 2021", [("published", "2021-05-03")]),
        ("First published on Mon 3 May 2021 10.30 BST", [("published", "2021-05-03")]),
        (
            "Published 3 May 2021, updated 5 May 2021",
            [("published", "2021-05-03"), ("updated", "2021-05-05")],
        ),
        (
            "Published: 3 May 2021 | Last updated: 5 May 2021 12:00 GMT",
            [("published", "2021-05-03"), ("updated", "2021-05-05")],
        ),
        ("3 May 2021", [("published", "2021-05-03")]),
        ("World | 3 May 2021 | 4 min read", [("published", "2021-05-03")]),
        ("Posted on 3 May 2021 by Jane Doe", [("published", "2021-05-03")]),
        ("Published June 18, 2024 / 10:30 AM EDT", [("published", "2024-06-18")]),
        ("Published\n3 May 2021", [("published", "2021-05-03")]),
        ("Published in 2021, the report says little.", []),
        ("Published 3 May 2021 in London, the report is long.", []),
        ("Date: 04/10/2024", []),
        ("Dated ships are old.", []),
        ("June 18", []),
        ("Monday, 3 May 2021 The ferry sank.", [("published", "2021-05-03")]),
        ("Monday, 3 May 2021, was wet.", []),
        ("Monday, 3 May 2021 was wet.", []),
        ("It sank on Monday, 3 May 2021", []),
        ("It sank 3 May 2021", []),
        ("RIGA, May 3, 2021", [("published", "2021-05-03")]),
        ("Liepaja, Latvia - 3 May 2021", [("published", "2021-05-03")]),
        ("Harbour newsletter, 3 May 2021", [("published", "2021-05-03")]),
        ("3 May 2021 - The Baltic Harbour Letter", [("published", "2021-05-03")]),
        ("3 May 2021 (Rotterdam)", [("published", "2021-05-03")]),
        ("Agence Nord, 3 May 2021, 15:42 UTC", [("published", "2021-05-03")]),
        ("By Jane Doe, Riga, 3 May 2021", [("published", "2021-05-03")]),
        ("Week to 3 May 2021", [("published", "2021-05-03")]),
        ("The crew was saved, 3 May 2021", []),
        ("It sank in Riga, 3 May 2021, in a storm", []),
        ("Riga 3 May 2021 Liepaja", []),
        ("Riga, May 2021", []),
        ("A timeline follows.\n1.\n2.\n3.\n4.\n5.\n3 May 2021\nIt sank.", []),
    ],
)
def test_release_lines(head: str, fields: list[tuple[str, str]]) -> None:
    """A line says when only if it says nothing else; a sentence does not."""
    document = read(f"Ferry sinks\n\n{head}\n\n{LEDE}\n")
    found = [f for f in document.fields if f.origin == "release line"]
    assert [(f.name, f.value) for f in found] == fields


@pytest.mark.parametrize(
    ("start", "fields"),
    [
        (
            "SEOUL, June 18 (Reuters) - ",
            [("place", "SEOUL"), ("published", "XXXX-06-18"), ("agency", "Reuters")],
        ),
        (
            "GENEVA, 3 March 2021 \u2014 ",
            [("place", "GENEVA"), ("published", "2021-03-03")],
        ),
        ("WASHINGTON (AP) \u2014 ", [("place", "WASHINGTON"), ("agency", "AP")]),
        (
            "NEW YORK, N.Y., June 18, 2024 \u2013 ",
            [("place", "NEW YORK"), ("published", "2024-06-18")],
        ),
        (
            "MOSCOW, June 18. /TASS/. ",
            [("place", "MOSCOW"), ("published", "XXXX-06-18"), ("agency", "TASS")],
        ),
        (
            "June 18 (Reuters) - ",
            [("published", "XXXX-06-18"), ("agency", "Reuters")],
        ),
        ("Moscow (AFP) \u2013 ", [("place", "Moscow"), ("agency", "AFP")]),
        ("Berlin (dpa) - ", [("place", "Berlin"), ("agency", "dpa")]),
        ("June 18 \u2013 ", []),
        ("PARIS, France \u2014 ", [("place", "PARIS")]),
        (
            "Geneva, 3 March 2021 \u2013 ",
            [("place", "Geneva"), ("published", "2021-03-03")],
        ),
        (
            "ST. PETERSBURG, Russia (AP) -- ",
            [("place", "ST. PETERSBURG"), ("agency", "AP")],
        ),
        ("Geneva \u2013 ", []),
        ("NATO leaders met on June 18 - ", []),
        ("WHO, on 3 March 2021, said \u2014 ", []),
        ("", []),
    ],
)
def test_datelines(start: str, fields: list[tuple[str, str]]) -> None:
    """Place, day and agency before a dash, and the whole of it."""
    document = read(f"Ferry sinks off the coast\n\n{start}{LEDE}\n")
    found = [(f.name, f.value) for f in document.fields if f.origin == "dateline"]
    assert found == ([("dateline", start.rstrip()), *fields] if fields else [])


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


def test_front_matter_is_read_with_places() -> None:
    """Keys of several programs; values with the span that they stand in."""
    text = (
        "---\n"
        "title: 'A ferry sinks: why?'\n"
        "Author: [Jane Doe, {name: Li Wei}]\n"
        "date: 2022-09-05 10:00:00\n"
        "lastmod: 7 September 2022\n"
        "site_name: Harbour Post\n"
        "url: https://example.org/2022/09/06/ferry\n"
        "tags: [sea]\n"
        "---\n"
        f"{LEDE}\n"
    )
    document = read(text, "2022-09-07.md")
    assert document.title == "A ferry sinks: why?"
    assert document.authors == ("Jane Doe", "Li Wei")
    assert (document.published, document.published_from) == (
        dt.date(2022, 9, 5),
        "front matter",
    )
    assert document.publisher == "Harbour Post"
    assert document.url == "https://example.org/2022/09/06/ferry"
    dates = [(f.name, f.value, f.origin) for f in document.fields if f.value[0] == "2"]
    assert dates == [
        ("published", "2022-09-05", "front matter"),
        ("updated", "2022-09-07", "front matter"),
        ("published", "2022-09-06", "url"),
        ("published", "2022-09-07", "file name"),
    ]
    spans = {f.name: f.span for f in document.fields if f.origin == "front matter"}
    date = spans["published"]
    assert date is not None
    assert date.of(text) == "2022-09-05 10:00:00"


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        pytest.param(
            f"---\ntitle: [broken\n---\n{LEDE}",
            "Its front matter is not YAML (line 3); no field was read from it.",
            id="broken YAML",
        ),
        pytest.param(
            f"---\ndate: 2024-02-31\n---\n{LEDE}",
            "Its front matter is not YAML (a value is not valid); "
            "no field was read from it.",
            id="a day that is none",
        ),
        pytest.param(
            f"---\ndate: soon\n---\n{LEDE}",
            'Its front matter says "published: soon", which is no date; '
            "write it as 2024-06-18.",
            id="words for a date",
        ),
    ],
)
def test_doubts_about_front_matter_are_told(text: str, warning: str) -> None:
    """The article is read all the same, without a guess."""
    document = read(text, "a.md")
    assert document.warnings == (warning,)
    assert document.published is None
    assert document.body is not None
    assert document.body.of(text) == LEDE


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        pytest.param(
            "Title: A ferry sinks\r\nAuthor: Jane Doe; Li Wei\r\n"
            "Date: 5 September 2022\r\nSource: Harbour Post\r\nURL: <https://x.org/a>",
            [
                ("title", "A ferry sinks"), ("authors", "Jane Doe; Li Wei"),
                ("published", "2022-09-05"), ("publisher", "Harbour Post"),
                ("url", "https://x.org/a"),
            ],
            id="names of several tools",
        ),
        pytest.param(
            "\n**Source:** https://x.org/2022/09/06/a\n**Title:** A ferry sinks",
            [("url", "https://x.org/2022/09/06/a"), ("title", "A ferry sinks")],
            id="bold, and a source that is an address",
        ),
        pytest.param("Title: A ferry sinks", [], id="one line is no header"),
        pytest.param(
            "Busan: a port of wrecks\nSeoul: a city of ferries", [], id="unknown names"
        ),
        pytest.param("Date: unknown\nTitle: A ferry", [], id="a date that is none"),
    ],
)  # fmt: skip
def test_header_lines(header: str, fields: list[tuple[str, str]]) -> None:
    """Named lines at the top are metadata, and the body starts after them."""
    text = f"{header}\n\n{LEDE}\n"
    document = read(text)
    found = [f for f in document.fields if f.origin == "header line"]
    assert [(f.name, f.value) for f in found] == fields
    if fields:
        assert document.body is not None
        assert document.body.of(text).strip() == LEDE
        assert document.title == "A ferry sinks"
        spans = [f.span for f in found if f.span and f.name != "published"]
        values = [f.value for f in found if f.name != "published"]
        assert all(v in s.of(text) for v, s in zip(values, spans, strict=True))
    else:
        assert document.body is None


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("&a [*a]", id="a list in itself"),
        pytest.param("[[[[[[Jane Doe]]]]]]", id="deep"),
        pytest.param("{name: {name: {name: {name: Jane}}}}", id="deep names"),
        pytest.param("!!python/object/apply:os.getcwd []", id="code"),
        pytest.param("[" * 5_000, id="never closed"),
        pytest.param("9" * 5_000, id="too long for a number"),
        pytest.param("2.5", id="a number"),
    ],
)
def test_hostile_front_matter_names_nobody(value: str) -> None:
    """Nesting without end, code and numbers are no author, and no error."""
    assert read(f"---\nauthor: {value}\n---\n{LEDE}", "a.md").authors == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"---\n{LEDE}\n---\n{LEDE}", id="rules around prose"),
        pytest.param(f"---\ntitle: X\n{LEDE}", id="never closed"),
        pytest.param(f"{LEDE}\n---\ntitle: X\n---\n", id="not at the start"),
        pytest.param(f"---\n- a\n- b\n---\n{LEDE}", id="a list"),
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    """It is part of the article."""
    document = read(text, "a.md")
    assert document.body is None
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            f"---\npublished: 2022-09-01\n---\nPublished: 2 September 2022\n\n{LEDE}",
            "2022-09-03.txt", ("2022-09-01", "front matter"), id="front matter first",
        ),
        pytest.param(
            f"Published: 2 September 2022\n\nGENEVA, 3 September 2022 \u2014 {LEDE}",
            "2022-09-04.txt", ("2022-09-02", "release line"), id="then release lines",
        ),
        pytest.param(
            f"GENEVA, 3 September 2022 \u2014 {LEDE}", "2022-09-04.txt",
            ("2022-09-03", "dateline"), id="then datelines",
        ),
        pytest.param(
            f"---\nurl: https://example.org/2022/09/\n---\nGENEVA, 3 September (AP) - "
            f"{LEDE}", "a.txt", ("2022-09-03", "dateline"),
            id="a day without a year takes that of the address",
        ),
        pytest.param(
            f"---\nurl: https://example.org/2022/08/\n---\nGENEVA, 3 September (AP) - "
            f"{LEDE}", "a.txt", (None, None), id="another month decides nothing",
        ),
        pytest.param(
            f"---\nurl: https://example.org/2022/08/\n---\n{LEDE}", "a.txt",
            (None, None), id="a month is no day",
        ),
        pytest.param(
            f"GENEVA, 3 September (AP) - {LEDE}", "a.txt", (None, None),
            id="no year, no guess",
        ),
        pytest.param(LEDE, "2022-09-04.txt", ("2022-09-04", "file name"), id="last"),
        pytest.param(LEDE, "a.txt", (None, None), id="nothing is said"),
    ],
)  # fmt: skip
def test_date_in_force(
    text: str, source: str, expected: tuple[str | None, str | None]
) -> None:
    """The most trusted whole day, with its origin; never a guess."""
    document = read(text, source)
    day = document.published and document.published.isoformat()
    assert (day, document.published_from) == expected


def test_user_wins() -> None:
    """What the user set is in force, and what was found stays listed."""
    document = read(f"# Ferry\n\nBy Jane Doe\n\nPublished: 3 May 2021\n\n{LEDE}")
    fields = (
        Field("published", "2021-05-04", "user"),
        Field("authors", "A. Lee; B. Kim", "user"),
    )
    changed = apply_fields(document, fields)
    assert (changed.published, changed.published_from) == (dt.date(2021, 5, 4), "user")
    assert changed.authors == ("A. Lee", "B. Kim")
    assert changed.title == "Ferry"
    assert changed.fields == (*fields, *document.fields)
    assert apply_fields(document, ()) == document


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    """No text is an error; spans lie inside; fields come in order of trust."""
    document = read_raw("a.md", text.encode("utf-8", "replace"))
    if isinstance(document, Document):
        ranks = [ORIGINS.index(field.origin) for field in document.fields]
        assert ranks == sorted(ranks)
        for field in document.fields:
            assert field.span is None or field.span.end <= len(document.text)


@given(
    st.lists(
        st.sampled_from(
            [
                "By ", "Jane ", "Doe", " and ", "\n", "SEOUL", ", ", "June ", "18 ",
                "2024", "(AP)", " - ", "# ", "Published: ", "---\n", "title: ", "| ",
                "is a ", "fellow", ".", "A. ", "von ", "https://example.org/2022/09/",
            ]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_mixture_of_cues_is_taken(parts: list[str]) -> None:
    """Metadata words in any order are read without error, and quickly."""
    document = read_raw("a.md", "".join(parts).encode())
    if isinstance(document, Document):
        assert document.published is None or document.published_from is not None


@given(st.text())
def test_any_text_is_searched_for_a_date(text: str) -> None:
    """What is found lies inside the text."""
    found = find_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
