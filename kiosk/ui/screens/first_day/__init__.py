"""The screens of the first day: one question each, with a good answer already there."""
