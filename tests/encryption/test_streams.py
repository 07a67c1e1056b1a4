"""What is encrypted comes back whole or not at all, and another program that speaks age reads it, too."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from kiosk.encryption.keys import SecretKey, new_secret
from kiosk.encryption.streams import LONGEST_HEADER, AnotherKey, NotDecrypted, decrypt, encrypt

KEY = SecretKey.from_bytes(new_secret())
TEXT = b"a shop, and all that it knows " * 10_000


def encrypted(text: bytes, public: str = KEY.public) -> bytes:
    target = io.BytesIO()
    encrypt(io.BytesIO(text), target, public)
    return target.getvalue()


def decrypted(data: bytes, key: SecretKey = KEY) -> bytes:
    target = io.BytesIO()
    decrypt(io.BytesIO(data), target, key)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, 64 << 10, (64 << 10) + 1, len(TEXT)])
def test_it_comes_back_as_it_was(size: int) -> None:
    assert decrypted(encrypted(TEXT[:size])) == TEXT[:size]


def test_another_implementation_reads_it(age: str, tmp_path: Path) -> None:
    (tmp_path / "identity").write_text(KEY.code)
    command = [age, "--decrypt", "--identity", str(tmp_path / "identity")]
    done = subprocess.run(command, input=encrypted(TEXT), capture_output=True, check=True)
    assert done.stdout == TEXT


def test_what_another_implementation_encrypts_is_read(age: str) -> None:
    done = subprocess.run([age, "--recipient", KEY.public], input=TEXT, capture_output=True, check=True)
    assert decrypted(done.stdout) == TEXT


def test_with_another_key_it_stays_closed() -> None:
    with pytest.raises(AnotherKey):
        decrypted(encrypted(TEXT), SecretKey.from_bytes(new_secret()))


def cut_off(data: bytes) -> bytes:
    return data[:-1]


def cut_at_a_part(data: bytes) -> bytes:
    head = data.index(b"\n--- ") + 5 + 43 + 1 + 16
    return data[: head + 2 * ((64 << 10) + 16)]


def lengthened(data: bytes) -> bytes:
    return data + b"\0"


def with_a_flipped_bit(data: bytes) -> bytes:
    return data[:100_000] + bytes([data[100_000] ^ 1]) + data[100_001:]


def of_its_header_alone(data: bytes) -> bytes:
    return data[: data.index(b"\n--- ")]


def for_a_passphrase(data: bytes) -> bytes:
    return pyrage.passphrase.encrypt(b"x", "a passphrase")[:60] + data


def nothing(data: bytes) -> bytes:
    return b""


def a_header_without_end(data: bytes) -> bytes:
    return b"age-encryption.org/v1\n" + b"-> x y\nQUFB\n" * 10 * LONGEST_HEADER + data


HARMS = [
    cut_off,
    cut_at_a_part,
    lengthened,
    with_a_flipped_bit,
    of_its_header_alone,
    for_a_passphrase,
    nothing,
    a_header_without_end,
]


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_not_as_it_was_is_not_taken_for_it(harm: Callable[[bytes], bytes]) -> None:
    with pytest.raises(NotDecrypted):
        decrypted(harm(encrypted(TEXT)))


def test_a_disk_that_is_full_is_told_as_such() -> None:
    class Full(io.BufferedIOBase):
        def write(self, _data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        encrypt(io.BytesIO(TEXT), Full(), KEY.public)
    with pytest.raises(OSError, match="No space left"):
        decrypt(io.BytesIO(encrypted(TEXT)), Full(), KEY)


def test_a_large_file_is_never_in_memory_whole(tmp_path: Path) -> None:
    large = tmp_path / "large"
    with large.open("wb") as file:
        os.truncate(file.fileno(), 200 << 20)
    script = f"""
import resource
from kiosk.encryption.keys import SecretKey
from kiosk.encryption.streams import decrypt, encrypt
key = SecretKey.from_bytes(bytes(32))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with open({str(large)!r}, "rb") as plain, open({str(large)!r} + ".age", "wb") as out:
    encrypt(plain, out, key.public)
with open({str(large)!r} + ".age", "rb") as closed, open("/dev/null", "wb") as out:
    decrypt(closed, out, key)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20 << 10
