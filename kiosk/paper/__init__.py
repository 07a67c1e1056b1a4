"""Sheets to print, in the hand of the screens: what stands on them is handed in as words."""
