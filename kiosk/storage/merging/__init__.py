"""Making two customers one, and taking that back for a day.

Every row about them is read (`rows`), what the one had becomes the other's (`joining`), and what has changed
is kept with the merger (`undoing`). A ledger beside the database (`again`) does the same to a copy that
is put in place.
"""
