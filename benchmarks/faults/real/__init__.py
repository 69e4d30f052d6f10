"""Errors planted in articles that others wrote: a figure or a word of a real text is changed, and the path must see it.

Texts and their gold claims come from the command line; nothing of them is kept here.
"""
