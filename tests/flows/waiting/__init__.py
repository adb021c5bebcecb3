"""Tests of the line for an earlier time."""
