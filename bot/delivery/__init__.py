"""Drains the outbox: what the bot says unasked."""
