"""What stands around a number, or was left off."""

import pytest

from drivers.framing import Frame
from drivers.symbology import Symbology
from drivers.wrapping import CodeId, Wrapping, unwrap

HONEYWELL = Wrapping(code_id=CodeId.HONEYWELL)
WITHOUT_CHECK_DIGIT = Wrapping(leaves_off_check_digit=True)


@pytest.mark.parametrize(
    ("wrapping", "sent", "number", "symbology"),
    [
        (Wrapping(), "^2912345678906", "^2912345678906", None),
        (Wrapping(prefix="^"), "^2912345678906", "2912345678906", None),
        (Wrapping(prefix="^"), "2912345678906", "2912345678906", None),
        (Wrapping(prefix="<", suffix=">"), "\x02<LOY-1>\x03", "LOY-1", None),
        (HONEYWELL, "d2912345678906", "2912345678906", Symbology.EAN13),
        (HONEYWELL, "jLOY-1", "LOY-1", Symbology.CODE128),
        (HONEYWELL, "LOY-1", "LOY-1", None),
        (HONEYWELL, "j", "j", None),
        (Wrapping(code_id=CodeId.GROW), "QLOY-1", "LOY-1", Symbology.QR),
        (Wrapping(prefix="^", code_id=CodeId.SYMBOL), "^KLOY-1", "LOY-1", Symbology.CODE128),
        (WITHOUT_CHECK_DIGIT, "291234567890", "2912345678906", Symbology.EAN13),
        (WITHOUT_CHECK_DIGIT, "01234567890", "012345678905", Symbology.UPCA),
        (WITHOUT_CHECK_DIGIT, "9501234", "95012346", Symbology.EAN8),
        (WITHOUT_CHECK_DIGIT, "LOY-000123", "LOY-000123", None),
        (Wrapping(sends_upc_e=True), "04252614", "042100005264", Symbology.UPCA),
        (Wrapping(sends_upc_e=True), "95012346", "95012346", None),
        (Wrapping(), "04252614", "04252614", None),
    ],
)
def test_a_number_is_what_is_left_and_what_was_left_off(
    wrapping: Wrapping, sent: str, number: str, symbology: Symbology | None
) -> None:
    frame = unwrap(Frame(sent.encode(), len(sent), 1.0), wrapping)
    assert (frame.data, frame.symbology) == (number.encode(), symbology)


def test_what_was_too_long_to_be_kept_stays_so() -> None:
    frame = Frame(None, 5000, 1.0)
    assert unwrap(frame, HONEYWELL) == frame
