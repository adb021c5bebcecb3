"""Whether workers are there: here, late, away, and what those who booked are told."""
