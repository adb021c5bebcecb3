"""What workers do in the chat."""
