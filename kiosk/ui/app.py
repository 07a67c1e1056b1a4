"""The Kivy application: the glass, and everything that can happen on it."""

from typing import TYPE_CHECKING, Any

from kivy.app import App
from kivy.base import ExceptionManager
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.drawing.palette import PALETTES
from kiosk.machine.density import pixels_per_inch
from kiosk.people.greeting.outcomes import Outcome
from kiosk.ui.configuration import Callbacks, Look, Place
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.resting import Resting
from kiosk.ui.light import Light
from kiosk.ui.mishaps import Mishaps
from kiosk.ui.navigator import Navigator
from kiosk.ui.sizes import Eye, sizes
from kiosk.ui.sounds import Sounds
from kiosk.ui.warming import warm_fonts
from kiosk.ui.widgets.mirror import set_mirrored

if TYPE_CHECKING:
    from kiosk.ui.flows.joined import Flows


class KioskApp(App):
    """Joins the flows. Their methods marked `@crossing` may be called from any thread."""

    flows: "Flows"

    def __init__(self, look: Look, place: Place, callbacks: Callbacks) -> None:
        super().__init__()
        self.look, self.place, self.callbacks = look, place, callbacks
        self.palette = PALETTES[look.theme]
        self.cover = place.words.gettext("Press and hold to read") if look.cover_notes else ""
        self.name_cover = place.words.gettext("Press and hold to read") if look.cover_names else ""
        self._ppi = pixels_per_inch(look.width, look.height, look.width_mm)
        self.sizes = sizes(look.width, look.height, Eye(self._ppi, look.distance_mm), look.text_scale)
        self.left_handed = look.left_handed
        self.sounds = Sounds(look.volume)
        set_mirrored(place.words.right_to_left)

    def build(self) -> Widget:
        """The glass, ready for the first card."""
        self.navigator = navigator = Navigator(
            self.place, self.look.clear_after, lambda: self.resting.cleared()
        )
        self.cross = navigator.cross
        self.light = Light(self.look, self.callbacks.shine, navigator.glass.ids.veil)
        navigator.served.append(self.light.served)
        self.resting = Resting(navigator, self.light)
        self._mishaps = Mishaps(self._recover)
        ExceptionManager.add_handler(self._mishaps)
        Window.clearcolor = self.palette.paper
        Window.bind(on_flip=self._open, on_key_down=self._key)
        self.resting.tick()
        self.resting.rest()
        return navigator.glass

    def on_stop(self) -> None:
        """Kivy calls this when the window goes, sometimes twice."""
        ExceptionManager.remove_handler(self._mishaps)
        Window.unbind(on_key_down=self._key)
        self.light.served()
        self.navigator.stop()
        self.callbacks.closed()

    def open_settings(self, *_: Any) -> bool:
        """Kivy's own settings have no place in a shop."""
        return False

    @crossing
    def tell_standing_trouble(self, sentence: str) -> None:
        """Keep a sentence at the foot of every screen from now on; an empty one takes it away."""
        self.navigator.standing_trouble(sentence)

    def _recover(self) -> None:
        """After a mistake of ours: nothing of what was being written is lost."""
        self.navigator.interrupt()
        self.navigator.clear()

    def _open(self, _window: Any) -> None:
        Window.unbind(on_flip=self._open)
        Clock.schedule_once(self._join)

    def _join(self, *_: Any) -> None:
        """After the first picture: loading all that can happen takes longer than drawing it."""
        from kiosk.ui.flows.joined import Flows

        display = self.look.width, self._ppi
        self.flows = Flows(self.navigator, self.callbacks, self.resting, display, self._shown)
        self.callbacks.opened()
        warm_fonts(self.sizes.title)
        for later in (self.flows.get_ready, self.sounds.load):
            Clock.schedule_once(lambda _, do=later: do())

    def _shown(self, outcome: Outcome, milliseconds: float) -> None:
        self.callbacks.shown(outcome, milliseconds)
        self.sounds.play(outcome)

    def _key(self, *_: Any) -> None:
        self.light.touched()
        self.navigator.stir()
