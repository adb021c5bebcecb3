"""The pseudo-table under whose name a week itself is closed, tags, key and all."""

WEEK = "week"
