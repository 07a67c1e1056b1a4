"""A board for each part of the kit: all its states, in one language and with a name in another script."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from collections.abc import Callable, Mapping
from typing import NamedTuple

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui.widgets import FooterBar, HeaderBar, Pager, TapButton, TickBox
from kiosk.ui.widgets.ask_twice import AskTwice
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.empty_state import EmptyState
from kiosk.ui.widgets.field import Field
from kiosk.ui.widgets.labelled import Row
from kiosk.ui.widgets.question import Question
from kiosk.ui.widgets.toast import Toast
from kiosk.ui.widgets.value_row import Value, ValueRow


class Said(NamedTuple):
    """Words to put on the parts; `mixed` is a sentence with a name in the other script."""

    title: str
    mixed: str
    close: str
    other: str
    sentence: str
    few: tuple[str, ...]
    many: tuple[str, ...]


ENGLISH = Said(
    title="A note about Jack",
    mixed="A note about نور الهدى 2024",
    close="Cancel",
    other="Show Jack this page",
    sentence="Please pick a day first.",
    few=("Yes", "No"),
    many=("Nobody", "Alice", "نور", "Maximilian-Alexander", "Zoe", "Siobhán", "Wilhelmina Featherstonehaugh"),
)
ARABIC = Said(
    title="ملاحظة عن نور",
    mixed="ملاحظة عن Jack Okafor 2024",
    close="إلغاء",
    other="عرض هذه الصفحة",
    sentence="اختر يومًا أولًا.",
    few=("نعم", "لا"),
    many=("لا أحد", "نور", "Jack", "Maximilian-Alexander", "سمير", "ليلى", "عبد الرحمن بن عوف"),
)


class Place(Widget):  # type: ignore[misc]
    """A part of the board that a part takes for a screen."""


def put(board: Widget, widget: Widget, x: float, top: float) -> float:
    """Put a part on the board; returns how far down it reaches."""
    board.add_widget(widget)
    widget.x, widget.top = x, top
    return float(widget.y)


def stand_rows(board: Widget, rows: list[Row]) -> None:
    """Under each other over the whole width."""
    sizes = App.get_running_app().sizes
    top = board.top - 4 * sizes.unit
    for row in rows:
        board.add_widget(row)
        top = row.stand(8 * sizes.unit, top, board.width - 16 * sizes.unit, sizes.control) - 4 * sizes.unit


def screens(board: Widget, count: int) -> list[Widget]:
    """So many places of the same height, one above the other."""
    height = board.height / count
    return [
        Place(pos=(board.x, board.top - (n + 1) * height), size=(board.width, height)) for n in range(count)
    ]


def buttons(board: Widget, said: Said) -> None:
    x, unit = board.x, App.get_running_app().sizes.unit
    states = [{}, {"main": True}, {"main": True, "off": True}, {"pressed": True}]
    for n, (text, mixed) in enumerate(zip((said.other, said.close) * 2, (said.mixed,) * 4, strict=True)):
        below = put(
            board, TapButton(text=text, **states[n]), x + 8 * unit, board.top - 4 * unit - 20 * unit * n
        )
        put(board, TapButton(text=mixed, **states[n]), x + 110 * unit, below + 16 * unit)
    for n, asking in enumerate((False, True)):
        ask = AskTwice(word=said.close, really=said.sentence, asking=asking)
        put(board, ask, x + 8 * unit, board.top - (90 + 20 * n) * unit)


def headers(board: Widget, said: Said) -> None:
    shown = [
        HeaderBar(title=said.title, close_word=said.close),
        HeaderBar(title=said.mixed, close_word=said.close, line=said.sentence),
        HeaderBar(title=f"{said.mixed} {said.mixed}", close_word=said.close, refused=said.sentence),
        HeaderBar(title=said.title, close_word=said.close),
    ]
    pager = Pager()
    pager.tell(2, 12)
    shown[1].put_beside(TapButton(text=said.other))
    shown[3].put_beside(pager, TapButton(text=said.other), TapButton(text=said.mixed, main=True))
    for header, place in zip(shown, screens(board, len(shown)), strict=True):
        board.add_widget(header)
        header.stand(place, 1)


def footers(board: Widget, said: Said) -> None:
    for n, place in enumerate(screens(board, 4)):
        footer = FooterBar(why_not=said.sentence if n in (1, 2) else "")
        footer.save.text, footer.remove.word, footer.remove.really = said.few[0], said.close, said.mixed
        footer.remove.asking = n == 3
        board.add_widget(footer)
        footer.stand(place)
        if n == 2:
            footer.save.dispatch("on_off")


def fields(board: Widget, said: Said) -> None:
    rows = [Field() for _ in range(4)]
    for row, text in zip(rows, (said.title, said.mixed, "", said.many[-1]), strict=True):
        row.label.text = said.other
        row.set_type(App.get_running_app().sizes.title)
        row.field.put(text)
    rows[2].field.placeholder = said.mixed
    stand_rows(board, list(rows))


def tick_boxes(board: Widget, said: Said) -> None:
    unit, below = App.get_running_app().sizes.unit, board.top - 4 * App.get_running_app().sizes.unit
    for n, text in enumerate((said.title, said.mixed, f"{said.mixed} {said.sentence} " * 3)):
        for chosen, x in ((False, 8), (True, 160)):
            box = TickBox(text=text.strip(), chosen=chosen, pressed=n == 1)
            box.wrap(145 * unit)
            lowest = put(board, box, board.x + x * unit, below)
        below = lowest - 4 * unit


def questions(board: Widget, said: Said) -> None:
    two, tall = Question(), Question(columns=4, tall=True)
    several, many, shut = Question(), Question(), Question()
    two.ask(said.title, [Option(n, text) for n, text in enumerate(said.few)], 1)
    several.ask(said.mixed, [Option(n, text) for n, text in enumerate(said.many[:4])], 2, said.sentence)
    many.ask(said.other, [Option(n, text) for n, text in enumerate(said.many)], 0)
    shut.ask(said.title, [Option(n, text, "🎂") for n, text in enumerate(said.many[:3])], None)
    tall.ask("", [Option(n, text, "💛") for n, text in enumerate(said.many[:4])], 3)
    tall.most = 26 * App.get_running_app().sizes.unit
    stand_rows(board, [two, several, many, shut, tall])


def values(board: Widget, said: Said) -> None:
    def nothing() -> None:
        """It is only looked at."""

    one, two, long = ValueRow(), ValueRow(), ValueRow()
    one.show(said.title, [Value(said.mixed, nothing)])
    two.show(said.other, [Value(said.title, nothing), Value(said.sentence, nothing, missing=True)])
    long.show("", [Value(f"{said.mixed} {said.sentence} " * 4, nothing, picture="✏️")])
    stand_rows(board, [one, two, long])


def pagers(board: Widget, _said: Said) -> None:
    unit = App.get_running_app().sizes.unit
    for n, (page, pages) in enumerate([(1, 1), (1, 2), (2, 12), (11, 12)]):
        pager = Pager()
        pager.tell(page, pages)
        put(board, pager, board.x + 8 * unit, board.top - (4 + 20 * n) * unit)


def toasts(board: Widget, said: Said) -> None:
    unit = App.get_running_app().sizes.unit
    for n, (text, width) in enumerate([(said.sentence, 300), (said.mixed, 300), (said.mixed * 3, 90)]):
        toast = Toast()
        toast.say(text, width * unit)
        put(board, toast, board.x + 8 * unit, board.top - (4 + 24 * n) * unit)


def empty_states(board: Widget, said: Said) -> None:
    shown = [
        EmptyState(picture="🍃", sentence=said.sentence),
        EmptyState(picture="💳", title="… 0018", sentence=said.mixed),
        EmptyState(picture="👋", sentence=f"{said.mixed} " * 4, word=said.other),
    ]
    wide = board.width / len(shown)
    for n, state in enumerate(shown):
        board.add_widget(state)
        state.stand(board.x + n * wide, board.y, wide, board.height)


BOARDS: Mapping[str, Callable[[Widget, Said], None]] = {
    "button": buttons,
    "header-bar": headers,
    "footer-bar": footers,
    "field": fields,
    "tick-box": tick_boxes,
    "choice": questions,
    "value-row": values,
    "pager": pagers,
    "toast": toasts,
    "empty-state": empty_states,
}
