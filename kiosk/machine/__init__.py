"""What the machine has: displays, their light, sticks, a printer, and systemd."""
