"""Customers from the list of another program: a table, or cards of an address book."""
