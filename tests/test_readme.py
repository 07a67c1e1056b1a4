"""What the README says of the scanners is what the drivers say."""

from pathlib import Path

from drivers.command import Command
from drivers.profile import Profile
from drivers.profiles import names, profile_named

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
HEAD = "| profile | scanners | trigger | beep | light | on and off | proved by | not verified |"


def mark(can: bool) -> str:
    return "✓" if can else "–"


def row(profile: Profile) -> str:
    cells = [
        f"`{profile.name}`",
        profile.title,
        mark(Command.TRIGGER in profile.can),
        mark(profile.beeps),
        mark(profile.lights),
        mark(Command.ENABLE in profile.can),
        profile.proof.value,
        profile.unverified,
    ]
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def test_every_family_stands_in_the_readme_with_what_it_can_do_and_how_far_that_is_proved() -> None:
    assert HEAD in README
    missing = [line for line in map(row, map(profile_named, names())) if line not in README]
    assert missing == []
