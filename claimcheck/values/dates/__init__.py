"""
Read dates in news prose as closed intervals of days.

`extract_dates` is one pass in four steps: `lexer` cuts the text, `grammar` reads date
expressions from words alone, `plausibility` refuses what only looks like one, and
`anchoring` turns them into days.  `edtf` writes and reads the standard text of a date.
"""

from claimcheck.values.dates.edtf import format_edtf, parse_edtf
from claimcheck.values.dates.extraction import extract_dates

__all__ = ["extract_dates", "format_edtf", "parse_edtf"]
