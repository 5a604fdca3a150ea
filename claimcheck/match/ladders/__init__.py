"""
Comparison ladders, one module a slot, each from MISSING to DISJOINT.

A ladder is a pure function of two values.  Only DISJOINT is a disagreement; MISSING
means that one side did not say, or that what it said was not resolved.
"""
