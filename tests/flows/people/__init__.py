"""Tests of flows.people."""
