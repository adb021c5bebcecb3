"""Tests of the way in and out of Telegram."""
