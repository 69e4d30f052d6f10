"""Which claims can hold together: the rows of a set of observations, and whether they have a common solution."""
