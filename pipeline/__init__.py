"""Crossfoot: read trade news, extract every numeric trade claim, prove which printed figures cannot all be true."""

__version__ = "0.1.0"
