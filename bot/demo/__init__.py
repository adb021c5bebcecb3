"""A local Bot API server: one pure core, a wire inside the process and HTTP around it."""
