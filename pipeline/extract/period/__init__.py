"""When a figure is for, and what a change is compared with."""
