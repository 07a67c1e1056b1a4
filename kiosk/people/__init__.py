"""What the shop knows about people, and what is worth saying: pure rules, no screen, no database."""
