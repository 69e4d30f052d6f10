"""Which goods a figure covers, and which trade is meant as a whole."""
