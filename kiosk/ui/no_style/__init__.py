"""An empty style.kv, which Kivy loads in the place of its own."""
