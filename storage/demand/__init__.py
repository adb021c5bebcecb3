"""Counters that know no person."""
