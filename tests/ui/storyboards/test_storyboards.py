"""Every flow, told to the real app at every size, in English and in Arabic; its pictures kept and compared.

`make pictures` takes them anew; look at each one that changed before it is committed.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.settings import Display, Shop, Staff
from kiosk.ui.widgets import hold_button
from tests.ui.conftest import OpenCounter
from tests.ui.counter import Counter
from tests.ui.sample import Language
from tests.ui.staff_shop import ShopWithPins
from tests.ui.storyboards.album import ALBUM, looks_as_kept, picture_of
from tests.ui.storyboards.cashier import Cashier
from tests.ui.storyboards.flows import COFFEE, COVERED, DESSERT, SIGNING_IN, USUAL, Flow

pytestmark = [
    pytest.mark.parametrize("language", ["en", "ar"]),
    pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)]),
]


def test_every_flow_looks_as_it_was_accepted(
    open_counter: OpenCounter, width: int, height: int, language: Language, tmp_path: Path
) -> None:
    gestures = tuple(gesture[language == "ar"] for gesture in (COFFEE, DESSERT))
    counter = open_counter(
        Display(width=width, height=height), shop=Shop(language=language, gestures=gestures)
    )
    tell(USUAL, counter, f"{language}-{width}x{height}", tmp_path)


def test_signing_in_looks_as_it_was_accepted(
    open_counter: OpenCounter,
    database_file: Path,
    width: int,
    height: int,
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hold_button, "HELD_FOR", 0.05)
    shop = ShopWithPins(database_file)
    display = Display(width=width, height=height)
    counter = open_counter(display, shop=Shop(language=language), staff=Staff(sign_in="pin"))
    tell(SIGNING_IN, counter, f"{language}-{width}x{height}", tmp_path, shop.pins)


def test_covered_notes_look_as_it_was_accepted(
    open_counter: OpenCounter, width: int, height: int, language: Language, tmp_path: Path
) -> None:
    counter = open_counter(
        Display(width=width, height=height, cover_notes=True), shop=Shop(language=language)
    )
    tell(COVERED, counter, f"{language}-{width}x{height}", tmp_path)


def tell(
    flows: Iterable[Flow], counter: Counter, where: str, taken: Path, pins: dict[str, str] | None = None
) -> None:
    """Go through the flows, one after the other, and compare each picture with the one that is kept."""
    cashier, different = Cashier(counter, pins or {}), []
    for flow in flows:
        for step in flow(cashier):
            file = Path(flow.__name__.replace("_", "-"), f"{step}-{where}.png")
            picture = picture_of(counter)
            if not looks_as_kept(picture, ALBUM / file):
                (taken / file).parent.mkdir(exist_ok=True)
                picture.save(taken / file)
                different.append(str(file))
    assert not different, f"these look different, see {taken}; “make pictures” accepts them: {different}"
