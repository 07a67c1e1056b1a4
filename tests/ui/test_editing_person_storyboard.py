"""Storyboards of the editors: one tap on an item of somebody’s page, and just that is changed."""

from typing import Any

from tests.ui.counter import Counter, fingers, on_window

# isort: split
from kivy.base import EventLoop

from kiosk.ui.widgets import Choice

JACK, ALICE, MARGARET = "2900000000018", "2900000000032", "2900000000056"


def opens(counter: Counter, number: str, name: str, item: str) -> None:
    """Scan somebody, and tap something on their page."""
    counter.scans(number)
    counter.taps("All about")
    counter.sees(item, "Done")
    counter.taps(item)
    counter.sees(name, "Cancel")


def editor(counter: Counter) -> Any:
    """The screen on the glass."""
    return counter.app.navigator.glass.screen


def writes(counter: Counter, text: str) -> None:
    """Write something else in the field that is written in, and tap the main key."""
    editor(counter).field.put(text)
    counter.app.flows.keyboard.dispatch("on_done")


def pills(counter: Counter) -> list[Choice]:
    """Everything to choose from."""
    return [one for one in counter.app.root.walk() if isinstance(one, Choice)]


def picks(counter: Counter, text: str) -> None:
    """Tap the pill that says just this."""
    tap(next(pill for pill in pills(counter) if pill.text == text))


def tap(pill: Choice) -> None:
    """Tap its middle."""
    touch = fingers.at(*on_window(pill))
    touch.touch_down()
    EventLoop.idle()
    touch.touch_up()
    EventLoop.idle()


def test_a_name_that_was_written_wrongly_is_put_right(counter: Counter) -> None:
    opens(counter, JACK, "Jack’s names", "Called Jack")
    fields = editor(counter).fields
    assert [field.text for field in fields] == ["Jack Okafor", "Jack", "oh-KAH-for"]
    fields[1].put("Jackie")
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees("Jackie", "Show Jackie this page")
    counter.scans(JACK)
    counter.sees("Jackie")


def test_cancelled_nothing_changes(counter: Counter) -> None:
    opens(counter, JACK, "Jack’s names", "Called Jack")
    editor(counter).fields[1].put("Jackie")
    counter.taps("Cancel")
    counter.sees("Show Jack this page")
    counter.sees_no("Jackie")


def test_what_is_refused_says_why_and_all_that_was_typed_stays(counter: Counter) -> None:
    opens(counter, JACK, "What Jack brought us", "hocolate macadamia nuts")
    writes(counter, "paid with 4111 1111 1111 1111")
    counter.sees("number of a payment card")
    assert editor(counter).field.text == "paid with 4111 1111 1111 1111"
    writes(counter, "pralines")
    counter.sees("Pralines", "Show Jack this page")


def test_a_birthday_gets_another_day_and_year(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "19 November")
    counter.sees("Next on Friday, 19 November 2027", "1985")
    counter.taps("19 November")
    counter.sees("Which day is it?")
    counter.taps("December")
    picks(counter, "24")
    counter.sees("24 December", "Next on Thursday, 24 December")
    counter.taps("1985")
    writes(counter, "last year")
    counter.sees("Please write the year in digits.")
    writes(counter, "1986")
    counter.sees("1986", "Next on")
    counter.taps("Save")
    counter.sees("24 December", "born 1986", "Show Jack this page")


def test_a_new_day_is_picked_in_the_calendar_it_is_kept_in(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "A date")
    assert editor(counter).ids.foot.save.off
    counter.taps("Save")
    counter.sees("Please pick a day first.")
    counter.taps("Hebrew")
    counter.taps("Pick a day")
    counter.sees("Adar I", "Adar II", "Elul")
    counter.taps("Kislev")
    counter.sees("30")
    counter.taps("Tevet")
    assert [pill.text for pill in pills(counter)][-1] == "29"
    counter.taps("Kislev")
    picks(counter, "14")
    counter.sees("14 Kislev", "Next on Tuesday, 24 November")
    counter.taps("Save")
    counter.sees("Anniversary", "Show Jack this page")


