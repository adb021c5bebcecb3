"""Mail to workers without Telegram, and the page behind its links."""

CHANNEL = "email"
