"""Who is at the counter, and who works here."""
