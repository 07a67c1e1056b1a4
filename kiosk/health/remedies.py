"""Commands that mend something, to be typed as they stand, but for a time that only a person can tell."""

from pathlib import Path
from shlex import quote

from kiosk.health.examination import ACCOUNT, Examination
from kiosk.machine.unit import unit

INSTALL_ONCE_MORE = "sudo /opt/greeting-kiosk/current/systemd/install"
"""It keeps everything, and asks for a scanner that is plugged in while the settings have none."""

INSTALL_AGAIN = f"{INSTALL_ONCE_MORE} && sudo reboot"
"""It also gives the serial pins to the scanner of the settings."""

SET_THE_CLOCK = "sudo date -s YYYY-MM-DDTHH:MM"
"""What is kept may hold a wrong time, too: none of it is proposed."""


MAKE_A_KEY = "sudo kiosk backup-key"
"""It asks for pen and paper first."""


def restart(case: Examination) -> str:
    """Let the kiosk begin anew."""
    return f"sudo systemctl restart {unit(case.root)}"


def join(case: Examination, group: str) -> str:
    """Let this account use what a group may; what it runs already learns of that when it begins anew."""
    begin_anew = restart(case) if case.account == ACCOUNT else "sudo reboot"
    return f"sudo usermod -aG {group} {case.account} && {begin_anew}"


def own(case: Examination, path: Path) -> str:
    """Give this account a folder, or a file, and whatever is in it."""
    return f"sudo chown -R {case.account}: {quote(str(path))}"


def delete_plain_copies(folder: Path) -> str:
    """Delete those copies in a folder that are not encrypted."""
    return f"sudo find {quote(str(folder))} -name '*.db' -delete"


def install(case: Examination, *packages: str) -> str:
    """Install packages of Debian, and let the kiosk find them."""
    return f"sudo apt install {' '.join(packages)} && {restart(case)}"
