"""What a hand can point with is told as it is: what a finger can touch is well, and only that."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from kiosk.health.finding import Finding, State
from kiosk.health.pointers import Kind, pointers

Found = Callable[..., list[Finding]]
GREEN, AMBER, RED = State.GREEN, State.AMBER, State.RED
INPUT = "sys/class/input"

# What Linux tells of each: its properties, keys, relative and absolute axes.
DISPLAY_OF_THE_PI = ("2", "400 0 0 0 0 0", "0", "260800000000003")
SINGLE_TOUCH = ("0", "400 0 0 0 0 0", "0", "1000003")
SINGLE_TOUCH_WITHOUT_A_KEY = ("2", "0", "0", "3")
MOUSE_THAT_TELLS_PLACES = ("0", "70000 0 0 0 0", "100", "3")
MOUSE = ("0", "1f0000 0 0 0 0", "103", "0")
TOUCHPAD = ("5", "e520 10000 0 0 0 0", "0", "2e0800000000003")
PEN = ("2", "1c03 0 0 0 0 0", "0", "d000003")
REMOTE_CONTROL = ("20", "ffc 0 0 0 0 0 10004 fc000 8000000000 0", "3", "0")
KEYBOARD = ("0", "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe", "0", "0")
SENSOR_OF_TILTING = ("40", "0", "0", "7")

Bits = tuple[str, str, str, str]


def plug_in(root: Path, number: int, name: str, bits: Bits) -> None:
    device = root / INPUT / f"event{number}/device"
    (device / "capabilities").mkdir(parents=True)
    (device / "name").write_text(f"{name}\n")
    for file, told in zip(
        ("properties", *(f"capabilities/{x}" for x in ("key", "rel", "abs"))), bits, strict=True
    ):
        (device / file).write_text(f"{told}\n")


@pytest.fixture
def bare(pi: Path) -> Path:
    """A machine with nothing to point with."""
    rmtree(pi / INPUT)
    return pi


@pytest.mark.parametrize(
    ("bits", "kind"),
    [
        (DISPLAY_OF_THE_PI, Kind.TOUCH_SCREEN),
        (SINGLE_TOUCH, Kind.TOUCH_SCREEN),
        (SINGLE_TOUCH_WITHOUT_A_KEY, Kind.TOUCH_SCREEN),
        (MOUSE_THAT_TELLS_PLACES, Kind.ABSOLUTE),
        (MOUSE, Kind.MOUSE),
        (TOUCHPAD, None),
        (PEN, None),
        (REMOTE_CONTROL, None),
        (KEYBOARD, None),
        (SENSOR_OF_TILTING, None),
    ],
)
def test_devices_are_sorted_as_udev_does(bits: Bits, kind: Kind | None, bare: Path) -> None:
    plug_in(bare, 0, "It", bits)
    assert [one.kind for one in pointers(bare)] == ([] if kind is None else [kind])


def test_a_touch_screen_is_green_and_the_mouse_it_also_pretends_to_be_is_not_told(
    found: Found, bare: Path
) -> None:
    plug_in(bare, 0, "ILITEK-TP Mouse", MOUSE_THAT_TELLS_PLACES)
    plug_in(bare, 1, "ILITEK-TP", DISPLAY_OF_THE_PI)
    assert [(one.state, one.says) for one in found("touch", access=always)] == [
        (GREEN, "ILITEK-TP is there.")
    ]


def test_what_points_straight_at_a_place_is_as_good_as_a_finger(found: Found, bare: Path) -> None:
    plug_in(bare, 0, "QEMU QEMU USB Tablet", MOUSE_THAT_TELLS_PLACES)
    (touch,) = found("touch", access=always)
    assert touch.state is GREEN
    assert touch.says == "QEMU QEMU USB Tablet is there: like a finger, it touches the very place."


def test_a_mouse_is_no_touch_screen(found: Found, bare: Path) -> None:
    plug_in(bare, 0, "A mouse", MOUSE)
    (touch,) = found("touch")
    assert (touch.state, touch.says) == (AMBER, "No touch screen is found; a mouse works as well.")


def test_without_anything_to_point_with_it_is_red(found: Found, bare: Path) -> None:
    plug_in(bare, 0, "vc4-hdmi-0", REMOTE_CONTROL)
    (touch,) = found("touch")
    assert (touch.state, touch.says) == (RED, "There is nothing to touch or to point with.")


def test_a_touch_screen_that_this_account_may_not_read_is_red(found: Found, pi: Path) -> None:
    screen = pi / "dev/input/event0"
    (touch,) = found("touch", access=lambda file, mode: file != screen or not mode & os.R_OK)
    assert (touch.state, touch.do) == (
        RED,
        "sudo usermod -aG input greeting-kiosk && sudo systemctl restart greeting-kiosk",
    )


def always(_file: Path, _mode: int) -> bool:
    return True
