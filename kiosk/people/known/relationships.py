"""Who people are to each other."""

from enum import StrEnum
from uuid import UUID


class RelationshipKind(StrEnum):
    """Read as "is my": somebody's partner, child, parent and so on."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    CARER = "carer"


_FROM_THE_OTHER_SIDE = {
    RelationshipKind.CHILD: RelationshipKind.PARENT,
    RelationshipKind.PARENT: RelationshipKind.CHILD,
    RelationshipKind.CARER: None,
}


def from_the_other_side(kind: RelationshipKind) -> RelationshipKind | None:
    """What I am to my `kind`: the parent of my child; None where there is no word, as to my carer."""
    return _FROM_THE_OTHER_SIDE.get(kind, kind)


def told_from_both_sides(
    one: UUID, other: UUID, kind: RelationshipKind
) -> frozenset[tuple[UUID, RelationshipKind | None]]:
    """What each of the two is to the other, where `other` is the `kind` of `one`.

    It is the same for the same relationship, whoever told it.
    """
    return frozenset({(other, kind), (one, from_the_other_side(kind))})
