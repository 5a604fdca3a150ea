"""The registry of rules, and the one pass that runs them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Final

from claimcheck.citations.lint import (
    authors,
    cited_dates,
    forms,
    marks,
    numbering,
    titles,
)
from claimcheck.citations.lint.addressed_dates import (
    check_date_against_address,
    summarize_swaps,
)
from claimcheck.citations.lint.case import Case, Rule, build_case
from claimcheck.citations.lint.suppression import filter_defects
from claimcheck.citations.notes import Notes
from claimcheck.model import Defect, Document, Reading

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "marker-out-of-order", "high",
        "markers count up by one; a slip names what it also explains",
        "Chicago Manual of Style, 17th ed., 14.20", numbering.check_order,
    ),
    Rule(
        "marker-duplicate", "high", "one raised number, one place in the text",
        "Chicago Manual of Style, 17th ed., 14.20", numbering.check_duplicates,
    ),
    Rule(
        "marker-undefined", "high", "every marker has its note",
        "markdownlint MD052, remark-lint no-undefined-references",
        numbering.check_undefined,
    ),
    Rule(
        "note-uncited", "medium", "every numbered note has its marker",
        "markdownlint MD053, remark-lint no-unused-definitions",
        numbering.check_uncited,
    ),
    Rule(
        "date-url-mismatch", "high", "a printed date agrees with its own address",
        "zotero/zotero#1460; Wikipedia Help:CS1 errors, check date values",
        check_date_against_address,
    ),
    Rule(
        "date-context-mismatch", "high",
        "a printed date agrees with the days the text names for it",
        "zotero/zotero#1460; Chicago Manual of Style, 17th ed., 14.191",
        cited_dates.check_context,
    ),
    Rule(
        "source-predates-claim", "medium",
        "a source is not older than what it is cited for",
        "The Investigative Journalism Project's fact-checking guide, ch. 3",
        cited_dates.check_predates,
    ),
    Rule(
        "author-context-mismatch", "medium",
        "authors whom the text names are in the note",
        "Chicago Manual of Style, 17th ed., 14.30", authors.check_named_authors,
    ),
    Rule(
        "author-form", "low", "names are whole, in one order and not garbled",
        "Wikipedia Help:CS1 errors, numeric and generic names", authors.check_form,
    ),
    Rule(
        "title-url-mismatch", "low", "a title agrees with the words of its address",
        "Wikipedia Help:CS1 errors, external link in title",
        titles.check_titles_against_addresses,
    ),
    Rule(
        "title-site-name", "low", "a title does not end in the name of its site",
        "Wikipedia Help:CS1, title and website parameters", titles.check_site_names,
    ),
    Rule(
        "duplicate-citation", "low", "a source is given in full once",
        "Chicago Manual of Style, 17th ed., 14.29; eslint/markdown "
        "no-duplicate-definitions", forms.check_duplicates,
    ),
    Rule(
        "ibid-form", "medium", "an ibid. is printed right and has one referent",
        "Chicago Manual of Style, 17th ed., 14.34", forms.check_ibid,
    ),
    Rule(
        "incomplete-reference", "low", "a reference leads to its source",
        "Wikipedia Help:CS1 errors, missing title, access-date requires URL",
        forms.check_complete,
    ),
    Rule(
        "discontinued-source", "low", "a source can still be looked up",
        "Wikipedia Help:CS1, url-status", forms.check_discontinued,
    ),
    Rule(
        "url-escape", "low", "an address carries no escapes of the markup around it",
        "CommonMark 0.31, 2.4 backslash escapes", marks.check_addresses,
    ),
    Rule(
        "punctuation", "low", "signs are neither doubled nor missing",
        "Chicago Manual of Style, 17th ed., 6.118-6.122", marks.check_punctuation,
    ),
)  # fmt: skip
# Low defects of these kinds have one cause when a list has more than a few of them: a
# converter that escapes addresses, an archive in another time zone.
_ONE_CAUSE: Final = ("url-escape", "date-url-mismatch")
_MOST_ALIKE: Final = 2
_ORDER: Final = {rule.name: rank for rank, rule in enumerate(RULES)}


def lint_notes(
    document: Document, notes: Notes, reading: Reading | None = None
) -> tuple[Defect, ...]:
    """
    Find the slips in an article's notes.

    Args:
        document: The article; ``claimcheck:ignore`` comments in its text hold.
        notes: What `find_notes` returned for ``document.text``.
        reading: Not needed; accepted so that rules may use the article's claims.

    Returns:
        Defects in text order.  One slip is one defect: what it also explains, and what
        the same words of a note show again, stands in ``covers``.
    """
    del reading
    case = _case(document, notes)
    found = [defect for rule in RULES for defect in rule.check(case)]
    kept = filter_defects(_gather(_fold(found)), text=document.text)
    return tuple(sorted(kept, key=lambda d: (d.span, _ORDER.get(d.kind, 0), d.note)))


def summarize_notes(document: Document, notes: Notes) -> tuple[str, ...]:
    """Say in a sentence each what runs through the whole list of notes."""
    line = summarize_swaps(_case(document, notes))
    return (line,) if line else ()


def _case(document: Document, notes: Notes) -> Case:
    moved = numbering.meant_notes(numbering.find_slips(notes))
    return build_case(document.text, notes, moved, document.published)


def _fold(defects: Iterable[Defect]) -> list[Defect]:
    """Fold defects that blame the same words into the first of them."""
    folded: dict[object, Defect] = {}
    for defect in defects:
        key = (defect.note, defect.span)
        first = folded.get(key)
        if first is None:
            folded[key] = defect
        elif defect.kind != first.kind:
            covers = (*first.covers, (defect.note, defect.kind), *defect.covers)
            folded[key] = dataclasses.replace(
                first, covers=tuple(dict.fromkeys(covers))
            )
    return list(folded.values())


def _gather(defects: Sequence[Defect]) -> list[Defect]:
    """Make one defect of many low ones that share their cause."""
    alike = {
        kind: [d for d in defects if d.kind == kind and d.severity == "low"]
        for kind in _ONE_CAUSE
    }
    many = {kind: each for kind, each in alike.items() if len(each) > _MOST_ALIKE}
    rest = [d for d in defects if d.kind not in many or d.severity != "low"]
    for kind, each in many.items():
        others = dict.fromkeys(d.note for d in each if d.note != each[0].note)
        why = f"{each[0].why}  So it is in {len(others)} more notes."
        covers = (*each[0].covers, *((note, kind) for note in others))
        rest.append(dataclasses.replace(each[0], why=why, covers=covers))
    return rest
