"""What the bot shows to what people type, once it is understood; nothing is done on text alone."""
