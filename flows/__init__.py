"""What is said and decided; knows no transport and no database."""
