"""Who trades with whom: the reporter and the partner of a figure."""
