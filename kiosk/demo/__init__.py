"""A sample shop to look at, and its cards to tap."""
