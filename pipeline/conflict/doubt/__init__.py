"""Whether a conflict is the article's error or ours: why a person must read the passages before anybody is accused."""
