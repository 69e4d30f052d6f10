"""What goes from sentence to sentence: what the text is about, what it has settled, what one claim lends another."""
