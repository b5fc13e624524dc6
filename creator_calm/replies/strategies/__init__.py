"""One file per strategy, found by being there."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from creator_calm.domain.reply import Strategy
from creator_calm.replies.outline import StrategyRule


@cache
def all_strategies() -> tuple[StrategyRule, ...]:
    """Return every strategy of this folder, in the order of `Strategy` (which settles ties)."""
    found = [
        import_module(f"{__name__}.{module.name}").STRATEGY
        for module in pkgutil.iter_modules(__path__)
    ]
    rules = [rule for rule in found if isinstance(rule, StrategyRule)]
    order = list(Strategy)
    return tuple(sorted(rules, key=lambda rule: order.index(rule.strategy)))
