"""All that is locked is there, ready-made, for every machine a kiosk runs on; `make release-test` runs it."""

import os
import re
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.__main__ import LOCK, ROOT
from release.targets import ARCHES, SUITES, Target
from release.wheels import fetch_wheels

pytestmark = [
    pytest.mark.skipif(not os.environ.get("KIOSK_NETWORK"), reason="KIOSK_NETWORK=1 lets it use the network"),
    pytest.mark.timeout(600),
]

TARGETS = [Target(suite, arch) for arch in ARCHES for suite in SUITES]
MACHINES = {"amd64": (62, "x86_64"), "arm64": (183, "aarch64")}
"""How an ELF file and Python name these processors."""


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: f"{target.arch}-{target.suite.name}")
def test_every_part_has_a_wheel_for_that_machine_and_nothing_is_missing(
    target: Target, tmp_path: Path
) -> None:
    fetch_wheels(target, ROOT / LOCK, tmp_path)
    wheels = list(tmp_path.iterdir())
    assert {wheel.suffix for wheel in wheels} == {".whl"}
    names = {str(canonicalize_name(wheel.name.split("-")[0])) for wheel in wheels}
    for wheel in wheels:
        with ZipFile(wheel) as opened:
            assert opened.testzip() is None
            assert processors(opened) <= {MACHINES[target.arch][0]}, wheel.name
            assert needs(opened, target) <= names, wheel.name


def processors(wheel: ZipFile) -> set[int]:
    """For which processors the libraries in a wheel were made."""
    libraries = (wheel.read(name)[:20] for name in wheel.namelist() if re.search(r"\.so(\.|$)", name))
    return {int.from_bytes(head[18:20], "little") for head in libraries if head.startswith(b"\x7fELF")}


def needs(wheel: ZipFile, target: Target) -> set[str]:
    """What a wheel asks for on that machine."""
    (name,) = (name for name in wheel.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
    asked = Parser().parsestr(wheel.read(name).decode()).get_all("Requires-Dist", [])
    there = {
        "python_version": target.suite.python,
        "python_full_version": f"{target.suite.python}.0",
        "platform_machine": MACHINES[target.arch][1],
        "sys_platform": "linux",
        "platform_system": "Linux",
        "extra": "",
    }
    wanted = (need for need in map(Requirement, asked) if not need.marker or need.marker.evaluate(there))
    return {str(canonicalize_name(need.name)) for need in wanted}
