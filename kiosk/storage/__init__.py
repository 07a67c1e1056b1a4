"""What the kiosk keeps: tables, the database file, and the questions asked of it."""
