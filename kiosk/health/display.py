"""The display: connected, and as wide as the settings believe."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.health.examination import Examination, amber, green, red, text_of
from kiosk.health.finding import Finding
from kiosk.health.renderer import turn_on_graphics
from kiosk.machine.density import MM_PER_INCH, pixels_per_inch
from kiosk.machine.display_card import connected_outputs
from kiosk.people.words import filled

NAME = "display"

_FAR_OFF = 0.1
_DETAILED_TIMING, _SHORTEST_EDID = 54, 128


@dataclass(frozen=True, slots=True)
class Output:
    """A connector with a display on it; its size in millimetres is (0, 0) where the display does not say."""

    name: str
    mode: str
    driver: str
    size_mm: tuple[int, int]


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words = case.words
    cards = case.root / "sys/class/drm"
    outputs = connected(cards)
    if not any(cards.glob("card*")):
        says = words.gettext("The kernel knows of no graphics card here.")
        yield amber(NAME, says=says, do=turn_on_graphics(case))
    elif not outputs:
        says = words.gettext("No display is connected.")
        yield red(NAME, says=says, do=words.gettext("Check its cable and its power, then restart."))
    for output in outputs:
        yield _one(case, output)


def connected(cards: Path) -> list[Output]:
    """Every display that is plugged in; `cards` is /sys/class/drm."""
    return [
        Output(
            name=folder.name.partition("-")[2],
            mode=next(iter(text_of(folder / "modes").splitlines()), ""),
            driver=(cards / folder.name.partition("-")[0] / "device/driver").resolve().name,
            size_mm=size_in(_bytes(folder / "edid")),
        )
        for folder in sorted(cards / name for name in connected_outputs(cards))
    ]


def size_in(edid: bytes) -> tuple[int, int]:
    """Width and height of the picture in millimetres, from the first detailed timing of an EDID."""
    timing = edid[_DETAILED_TIMING : _DETAILED_TIMING + 18]
    if len(edid) < _SHORTEST_EDID or timing[:2] == b"\0\0":
        return 0, 0
    return timing[12] | (timing[14] & 0xF0) << 4, timing[13] | (timing[14] & 0x0F) << 8


def _one(case: Examination, output: Output) -> Finding:
    words, (width, height) = case.words, _as_it_hangs(case, output.size_mm)
    told = {"name": output.name, "mode": output.mode.replace("x", "×"), "driver": output.driver}
    believed, is_measured = round(_believed_width(case)), case.settings.display.width_mm is not None
    if not width:
        says = filled(words.gettext("{name}, {mode}, driver {driver}; it does not tell its size."), **told)
        do = words.gettext(
            "The letters are drawn for {believed} mm: measure the picture, and set width_mm in [display]."
        )
        return (
            green(NAME, says=says) if is_measured else amber(NAME, says=says, do=do.format(believed=believed))
        )
    says = words.gettext("{name}, {mode}, {size} mm, driver {driver}.")
    says = filled(says, **told, size=f"{width} × {height}")
    # What somebody has measured counts more than what a display tells.
    if not is_measured and abs(believed - width) > _FAR_OFF * width:
        do = words.gettext(
            "The letters are drawn for {believed} mm: set width_mm = {width}.0 in [display], or measure."
        )
        return amber(NAME, says=says, do=do.format(believed=believed, width=width))
    return green(NAME, says=says)


def _as_it_hangs(case: Examination, size: tuple[int, int]) -> tuple[int, int]:
    """A display that hangs upright tells its size as if it lay."""
    is_upright = case.settings.display.height > case.settings.display.width
    return (size[1], size[0]) if is_upright is (size[0] > size[1]) else size


def _believed_width(case: Examination) -> float:
    display = case.settings.display
    return display.width / pixels_per_inch(display.width, display.height, display.width_mm) * MM_PER_INCH


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
