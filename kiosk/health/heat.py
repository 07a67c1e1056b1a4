"""Temperature and power, where the machine tells of them: a Raspberry Pi does."""

from collections.abc import Iterator

from kiosk.health.examination import Examination, amber, green, red, text_of
from kiosk.health.finding import Finding

NAME = "temperature"

_HOT, _TOO_HOT = 80, 85
"""Degrees: a Pi slows down at the first, and more so at the second."""

_FIRMWARE, _MONITORS = "sys/devices/platform", "sys/class/hwmon"
_UNDER_VOLTAGE_NOW, _SLOWED_NOW = 1 << 0, 1 << 2 | 1 << 3
_UNDER_VOLTAGE_SINCE_START, _SLOWED_SINCE_START = 1 << 16, 1 << 18 | 1 << 19


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    yield from _temperature(case)
    yield from _power(case)


def _temperature(case: Examination) -> Iterator[Finding]:
    words = case.words
    zones = (text_of(zone / "temp") for zone in (case.root / "sys/class/thermal").glob("thermal_zone*"))
    degrees = max((int(zone) // 1000 for zone in zones if zone.lstrip("-").isdigit()), default=None)
    if degrees is None:
        return
    says = words.gettext("{n} °C.").format(n=degrees)
    do = words.gettext("Give it air, or a heat sink.")
    if degrees >= _TOO_HOT:
        yield red(NAME, says=says, do=do)
    elif degrees >= _HOT:
        yield amber(NAME, says=says, do=do)
    else:
        yield green(NAME, says=says)


def _power(case: Examination) -> Iterator[Finding]:
    words = case.words
    bits = _throttled(case)
    if bits is None:
        return
    do = words.gettext("Use the power supply that is made for this Raspberry Pi, and a short cable.")
    if bits & _UNDER_VOLTAGE_NOW:
        yield red("power", says=words.gettext("The voltage is too low."), do=do)
    elif bits & _UNDER_VOLTAGE_SINCE_START:
        yield amber("power", says=words.gettext("The voltage was too low since the last start."), do=do)
    elif bits & (_SLOWED_NOW | _SLOWED_SINCE_START):
        says = words.gettext("It has been slowed down since the last start, because of heat.")
        yield amber("power", says=says, do=words.gettext("Give it air, or a heat sink."))
    else:
        yield green("power", says=words.gettext("The voltage is good."))


def _throttled(case: Examination) -> int | None:
    """What the firmware of a Raspberry Pi tells.

    With Debian's own kernel that is only whether the voltage is too low now. None where nothing is told.
    """
    firmware = next((case.root / _FIRMWARE).glob("soc*/soc*:firmware/get_throttled"), None)
    if firmware is not None and (told := text_of(firmware)):
        return int(told, 16)
    for monitor in (case.root / _MONITORS).glob("hwmon*"):
        if text_of(monitor / "name") == "rpi_volt":
            return _UNDER_VOLTAGE_NOW if text_of(monitor / "in0_lcrit_alarm") == "1" else 0
    return None
