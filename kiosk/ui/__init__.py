"""The glass: shows what it is handed, and hands on what is tapped."""
