"""The parts that screens are made of."""

from pathlib import Path

from kivy.lang import Builder

from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.cue_card import CueCard, Tile
from kiosk.ui.widgets.footer_bar import FooterBar
from kiosk.ui.widgets.header_bar import HeaderBar
from kiosk.ui.widgets.pager import Pager
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.status_bar import Banner, StatusBar
from kiosk.ui.widgets.tap_button import PanelButton, TapButton
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.tick_box import TickBox
from kiosk.ui.widgets.veil import Veil

Builder.load_file(str(Path(__file__).with_name("widgets.kv")))

__all__ = [
    "Banner",
    "Choice",
    "CueCard",
    "FooterBar",
    "HeaderBar",
    "Pager",
    "Panel",
    "PanelButton",
    "StatusBar",
    "TapButton",
    "Text",
    "TextField",
    "TickBox",
    "Tile",
    "Veil",
]
