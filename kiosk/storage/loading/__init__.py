"""Many records into an SQLite file while the counter is at work: all of them or none, and nobody waits.

They are written into a file of their own first, with the tables of the database (`staging`). A mark in the
database is the moment from which they count; from then on they are copied over in short transactions, each
with a mark how far it is (`finishing`). Whoever opens the database next goes on where that was cut off.
"""