def test_whoever_was_born_in_adar_of_a_leap_year_says_in_which(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "A date")
    counter.taps("Hebrew")
    counter.taps("Pick a day")
    picks(counter, "Adar")
    assert [pill.text for pill in pills(counter)][-1] == "29"
    picks(counter, "14")
    counter.sees("14 Adar", "Next on Tuesday, 23 March 2027")
    counter.taps("Year not known")
    writes(counter, "5784")
    counter.sees("Pick a day…", "5784")
    assert editor(counter).ids.foot.save.off
    counter.taps("Pick a day")
    counter.sees("Adar II")
    assert "Adar" not in [pill.text for pill in pills(counter)]
    picks(counter, "Adar I")
    picks(counter, "14")
    counter.sees("14 Adar I", "Next on Sunday, 21 February 2027")
    counter.taps("Save")
    counter.sees("14 Adar I", "Anniversary · since 5784", "Show Jack this page")


def test_no_pill_moves_when_another_one_is_chosen(counter: Counter) -> None:
    opens(counter, JACK, "How to greet Jack", "By name; don’t mention age")
    before = [(pill.x, pill.width) for pill in pills(counter)]
    counter.taps("Until we know better")
    assert any(pill.chosen for pill in pills(counter) if pill.text == "Until we know better")
    assert [(pill.x, pill.width) for pill in pills(counter)] == before


def test_a_leap_month_of_the_chinese_calendar_is_asked_for(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "A date")
    counter.taps("Chinese")
    counter.taps("Pick a day")
    counter.taps("Yes")
    counter.taps("Leap month 4")
    picks(counter, "16")
    counter.sees("Leap month 4, day 16", "Next on")


def test_29_february_asks_where_it_is_kept_in_other_years(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "A date")
    counter.taps("Pick a day")
    counter.taps("February")
    picks(counter, "29")
    counter.sees("In other years on", "Next on Sunday, 28 February 2027")
    counter.taps("1 March")
    counter.sees("Next on Monday, 1 March 2027")


def test_a_day_of_their_own_has_words_of_its_own_and_is_shared(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "A date")
    counter.taps("Something else…")
    writes(counter, "The day they met")
    counter.sees("The day they met", "Together with")
    counter.taps("Pick a day")
    counter.taps("June")
    picks(counter, "6")
    counter.taps("Alice")
    counter.taps("Save")
    counter.sees("6 June", "The day they met")
    opens(counter, ALICE, "A day that matters to Alice", "The day they met")
    counter.sees("6 June")


def test_removing_is_asked_for_in_the_same_place(counter: Counter) -> None:
    opens(counter, JACK, "A day that matters to Jack", "19 November")
    counter.taps("Remove this date")
    counter.sees("Really remove?")
    counter.taps("Cancel")
    counter.sees("19 November", "Show Jack this page")
    counter.taps("19 November")
    counter.taps("Remove this date")
    counter.taps("Really remove?")
    counter.sees("Show Jack this page")
    counter.sees_no("19 November")


def test_a_note_gets_other_words_and_another_kind_and_an_end(counter: Counter) -> None:
    opens(counter, JACK, "A note about Jack", "Ask about Hawaii")
    counter.taps("Hawaii")
    writes(counter, "Maui")
    counter.sees("Maui", "Not in front of")
    counter.taps("Always show")
    counter.taps("Friday")
    counter.sees("Until Friday, 27 November 2026")
    counter.taps("In 4 weeks")
    counter.sees("Until Tuesday, 22 December 2026")
    counter.taps("Another day…")
    counter.taps("December")
    picks(counter, "24")
    counter.sees("Until Thursday, 24 December 2026")
    counter.taps("Zoe")
    counter.taps("Save")
    counter.sees("Maui", "Until 24 December", "Not in front of Zoe", "Show Jack this page")
    counter.sees_no("Hawaii")


def test_a_note_is_closed_and_opened_again(counter: Counter) -> None:
    opens(counter, JACK, "A note about Jack", "Ask about Hawaii")
    counter.taps("Done")
    counter.taps("Save")
    counter.sees("done, 24 November", "Show Jack this page")
    counter.taps("Hawaii")
    counter.taps("Open")
    counter.taps("Save")
    counter.sees("Until asked", "Show Jack this page")


