"""All about one person: their page, the same turned to them, and forgetting them."""
