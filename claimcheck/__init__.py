"""Tell a fact-checker where sources disagree, with the exact words on both sides."""

__version__ = "0.1.0"
