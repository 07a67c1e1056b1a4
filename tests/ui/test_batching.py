"""Texts and panels in one draw call: where they stand, what is seen of them, and that nothing is left out."""

from collections.abc import Callable, Iterator

import pytest

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from ctypes import c_void_p

from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.drawing.shapes import set_color
from kiosk.ui.batching import Batch, Box, Quads
from kiosk.ui.batching.atlas import Atlas, AtlasFull
from kiosk.ui.widgets import Panel, Text
from kiosk.ui.widgets.mirror import set_mirrored

CANVAS = Box(0, 0, 100, 100)
Corner = tuple[float, float, float, float]


def draw_nothing(context: c_void_p) -> None:
    set_color(context, (0, 0, 0))


@pytest.fixture
def atlas() -> Atlas:
    return Atlas(64, 64)


@pytest.fixture
def quads(atlas: Atlas) -> Callable[..., Quads]:
    """Quads in an atlas, of a canvas that is mirrored or not."""
    return lambda mirrored=False: Quads(atlas, CANVAS, mirrored)


def corners(quads: Quads) -> list[Corner]:
    """The corners, each with x and y on the canvas and the pixel of the atlas."""
    numbers = iter(quads.vertices)
    return [(x, y, round(u * 64), round(v * 64)) for x, y, u, v in zip(*[numbers] * 4, strict=True)]


def test_a_picture_stands_with_its_first_row_at_the_top(quads: Callable[..., Quads]) -> None:
    all_of_it = quads()
    all_of_it.picture("one", 10, 20, (8, 4), draw_nothing)
    assert corners(all_of_it) == [(10, 20, 0, 4), (18, 20, 8, 4), (10, 24, 0, 0), (18, 24, 8, 0)]
    assert all_of_it.indices == [0, 1, 3, 0, 3, 2]


def test_on_a_mirrored_canvas_a_picture_is_turned_back(quads: Callable[..., Quads]) -> None:
    turned = quads(mirrored=True)
    turned.picture("one", 10, 20, (8, 4), draw_nothing)
    assert corners(turned)[:2] == [(10, 20, 8, 4), (18, 20, 0, 4)]


def test_what_stands_out_of_the_clip_is_cut_off_on_every_side(quads: Callable[..., Quads]) -> None:
    cut = quads()
    cut.clip = Box(12, 21, 15, 23)
    cut.picture("one", 10, 20, (8, 4), draw_nothing)
    assert corners(cut) == [(12, 21, 2, 3), (15, 21, 5, 3), (12, 23, 2, 1), (15, 23, 5, 1)]


def test_what_is_cut_off_of_a_picture_that_is_turned_back_is_its_other_end(
    quads: Callable[..., Quads],
) -> None:
    cut = quads(mirrored=True)
    cut.clip = Box(12, 20, 18, 24)
    cut.picture("one", 10, 20, (8, 4), draw_nothing)
    assert corners(cut)[:2] == [(12, 20, 6, 4), (18, 20, 0, 4)]


def test_nothing_is_added_for_what_is_not_seen_at_all(quads: Callable[..., Quads]) -> None:
    none = quads()
    none.picture("one", 100, 20, (8, 4), draw_nothing)
    assert none.vertices == []


def test_of_a_picture_wider_than_the_atlas_only_what_is_seen_is_drawn(quads: Callable[..., Quads]) -> None:
    wide = quads()
    wide.clip = Box(0, 0, 50, 100)
    wide.picture("wide", -200, 0, (5000, 10), draw_nothing)
    assert corners(wide)[:2] == [(0, 0, 0, 10), (50, 0, 50, 10)]


def test_a_frame_keeps_its_corners_and_stretches_what_is_between(quads: Callable[..., Quads]) -> None:
    framed = quads()
    framed.frame("card", Box(0, 0, 50, 30), 3, lambda context, _width, _height: draw_nothing(context))
    assert [corner[0] for corner in corners(framed)[:4]] == [0, 3, 47, 50]
    assert [corner[2] for corner in corners(framed)[:4]] == [0, 3, 4, 7]
    assert [corner[1] for corner in corners(framed)[::4]] == [0, 3, 27, 30]


def test_a_frame_lower_than_its_corners_is_drawn_as_high_as_it_is(quads: Callable[..., Quads]) -> None:
    drawn: list[tuple[int, int]] = []
    low = quads()
    low.frame("pill", Box(0, 0, 50, 5), 3, lambda _context, width, height: drawn.append((width, height)))
    assert drawn == [(7, 5)]
    assert [corner[1] for corner in corners(low)[::4]] == [0, 2, 3, 5]


def test_a_picture_is_drawn_once_until_the_atlas_is_cleared(atlas: Atlas) -> None:
    drawn: list[str] = []
    for _ in range(2):
        atlas.slot("one", 8, 8, lambda _context: drawn.append("one"))
    atlas.clear()
    atlas.slot("one", 8, 8, lambda _context: drawn.append("one"))
    assert len(drawn) == 2


def test_a_full_atlas_says_so(atlas: Atlas) -> None:
    atlas.slot("one", 64, 40, draw_nothing)
    with pytest.raises(AtlasFull):
        atlas.slot("two", 64, 40, draw_nothing)


def test_no_two_pictures_share_a_pixel(atlas: Atlas) -> None:
    slots = [atlas.slot(n, 15, 9, draw_nothing) for n in range(24)]
    taken = [(x, y) for slot in slots for x in range(slot.x, slot.x + 15) for y in range(slot.y, slot.y + 9)]
    assert len(set(taken)) == len(taken)


@pytest.fixture
def root() -> Iterator[Widget]:
    """A widget whose texts and panels are drawn in one batch."""
    widget = Widget(size=(800, 600), size_hint=(None, None))
    widget.batch = Batch(widget)
    yield widget
    set_mirrored(False)


def drawn(root: Widget) -> int:
    """How many corners the mesh has, once what waits for the next frame is done."""
    Clock.tick_draw()
    return len(root.batch._mesh.vertices) // 4


def test_a_panel_and_a_text_are_drawn_in_the_order_of_the_tree(root: Widget) -> None:
    panel = Panel(size=(200, 100), size_hint=(None, None))
    panel.add_widget(Text(text="on it"))
    root.add_widget(panel)
    assert drawn(root) == 16 + 4
    assert list(root.batch._mesh.vertices[:2]) == [0, 0]


def test_what_is_taken_off_deep_in_the_tree_is_gone_from_the_next_frame(root: Widget) -> None:
    between = Widget()
    root.add_widget(between)
    between.add_widget(text := Text(text="here"))
    assert drawn(root) == 4
    between.remove_widget(text)
    assert drawn(root) == 0
    between.add_widget(text)
    assert drawn(root) == 4


def test_what_is_veiled_is_not_drawn(root: Widget) -> None:
    root.add_widget(text := Text(text="secret"))
    text.veiled = True
    assert drawn(root) == 0


def test_more_than_the_atlas_holds_is_drawn_all_the_same(root: Widget) -> None:
    root.batch._atlas = small = Atlas(256, 64)
    for n in range(40):
        root.add_widget(Text(text=f"number {n}", px=30, pos=(0, 10 * n)))
    assert drawn(root) == 40 * 4
    assert root.batch._atlas.height > small.height
    assert root.batch._mesh.texture is root.batch._atlas.texture
