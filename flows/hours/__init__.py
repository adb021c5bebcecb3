"""When somebody is there: office hours, closed days, presence."""
