"""A scanner that another process of this machine owns, and shares."""
