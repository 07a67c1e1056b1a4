"""What staff write down, and what they change."""
