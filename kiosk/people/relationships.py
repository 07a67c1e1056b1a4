"""Who people are to each other."""

from enum import StrEnum


class RelationshipKind(StrEnum):
    """Read as "is my": somebody's partner, child, parent and so on."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    CARER = "carer"
