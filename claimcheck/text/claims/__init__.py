"""
Split sentences into atomic claims that stand alone.

Each clause, event noun and appositive of a prose sentence becomes a frame (a predicate
with its own participants), and each frame a `Claim` that quotes its words.
"""

from claimcheck.text.claims.splitting import split_claims

__all__ = ["split_claims"]
