"""All that touches the outside: Telegram, the clock, the command line, the demo."""
