"""The spaCy layer: what marks a sentence before anything is decided about it."""
