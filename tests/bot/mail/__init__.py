"""Tests of the mail channel, against a real mail server on this machine."""
