"""Tests of feedback: when it is asked, and that it only counts."""
