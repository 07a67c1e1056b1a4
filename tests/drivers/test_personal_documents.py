"""Personal documents are recognised by what they hold; numbers of cards are not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.personal_documents import is_personal_document

# The examples of the standards: RFC 6350, AAMVA DL/ID, ICAO 9303, IATA Resolution 792, ISO/IEC 18013.
DOCUMENTS = {
    "vCard": "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jane\r\nEND:VCARD\r\n",
    "vCard in small letters": "begin:vcard\nversion:3.0",
    "MECARD": "MECARD:N:Doe,Jane;TEL:5551234;;",
    "BIZCARD": "BIZCARD:N:Jane;X:Doe;;",
    "iCalendar": "BEGIN:VCALENDAR\r\nVERSION:2.0",
    "event": "BEGIN:VEVENT\r\nSUMMARY:Dentist",
    "driving licence": "@\n\x1e\rANSI 636000090002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\n",
    "driving licence, older": "@\n\x1c\rAAMVA6360001DL00290179\n",
    "driving licence without control characters": "@ANSI 636000090002DL",
    "first line of a driving licence": "@",
    "driving licence of the EU": "D1NLD15094962111659VW87Z78NB84",
    "passport, line 1": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "passport, line 2": "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "passport, both": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "visa": "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "identity card, line 1": "I<UTOD231458907<<<<<<<<<<<<<<<",
    "identity card, line 2": "7408122F1204159UTO<<<<<<<<<<<6",
    "identity card, line 3": "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    "identity card of two lines": "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\n"
    "D231458907UTO7408122F1204159<<<<<<<6",
    "boarding pass": "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100",
    "two flights": "M2DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 14D>6181WW6225BAC",
}
CARDS = [
    "LOY-000123",
    "2900000000018",
    "MECARD",
    "M1",
    "D231458907",
    "@corner",
    "CARD<12>",
    "https://example.org/BEGIN:VCARD",
    "010290000000001321AB\x1d10X",
    "A1212340000000019B",
]


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_personal_document_is_recognised(text: str) -> None:
    assert is_personal_document(text)
    assert is_personal_document(f"Welcome\r{text}")


@pytest.mark.parametrize("text", CARDS)
def test_the_number_of_a_card_is_no_document(text: str) -> None:
    assert not is_personal_document(text)


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=29))
def test_no_short_number_is_taken_for_a_document(number: str) -> None:
    assert not is_personal_document(number)
