"""A panel with a few words in its middle."""

from typing import Any

from kivy.properties import StringProperty

from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Text


class LabelPanel(Panel):
    """As large as `room_for` says of its words, which are `ids.words`.

    It is laid out here and not in the kv language, since a greeting has many of these, and each expression
    there costs as much time as a text.
    """

    text = StringProperty("")

    def __init__(self, label: Text, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), **properties})
        self._label = self.ids["words"] = label
        label.text = self.text
        self.add_widget(label)
        self.fbind("text", label.setter("text"))
        label.fbind("size", self.hug)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)
        self.hug()

    def room_for(self, width: float, height: float) -> tuple[float, float]:
        """Its size when its words take so much."""
        raise NotImplementedError

    def hug(self, *_: Any) -> None:
        """Take up the size of its words."""
        self.size = self.room_for(*self._label.size)

    def _stand(self, *_: Any) -> None:
        # Kivy brings its center up to date only after it has told of a new size.
        label, (width, height) = self._label, self.size
        label.pos = self.x + (width - label.width) / 2, self.y + (height - label.height) / 2
