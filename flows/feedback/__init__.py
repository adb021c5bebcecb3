"""Three smileys after a talk, or at the door: counted, kept nowhere."""
