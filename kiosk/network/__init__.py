"""Scans that come over the network: as lines over TCP, and by HTTP. Nothing is opened that was not set."""