def test_somebody_is_found_and_said_to_be_their_friend(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("All about")
    counter.sees("Somebody")
    counter.taps("Somebody")
    counter.sees("Who belongs to Jack?")
    counter.app.flows.finding.screen.ids.field.type("marg")
    counter.sees("Whitcombe")
    counter.taps("Whitcombe")
    counter.sees("Margaret is Jack’s…", "friend")
    assert editor(counter).ids.foot.save.off
    counter.taps("friend")
    counter.taps("Save")
    counter.sees("Margaret", "Friend", "Show Jack this page")
    opens(counter, MARGARET, "Jack is Margaret’s…", "Jack")


def test_a_relation_is_another_one_or_none_at_all(counter: Counter) -> None:
    opens(counter, JACK, "Alice is Jack’s…", "Alice")
    counter.taps("sibling")
    counter.taps("Save")
    counter.sees("Sibling", "Show Jack this page")
    counter.sees_no("Partner")
    counter.taps("Alice")
    counter.taps("Remove")
    counter.taps("Really remove?")
    counter.sees("Show Jack this page")
    counter.sees_no("Alice")


def test_how_to_greet_takes_a_tap_each(counter: Counter) -> None:
    opens(counter, JACK, "How to greet Jack", "By name; don’t mention age")
    counter.sees("Happy for us to remember them since 1 March 2021; Mia asked.")
    _, age = (pill for pill in pills(counter) if pill.text == "Yes")
    tap(age)
    counter.taps("Another day…")
    counter.taps("December")
    picks(counter, "24")
    counter.sees("Until Thursday, 24 December 2026")
    counter.taps("Save")
    counter.sees("By name, age may be mentioned", "Tread gently until 24 December")


def test_a_death_is_asked_twice_and_can_be_a_mistake(counter: Counter) -> None:
    opens(counter, JACK, "How to greet Jack", "By name; don’t mention age")
    counter.taps("Has died…")
    counter.sees("Nobody will greet Jack or celebrate their days any more.")
    counter.sees_no("Show Jack this page")
    counter.taps("Yes, has died")
    counter.sees("Show Jack this page", "Has died")
    counter.taps("Has died")
    counter.taps("It was a mistake…")
    counter.taps("Yes, it was a mistake")
    counter.sees("Show Jack this page", "By name")


def test_that_a_card_is_lost_is_asked_twice_and_that_it_was_found_is_not(counter: Counter) -> None:
    opens(counter, JACK, "A card of Jack", "… 0018")
    counter.taps("It was lost")
    counter.sees_no("Show Jack this page")
    counter.taps("Really lost?")
    counter.sees("Not in use any more", "Show Jack this page")
    counter.taps("… 0018")
    counter.taps("It was found again")
    counter.sees("Show Jack this page")
    counter.sees_no("Not in use any more")


def test_a_card_on_the_scanner_takes_the_place_of_an_editor(counter: Counter) -> None:
    opens(counter, JACK, "Jack’s names", "Called Jack")
    counter.scans(MARGARET)
    counter.sees("Margaret")
    counter.sees_no("Jack")


def test_a_change_that_a_scan_interrupts_waits_and_is_kept_when_it_is_finished(counter: Counter) -> None:
    opens(counter, JACK, "Jack’s names", "Called Jack")
    editor(counter).fields[1].put("Jackie")
    counter.scans(MARGARET)
    counter.sees("Margaret", "Go on with Jack")
    counter.closes()
    counter.sees("A change waits")
    assert not any("Jack" in text for text in counter.glass())
    counter.taps("A change waits")
    assert [field.text for field in editor(counter).fields] == ["Jack Okafor", "Jackie", "oh-KAH-for"]
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees("Jackie", "Called Jackie")
    counter.taps("Done")
    counter.sees("Ready for the next card")
    assert not any("waits" in text for text in counter.glass())


def test_what_was_asked_for_in_the_middle_of_a_change_waits_too(counter: Counter) -> None:
    opens(counter, JACK, "A note about Jack", "Ask about Hawaii")
    counter.taps("Hawaii")
    editor(counter).field.put("the surfing in Hawaii")
    counter.scans(MARGARET)
    counter.taps("Go on with Jack")
    assert editor(counter).field.text == "the surfing in Hawaii"
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees("A note about Jack", "the surfing in Hawaii")
    counter.taps("Save")
    counter.sees("Show Jack this page", "the surfing in Hawaii")


def test_while_one_change_waits_another_begins_with_what_is_kept(counter: Counter) -> None:
    opens(counter, JACK, "Jack’s names", "Called Jack")
    editor(counter).fields[1].put("Jackie")
    opens(counter, JACK, "Jack’s names", "Called Jack")
    assert editor(counter).fields[1].text == "Jack"
    counter.app.navigator.clear()
    counter.taps("A change waits")
    assert editor(counter).fields[1].text == "Jackie"


def test_an_editor_in_which_nothing_was_changed_leaves_nothing_behind(counter: Counter) -> None:
    opens(counter, JACK, "Jack’s names", "Called Jack")
    counter.scans(MARGARET)
    counter.sees("Margaret")
    assert len(counter.app.flows.unfinished) == 0
