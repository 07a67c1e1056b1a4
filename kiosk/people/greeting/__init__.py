"""What is worth saying to somebody, now."""
