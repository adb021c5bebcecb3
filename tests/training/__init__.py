"""Training of the models that read what people type; a tool for developers, as the bench is."""
