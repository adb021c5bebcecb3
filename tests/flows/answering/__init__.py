"""What is shown to what people type."""
