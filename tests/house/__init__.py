"""Tests about the house itself: texts, screens, buttons, entry points."""
