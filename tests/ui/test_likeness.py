"""Taking the pictures anew: what somebody can see in them is kept, and nothing else is touched."""

from pathlib import Path

import pytest
from PIL import Image

from tests.ui.likeness import VISIBLE, accept

GREY = (100, 100, 100)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "kept.png"
    Image.new("RGB", (8, 8), GREY).save(file)
    return file


def with_a_pixel(value: int) -> Image.Image:
    """The picture that is kept, with one pixel as bright as this."""
    picture = Image.new("RGB", (8, 8), GREY)
    picture.putpixel((3, 3), (value, value, value))
    return picture


@pytest.mark.parametrize(("off", "is_kept"), [(VISIBLE - 1, True), (VISIBLE, False)])
def test_only_a_pixel_that_is_visibly_off_makes_another_picture_of_it(
    off: int, is_kept: bool, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_ACCEPT_PICTURES", "1")
    before = kept.read_bytes()
    accept(with_a_pixel(GREY[0] + off), kept)
    assert (kept.read_bytes() == before) is is_kept


@pytest.mark.parametrize("size", [(8, 9), (4, 4)])
def test_a_picture_of_another_size_takes_its_place(
    size: tuple[int, int], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_ACCEPT_PICTURES", "1")
    accept(Image.new("RGB", size, GREY), kept)
    assert Image.open(kept).size == size


def test_a_new_one_is_kept_when_it_is_asked_for_and_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "storyboard" / "new.png"
    monkeypatch.delenv("KIOSK_ACCEPT_PICTURES", raising=False)
    accept(with_a_pixel(0), file)
    assert not file.exists()
    monkeypatch.setenv("KIOSK_ACCEPT_PICTURES", "1")
    accept(with_a_pixel(0), file)
    assert Image.open(file).getpixel((3, 3)) == (0, 0, 0)
