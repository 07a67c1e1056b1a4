"""Nobody is served: the ready screen, or what somebody has to know first."""

from datetime import date
from typing import Any

from kivy.clock import Clock

from kiosk.ui import pictures
from kiosk.ui.configuration import Call
from kiosk.ui.crossing import crossing
from kiosk.ui.light import Light
from kiosk.ui.navigator import Navigator
from kiosk.ui.scanners import Scanners
from kiosk.ui.screens.notice import NoticeScreen
from kiosk.ui.screens.ready import ReadyScreen

_WORTH_SAYING = 1000
"""Changes of other counters that are still to come: fewer are there before somebody has read it."""


class Resting:
    """Tells the time, what today holds, and what is wrong."""

    def __init__(self, navigator: Navigator, light: Light) -> None:
        self.navigator, self.cross, self._light = navigator, navigator.cross, light
        self.rested: list[Call] = []
        """Told whenever nobody is served, and at midnight."""
        self.ready, self.notice = ReadyScreen(navigator.words), NoticeScreen()
        self._scanners = Scanners()
        self._trouble = ""
        self._unmet_since: date | None = None
        self._to_hear: int | None = None
        navigator.entered.append(self.tell_status)

    @crossing
    def tell_scanner(self, lost: int, of: int) -> None:
        """Say how many of the scanners are not there; only without any the screen speaks of it."""
        self._scanners = Scanners(lost, of)
        self.tell_status()
        if not self.navigator.serves:
            self.rest()

    def tell_trouble(self, sentence: str) -> None:
        """Show that nothing can be read; the sentence says what was not lost."""
        self._trouble = sentence
        self.navigator.interrupt()
        self.navigator.leave()
        self.rest()

    def rest(self) -> None:
        """Show what is there when nobody is served."""
        words = self.navigator.words
        if self._trouble:
            self._tell(pictures.TROUBLE, words.gettext("The kiosk needs a hand"), self._trouble)
        elif self._scanners.all_are_lost and not self._scanners.loss_was_seen:
            lost = words.gettext("The scanner has gone quiet")
            what_to_do = words.gettext("Check its cable; it is picked up again by itself.")
            self._tell(pictures.SCANNER_LOST, lost, what_to_do)
            self.notice.offer_to_find(words.gettext("Find by name"))
        else:
            self.navigator.put(self.ready)
        self._light.resting()
        self._tell_rested()

    def cleared(self) -> None:
        """The glass was cleared: what it told counts as seen."""
        if self.navigator.shows(self.notice) and not self._trouble:
            self._scanners.loss_was_seen = True
        self.forget_trouble()
        self.rest()

    def forget_trouble(self) -> None:
        """Somebody comes: what was wrong before is no news any more."""
        self._trouble = ""

    def tell_others(self, unmet_since: date | None, to_hear: int | None) -> None:
        """Say since when nothing was heard of the other counters, if that is long, or how much is to come.

        See `kiosk.people.today.Today`.
        """
        self._unmet_since, self._to_hear = unmet_since, to_hear
        self.tell_status()

    def tell_status(self) -> None:
        """Where, when, and whether all is well."""
        words, place, status = self.navigator.words, self.navigator.place, self.navigator.glass.ids.status
        counter = words.gettext("Counter {name}").format(name=place.counter)
        where = " · ".join(filter(None, [place.shop, counter]))
        status.left = where if self.navigator.shows(self.ready) else words.day_and_clock(place.clock())
        status.well = not self._scanners.lost
        status.state_text = self._scanners.state(words)
        if self.navigator.shows(self.ready) and not self._scanners.lost:
            # There is no room for both; the dot says that the scanner is there.
            status.state_text = self._about_others() or status.state_text

    def _about_others(self) -> str:
        words, since, to_hear = self.navigator.words, self._unmet_since, self._to_hear or 0
        if since is not None:
            return words.gettext("On its own since {day}").format(day=words.day(since))
        if to_hear >= _WORTH_SAYING:
            return words.gettext("Catching up: {n} to go").format(n=words.number(to_hear))
        return ""

    def tick(self, *_: Any) -> None:
        """A new minute: the time changes, and at midnight what today holds."""
        now, words = self.navigator.place.clock(), self.navigator.words
        is_new_day = self.ready.day != words.long_day(now)
        self.ready.clock, self.ready.day = words.clock(now), words.long_day(now)
        if is_new_day or (self._to_hear is not None and self.navigator.shows(self.ready)):
            self._tell_rested()
        self.tell_status()
        Clock.schedule_once(self.tick, 60 - now.second)

    def _tell_rested(self) -> None:
        for tell in self.rested:
            tell()

    def _tell(self, picture: str, title: str, sentence: str) -> None:
        self.navigator.put(self.notice)
        self.notice.show(picture, title, sentence)
