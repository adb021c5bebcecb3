"""Tests of flows.understanding."""
