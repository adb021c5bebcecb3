"""The local Bot API server held against what Telegram answers."""
