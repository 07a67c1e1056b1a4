"""The Kivy application: what is on the glass, and when it clears."""

from functools import cached_property
from math import ceil
from time import monotonic
from typing import Any

from kivy.app import App
from kivy.base import ExceptionManager
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.drawing.palette import PALETTES
from kiosk.people.briefing import Briefing
from kiosk.people.drafts import Draft
from kiosk.people.greetings import Greeting, Outcome
from kiosk.people.notices import notice
from kiosk.people.taps import Tap
from kiosk.people.today import Today
from kiosk.ui import pictures
from kiosk.ui.crossing import Crossing, crossing
from kiosk.ui.drafting import NOTE_STAYS, Drafting
from kiosk.ui.glass import Glass
from kiosk.ui.mishaps import Mishaps
from kiosk.ui.scanners import Scanners
from kiosk.ui.screens.add_note import AddNoteScreen
from kiosk.ui.screens.briefing import BriefingScreen
from kiosk.ui.screens.greeting import GreetingScreen
from kiosk.ui.screens.new_face import NewFaceScreen
from kiosk.ui.screens.notice import NoticeScreen
from kiosk.ui.screens.ready import ReadyScreen
from kiosk.ui.setting import Hooks, Look, Place
from kiosk.ui.sizes import Eye, pixels_per_inch, sizes
from kiosk.ui.warming import warm_fonts

BRIEFING_STAYS = 120.0
"""Seconds: it takes longer to read than a greeting."""


