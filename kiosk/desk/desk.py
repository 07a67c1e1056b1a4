"""The desk: everything that can happen at the counter."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from drivers import CardPattern
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.badges import Badges
from kiosk.desk.cards import Cards
from kiosk.desk.elsewhere import Elsewhere
from kiosk.desk.finding import Finding
from kiosk.desk.greetings import Greetings
from kiosk.desk.merging import Merging
from kiosk.desk.newcomers import Newcomers
from kiosk.desk.notes import Notes
from kiosk.desk.others import Caution, still_to_hear, unmet_since
from kiosk.desk.passes import NO_WALLETS, Passes, Wallets
from kiosk.desk.profiles import Profiles
from kiosk.desk.sharing import Sharing
from kiosk.desk.staff import Staff
from kiosk.desk.store import Store
from kiosk.desk.taps import Taps
from kiosk.desk.ticks import Ticks
from kiosk.paper.printed_card import Brand
from kiosk.people.briefing import Briefing, brief
from kiosk.people.clock import Clock
from kiosk.people.today import Today
from kiosk.people.words import Words
from kiosk.storage import today
from kiosk.storage.briefing import facts_for_briefing
from kiosk.storage.file.database import Database


class Desk:
    """Its parts, by name. Every method of them raises StorageTrouble where nothing can be read at all.

    `clock` gives the time in the shop's zone; `standing` is what is wrong with the data as long as nobody
    sees to it, in a sentence; `brand` is the shop as its cards show it; names alone are shown
    `names_alone_after` so many days without the hub; where the shop `is_chain`, the hub is asked for cards of
    other shops. The others are told at `Greetings`, `AtCounter` and
    `Passes`.
    """

    def __init__(
        self,
        database: Database,
        words: Words,
        clock: Clock,
        own: Sequence[CardPattern] = (),
        counter: str = "1",
        pin_is_needed: bool = False,
        standing: str = "",
        brand: Callable[[], Brand] = lambda: Brand(""),
        wallets: Wallets = NO_WALLETS,
        language: str = "en",
        names_alone_after: int = 0,
        is_chain: bool = False,
    ) -> None:
        self._words, self._clock = words, clock
        self.store = store = Store(database, words, standing)
        self._caution = caution = Caution(database.file, clock, words, names_alone_after)
        self.at_counter = who = AtCounter(store, words, clock, pin_is_needed)
        self.badges = Badges(store, words, clock, who)
        self.greetings = greetings = Greetings(
            store, words, clock, who, self.badges, own, counter, caution, Elsewhere(database.file, is_chain)
        )
        self.taps = Taps(store, clock, who, greetings)
        self.notes = Notes(store, words, clock, who, greetings)
        self.newcomers = Newcomers(store, words, clock, who, greetings, own)
        self.finding = Finding(store, words, clock)
        self.ticks = Ticks(store, clock)
        self.profiles = Profiles(store, words, clock, who, caution)
        self.cards = Cards(store, words, clock, who, own, brand)
        self.passes = Passes(self.cards, self.profiles, words, clock, own, wallets, language)
        self.merging = Merging(store, words, clock, who, self.profiles)
        self.sharing = Sharing(store, words)
        self.staff = Staff(store, words, clock, who, who.require_manager)

    def briefing(self, at: datetime) -> Briefing:
        """What to have in mind before opening, at `at`; of nobody where names alone are shown."""
        if self._caution.is_due:
            return Briefing.empty()
        with self.store.reading() as session:
            people_in_mind = list(facts_for_briefing(session, at))
        return brief(people_in_mind, at, self._words)

    def today(self) -> Today:
        """What the ready screen tells."""
        now = self._clock()
        with self.store.reading() as session:
            counted = today.today(session, now)
        file = self.store.database.file
        return replace(counted, unmet_since=unmet_since(file, now), to_hear=still_to_hear(file))
