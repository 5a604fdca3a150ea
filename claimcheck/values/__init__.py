"""Dates, quantities, entities and places, with their data tables."""
