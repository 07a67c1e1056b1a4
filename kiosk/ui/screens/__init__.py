"""The screens: what stands on the glass for each thing that can happen."""
