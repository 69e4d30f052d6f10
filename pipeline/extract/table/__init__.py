"""Tables: the slots of a figure come from the heads of its row and column and from what stands around."""
