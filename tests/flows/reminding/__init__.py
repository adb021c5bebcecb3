"""Tests of flows.reminding."""
