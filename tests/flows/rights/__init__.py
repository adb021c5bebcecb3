"""What somebody may ask of us."""