class KioskApp(App):
    """Shows what it is told. The methods marked `@crossing` may be called from any thread."""

    def __init__(self, look: Look, place: Place, hooks: Hooks) -> None:
        super().__init__()
        self.look, self.place, self.hooks = look, place, hooks
        self.palette = PALETTES[look.theme]
        ppi = pixels_per_inch(look.width, look.height, look.width_mm)
        self.sizes = sizes(look.width, look.height, Eye(ppi, look.distance_mm))
        self.cross = Crossing()
        self._scanners = Scanners()
        self._clear_at: float | None = None
        self._stays = look.clear_after
        self._scanned_at = 0.0
        self._trouble = self._standing_trouble = ""

    def build(self) -> Widget:
        """The glass, ready for the first card."""
        words = self.place.words
        self.glass = Glass()
        self.ready = ReadyScreen(words)
        self.greeting = GreetingScreen(words)
        self.briefing = BriefingScreen(words)
        self.drafting = Drafting(
            self.glass, self.greeting, lambda: self.add_note, self._stay, self.clear, self.hooks.written
        )
        self.notice = NoticeScreen()
        self.glass.bind(on_tap=self.clear)
        self.greeting.bind(
            on_tapped=lambda _, tap: self.hooks.tapped(*self.greeting.company, tap),
            on_taken_back=lambda _, tap: self.hooks.taken_back(*self.greeting.company, tap),
            on_came_along=lambda _, one: self.hooks.came_along(*self.greeting.company, one.customer.id),
        )
        self.greeting.bind(on_add_note=self.drafting.write)
        self.glass.bind(on_touch_down=self._touched)
        self.ready.bind(on_draft=self.drafting.write, on_briefing=lambda _: self.hooks.briefing())
        self.briefing.bind(on_close=self.clear, on_print=lambda _: self.hooks.printing())
        ExceptionManager.add_handler(Mishaps(self.clear))
        Window.clearcolor = self.palette.paper
        Window.bind(on_flip=self._open)
        self._countdown = Clock.create_trigger(self._count_down, 1, interval=True)
        self._tick()
        self._rest()
        return self.glass

    @cached_property
    def add_note(self) -> AddNoteScreen:
        """Made after the first picture: a keyboard takes longer to draw than the rest of the glass."""
        return AddNoteScreen(self.place.words, self.place.language)

    @cached_property
    def new_face(self) -> NewFaceScreen:
        """Made after the first picture, too."""
        screen = NewFaceScreen(self.place.words, self.place.language)
        screen.bind(on_done=self.clear, on_newcomer=lambda _, who: self.hooks.newcomer(self._scanned_at, who))
        return screen

    def on_stop(self) -> None:
        """Kivy calls this when the window goes, sometimes twice."""
        self.hooks.closed()

    def open_settings(self, *_: Any) -> bool:
        """Kivy's own settings have no place in a shop."""
        return False

    @crossing
    def show(self, greeting: Greeting, received_at: float, trouble: str = "") -> None:
        """Show a greeting; `received_at` is the monotonic time of the last byte of its scan."""
        self.glass.ids.banner.text = trouble or self._standing_trouble
        self._trouble = ""
        self.drafting.put_aside()
        self._scanned_at = received_at
        self._put(greeting)
        self._stay(NOTE_STAYS if greeting.outcome is Outcome.UNKNOWN else None)
        self._tell_status()
        self._note_when_shown(greeting.outcome, received_at)

    @crossing
    def renew(self, greeting: Greeting, trouble: str = "", done: Tap | None = None) -> None:
        """Show what has become of a greeting, after a tap on it; `done` can be taken back for a while.

        When somebody else is on the glass by now, they stay there.
        """
        if self.glass.screen is self.greeting and self.greeting.is_of(greeting):
            self.glass.ids.banner.text = trouble or self._standing_trouble
            self.greeting.show(greeting, None if trouble else done, self.drafting.waits)
            self._stay()

    @crossing
    def tell_scanner(self, lost: int, of: int) -> None:
        """Say how many of the scanners are not there; only without any the screen speaks of it."""
        self._scanners = Scanners(lost, of)
        self._tell_status()
        if self._clear_at is None:
            self._rest()

    @crossing
    def tell_today(self, today: Today) -> None:
        """Put the numbers of today on the ready screen."""
        self.ready.show_today(today)

    @crossing
    def tell_standing_trouble(self, sentence: str) -> None:
        """Keep a sentence at the foot of every screen from now on; an empty one takes it away."""
        self._standing_trouble = self.glass.ids.banner.text = sentence

    @crossing
    def tell_trouble(self, sentence: str) -> None:
        """Show that nothing can be read; the sentence says what was not lost."""
        self.drafting.put_aside()
        self._trouble, self._clear_at = sentence, None
        self._rest()

    @crossing
    def refuse(self, draft: Draft, sentence: str) -> None:
        """Show what was written again, since it was not kept, and why."""
        self.drafting.refuse(draft, sentence, is_resting=self.glass.screen is self.ready)

    @crossing
    def refuse_newcomer(self, sentence: str) -> None:
        """Say why a new face was not kept; what was written stays."""
        self.new_face.refused = sentence

    @crossing
    def show_briefing(self, briefing: Briefing) -> None:
        """Show the briefing, if nobody has been served meanwhile."""
        if self.glass.screen is self.ready:
            self.glass.put(self.briefing)
            self.briefing.show(briefing)
            self._stay(BRIEFING_STAYS)
            self._tell_status()

    @crossing
    def tell_printed(self, sentence: str) -> None:
        """Say where the printed briefing has gone."""
        self.briefing.sentence = sentence

    def clear(self, *_: Any) -> None:
        """Take everybody's name off the glass."""
        self.drafting.put_aside()
        if self._scanners.all_are_lost and self._clear_at is None:
            self._scanners.loss_was_seen = True
        self._clear_at, self._trouble = None, ""
        self._countdown.cancel()
        self.glass.ids.banner.text = self._standing_trouble
        self._rest()

    def _rest(self) -> None:
        """Nobody is served: the ready screen, or what somebody has to know first."""
        words = self.place.words
        if self._trouble:
            self._tell(pictures.TROUBLE, words.gettext("The kiosk needs a hand"), self._trouble)
        elif self._scanners.all_are_lost and not self._scanners.loss_was_seen:
            lost = words.gettext("The scanner has gone quiet")
            what_to_do = words.gettext("Check its cable; it is picked up again by itself.")
            self._tell(pictures.SCANNER_LOST, lost, what_to_do)
        else:
            self.glass.put(self.ready)
            self.ready.show_draft(self.drafting.waits)
        self._tell_status()
        self.hooks.resting()

    def _tell(self, picture: str, title: str, sentence: str) -> None:
        self.glass.put(self.notice)
        self.notice.show(picture, title, sentence)

    def _put(self, greeting: Greeting) -> None:
        """Show the screen for an outcome; it is put on the glass first, to have its size."""
        if greeting.outcome in (Outcome.WELCOME, Outcome.UNNAMED):
            self.glass.put(self.greeting)
            self.greeting.show(greeting, note_waits=self.drafting.waits)
        elif greeting.outcome is Outcome.UNKNOWN:
            self.glass.put(self.new_face)
            self.new_face.show(greeting)
        else:
            said = notice(greeting, self.place.words)
            self._tell(pictures.OUTCOMES[greeting.outcome], said.title, said.sentence)

    def _note_when_shown(self, outcome: Outcome, received_at: float) -> None:
        def shown() -> None:
            self.hooks.shown(outcome, (monotonic() - received_at) * 1000)

        def flipping(_window: Any) -> None:
            # Kivy tells of a flip before it does it; what is carried over comes after.
            Window.unbind(on_flip=flipping)
            self.cross(shown)

        Window.bind(on_flip=flipping)
        # The same person scanned twice looks the same, and is shown all the same.
        Window.canvas.ask_update()

    def _open(self, _window: Any) -> None:
        Window.unbind(on_flip=self._open)
        self.hooks.opened()
        warm_fonts(self.sizes.title)
        Clock.schedule_once(self._make_keyboards)

    def _make_keyboards(self, *_: Any) -> None:
        """With their size the screens to write on are drawn before anybody waits for them."""
        for screen in (self.new_face, self.add_note):
            screen.size = self.glass.ids.stage.size

    def _touched(self, *_: Any) -> None:
        if self._clear_at is not None:
            self._stay(self._stays)

    def _stay(self, seconds: float | None = None) -> None:
        """Names stand on the glass: they clear after a while without a touch."""
        self._stays = seconds or self.look.clear_after
        self._clear_at = monotonic() + self._stays
        self._countdown()
        self._count_down()

    def _count_down(self, *_: Any) -> None:
        if self._clear_at is None:
            return
        left = ceil(self._clear_at - monotonic())
        if left <= 0:
            self.clear()
            return
        self.glass.ids.status.right_text = self.place.words.gettext("clears in {n} s").format(n=left)

    def _tell_status(self) -> None:
        words, status, place = self.place.words, self.glass.ids.status, self.place
        now = place.clock()
        resting = self.glass.screen is self.ready
        counter = words.gettext("Counter {name}").format(name=place.counter)
        where = " · ".join(filter(None, [place.shop, counter]))
        status.left = where if resting else words.day_and_clock(now)
        status.well = not self._scanners.lost
        status.state_text = self._scanners.state(words)
        if self._clear_at is None:
            status.right_text = ""

    def _tick(self, *_: Any) -> None:
        """A new minute: the time changes, and at midnight what today holds."""
        now, words = self.place.clock(), self.place.words
        is_new_day = self.ready.day != words.long_day(now)
        self.ready.clock, self.ready.day = words.clock(now), words.long_day(now)
        if is_new_day:
            self.hooks.resting()
        if self.glass.screen is not None:
            self._tell_status()
        Clock.schedule_once(self._tick, 60 - now.second)
