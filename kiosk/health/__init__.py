"""How the kiosk is: what the running one tells, and what can be found out beside it."""
