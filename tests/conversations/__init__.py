"""Tests that read like a chat: people, the demo's server, and the real bot over HTTP."""
