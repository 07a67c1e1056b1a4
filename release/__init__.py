"""What a technician carries in: the kiosk and all it is built from, for a machine without a network."""
