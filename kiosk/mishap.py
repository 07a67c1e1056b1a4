"""Telling of an error without telling of a person."""

import traceback


def where(error: BaseException) -> str:
    """The kind of error and the lines it came through, without its message: that may hold a name."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return f"{type(error).__name__} at " + " < ".join(f"{frame.filename}:{frame.lineno}" for frame in frames)
