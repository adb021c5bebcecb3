"""Dates and times in words: a table for each language, and one grammar for all of them."""
