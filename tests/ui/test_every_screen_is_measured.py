"""No screen is left out where all are measured, at every size, in every language and scale of type."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
import pkgutil
from importlib import import_module
from pathlib import Path

from kivy.uix.widget import Widget

from kiosk.settings import Staff
from kiosk.ui import screens
from tests.ui import test_editors_measured, test_measured, test_staff_measured
from tests.ui.conftest import OpenCounter
from tests.ui.counter import Counter
from tests.ui.profiles import profile
from tests.ui.staff_shop import ShopWithPins


def test_every_screen_stands_on_the_glass_in_one_of_the_scenes(
    open_counter: OpenCounter, database_file: Path
) -> None:
    def on_glass(counter: Counter) -> type[Widget]:
        return type(counter.app.navigator.glass.screen)

    seen = set[type[Widget]]()
    counter = open_counter()
    for scene in test_measured.SCENES.values():
        scene(counter)
        seen.add(on_glass(counter))
    jack = profile(counter, test_editors_measured.JACK, database_file)
    for editor in test_editors_measured.EDITORS.values():
        editor(counter, jack)
        seen.add(on_glass(counter))
    counter.leave()
    shop = ShopWithPins(database_file)
    counter = open_counter(staff=Staff(sign_in="pin"))
    seen |= {on_glass(counter) for _ in test_staff_measured.scenes(counter, shop)}
    assert sorted(screen.__name__ for screen in all_screens() - seen) == []


def all_screens() -> set[type[Widget]]:
    """Every class of a screen, but for those that others are made of."""
    named = {
        kind
        for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}.")
        for name, kind in vars(import_module(module.name)).items()
        if name.endswith("Screen")
    }
    return {kind for kind in named if not kind.__subclasses__()}
