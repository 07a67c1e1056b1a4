"""The hub: a PostgreSQL with two functions, push and pull, and nothing of a counter's program."""
