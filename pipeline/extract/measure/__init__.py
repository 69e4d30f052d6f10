"""What a figure measures, how it is meant, and why its reading may be in doubt."""
