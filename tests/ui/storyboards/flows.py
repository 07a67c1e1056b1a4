"""The flows. Each is told to a cashier; every `yield` is one picture of it."""

from collections.abc import Callable, Iterator

from tests.ui.staff_shop import BADGE
from tests.ui.storyboards.cashier import Cashier

Flow = Callable[[Cashier], Iterator[str]]

JACK, FRED, MARGARET, TOM = "2900000000018", "2900000000049", "2900000000056", "2900000000094"
MARIA, NOUR = "2900000000179", "2900000000230"
NEW, NEWER, NEWEST = "2900000099999", "2900000099982", "2900000099975"
COFFEE = ("A coffee on the house", "قهوة على حسابنا")
DESSERT = ("A dessert card", "بطاقة حلوى")
ALL_ABOUT = ("All about {name}", "All about them")
THIS_PAGE = ("Show {name} this page", "Show them this page")


def the_briefing_and_back(cashier: Cashier) -> Iterator[str]:
    cashier.reads("Ready for the next card")
    yield "ready"
    cashier.taps("🎂")
    cashier.reads("Before we open", "Celebrating")
    yield "briefing"
    cashier.taps("Close")
    cashier.reads("Ready for the next card")
    yield "back"


def wished_and_taken_back(cashier: Cashier) -> Iterator[str]:
    cashier.scans(JACK)
    cashier.reads("Add a note", "Wished")
    yield "greeting"
    cashier.taps("Wished")
    cashier.reads("Undo")
    yield "wished"
    cashier.taps("Undo")
    cashier.reads("Wished")
    cashier.reads_no("Undo")
    yield "taken-back"


def somebody_came_along(cashier: Cashier) -> Iterator[str]:
    cashier.scans(MARGARET)
    cashier.reads("the surprise cake")
    yield "alone"
    cashier.taps("Fred")
    cashier.reads("✓ Fred")
    cashier.reads_no("the surprise cake")
    yield "with-fred"


def a_note_is_interrupted_and_finished(cashier: Cashier) -> Iterator[str]:
    text = cashier.in_shop("the marathon", "سباق الماراثون")
    cashier.scans(FRED)
    cashier.taps("Add a note")
    cashier.reads("{name} may read this one day. Write it kindly.", name="Fred")
    yield "empty"
    cashier.taps("Ask about")
    cashier.types(text)
    cashier.reads(text)
    yield "written"
    cashier.scans(TOM)
    cashier.reads("Go on with {name}", name="Fred")
    yield "interrupted"
    cashier.taps("Go on with {name}", name="Fred")
    cashier.reads(text)
    yield "taken-up"
    cashier.finishes()
    cashier.reads("Tom", "Add a note")
    cashier.scans(FRED)
    cashier.reads(text)
    yield "seen"


def a_card_number_is_refused(cashier: Cashier) -> Iterator[str]:
    cashier.scans(TOM)
    cashier.taps("Add a note")
    cashier.types("4111 1111 1111 1111")
    yield "written"
    cashier.finishes()
    cashier.reads("That looks like the number of a payment card, which is never kept.")
    yield "refused"
    cashier.taps("Cancel")
    cashier.reads("Tom", "Add a note")
    yield "cancelled"


def a_new_face(cashier: Cashier) -> Iterator[str]:
    name = cashier.in_shop("Noor", "ليلى")
    cashier.scans(NEW)
    cashier.reads("A new face")
    yield "scanned"
    cashier.types(name)
    cashier.taps("Birthday (day, month)")
    cashier.types("24 11")
    cashier.finishes()
    cashier.reads("Nothing is kept without their yes. Please tick the box.")
    yield "asked-for-a-yes"
    cashier.taps("They’re happy for us to remember them")
    yield "ticked"
    cashier.finishes()
    cashier.reads(name, "First visit with us")
    yield "welcomed"


def a_replacement_card(cashier: Cashier) -> Iterator[str]:
    name = cashier.in_shop("María de los", "نور الهدى")
    cashier.scans(NEWER)
    cashier.taps("It’s a replacement card")
    cashier.reads("Whose new card is it?")
    yield "whose"
    cashier.types(cashier.in_shop("maria", "نور"))
    cashier.reads(name)
    yield "found"
    cashier.taps(name)
    cashier.reads("Add a note")
    yield "greeted"
    cashier.scans(cashier.in_shop(MARIA, NOUR))
    cashier.reads("This card is no longer in use")
    yield "old-card"


def not_now(cashier: Cashier) -> Iterator[str]:
    cashier.scans(NEWEST)
    cashier.reads("A new face")
    cashier.taps("Not now")
    cashier.reads("Ready for the next card")
    yield "ready"


def no_card_with_them(cashier: Cashier) -> Iterator[str]:
    cashier.taps("No card with them?")
    cashier.reads("Who is it?")
    yield "asked"
    cashier.types(cashier.in_shop("qq", "ظظ"))
    cashier.reads("Nobody of that name yet")
    yield "nobody"
    cashier.taps("Close")
    cashier.taps("No card with them?")
    cashier.types(cashier.in_shop("jac", "سم"))
    name = cashier.in_shop("Jack Okafor", "سمير")
    cashier.reads(name)
    yield "found"
    cashier.taps(name)
    cashier.reads(cashier.in_shop("Jack", "Samir"), "Add a note")
    yield "greeted"


def we_gave_them(cashier: Cashier) -> Iterator[str]:
    coffee = cashier.in_shop(*COFFEE)
    cashier.scans(JACK)
    cashier.taps("☕")
    cashier.reads(coffee, "Something else…")
    yield "what"
    cashier.taps(coffee)
    cashier.reads("Given", "Undo")
    yield "given"
    cashier.taps("Undo")
    cashier.reads_no("Undo")
    yield "taken-back"


