"""Talks: finding a time, taking it, moving it, giving it back."""
