"""Finding the display's card, in a folder shaped like Linux's /sys/class/drm."""

from pathlib import Path

import pytest

from kiosk.machine.display_card import PluggedIn, connected_card, connected_outputs, point_sdl_to_it


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """A Raspberry Pi 5: rendering is one card, HDMI another, the ribbon display a third."""
    for connector, status in {
        "card1-HDMI-A-1": "disconnected",
        "card1-HDMI-A-2": "disconnected",
        "card1-Writeback-1": "unknown",
        "card10-DSI-1": "connected",
    }.items():
        (tmp_path / connector).mkdir()
        (tmp_path / connector / "status").write_text(f"{status}\n")
    for other in ("card0", "card1", "card10", "renderD128", "version"):
        (tmp_path / other).mkdir()
    return tmp_path


def plug_in(cards: Path, connector: str) -> None:
    (cards / connector / "status").write_text("connected\n")


def test_the_card_is_the_one_with_a_display_on_it(cards: Path) -> None:
    assert connected_card(cards) == 10


def test_with_two_displays_it_is_the_lower_number_as_a_number(cards: Path) -> None:
    (cards / "card9-HDMI-A-1").mkdir()
    plug_in(cards, "card9-HDMI-A-1")
    assert connected_card(cards) == 9


def test_without_a_display_there_is_none(cards: Path, tmp_path: Path) -> None:
    (cards / "card10-DSI-1" / "status").write_text("disconnected\n")
    assert connected_card(cards) is None
    assert connected_card(tmp_path / "no-graphics") is None


def test_sdl_is_pointed_to_it_where_there_is_no_desktop(cards: Path) -> None:
    environment = {"SDL_VIDEODRIVER": "kmsdrm"}
    assert point_sdl_to_it(environment, cards)
    assert environment["SDL_KMSDRM_DEVICE_INDEX"] == "10"


def test_a_technician_who_has_chosen_a_card_is_heeded(cards: Path) -> None:
    environment = {"SDL_VIDEODRIVER": "kmsdrm", "SDL_KMSDRM_DEVICE_INDEX": "1"}
    assert point_sdl_to_it(environment, cards)
    assert environment["SDL_KMSDRM_DEVICE_INDEX"] == "1"


def test_on_a_desktop_nothing_is_chosen(tmp_path: Path) -> None:
    environment: dict[str, str] = {"DISPLAY": ":0"}
    assert point_sdl_to_it(environment, tmp_path)
    assert environment == {"DISPLAY": ":0"}


def test_no_display_for_it_is_said(tmp_path: Path) -> None:
    environment = {"SDL_VIDEODRIVER": "kmsdrm"}
    assert not point_sdl_to_it(environment, tmp_path)
    assert environment == {"SDL_VIDEODRIVER": "kmsdrm"}


def test_a_display_that_comes_back_is_noticed_once(cards: Path) -> None:
    watch = PluggedIn(lambda: connected_outputs(cards))
    (cards / "card10-DSI-1" / "status").write_text("disconnected\n")
    assert not watch.look()
    plug_in(cards, "card10-DSI-1")
    assert watch.look()
    assert not watch.look()


def test_a_display_in_another_socket_is_noticed_too(cards: Path) -> None:
    watch = PluggedIn(lambda: connected_outputs(cards))
    assert not watch.look()
    plug_in(cards, "card1-HDMI-A-2")
    assert watch.look()
