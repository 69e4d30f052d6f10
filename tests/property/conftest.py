"""Laws hold however busy the machine is: hypothesis counts no milliseconds here, tests of time have their own."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
