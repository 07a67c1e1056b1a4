"""A telephone that photographs the glass, whose picture is then read by another library than drew it."""

from random import Random

import zxingcpp
from PIL import Image, ImageChops, ImageFilter


def photographed(display: Image.Image, seed: int = 17) -> Image.Image:
    """The display as somebody holds a telephone: from the side, dimmed, with moiré, noise and a soft lens."""
    chance, (width, height) = Random(seed), display.size

    def off() -> float:
        return chance.uniform(0.0, 0.04)

    corners = (
        *(off() * -width, off() * -height),
        *(off() * -width, height + off() * height),
        *(width + off() * width, height + off() * height),
        *(width + off() * width, off() * -height),
    )
    lines = Image.effect_noise((width, height), 24).point(lambda light: 255 - abs(light - 128) // 2)
    moire = Image.new("L", (width, height))
    moire.putdata(
        [255 - (24 if (x // 3 + y // 5) % 3 == 0 else 0) for y in range(height) for x in range(width)]
    )
    picture = display.convert("L").transform(
        (width, height), Image.Transform.QUAD, corners, Image.Resampling.BILINEAR, fillcolor=90
    )
    picture = ImageChops.multiply(ImageChops.multiply(picture, lines), moire)
    return picture.filter(ImageFilter.GaussianBlur(0.8)).point(lambda light: 30 + light * 160 // 255)


def read(picture: Image.Image) -> set[str]:
    """Everything that can be read off it."""
    return {found.text for found in zxingcpp.read_barcodes(picture)}
