"""What people type: who, when, and what they want."""
