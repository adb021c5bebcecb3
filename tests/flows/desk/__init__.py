"""Tests of flows.desk."""
