"""Somebody is greeted: who they are, what is worth saying, and at the foot what can be done."""
