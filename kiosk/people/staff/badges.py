"""Badges: whatever a scanner reads from one lets somebody in, so it must not be easily guessed."""

LEAST_CHARACTERS = 6
LEAST_DIFFERENT = 4


def is_easily_guessed(number: str) -> bool:
    """Tell whether a badge is too short, or too much of the same, to show that somebody is a manager."""
    return len(number) < LEAST_CHARACTERS or len(set(number)) < LEAST_DIFFERENT
