"""Encryption for the shop, in the format of age: only the words in the safe decrypt again."""
