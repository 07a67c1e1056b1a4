"""What can happen on the glass, one way through it a module: each knows its screens and whom it asks."""
