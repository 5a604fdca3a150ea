"""Files to documents: decoding, formats, and metadata with its origin."""
