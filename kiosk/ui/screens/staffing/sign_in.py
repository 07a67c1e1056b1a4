"""Who is at the counter: a tap on a name and, where the shop wants it, a PIN."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.staff.members import Role, StaffMember
from kiosk.people.staff.pins import DIGITS, please_wait
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens.staffing import who_is_it  # noqa: F401 - stands in the kv file
from kiosk.ui.screens.staffing.pause import Pause
from kiosk.ui.screens.staffing.pin_pad import PinPad
from kiosk.ui.widgets import TapButton
from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class SignInScreen(Claiming):
    """A name and a PIN in any order; with the sixth digit it is checked by itself.

    Dispatches `on_signing_in` with the `StaffMember` and the PIN, or None without one; `on_out`, `on_staff`
    and `on_close`.
    """

    question = StringProperty("")
    sentence = StringProperty("")
    __events__ = ("on_signing_in", "on_out", "on_staff", "on_close")
    on_close = on_out = on_signing_in = on_staff = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.ids.head.close_word = words.gettext("Close")
        self.ids.who.hint = words.gettext("or scan your badge")
        self._out, self._staff = TapButton(), TapButton()
        self._out.bind(on_tap=lambda _: self.dispatch("on_out"))
        self._staff.bind(on_tap=lambda _: self.dispatch("on_staff"))
        self.ids.head.put_beside(self._out, self._staff)
        self._names = self.ids.who.names
        self._names.more_word = words.gettext("More names")
        self._pad = PinPad()
        self._pad.bind(on_pin=lambda _: self._try())
        self._at_counter: UUID | None = None
        self._chosen: StaffMember | None = None
        self._managers_only = False
        self._pause = Pause(self._tell_pause, self._go_on)
        self.bind(pos=self.arrange, size=self.arrange, sentence=self.arrange, parent=self._come_or_go)

    def ask(self, at_counter: StaffMember | None, pin: bool) -> None:
        """Ask who is there, by their PIN or by a tap on their name; `at_counter` is whoever is already."""
        words = self._words
        self._begin(words.gettext("Who’s at the counter?"), pin)
        self._at_counter = at_counter.id if at_counter else None
        self._out.text = words.gettext("Sign out") if at_counter else ""
        self._staff.text = words.gettext("Staff") if at_counter else ""
        self.arrange()

    def ask_for_manager(self) -> None:
        """Ask for a manager, by their PIN."""
        self._begin(self._words.gettext("A manager, please"), pin=True, managers_only=True)
        self._at_counter, self._out.text, self._staff.text = None, "", ""
        self.arrange()

    def show(self, members: Sequence[StaffMember]) -> None:
        """Put those on the glass who may be there."""
        here = [one for one in members if one.role is Role.MANAGER or not self._managers_only]
        self._names.show(here)
        self._mark()
        if self._managers_only and not any(one.has_pin or one.has_badge for one in here):
            self.sentence = self._words.gettext(
                "No manager has a PIN yet. “kiosk staff pin” makes the first one."
            )
        elif not here:
            self.sentence = self._words.gettext("Nobody is on the staff yet.")
        elif len(here) == 1 and self._asks_pin and here[0].has_pin:
            self.choose(here[0])
        self.arrange()

    def choose(self, member: StaffMember) -> None:
        """It is this one."""
        if not self._asks_pin:
            self.dispatch("on_signing_in", member, None)
            return
        if self._chosen is not None and self._chosen.id != member.id:
            self._pad.clear()
        self._chosen = member
        self._go_on()
        self._mark()
        self._try()

    def refuse(self, sentence: str, pause: timedelta = timedelta(0)) -> None:
        """Say why nobody was let in; for the length of a `pause` nothing is typed."""
        self._go_on()
        self._pad.clear()
        self.sentence = sentence
        if pause:
            self._pad.pauses = True
            self._pause.begin(pause)

    @property
    def _asks_pin(self) -> bool:
        return self._pad.parent is not None

    def _begin(self, question: str, pin: bool, managers_only: bool = False) -> None:
        self.question, self._managers_only, self._chosen = question, managers_only, None
        self._go_on()
        self._pad.clear()
        if pin and not self._asks_pin:
            self.add_widget(self._pad)
        elif not pin:
            self.remove_widget(self._pad)
        self._pad.focused = pin
        self._names.show([])

    def _try(self) -> None:
        """Hand over a name and a PIN, as soon as there are both."""
        if self._chosen is not None and not self._chosen.has_pin:
            said = self._words.gettext("{name} has no PIN yet. A manager can make one, or give them a badge.")
            self.refuse(said.format(name=within(self._chosen.name)))
        elif len(self._pad.pin) == DIGITS:
            if self._chosen is None:
                self.sentence = self._words.gettext("Now tap your name.")
            else:
                self.dispatch("on_signing_in", self._chosen, self._pad.pin)

    def _mark(self) -> None:
        self._names.mark(self._chosen.id if self._chosen else self._at_counter)

    def _go_on(self) -> None:
        """End the pause and clear the sentence."""
        self._pause.end()
        self._pad.pauses, self.sentence = False, ""

    def _tell_pause(self, left: timedelta) -> None:
        self.sentence = please_wait(left, self._words)

    def _come_or_go(self, *_: Any) -> None:
        """No real keyboard types here, and no second is counted, once it has left the glass."""
        if self.parent is None:
            self._pad.focused = False
            self._go_on()
            self._pad.clear()

    def arrange(self, *_: Any) -> None:
        """Put everything in its place."""
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        """The names and, beside them or under them, the pad."""
        unit, who = App.get_running_app().sizes.unit, self.ids.who
        x, width, floor = self.x + 8 * unit, self.width - 16 * unit, self.y + 4 * unit
        below, has_room = self.ids.head.stand(self, shrink)
        top = below - 4 * unit
        if not self._asks_pin:
            across = 2 if self.height > self.width else 3
            return bool(who.stand(x, top, width, floor, across) and has_room)
        if self.height > self.width:
            half = self.y + 0.5 * self.height
            has_room = who.stand(x, top, width, half, 2) and has_room
            return self._pad.stand(x, self.y + 6 * unit, width, half - self.y - 10 * unit) and has_room
        left, gap = (width - 10 * unit) * 0.52, 10 * unit
        beside, rest = x + left + gap, width - left - gap
        if App.get_running_app().left_handed:
            x, beside = x + rest + gap, x
        has_room = self._pad.stand(beside, floor, rest, top - floor) and has_room
        return bool(who.stand_beside(self._pad, x, top, left, floor) and has_room)
