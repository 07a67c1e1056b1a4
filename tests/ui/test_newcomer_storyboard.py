"""Storyboards of a new face: a card becomes a person with one word and one box."""

from tests.ui.counter import Counter

NEW, ANOTHER, JACK = "2900000099999", "2900000099982", "2900000000018"


def types(counter: Counter, field: str, text: str) -> None:
    counter.sees("A new face")
    counter.app.flows.new_faces.screen.ids[field].type(text)


def welcomes(counter: Counter) -> None:
    counter.app.flows.keyboard.dispatch("on_done")


def test_one_word_and_one_box_make_a_person(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    counter.taps("happy for us to remember")
    welcomes(counter)
    counter.sees("Noor", "First visit with us")
    counter.scans(JACK)
    counter.scans(NEW)
    counter.sees("Noor")


def test_a_birthday_and_a_way_to_say_it_are_kept_too(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Siobhán")
    types(counter, "birthday", "24 11")
    types(counter, "pronunciation", "shi-VAWN")
    counter.taps("happy for us to remember")
    welcomes(counter)
    counter.sees("Siobhán", "say “shi-VAWN”", "Birthday today")


def writes_jack_once_more(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Jack")
    types(counter, "birthday", "19 11")
    counter.taps("happy for us to remember")
    welcomes(counter)
    counter.sees("This Jack?", "Okafor", "Somebody new")


def test_a_new_face_with_the_name_and_birthday_of_somebody_is_asked_about_first(counter: Counter) -> None:
    writes_jack_once_more(counter)
    counter.taps("Okafor")
    counter.sees("Jack", "No nuts for Zoe")
    counter.closes()
    counter.scans(JACK)
    counter.sees("no longer in use")


def test_another_jack_born_on_that_day_is_kept_as_a_new_face(counter: Counter) -> None:
    writes_jack_once_more(counter)
    counter.taps("Somebody new")
    counter.sees("Jack", "First visit with us")
    counter.scans(JACK)
    counter.sees("No nuts for Zoe")


def test_who_is_not_sure_goes_back_to_what_was_written(counter: Counter) -> None:
    writes_jack_once_more(counter)
    counter.taps("Close")
    counter.sees("A new face")
    assert counter.app.flows.new_faces.screen.written.name == "Jack"


def test_without_their_yes_nothing_is_kept(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    welcomes(counter)
    counter.sees("Nothing is kept without their yes.")
    counter.taps("Not now")
    counter.scans(NEW)
    counter.sees("A new face")
    counter.sees_no("Noor")


def test_what_was_written_survives_the_same_card_scanned_again(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    types(counter, "birthday", "24 11")
    counter.taps("happy for us to remember")
    counter.scans(NEW)
    counter.sees("A new face", "24 11")
    welcomes(counter)
    counter.sees("Noor", "First visit with us")


def test_a_new_face_waits_while_somebody_else_is_served(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    counter.scans(JACK)
    counter.sees("Jack", "Go on with Noor")
    counter.closes()
    counter.sees("A new face waits")
    assert not any("Noor" in text for text in counter.glass())
    counter.taps("A new face waits")
    counter.sees("A new face")
    assert counter.app.flows.new_faces.screen.written.name == "Noor"
    counter.taps("happy for us to remember")
    welcomes(counter)
    counter.sees("Noor", "First visit with us")
    counter.scans(NEW)
    counter.sees("Noor")


def test_a_day_that_is_none_is_told_and_what_was_written_stays(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    types(counter, "birthday", "31 2")
    counter.taps("happy for us to remember")
    welcomes(counter)
    counter.sees("There is no such day in that month.")
    assert counter.app.flows.new_faces.screen.ids.name.text == "Noor"
    counter.app.flows.new_faces.screen.ids.birthday.put("soon")
    welcomes(counter)
    counter.sees("Please write the birthday as a day and a month")


def test_not_now_is_taken_at_its_word_and_a_tap_beside_is_not(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    counter.taps("Can I help you?")
    counter.sees("A new face")
    counter.taps("Not now")
    counter.sees("Ready for the next card")


def test_the_next_new_card_begins_with_an_empty_field(counter: Counter) -> None:
    counter.scans(NEW)
    types(counter, "name", "Noor")
    counter.scans(ANOTHER)
    counter.sees("A new face")
    assert counter.app.flows.new_faces.screen.ids.name.text == ""
