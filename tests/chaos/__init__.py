"""The real bot under kills and faults: nothing confirmed is lost, nothing is said twice."""
