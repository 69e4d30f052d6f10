"""Hostile inputs: what each target may answer, inputs to start from, and two ways to change them until it breaks."""
