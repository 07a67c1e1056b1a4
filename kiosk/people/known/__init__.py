"""What is known of somebody, as it is kept."""
