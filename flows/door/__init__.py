"""Talks without the bot: at the door, walk-ins, how a talk ended."""
