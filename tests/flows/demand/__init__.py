"""Tests of flows.demand."""
