"""Web pages: the article's text as trafilatura finds it, without menus and footers."""

from __future__ import annotations

import re

from claimcheck.read.decoding import decode
from claimcheck.read.extracted import Extracted, UnreadableError
from claimcheck.read.html_metadata import find_page_fields

# A page names its encoding in its first 1024 bytes (HTML standard, 4.2.5.5).
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_CHARSET_REACH = 1024

# Marks that say how words look; their words stay.
_STYLING = ("b", "strong", "i", "em", "u", "s", "mark", "small", "font", "code", "span")

# What trafilatura escapes in the Markdown it writes: the reader wants the page's words.
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~$-])")


def extract_html(raw: bytes) -> Extracted:
    """
    Take the article out of a web page, headings and note markers included.

    Raises:
        UnreadableError: The bytes are no text, or hold no article.
    """
    decoded = decode(raw, _declared_charset(raw))
    if decoded is None:
        message = "the file is binary, not HTML; save the page again."
        raise UnreadableError(message)
    text, version = _extract_text(decoded.text)
    if not text:
        message = "no article was found in the page; save its text in a .txt file."
        raise UnreadableError(message)
    return Extracted(
        text=text,
        body=None,
        decoder=decoded.decoder,
        extractor=f"trafilatura {version}",
        fields=find_page_fields(decoded.text),
    )


def _declared_charset(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:_CHARSET_REACH])
    return match[1].decode("ascii") if match else None


def _extract_text(page: str) -> tuple[str, str]:
    import trafilatura  # noqa: PLC0415 - 0.4 s, and only web pages need it

    tree = trafilatura.load_html(page)
    if tree is None:
        return "", trafilatura.__version__
    for element in list(tree.iter(*_STYLING)):
        element.drop_tag()
    text = trafilatura.extract(tree, include_formatting=True, include_comments=False)
    return _ESCAPED.sub(r"\1", text or "").strip(), trafilatura.__version__
