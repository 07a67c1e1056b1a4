"""The rigs by name, each loaded only when it is run: some open a window."""

from collections.abc import Mapping
from importlib import import_module

from tests.endurance.rig import Rig

_MODULES: Mapping[str, str] = {
    "power-cuts": "power.cuts",
    "power-cuts-ext4": "power.cuts_ext4",
    "plugs": "plugs",
    "noise": "noise",
    "families": "families",
    "payment-guard": "payment_guard",
    "soak": "soak",
    "time": "clock.nights",
    "hands": "hands",
    "cards": "printed_cards",
    "counters": "sharing",
}
NAMES = tuple(_MODULES)


def find(name: str) -> Rig:
    """The rig of this name."""
    rig = import_module(f"tests.endurance.{_MODULES[name]}").RIG
    assert isinstance(rig, Rig)
    return rig
