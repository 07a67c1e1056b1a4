"""The chapters of the storyboard; the disk goes from one to the next."""
