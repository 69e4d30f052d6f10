"""From claims to findings, as far as the configuration asks for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.claim import Claim
from pipeline.config import Settings

if TYPE_CHECKING:
    from pipeline.conflict import Check
    from pipeline.rates import Rates


def check(claims: Sequence[Claim], settings: Settings, rates: Rates | None = None) -> Check:
    """What cannot all be true of the claims, as far as the configuration asks for it."""
    from pipeline.conflict import CheckSettings
    from pipeline.conflict import check as check_claims

    slack = settings.tolerance
    tolerances = CheckSettings(
        mirror_tolerance=Decimal(str(slack.mirror)), conversion_tolerance=Decimal(str(slack.conversion)), rates=rates
    )
    checked = check_claims(claims, settings=tolerances)
    wanted = settings.report
    shown = tuple(f for f in checked.findings if f.certainty in wanted.certainty and f.scope in wanted.scopes)
    return dataclasses.replace(checked, findings=shown)
