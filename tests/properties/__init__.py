"""Promises that hold in any order of events."""
