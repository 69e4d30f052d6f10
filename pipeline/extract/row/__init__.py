"""A sentence as a row of items with one-letter codes: what every later question is asked of."""
