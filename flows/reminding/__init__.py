"""When a person is reminded."""
