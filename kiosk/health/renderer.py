"""Who draws the glass: a graphics chip, or the processor in its place, and why."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.examination import Examination, amber, green
from kiosk.health.finding import Finding
from kiosk.health.remedies import install, join
from kiosk.health.running import told_lately
from kiosk.people.words import filled

NAME = "display"

_ONLY_THE_PROCESSOR = ("llvmpipe", "softpipe", "swrast")
_OF_VIRTUAL_MACHINES = ("virtio_gpu", "virtio-pci", "vmwgfx", "vgem")
"""Drivers that draw only where the machine around theirs lends them its chip; newer kernels name the bus."""


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`; only a kiosk that runs knows."""
    vitals = told_lately(case)
    if vitals is None or not vitals.renderer:
        return
    name = vitals.renderer
    if any(one in name for one in _ONLY_THE_PROCESSOR):
        yield _drawn_by_the_processor(case, name)
    else:
        yield green(NAME, says=filled(case.words.gettext("Drawn by {name}."), name=name))


def turn_on_graphics(case: Examination) -> str:
    """What to do where a Raspberry Pi has no driver for its display."""
    do = case.words.gettext("On a Raspberry Pi: put {line} into {file}, then restart.")
    return filled(do, line="dtoverlay=vc4-kms-v3d", file="/boot/firmware/config.txt")


def _drawn_by_the_processor(case: Examination, name: str) -> Finding:
    words, chips = case.words, _chips(case)
    is_pi = case.model.startswith("Raspberry Pi")
    if not chips and not is_pi:
        says = words.gettext(
            "The processor draws the glass ({name}): there is no graphics chip here that could."
        )
        return green(NAME, says=filled(says, name=name))
    says = words.gettext("The processor draws the glass in place of a graphics chip ({name}).")
    says = filled(says, name=name)
    if not chips:
        return amber(NAME, says=says, do=turn_on_graphics(case))
    if not any(case.may(chip, os.R_OK | os.W_OK) for chip in chips):
        why = filled(words.gettext("This account may not use {port}."), port=f"/{chips[0]}")
        return amber(NAME, says=f"{says} {why}", do=join(case, "render"))
    return amber(NAME, says=says, do=install(case, "libgl1-mesa-dri"))


def _chips(case: Examination) -> list[str]:
    """What can be drawn with, as files below the root."""
    nodes = sorted((case.root / "sys/class/drm").glob("renderD*"))
    return [f"dev/dri/{node.name}" for node in nodes if _driver(node) not in _OF_VIRTUAL_MACHINES]


def _driver(node: Path) -> str:
    return (node / "device/driver").resolve().name
