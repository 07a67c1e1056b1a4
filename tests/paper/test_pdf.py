"""A sheet on paper: all of it is there, it can be read, and nothing is torn apart."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from PIL import ImageChops

from kiosk.drawing.palette import LIGHT, Rgba
from kiosk.paper import style
from kiosk.paper.blocks import UNITS
from kiosk.paper.pdf import pdf
from kiosk.paper.sheet import Entry, Section, Sheet
from tests.paper.reading import Printed

ROSA = Entry("🎂", "Rosa", "Birthday today", festive=True)
JACK = Entry("🎂", "Jack", "Birthday last Thursday · not wished yet")
LONG_DETAIL = "Cake order went wrong, make it right. " * 7 + "Thank you! Mia"
LONG_NAME = "Featherstonehaugh" * 8
ARABIC, HEBREW = "نور الهدى", "שרה לוי"
BRIEFING = Sheet(
    "Before we open",
    "Tuesday 24 November · Corner Bakery",
    (
        Section("Celebrating", (ROSA, JACK)),
        Section("Likely today", (Entry("🕘", "Olena", "Lunch, Tuesday to Thursday"),), "and 12 more"),
        Section("To put right", (Entry("🔧", "Tom", LONG_DETAIL),)),
    ),
    "For the team only",
)


def sheet(*sections: Section) -> Sheet:
    return Sheet("Before we open", "Tuesday 24 November", sections)


def guests(count: int, first: int = 1) -> tuple[Entry, ...]:
    return tuple(Entry("🕘", f"Guest {n}", f"Comes about {n} o’clock") for n in range(first, first + count))


def test_all_that_is_said_can_be_found() -> None:
    [text] = Printed(BRIEFING).texts()
    said = [BRIEFING.title, BRIEFING.subtitle, BRIEFING.footer, "and 12 more"]
    for section in BRIEFING.sections:
        said += [section.title, *(entry.title for entry in section.entries)]
        said += [entry.detail for entry in section.entries]
    assert [words for words in said if words not in text] == []


def test_one_page_has_no_number() -> None:
    [text] = Printed(BRIEFING).texts()
    assert "1/1" not in text


def test_a_long_sheet_flows_on_over_numbered_pages() -> None:
    printed = Printed(sheet(Section("Likely today", guests(70))))
    texts = printed.texts()
    assert [text[-3:] for text in texts] == ["1/3", "2/3", "3/3"]
    spots = [printed.find(f"Guest {n}") for n in range(1, 71)]
    assert spots == sorted(spots, key=lambda spot: (spot.page, round(spot.x), -spot.y))
    assert len({(spot.page, round(spot.x)) for spot in spots}) == 6


@pytest.mark.parametrize("count", range(1, 28))
def test_a_heading_never_stands_alone_and_no_card_is_split(count: int) -> None:
    more = Section("Away for long", guests(3, first=count + 1), "and 9 more")
    printed = Printed(sheet(Section("Likely today", guests(count)), more))
    heading, first = printed.find("Away for long"), printed.find(f"Guest {count + 1}")
    assert heading.page == first.page
    assert 0 < heading.y - first.y < 50
    for n in range(1, count + 4):
        title, detail = printed.find(f"Guest {n}"), printed.find(f"Comes about {n} o’clock")
        assert title.page == detail.page
        assert 0 < title.y - detail.y < 20
    last, said_last = printed.find(f"Guest {count + 3}"), printed.find("and 9 more")
    assert last.page == said_last.page
    assert 0 < last.y - said_last.y < 60


def test_nothing_leaves_the_margins() -> None:
    hard = Entry("👩‍👩‍👧‍👦", LONG_NAME, LONG_DETAIL), Entry("🎂", ARABIC * 9, HEBREW * 20, festive=True)
    printed = Printed(Sheet(LONG_NAME, LONG_DETAIL, (Section(LONG_NAME, hard * 9, LONG_NAME),), LONG_DETAIL))
    margin = style.MARGIN / UNITS
    for page, picture in zip(printed.pages, printed.pictures(), strict=True):
        left, top, right, bottom = ImageChops.invert(picture).getbbox() or (0, 0, 0, 0)
        assert min(left, top) / 2 >= margin - 1
        assert right / 2 <= page.get_width() - margin + 1
        assert bottom / 2 <= page.get_height() - margin + 1


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_right_to_left_name_stands_at_the_right(name: str) -> None:
    printed = Printed(sheet(Section("Likely today", (Entry("🕘", name, "Tuesdays about 8"),))))
    # What is read back goes from left to right.
    assert name[::-1] in printed.texts()[0]
    assert printed.find(name[::-1].split()[0]).x > printed.find("Tuesdays about 8").x + 50


def test_a_page_from_right_to_left_is_turned_and_its_words_are_not() -> None:
    printed = Printed(replace(BRIEFING, title=ARABIC, right_to_left=True))
    [text] = printed.texts()
    assert all(said in text for said in ("Rosa", "Birthday today", BRIEFING.footer))
    middle = style.WIDTH / UNITS / 2
    assert printed.find("Rosa").x > middle
    assert Printed(BRIEFING).find("Rosa").x < middle


def test_only_a_celebration_is_marigold() -> None:
    assert shows(LIGHT.marigold_wash, Printed(sheet(Section("Celebrating", (ROSA,)))))
    assert not shows(LIGHT.marigold_wash, Printed(sheet(Section("Celebrating", (JACK,)))))


def shows(color: Rgba, printed: Printed) -> bool:
    colors = printed.pictures()[0].getcolors(1 << 24)
    return tuple(round(part * 255) for part in color[:3]) in {value for _, value in colors or []}


def test_the_paper_is_a4_and_white() -> None:
    printed = Printed(BRIEFING)
    size = printed.pages[0].get_size()
    assert size == pytest.approx((595.28, 841.89), abs=0.2)
    assert printed.pictures()[0].getpixel((2, 2)) == (255, 255, 255)


def test_emoji_are_sharp_in_print() -> None:
    inches = style.PICTURE.px / UNITS / 72
    assert Printed(BRIEFING).narrowest_bitmap() / inches > 300


def test_a_sentence_may_stand_where_there_are_no_cards() -> None:
    printed = Printed(sheet(Section("", (), "Nothing special today.")))
    assert printed.texts() == ["Before we open Tuesday 24 November Nothing special today."]


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    assert Printed(sheet(Section("Celebrating", ()))).texts() == ["Before we open Tuesday 24 November"]


def test_the_same_sheet_is_the_same_file_in_any_thread() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(pdf, [BRIEFING] * 12)) == {pdf(BRIEFING)}
