"""Cards as the shop gives them out."""
