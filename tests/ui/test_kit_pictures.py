"""Pictures of each part of the kit alone, light and dark: above in English, below in Arabic and mirrored."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from kivy.app import App
from kivy.base import EventLoop, runTouchApp
from kivy.core.window import Window
from kivy.uix.widget import Widget
from PIL import Image

from kiosk.drawing.palette import PALETTES
from kiosk.machine.density import pixels_per_inch
from kiosk.ui.glass import Glass
from kiosk.ui.photograph import photograph
from kiosk.ui.sizes import Eye, sizes
from kiosk.ui.widgets.mirror import set_mirrored
from tests.ui.kit_boards import ARABIC, BOARDS, ENGLISH
from tests.ui.test_pictures import ACCEPTED, looks_alike

SIZE = 1280, 640


class KitApp(App):  # type: ignore[misc]
    """As much of a kiosk as the parts ask for."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        self.palette, self.left_handed, self.cover = PALETTES[theme], False, ""
        self.sizes = sizes(1280, 800, Eye(pixels_per_inch(1280, 800, None), 500))

    def build(self) -> Widget:
        """The glass, on which the boards are put."""
        Window.clearcolor = self.palette.paper
        return Glass()


@contextmanager
def kit(theme: str, mirrored: bool) -> Iterator[Glass]:
    """A glass in one direction."""
    Window.size = SIZE
    set_mirrored(mirrored)
    app = KitApp(theme)
    app._run_prepare()
    runTouchApp(embedded=True)
    try:
        yield app.root
    finally:
        Window.remove_widget(app.root)
        app._stop()
        set_mirrored(False)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_part_looks_as_it_was_accepted(theme: Literal["light", "dark"], tmp_path: Path) -> None:
    for mirrored, said in ((False, ENGLISH), (True, ARABIC)):
        with kit(theme, mirrored) as glass:
            for part, board in BOARDS.items():
                place = Widget(size=SIZE)
                glass.put(place)
                board(place, said)
                for _ in range(3):
                    EventLoop.idle()
                photograph(tmp_path / f"{part}-{mirrored}.png")
    different = []
    for part in BOARDS:
        file = f"kit-{part}{'-dark' if theme == 'dark' else ''}.png"
        both = [Image.open(tmp_path / f"{part}-{mirrored}.png").convert("RGB") for mirrored in (False, True)]
        picture = Image.new("RGB", (SIZE[0], 2 * SIZE[1]))
        for n, one in enumerate(both):
            picture.paste(one, (0, n * SIZE[1]))
        picture.save(tmp_path / file)
        different += [] if looks_alike(tmp_path / file, ACCEPTED / file) else [file]
    assert not different, f"these look different, see {tmp_path}; “make pictures” accepts them"
