"""Blocking, occurrences, comparison ladders, findings and checks inside one article."""
