"""The Kivy application: the glass, and everything that can happen on it."""

from typing import Any

from kivy.app import App
from kivy.base import ExceptionManager
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.drawing.palette import PALETTES
from kiosk.people.greetings import Outcome
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.briefing import BriefingFlow
from kiosk.ui.flows.drafting import Drafting
from kiosk.ui.flows.editing import EditingFlow
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.new_faces import NewFaceFlow
from kiosk.ui.flows.person import PersonFlow
from kiosk.ui.flows.resting import Resting
from kiosk.ui.flows.serving import Serving
from kiosk.ui.flows.staff import StaffFlow
from kiosk.ui.flows.staffing import StaffingFlow
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.light import Light
from kiosk.ui.mishaps import Mishaps
from kiosk.ui.setting import Hooks, Look, Place
from kiosk.ui.sizes import Eye, pixels_per_inch, sizes
from kiosk.ui.sounds import Sounds
from kiosk.ui.stage import Stage
from kiosk.ui.warming import warm_fonts
from kiosk.ui.widgets.mirror import set_mirrored


class KioskApp(App):
    """Joins the flows. Their methods marked `@crossing` may be called from any thread."""

    def __init__(self, look: Look, place: Place, hooks: Hooks) -> None:
        super().__init__()
        self.look, self.place, self.hooks = look, place, hooks
        self.palette = PALETTES[look.theme]
        self.cover = place.words.gettext("Press and hold to read") if look.cover_notes else ""
        ppi = pixels_per_inch(look.width, look.height, look.width_mm)
        self.sizes = sizes(look.width, look.height, Eye(ppi, look.distance_mm), look.text_scale)
        self.left_handed = look.left_handed
        self.sounds = Sounds(look.volume)
        set_mirrored(place.words.right_to_left)

    def build(self) -> Widget:
        """The glass, ready for the first card."""
        hooks, service = self.hooks, self.hooks.service
        self.stage = stage = Stage(self.place, self.look.clear_after, lambda: self.resting.cleared())
        self.cross = stage.cross
        self.keyboard = OwnKeyboard(language=self.place.language)
        self.keyboard.space_word = self.place.words.gettext("space")
        self.light = Light(self.look, hooks.shine, stage.glass.ids.veil)
        stage.served.append(self.light.served)
        self.resting = Resting(stage, hooks.resting, self.light)
        self.finding = FindingFlow(stage, service, self.keyboard)
        self.new_faces = NewFaceFlow(stage, service, self.keyboard, self.finding)
        self.staff = StaffFlow(stage, service, self.resting.ready, lambda: self.staffing.open())
        self.staffing = StaffingFlow(stage, service, self.keyboard, self.staff)
        others = {Outcome.UNKNOWN: self.new_faces.show, Outcome.STAFF: self.staff.greet}
        self.serving = Serving(stage, service, others, self._somebody_comes, self._shown)
        self.drafting = Drafting(stage, service, self.keyboard, self.serving, self.resting.ready)
        self.briefing = BriefingFlow(stage, service, self.resting.ready)
        self.editing = EditingFlow(
            stage, service, self.keyboard, self.finding, lambda: self.person.show_again()
        )
        self.person = PersonFlow(
            stage, service, self.serving, self.drafting, self.editing, self.staff.need_manager
        )
        self.resting.ready.bind(on_find=lambda _: self.finding.greet())
        ExceptionManager.add_handler(Mishaps(stage.clear))
        Window.clearcolor = self.palette.paper
        Window.bind(on_flip=self._open, on_key_down=self._key)
        self.resting.tick()
        self.resting.rest()
        return stage.glass

    def on_stop(self) -> None:
        """Kivy calls this when the window goes, sometimes twice."""
        Window.unbind(on_key_down=self._key)
        self.light.served()
        self.hooks.closed()

    def open_settings(self, *_: Any) -> bool:
        """Kivy's own settings have no place in a shop."""
        return False

    @crossing
    def tell_standing_trouble(self, sentence: str) -> None:
        """Keep a sentence at the foot of every screen from now on; an empty one takes it away."""
        self.stage.standing_trouble(sentence)

    def _open(self, _window: Any) -> None:
        Window.unbind(on_flip=self._open)
        self.hooks.opened()
        warm_fonts(self.sizes.title)
        Clock.schedule_once(self._draw_keyboard)
        Clock.schedule_once(lambda _: self.sounds.load())

    def _draw_keyboard(self, *_: Any) -> None:
        """After the first picture: it takes longer than the rest of the glass."""
        self.keyboard.lie_under(self.stage.glass.ids.stage)

    def _shown(self, outcome: Outcome, milliseconds: float) -> None:
        self.hooks.shown(outcome, milliseconds)
        self.sounds.play(outcome)

    def _key(self, *_: Any) -> None:
        self.light.touched()
        self.staff.stirred()

    def _somebody_comes(self) -> None:
        self.resting.over()
        self.staff.stirred()
