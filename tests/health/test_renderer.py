"""Where the processor draws the glass the reason is told, and nobody is sent on an errand in vain."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.health.examination import Examination
from kiosk.health.finding import Finding, State
from tests.health.conftest import vitals

Found = Callable[..., list[Finding]]
MODEL = "sys/firmware/devicetree/base/model"
CHIP = "sys/class/drm/renderD128"
BY_THE_PROCESSOR = "llvmpipe (LLVM 19.1.7, 128 bits)"


@pytest.fixture
def drawn(found: Found, case: Examination) -> Callable[..., Finding]:
    """What is found about who draws, on a kiosk that draws with its processor."""

    def drawn(**changed: object) -> Finding:
        return found("display", vitals=vitals(case.now, renderer=BY_THE_PROCESSOR), **changed)[-1]

    return drawn


def has_driver(pi: Path, name: str) -> None:
    (pi / CHIP / "device/driver").unlink()
    (pi / CHIP / "device/driver").symlink_to(pi / f"sys/bus/drivers/{name}")


def test_a_chip_that_this_account_may_not_use_is_told_with_its_file(
    drawn: Callable[..., Finding], pi: Path
) -> None:
    closed = drawn(access=lambda file, _: file != pi / "dev/dri/renderD128")
    assert closed.state is State.AMBER
    assert closed.says.endswith("This account may not use /dev/dri/renderD128.")
    assert closed.do == "sudo usermod -aG render greeting-kiosk && sudo systemctl restart greeting-kiosk"


def test_an_account_that_may_use_the_chip_is_not_sent_into_its_group(drawn: Callable[..., Finding]) -> None:
    told = drawn()
    assert (told.state, "usermod" in told.do) == (State.AMBER, False)
    assert told.do == "sudo apt install libgl1-mesa-dri && sudo systemctl restart greeting-kiosk"


def test_a_raspberry_pi_whose_chip_has_no_driver_gets_it(drawn: Callable[..., Finding], pi: Path) -> None:
    (pi / CHIP / "device/driver").unlink()
    (pi / CHIP / "device").rmdir()
    (pi / CHIP / "dev").unlink()
    (pi / CHIP).rmdir()
    told = drawn()
    assert (told.state, "dtoverlay=vc4-kms-v3d" in told.do) == (State.AMBER, True)


@pytest.mark.parametrize("driver", ["virtio_gpu", "virtio-pci", "vmwgfx", "vgem"])
def test_a_virtual_machine_without_a_chip_is_well_and_nothing_is_to_be_done(
    driver: str, drawn: Callable[..., Finding], pi: Path
) -> None:
    (pi / MODEL).unlink()
    has_driver(pi, driver)
    told = drawn()
    assert (told.state, told.do) == (State.GREEN, "")
    assert told.says.startswith(
        f"The processor draws the glass ({BY_THE_PROCESSOR}): there is no graphics chip"
    )


def test_a_kiosk_that_does_not_run_tells_nothing_of_it(found: Found) -> None:
    assert [one.says[:8] for one in found("display", vitals=None)] == ["HDMI-A-1"]
