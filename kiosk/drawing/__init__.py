"""Text, shapes and colours by Pango and Cairo, the same on the glass and on paper."""