def all_about_jack(cashier: Cashier) -> Iterator[str]:
    opens_the_page(cashier)
    yield "page"
    cashier.taps(*THIS_PAGE, name="Jack")
    cashier.reads("Dear {name}, this is what we remember", name="Jack")
    yield "turned"
    cashier.taps("Thank you")
    cashier.reads("Ready for the next card")
    yield "thanked"


def another_birthday(cashier: Cashier) -> Iterator[str]:
    opens_the_page(cashier)
    cashier.leafs_to(cashier.day(11, 19))
    cashier.taps(cashier.day(11, 19))
    cashier.reads("A day that matters to {name}", name="Jack")
    yield "date"
    cashier.taps(cashier.day(11, 19))
    cashier.reads("Which day is it?")
    yield "picker"
    cashier.taps(cashier.month(12))
    cashier.taps("24")
    cashier.reads(cashier.day(12, 24), "Save")
    yield "picked"
    cashier.taps("Save")
    cashier.reads_no("Save")
    cashier.leafs_to(cashier.day(12, 24))
    yield "kept"


def a_friend(cashier: Cashier) -> Iterator[str]:
    opens_the_page(cashier)
    cashier.leafs_to("+ Somebody")
    cashier.taps("+ Somebody")
    cashier.reads("Who belongs to {name}?", name="Jack")
    cashier.types(cashier.in_shop("rosa", "نور"))
    name = cashier.in_shop("Rosa Núñez", "نور الهدى")
    cashier.reads(name)
    yield "found"
    cashier.taps(name)
    cashier.taps("friend")
    cashier.reads("Save")
    yield "friend"
    cashier.taps("Save")
    cashier.reads_no("Save")
    cashier.leafs_to(cashier.in_shop("Rosa", "نور"))
    yield "kept"


def another_note(cashier: Cashier) -> Iterator[str]:
    opens_the_page(cashier)
    cashier.leafs_to("Hawaii")
    cashier.taps("Hawaii")
    cashier.reads("A note about {name}", name="Jack")
    yield "note"
    cashier.taps("Hawaii")
    cashier.types(".")
    yield "text"
    cashier.finishes()
    cashier.taps("Always show")
    cashier.taps("Zoe")
    yield "changed"
    cashier.taps("Save")
    cashier.reads_no("Save")
    cashier.leafs_to("Hawaii.")
    yield "kept"


def signing_in_by_pin(cashier: Cashier) -> Iterator[str]:
    pin = cashier.pins["Mia"]
    wrong = f"{(int(pin) + 1) % 10**6:06}"
    cashier.taps("Who’s here?")
    cashier.taps("Mia")
    cashier.types_pin(wrong[:3])
    yield "half-typed"
    cashier.types_pin(wrong[3:])
    cashier.reads("That is not right. Please try again.")
    yield "wrong"
    cashier.types_pin(pin)
    cashier.reads("Ready for the next card", "Mia")
    yield "signed-in"
    cashier.taps("Mia")
    cashier.reads("Sign out")
    yield "signing-out"
    cashier.taps("Sign out")
    cashier.reads("Who’s here?")


def signing_in_by_badge(cashier: Cashier) -> Iterator[str]:
    cashier.scans(BADGE)
    cashier.reads("Hello, {name}", name="Sam")
    yield "hello"
    cashier.scans(NEWEST)
    cashier.reads("A new face", "Sam")
    yield "introduced"
    cashier.scans(BADGE)
    cashier.reads("Goodbye, {name}", name="Sam")
    yield "goodbye"


def a_manager_forgets_somebody(cashier: Cashier) -> Iterator[str]:
    forget = cashier.said("Forget {name}…", name="Jack")
    opens_the_page(cashier)
    cashier.leafs_to(forget)
    cashier.taps(forget)
    cashier.reads("Forget {name}?", name="Jack")
    yield "question"
    with cashier.holding("Press and hold to forget"):
        cashier.reads("A manager, please")
    yield "manager"
    cashier.taps("Ada")
    cashier.types_pin(cashier.pins["Ada"])
    cashier.reads("Forgotten")
    yield "forgotten"
    cashier.scans(JACK)
    cashier.reads("A new face")


def notes_are_read_under_a_finger(cashier: Cashier) -> Iterator[str]:
    cashier.scans(JACK)
    cashier.reads("Press and hold to read")
    cashier.reads_no("No nuts for Zoe")
    yield "covered"
    with cashier.holding("Press and hold to read"):
        cashier.reads("No nuts for Zoe")
        yield "held"
    cashier.reads_no("No nuts for Zoe")
    yield "covered-again"


def opens_the_page(cashier: Cashier) -> None:
    """All about Jack, from his greeting."""
    cashier.scans(JACK)
    cashier.taps(*ALL_ABOUT, name="Jack")
    cashier.reads("Jack Okafor")
    cashier.counter.settles()


USUAL: tuple[Flow, ...] = (
    the_briefing_and_back,
    wished_and_taken_back,
    somebody_came_along,
    a_note_is_interrupted_and_finished,
    a_card_number_is_refused,
    a_new_face,
    a_replacement_card,
    not_now,
    no_card_with_them,
    we_gave_them,
    all_about_jack,
    another_birthday,
    a_friend,
    another_note,
)
SIGNING_IN: tuple[Flow, ...] = (signing_in_by_pin, signing_in_by_badge, a_manager_forgets_somebody)
COVERED: tuple[Flow, ...] = (notes_are_read_under_a_finger,)
