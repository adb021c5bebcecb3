"""Who somebody is: role, school, language."""
