"""
The stages joined: what each command does, without a word printed.

    reading       a text -> its sentences, values and claims
    ingest        files -> the store
    checking      the store -> matches -> a report
    lookup        an id -> all that is known of what it names
    verification  the store against its files
"""

from claimcheck.pipeline.checking import build_report, load_sources, match_stored
from claimcheck.pipeline.ingest import Ingested, ingest
from claimcheck.pipeline.lookup import look_up
from claimcheck.pipeline.reading import read_document, read_text
from claimcheck.pipeline.verification import SourceCheck, Verification, verify

__all__ = [
    "Ingested",
    "SourceCheck",
    "Verification",
    "build_report",
    "ingest",
    "load_sources",
    "look_up",
    "match_stored",
    "read_document",
    "read_text",
    "verify",
]
