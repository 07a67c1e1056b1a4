"""What is said of a device that is plugged in and may be a scanner."""

from collections.abc import Mapping, Sequence

from drivers.makers import Kind
from drivers.obstacles import Obstacle, obstacles
from drivers.plugged_in import Device, plugged_in
from kiosk.health.finding import Finding, State
from kiosk.people.words import Words, filled, to_translate

_KINDS: Mapping[Kind, str] = {
    Kind.SCANNER: to_translate("A scanner of {maker}."),
    Kind.KEYBOARD: to_translate("A scanner of {maker} that types like a keyboard."),
    Kind.HID_POS: to_translate("A scanner that sends reports (HID POS)."),
    Kind.ADAPTER: to_translate("An adapter of {maker}: it cannot tell what hangs on it."),
    Kind.STRIPE_READER: to_translate("Refused: {maker} makes readers of magnetic stripes."),
    Kind.PINS: to_translate("The serial line on the pins of this board: it cannot tell what hangs on it."),
    Kind.UNKNOWN: to_translate("A serial device of a maker that is not known for scanners."),
}
_OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.FORBIDDEN: to_translate("This account may not use it."),
    Obstacle.MODEM_MANAGER: to_translate(
        "ModemManager speaks to it as if it were a modem: sudo apt purge modemmanager"
    ),
    Obstacle.CONSOLE: to_translate("Linux speaks on this line itself. Run the installer once more."),
}


def told_of(device: Device, words: Words) -> str:
    """One sentence on what it is."""
    maker = device.maker if device.product in ("", device.maker) else f"{device.maker} ({device.product})"
    return filled(words.gettext(_KINDS[device.kind]), maker=maker)


def told_of_obstacles(found: Sequence[Obstacle], words: Words) -> list[str]:
    """One sentence for each thing that is in its way."""
    return [words.gettext(_OBSTACLES[one]) for one in found]


def findings(words: Words) -> list[Finding]:
    """What is plugged in, as it is shown to the technician."""
    return [_finding(device, words) for device in plugged_in()] or [
        Finding("scanner", State.AMBER, words.gettext("Nothing is plugged in that may be a scanner."))
    ]


def _finding(device: Device, words: Words) -> Finding:
    trouble = told_of_obstacles(obstacles(device), words)
    state = State.AMBER if trouble or not device.profile else State.GREEN
    return Finding("scanner", state, f"{told_of(device, words)}\n{device.path}", " ".join(trouble))
