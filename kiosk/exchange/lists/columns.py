"""What the columns of a list hold, recognised by their names in six languages and those of other programs.

Columns of money, of points and of addresses are not known here, so they are never read.
Source of the programs' names: the headers of their own export files.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum

from kiosk.people.known.relationships import RelationshipKind


class Field(StrEnum):
    """What a column may hold. E-mail and telephone only serve to find people who stand in a list twice."""

    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    PREPOSITION = "preposition"
    LAST_NAME = "last_name"
    CALLED_BY = "called_by"
    PRONUNCIATION = "pronunciation"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    CARD = "card"
    NOTE = "note"
    CONSENT = "consent"
    SINCE = "since"
    ID = "id"
    EMAIL = "email"
    PHONE = "phone"
    HELD = "held"
    LABELS = "labels"
    DELETED = "deleted"
    PARTNER = RelationshipKind.PARTNER.value
    CHILD = RelationshipKind.CHILD.value
    PARENT = RelationshipKind.PARENT.value
    SIBLING = RelationshipKind.SIBLING.value
    FRIEND = RelationshipKind.FRIEND.value
    COLLEAGUE = RelationshipKind.COLLEAGUE.value


_ALIASES: Mapping[Field, Sequence[str]] = {
    Field.NAME: (
        *("name", "full name", "customer name", "customer", "display name", "contact name"),
        *("kunde", "kundin", "kundenname", "voller name", "vollständiger name"),
        *("nom complet", "client", "nom du client", "nombre completo", "cliente", "nombre del cliente"),
        *("ім'я та прізвище", "піб", "клієнт", "повне ім'я", "الاسم", "الاسم الكامل", "العميل", "اسم العميل"),
    ),
    Field.FIRST_NAME: (
        *("first name", "firstname", "given name", "forename", "vorname", "rufname", "prénom"),
        *("nombre", "nombre de pila", "ім'я", "الاسم الأول"),
    ),
    Field.MIDDLE_NAME: ("middle name", "additional name", "zweiter vorname", "segundo nombre"),
    Field.PREPOSITION: ("lastnamepreposition", "namenszusatz"),
    Field.LAST_NAME: (
        *("last name", "lastname", "surname", "family name", "nachname", "familienname", "zuname"),
        *("nom", "nom de famille", "apellido", "apellidos", "прізвище", "اسم العائلة", "اللقب"),
    ),
    Field.CALLED_BY: ("nickname", "called", "spitzname", "surnom", "apodo", "прізвисько", "اسم الدلع"),
    Field.PRONUNCIATION: ("phonetic first name", "pronunciation", "aussprache", "prononciation", "вимова"),
    Field.BIRTHDAY: (
        *("birthday", "birth date", "birthdate", "date of birth", "dob", "birthdate date", "date birth"),
        *("geburtstag", "geburtsdatum", "geb", "geb datum", "anniversaire", "date de naissance"),
        *("cumpleaños", "fecha de nacimiento", "день народження", "дата народження"),
        *("عيد الميلاد", "تاريخ الميلاد"),
    ),
    Field.ANNIVERSARY: ("anniversary", "wedding anniversary", "hochzeitstag", "anniversaire de mariage"),
    Field.CARD: (
        *(
            "card",
            "card number",
            "loyalty card",
            "customer code",
            "barcode",
            "account number",
            "member number",
        ),
        *("karte", "kartennummer", "kundenkarte", "kundennummer", "kundennr", "barcode nummer"),
        *("carte", "numéro de carte", "carte de fidélité", "tarjeta", "número de tarjeta"),
        *("картка", "номер картки", "бонусна картка", "البطاقة", "رقم البطاقة"),
    ),
    Field.NOTE: (
        *("note", "notes", "memo", "comment", "comments", "remark", "notiz", "notizen", "bemerkung"),
        *(
            "bemerkungen",
            "kommentar",
            "remarque",
            "remarques",
            "commentaire",
            "nota",
            "notas",
            "observaciones",
        ),
        *("нотатка", "нотатки", "примітка", "коментар", "ملاحظة", "ملاحظات"),
    ),
    Field.CONSENT: ("consent", "einwilligung", "consentement", "consentimiento", "згода", "موافقة"),
    Field.SINCE: (
        *("first visit", "customer since", "since", "member since", "kunde seit", "client depuis"),
        *("cliente desde", "клієнт з", "عميل منذ"),
    ),
    Field.ID: (
        *("customer id", "square customer id", "reference id", "external id", "id", "internal id"),
        *("kunden id", "uuid"),
    ),
    Field.EMAIL: (
        *("email", "e mail", "email address", "e mail 1 value", "mail", "e mail adresse", "courriel"),
        *("correo", "correo electrónico", "електронна пошта", "البريد الإلكتروني"),
    ),
    Field.PHONE: (
        *("phone", "phone number", "phone 1 value", "mobile", "telephone", "telefon", "handy", "mobil"),
        *("téléphone", "portable", "teléfono", "móvil", "телефон", "الهاتف", "الجوال"),
    ),
    Field.HELD: ("instant profile",),
    Field.LABELS: ("labels", "group membership"),
    Field.DELETED: ("deleted at",),
    Field.PARTNER: (
        *("partner", "domestic partner", "spouse", "husband", "wife", "ehepartner", "ehemann", "ehefrau"),
        *("conjoint", "conjointe", "mari", "épouse", "pareja", "cónyuge", "esposo", "esposa"),
        *("подружжя", "партнер", "партнерка", "الزوج", "الزوجة"),
    ),
    Field.CHILD: (
        *("child", "son", "daughter", "kind", "sohn", "tochter", "enfant", "fils", "fille"),
        *("hijo", "hija", "дитина", "син", "донька", "الابن", "الابنة"),
    ),
    Field.PARENT: (
        *("parent", "mother", "father", "mutter", "vater", "mère", "père", "madre", "padre"),
        *("мати", "батько", "الأم", "الأب"),
    ),
    Field.SIBLING: (
        *("sibling", "brother", "sister", "bruder", "schwester", "frère", "sœur", "hermano", "hermana"),
        *("брат", "сестра", "الأخ", "الأخت"),
    ),
    Field.FRIEND: (
        "friend",
        "freund",
        "freundin",
        "ami",
        "amie",
        "amigo",
        "amiga",
        "друг",
        "подруга",
        "صديق",
    ),
    Field.COLLEAGUE: (
        "colleague",
        "co worker",
        "kollege",
        "kollegin",
        "collègue",
        "colega",
        "колега",
        "زميل",
    ),
}
RELATIONS = (
    *(Field.PARTNER, Field.CHILD, Field.PARENT),
    *(Field.SIBLING, Field.FRIEND, Field.COLLEAGUE),
)
"""Each holds the name of somebody else in the list."""

_FIELDS = {alias: field for field, aliases in _ALIASES.items() for alias in aliases}
_OF_SEVERAL = frozenset(
    {Field.CARD, Field.NOTE, Field.EMAIL, Field.PHONE, Field.CALLED_BY, Field.ID, *RELATIONS}
)
"""Of other fields the first column counts; of these every one."""


def folded(name: str) -> str:
    """Write a column's name so that its case, signs and blanks do not matter."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    return " ".join("".join(char if _counts(char) else " " for char in plain).split())


def _counts(char: str) -> bool:
    return char.isalnum() or char == "'" or bool(unicodedata.combining(char))


def recognise(header: Sequence[str]) -> dict[int, Field]:
    """What each column holds, by its place; those that are not known are left out."""
    found: dict[int, Field] = {}
    for place, name in enumerate(header):
        field = _field_of(folded(name))
        if field is not None and (field in _OF_SEVERAL or field not in found.values()):
            found[place] = field
    return found


def relation_of(label: str) -> Field | None:
    """What somebody with this label is to the person of the row."""
    field = _FIELDS.get(folded(label))
    return field if field in RELATIONS else None


def _field_of(name: str) -> Field | None:
    if name in _FIELDS:
        return _FIELDS[name]
    # Shopify writes what a shop has added as “Birthday (customer.metafields.facts.birth_date)”.
    before, is_added, added = name.partition(" customer metafields ")
    if is_added:
        return _FIELDS.get(before) or (Field.BIRTHDAY if "birth" in added else None)
    return None
