"""The database file: opened, checked, migrated, copied, put back, and never lost on the way."""
