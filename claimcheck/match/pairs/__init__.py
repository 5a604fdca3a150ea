"""
Judge two short texts: align what they say, then compare the one slot that differs.

A text of one or two sentences seldom names a whole event, so its frames are not enough:
here the words themselves are aligned (`alignment`), and a value conflicts only when the
words around it agree (`judge`).
"""
