"""What somebody may ask of us: what is kept and why, to see it, and to have it erased."""
