"""Three smileys after a talk, where nothing is free, or at the door: counted, kept nowhere."""
