"""Several counters: what one of them keeps, all of them know.

Each keeps its own file. Triggers note every change there (`change_log`); the changes go to a hub, which is a
PostgreSQL and puts together what several counters say (`hub`), and what it tells comes back (`incoming`).
Everything that is sent can be sent again: the same twice is the same.
"""
