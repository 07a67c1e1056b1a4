"""The tray of the demonstration: cards to tap, below the glass."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kivy import kivy_data_dir
from kivy.graphics import Color, Rectangle
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.ui.app import KioskApp
from kiosk.ui.batching import Batch
from kiosk.ui.widgets.bar_code import bars
from kiosk.ui.widgets.mirror import TouchMirror
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.premultiplied import Premultiplied

# The kiosk does without Kivy's own style; what is swiped here shows its bar by it.
Builder.load_file(str(Path(kivy_data_dir, "style.kv")), rulesonly=True)
Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_QUIET_ZONE = 14


@dataclass(frozen=True, slots=True)
class CardFace:
    """A card in the tray: whose it is, its number, its bars from left to right, what a tap does."""

    title: str
    number: str
    bars: str
    tap: Callable[[], None]


class TrayCard(ButtonBehavior, Panel):
    """One card."""

    title = StringProperty("")
    number = StringProperty("")

    def __init__(self, face: CardFace, **properties: Any) -> None:
        super().__init__(title=face.title, number=face.number, **properties)
        self._face = face
        with self.canvas:
            Color()
            self._bars = Rectangle(texture=bars(face.bars)) if face.bars else Rectangle(size=(0, 0))
        self.bind(pos=self._place_bars)

    def on_release(self) -> None:
        """The card is held under the scanner."""
        self._face.tap()

    def _place_bars(self, *_: Any) -> None:
        if self._face.bars:
            self._bars.pos = (self.x + _QUIET_ZONE, self.y + 28)
            self._bars.size = (self.width - 2 * _QUIET_ZONE, self.height - 68)


class Tray(TouchMirror, Premultiplied):
    """All cards, side by side; swipe to see the others."""

    def __init__(self, faces: Sequence[CardFace], **properties: Any) -> None:
        super().__init__(**properties)
        # An id is a proxy; the widget itself can be remembered.
        self._batch = Batch(self.ids.cards.__self__)
        for face in faces:
            self.ids.cards.add_widget(TrayCard(face))


class DemoApp(KioskApp):
    """The kiosk with a tray of cards below it."""

    def __init__(self, *arguments: Any, faces: Sequence[CardFace], height: int) -> None:
        super().__init__(*arguments)
        self._faces, self._height = faces, height

    def build(self) -> Widget:
        """Glass above, tray below."""
        frame = BoxLayout(orientation="vertical")
        frame.add_widget(super().build())
        frame.add_widget(Tray(self._faces, size_hint_y=None, height=self._height))
        return frame
