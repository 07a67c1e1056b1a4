"""The languages the kiosk speaks."""

from kiosk.locale.speech import LANGUAGES, Speech, speech

__all__ = ["LANGUAGES", "Speech", "speech"]
