"""A release is known by the signature of whoever made the one that is installed."""

import subprocess
from pathlib import Path

import pytest

from release.signing import SIGNERS, sign, write_digest, write_signers

INSTALLER = Path(__file__).resolve().parents[2] / "systemd/installer/release.sh"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key of ssh-keygen."""
    return make_key(tmp_path / "key")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Something to sign."""
    archive = tmp_path / "release.tar"
    archive.write_bytes(b"all that is needed")
    return archive


@pytest.fixture
def installed(tmp_path: Path, key: Path) -> Path:
    """The folder of a version that was signed with the key."""
    folder = tmp_path / "installed"
    folder.mkdir()
    write_signers(key, folder)
    return folder


def make_key(file: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file], check=True)
    return file


def check(signers: Path, archive: Path) -> subprocess.CompletedProcess[str]:
    """What the installer says to a release."""
    script = f"""
        say() {{ printf '%s\\n' "$*"; }}
        die() {{ say "$*"; exit 1; }}
        . {INSTALLER}
        check_signature {signers} {archive}
    """
    return subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)


def test_a_release_by_the_same_hand_is_taken(installed: Path, archive: Path, key: Path) -> None:
    sign(archive, key)
    checked = check(installed / SIGNERS, archive)
    assert (checked.returncode, "Signed by" in checked.stdout) == (0, True)


def test_a_release_that_was_changed_afterwards_is_refused(installed: Path, archive: Path, key: Path) -> None:
    sign(archive, key)
    archive.write_bytes(b"all that is needed, and more")
    checked = check(installed / SIGNERS, archive)
    assert (checked.returncode, "is not what was signed" in checked.stdout) == (1, True)


def test_a_release_by_somebody_else_is_refused(installed: Path, archive: Path, tmp_path: Path) -> None:
    sign(archive, make_key(tmp_path / "other"))
    assert check(installed / SIGNERS, archive).returncode == 1


def test_a_release_without_a_signature_is_refused(installed: Path, archive: Path) -> None:
    checked = check(installed / SIGNERS, archive)
    assert (checked.returncode, "is not signed" in checked.stdout) == (1, True)


def test_where_the_version_before_had_no_key_it_is_said_that_nothing_was_checked(
    tmp_path: Path, archive: Path
) -> None:
    checked = check(tmp_path / SIGNERS, archive)
    assert (checked.returncode, "cannot be checked" in checked.stdout) == (0, True)


def test_a_release_may_be_signed_anew(installed: Path, archive: Path, key: Path, tmp_path: Path) -> None:
    sign(archive, make_key(tmp_path / "other"))
    sign(archive, key)
    assert check(installed / SIGNERS, archive).returncode == 0


def test_the_hash_beside_an_archive_is_read_by_sha256sum(archive: Path) -> None:
    write_digest(archive)
    command = ["sha256sum", "--check", "--status", f"{archive.name}.sha256"]
    assert subprocess.run(command, cwd=archive.parent, check=False).returncode == 0
