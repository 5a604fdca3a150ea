"""
Words that mark the parts of a note list, in tables.

Sources: section names as in the Chicago Manual of Style (17th ed., ch. 14-15), the APA
Publication Manual (7th ed., 9.43), the MLA Handbook (9th ed., 5.1), the ICMJE
recommendations and Wikipedia's "Standard appendices and footers".
"""

from __future__ import annotations

from typing import Final

# Headings under which notes or references stand.
LIST_HEADINGS: Final = frozenset(
    {
        "bibliography", "bibliographical references", "citations", "cited references",
        "cited works", "end notes", "endnotes", "explanatory notes", "footnotes",
        "foot notes", "further reading", "literature", "literature cited", "note",
        "notes", "notes and references", "notes and sources", "reference list",
        "references", "references and notes", "references cited", "source list",
        "sources", "sources and notes", "works cited", "works consulted",
    }
)  # fmt: skip

# Headings without markup that end a note list.
CLOSING_HEADINGS: Final = frozenset(
    {
        "about the author", "about the authors", "abstract", "acknowledgement",
        "acknowledgements", "acknowledgment", "acknowledgments", "annex", "appendices",
        "appendix", "author information", "biographies", "comments", "contributors",
        "copyright", "credits", "disclaimer", "external links", "figures", "index",
        "related articles", "related posts", "share this", "supplementary material",
        "tables", "tags",
    }
)  # fmt: skip

# Symbols after which a raised 2 or 3 is a power, not a note (SI Brochure, 9th ed.,
# tables 2, 4, 7 and 8; NIST Handbook 44 appendix C for the customary units).
POWER_SYMBOLS: Final = frozenset(
    {
        "m", "km", "hm", "dm", "cm", "mm", "nm", "µm", "μm", "s", "ms", "a", "ha", "ft",
        "in", "mi", "yd", "nmi", "px", "kg", "g", "pc", "ly", "au", "k", "sec", "chi",
        "sq", "metres", "meters", "kilometres", "kilometers",
    }
)  # fmt: skip
