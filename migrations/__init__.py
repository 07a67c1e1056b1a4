"""How the schema came to be, one step a file, run by Alembic."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""Every step, oldest first. The last is the schema this program is written for."""
