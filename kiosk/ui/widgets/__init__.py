"""The parts that screens are made of."""

from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.cue_card import CueCard
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.status_bar import Banner, StatusBar
from kiosk.ui.widgets.tap_button import TapButton
from kiosk.ui.widgets.text import Text

__all__ = ["Banner", "Chip", "CueCard", "Panel", "StatusBar", "TapButton", "Text"]
