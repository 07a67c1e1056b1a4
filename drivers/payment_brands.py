"""Which numbers the payment card brands give out: the first digits, and how long the number is."""

# (first prefix, last prefix, lengths). Sources: braintree/credit-card-type for the large brands, and the
# public lists of ISO/IEC 7812 issuer numbers for the national ones.
_BRANDS: tuple[tuple[str, str, range | tuple[int, ...]], ...] = (
    ("4", "4", (13, 16, 18, 19)),  # Visa
    ("51", "55", (16,)),  # Mastercard
    ("2221", "2720", (16,)),  # Mastercard
    ("34", "34", (15,)),  # American Express
    ("37", "37", (15,)),  # American Express
    ("300", "305", (14, 16, 19)),  # Diners Club
    ("36", "36", (14, 16, 19)),  # Diners Club
    ("38", "39", (14, 16, 19)),  # Diners Club
    ("3528", "3589", range(16, 20)),  # JCB
    ("1800", "1800", range(15, 20)),  # JCB
    ("2131", "2131", range(15, 20)),  # JCB
    ("50", "50", range(12, 20)),  # Maestro, Elo, Verve, Dankort
    ("56", "59", range(12, 20)),  # Maestro
    ("6", "6", range(12, 20)),  # Maestro, Discover, UnionPay, RuPay, Hipercard
    ("81", "81", range(14, 20)),  # UnionPay, RuPay
    ("82", "82", (16,)),  # RuPay
    ("2200", "2204", range(16, 20)),  # Mir
    ("2205", "2205", (16,)),  # Borica
    ("9792", "9792", (16,)),  # Troy
    ("8600", "8600", (16,)),  # Uzcard
    ("9860", "9860", (16,)),  # Humo
    ("1", "1", (15,)),  # UATP
)
_BY_FIRST_DIGIT = {
    digit: [brand for brand in _BRANDS if brand[0][0] <= digit <= brand[1][0]] for digit in "0123456789"
}


_EXPIRY_DIGITS = 4


def is_branded(digits: str) -> bool:
    """Tell whether a card brand gives out numbers that begin like ``digits`` and are as long."""
    return any(
        len(digits) in lengths and first <= digits[: len(first)] <= last
        for first, last, lengths in _BY_FIRST_DIGIT.get(digits[:1], ())
    )


def may_be_branded(prefix: str, length: int) -> bool:
    """Tell whether a number that begins with these digits, and is so long, can be a card's.

    An expiry date, with or without more behind it, may be part of the length.
    """
    return any(
        first[: len(prefix)] <= prefix[: len(first)] <= last[: len(prefix)]
        and (length in lengths or length >= min(lengths) + _EXPIRY_DIGITS)
        for first, last, lengths in _BRANDS
    )
