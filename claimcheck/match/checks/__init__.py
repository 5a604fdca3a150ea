"""
Check one article against itself: what it states against what follows from its words.

Each family of checks is a module with one function from a `Passage` to results.  A
result that holds is kept too: "14-fold, from 0.5 to 6.9" is worth telling an editor who
asks for everything.
"""
