"""The machines that a release is for."""

from dataclasses import dataclass

_NEWEST_GLIBC, _OLDEST_GLIBC = 36, 17
"""Minor numbers of glibc 2: Debian 12 has 2.36; wheels are built against any since manylinux2014's."""


@dataclass(frozen=True)
class Suite:
    """A Debian release, and the Python it comes with."""

    name: str
    python: str


@dataclass(frozen=True)
class Target:
    """A Debian release on one kind of processor, as Debian names it."""

    suite: Suite
    arch: str

    def pip_options(self) -> list[str]:
        """Have pip choose wheels for this machine, not for its own."""
        machine = {"amd64": "x86_64", "arm64": "aarch64"}[self.arch]
        tags = [f"manylinux_2_{minor}" for minor in range(_NEWEST_GLIBC, _OLDEST_GLIBC - 1, -1)]
        platforms = [f"--platform={tag}_{machine}" for tag in (*tags, "manylinux2014")]
        return [f"--python-version={self.suite.python}", "--implementation=cp", *platforms]


SUITES = (Suite("bookworm", "3.11"), Suite("trixie", "3.13"))
ARCHES = ("amd64", "arm64")
