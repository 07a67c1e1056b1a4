"""Everything kept about one person, in words: for whoever is at the counter, and for themselves."""
