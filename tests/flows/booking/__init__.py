"""Tests of flows.booking."""
