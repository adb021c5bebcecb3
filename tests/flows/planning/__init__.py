"""Tests of planning: hours that are changed, tables that are imported."""
