"""Passing on to a till what a scanner reads."""
