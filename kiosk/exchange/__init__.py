"""Everything the kiosk knows, in and out: the shop file, and a greeting as JSON."""
