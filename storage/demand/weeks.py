"""The pseudo-table under whose name a week itself is closed, tags, key and all."""

WEEK = "week"
WEEK_KEY = "demand_week.key"
"""Where the key of a week's tags is sealed."""
