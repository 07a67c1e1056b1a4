"""The three sounds of the counter: each is a WAV file beside this one, made by `making`."""
