"""One editor for each thing that is kept about a person."""
