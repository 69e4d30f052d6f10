"""Which phrase a figure belongs to, and who does the trading that the phrase tells of."""
