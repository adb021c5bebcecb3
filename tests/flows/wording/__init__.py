"""Typed words."""
