"""Masking, sentences, parse, claims, attribution and reference resolution."""
