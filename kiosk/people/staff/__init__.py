"""Those who work at the counter, and how they show who they are."""
