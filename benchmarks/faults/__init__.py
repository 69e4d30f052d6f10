"""The fault bench: consistent articles with one planted error each, and how many of the errors are found.

The generator (``world``, ``printing``, ``plan``, ``wording``, ``faults``) and the judge (``proof``, ``verdicts``) share
no code with what they measure.
"""
