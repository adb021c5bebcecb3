"""Words as people type them: one form for every spelling of a sign, in any script."""
