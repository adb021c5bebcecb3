"""Tests of office hours: rules, closed days, almanac, faults."""
