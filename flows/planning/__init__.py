"""What a worker changes about the own hours."""
