"""Keys on the glass: one page of them as one picture, and over it what changes with every touch."""

from typing import Any

from kivy.app import App
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, OptionProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.keyboard.fitting import Frame, Placed, frame, placed
from kiosk.ui.keyboard.pages import LOCK, Does, Page, rows
from kiosk.ui.keyboard.painting import Look, has_room, paint_key, paint_page
from kiosk.ui.keyboard.shifting import Shift


class Keys(Widget):
    """A page of keys as high as `most_height` allows, and finger-sized; `pressed` is under the finger.

    `main_word` stands on the main key, which does nothing while it is `main_off`, and `space_word` on the
    space bar.
    """

    language = StringProperty("en")
    main_word = StringProperty("")
    main_off = BooleanProperty(False)
    space_word = StringProperty("")
    most_height = NumericProperty(0)
    page = OptionProperty(Page.LETTERS, options=list(Page))
    shift = OptionProperty(Shift.OFF, options=list(Shift))
    pressed = ObjectProperty(None, allownone=True)

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._pages: dict[tuple[Page, bool], tuple[list[Placed], Texture]] = {}
        with self.canvas:
            Color()
            self._ground, self._lit = Rectangle(size=(0, 0)), [Rectangle(size=(0, 0)) for _ in range(3)]
        for name in ("width", "most_height", "language", "space_word"):
            self.fbind(name, self._fit)
        for name in ("pos", "page", "shift"):
            self.fbind(name, self._place)
        for name in ("main_word", "main_off", "pressed"):
            self.fbind(name, self._light)

    @property
    def keys(self) -> list[Placed]:
        """The keys of the page that is shown, in their places."""
        return self._shown[0]

    def has_room_for(self, main_word: str) -> bool:
        """True when this stands on the main key as large as it should."""
        return has_room(main_word, next(one for one in self.keys if one.key.does is Does.DONE), self.look)

    @property
    def look(self) -> Look:
        """What they are drawn with."""
        app = App.get_running_app()
        return Look(app.palette, app.sizes, self.space_word, self.main_word, self.main_off)

    @property
    def _frame(self) -> Frame:
        return frame(self.width, self.most_height, App.get_running_app().sizes)

    @property
    def _shown(self) -> tuple[list[Placed], Texture]:
        """The page that is shown; each is drawn once, when it is first turned to."""
        which = self.page, self.shift is not Shift.OFF
        if which not in self._pages:
            keys = placed(rows(self.language, *which), self._frame)
            self._pages[which] = keys, paint_page(keys, self._frame, self.look)
        return self._pages[which]

    def _fit(self, *_: Any) -> None:
        self._pages.clear()
        self.height = self._frame.height if self.most_height else 0
        self._place()

    def _place(self, *_: Any) -> None:
        if not self.height:
            return
        self._ground.texture = self._shown[1]
        self._ground.pos, self._ground.size = self.pos, self.size
        self._light()

    def _light(self, *_: Any) -> None:
        """Draw over the page what changes more often: the main key, shift, and the key under the finger."""
        if not self.height:
            return
        down = Does.SHIFT if self.shift is not Shift.OFF else None
        main, shift = (
            next((one for one in self.keys if one.key.does is does), None) for does in (Does.DONE, down)
        )
        for rectangle, key, stands_out in zip(
            self._lit, (main, shift, self.pressed), (False, True, True), strict=True
        ):
            self._draw_over(rectangle, key, stands_out)

    def _draw_over(self, rectangle: Rectangle, placed: Placed | None, stands_out: bool) -> None:
        if placed is None:
            rectangle.size = 0, 0
            return
        if placed.key.does is Does.SHIFT and self.shift is Shift.LOCKED:
            placed = placed._replace(key=placed.key._replace(face=LOCK))
        rectangle.texture = paint_key(placed, self.look, stands_out)
        rectangle.size = placed.width, placed.height
        rectangle.pos = self.x + placed.x, self.top - placed.y - placed.height
