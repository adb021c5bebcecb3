"""`make bench`: targets and figures, each measured beside what it is held against."""
