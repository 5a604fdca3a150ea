"""Dates in addresses and file names: /2022/09/05/, /2017/sep/09/, story-2022-10-03."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from claimcheck.read.calendar_dates import month_number, write_date

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_MONTH_WORD = r"(?P<w>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"

# A path that ends in a slash after a day or a month: the common form of news sites.
_PATH_FORMS = (
    re.compile(rf"/{_YEAR}/(?P<m>\d\d?)/(?P<d>\d\d?)(?=[/-]|$)"),
    re.compile(rf"/{_YEAR}/{_MONTH_WORD}/(?P<d>\d\d?)(?=[/-]|$)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?<!\d-){_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
    re.compile(rf"/{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?=[/._-]|$)"),
    re.compile(rf"/{_YEAR}/(?P<m>\d\d)(?=/|$)"),
    re.compile(rf"/{_YEAR}/{_MONTH_WORD}(?=/|$)", re.IGNORECASE),
)
_NAME_FORMS = (
    re.compile(rf"(?<!\d){_YEAR}(?P<s>[-_.]?)(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d)"),
)

# A DOI such as 10.1000/2020-18-3 is a name; its digits are no date.
_DOI_HOSTS = ("doi.org", "dx.doi.org")


def url_date(url: str) -> str | None:
    """
    Return the date in an address, as EDTF; ``None`` when it holds none.

    >>> url_date("https://example.org/2022/09/05/story")
    '2022-09-05'
    >>> url_date("https://example.org/world/2017/sep/")
    '2017-09'
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[": not an address
        return None
    if parts.hostname in _DOI_HOSTS:
        return None
    return _first_date(parts.path, _PATH_FORMS)


def file_name_date(source: str) -> str | None:
    """
    Return the date in the name of a file, as EDTF; ``None`` when it holds none.

    >>> file_name_date("wire/2024-06-18-visit.md")
    '2024-06-18'
    """
    return _first_date(PurePosixPath(source).stem, _NAME_FORMS)


def _first_date(text: str, forms: tuple[re.Pattern[str], ...]) -> str | None:
    for form in forms:
        for match in form.finditer(text):
            parts = match.groupdict()
            word, day = parts.get("w"), parts.get("d")
            month = month_number(word) if word else int(parts["m"])
            found = write_date(int(parts["y"]), month, int(day) if day else None)
            if found is not None:
                return found
    return None
