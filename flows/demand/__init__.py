"""Counters without persons, and the digest made of them."""
