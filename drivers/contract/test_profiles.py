"""What every profile has to keep, tried on each that is installed."""

from collections.abc import Iterator
from random import Random

import pytest

from drivers.command import Command
from drivers.contract.conversation import Conversation, Read
from drivers.profile import Example, Profile
from drivers.profiles import names, profile_named
from drivers.symbology import Symbology

PROFILES = [profile_named(name) for name in names()]
MOST_HELD = 65_536
A_MOMENT = 0.01
GARBAGE = (
    b"\x00",
    b"\xff\xff\xff",
    b"\x02\x02",
    b"\x16\xfe\xff\xff",
    b"\x04\xd0",
    b"half a li",
    bytes(range(256)),
)

each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
each_example = pytest.mark.parametrize(
    ("profile", "example"),
    [(profile, example) for profile in PROFILES for example in profile.examples],
    ids=lambda value: value.name if isinstance(value, Profile) else value.text,
)


def meant(example: Example) -> Read:
    return example.text, example.symbology


@each_profile
def test_a_profile_has_a_title_and_at_least_one_example(profile: Profile) -> None:
    assert profile.title
    assert profile.examples


@each_example
def test_what_comes_at_once_is_read(profile: Profile, example: Example) -> None:
    line = Conversation(profile)
    line.sends(example.sent)
    line.is_silent()
    assert line.read == [meant(example)]


@each_example
def test_what_comes_byte_by_byte_is_read(profile: Profile, example: Example) -> None:
    line = Conversation(profile)
    line.sends(*(bytes([byte]) for byte in example.sent))
    line.is_silent()
    assert line.read == [meant(example)]


@each_example
def test_it_does_not_matter_where_it_is_cut(profile: Profile, example: Example) -> None:
    chance = Random(1)
    for _ in range(50):
        line = Conversation(profile)
        line.sends(*pieces(example.sent, chance))
        line.is_silent()
        assert line.read == [meant(example)]


@each_example
def test_one_scan_right_behind_another_is_read_as_well_but_a_tag_that_lies_there(
    profile: Profile, example: Example
) -> None:
    line = Conversation(profile)
    line.sends(example.sent, example.sent)
    line.is_silent()
    times = 1 if example.symbology is Symbology.TAG else 2
    assert line.read == times * [meant(example)]


@each_example
@pytest.mark.parametrize("garbage", GARBAGE, ids=repr)
def test_garbage_before_and_behind_harms_nothing(profile: Profile, example: Example, garbage: bytes) -> None:
    line = Conversation(profile)
    line.sends(garbage)
    line.is_silent()
    before = len(line.read)
    line.sends(example.sent)
    line.is_silent()
    assert line.read[before:] == [meant(example)]
    line.sends(garbage)
    line.is_silent()
    line.sends(example.sent)
    line.is_silent()
    assert line.read[-1] == meant(example)


@each_example
def test_what_is_cut_off_costs_nothing_that_comes_after_a_silence(profile: Profile, example: Example) -> None:
    for length in range(len(example.sent)):
        line = Conversation(profile)
        line.sends(example.sent[:length])
        line.is_silent()
        before = len(line.read)
        line.sends(example.sent)
        line.is_silent()
        assert line.read[before:] == [meant(example)]


@each_example
def test_what_is_damaged_costs_one_more_scan_at_the_most(profile: Profile, example: Example) -> None:
    for place in range(len(example.sent)):
        for bit in range(8):
            damaged = bytearray(example.sent)
            damaged[place] ^= 1 << bit
            line = Conversation(profile)
            line.sends(example.sent)
            line.is_silent()
            before = len(line.read)
            line.sends(bytes(damaged), example.sent, example.sent)
            line.is_silent()
            assert meant(example) in line.read[before:]


@each_profile
def test_noise_without_end_is_not_kept(profile: Profile) -> None:
    line, chance = Conversation(profile), Random(2)
    for _ in range(200):
        line.sends(chance.randbytes(chance.randrange(1, 2000)))
        assert line.held() < MOST_HELD
    line.is_silent()
    before = len(line.read)
    line.sends(profile.examples[0].sent)
    line.is_silent()
    assert line.read[before:] == [meant(profile.examples[0])]


@each_profile
def test_what_its_scanners_can_do_is_sent_and_nothing_else(profile: Profile) -> None:
    for command in Command:
        line = Conversation(profile)
        line.sends(profile.examples[0].sent)
        line.is_silent(A_MOMENT)
        before, without = len(line.sent), Conversation(profile)
        without.sends(profile.examples[0].sent)
        without.is_silent(A_MOMENT)
        line.does(command)
        line.is_silent()
        without.is_silent()
        if command in profile.can:
            assert line.sent[before:]
        elif profile.name != "auto":
            assert line.sent == without.sent


def pieces(sent: bytes, chance: Random) -> Iterator[bytes]:
    while sent:
        length = chance.randrange(1, len(sent) + 1)
        yield sent[:length]
        sent = sent[length:]
