"""All own rules as one JSON text, for a file of the creator's own. No words of any comment are in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from creator_calm.domain.own_rules import Correction, HistoryEntry, Phrase, Trusted
    from creator_calm.workspace.rule_set import RuleSet

FORMAT = 1


def everything(rules: RuleSet, level: str, history: Iterable[HistoryEntry]) -> str:
    """Return phrases, trusted people, corrections, the level and the history."""
    found = {
        "format": FORMAT,
        "level": level,
        "phrases": [_phrase(one) for one in rules.own().phrases],
        "trusted": [_trusted(one) for one in rules.trusted.values()],
        "corrections": corrections(rules.corrections.values()),
        "history": [_entry(one) for one in history],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def corrections(found: Iterable[Correction]) -> list[dict[str, object]]:
    """Return corrections as plain rows: hashes, directions and times."""
    return [
        {
            "says": one.says.value,
            "kind": one.kind,
            "instead_of": one.rival,
            "same_words": f"{one.text:016x}",
            "word_hashes": list(one.features),
            "spreads": one.spreads,
            "made_at": _time(one.made_at),
        }
        for one in sorted(found, key=lambda one: one.id)
    ]


def _phrase(one: Phrase) -> dict[str, object]:
    return {
        "text": one.text,
        "wish": one.wish.value,
        "match": one.match.value,
        "where": one.where.value,
        "exceptions": list(one.exceptions),
        "note": one.note,
        "made_at": _time(one.made_at),
    }


def _trusted(one: Trusted) -> dict[str, object]:
    return {
        "account": one.account,
        "name": one.name,
        "since": _time(one.since),
        "turned_at": _time(one.turned_at),
    }


def _entry(one: HistoryEntry) -> dict[str, object]:
    return {
        "deed": one.deed.value,
        "count": one.count,
        "made_at": _time(one.made_at),
        "put_away": one.away,
        "shown": one.shown,
        "taken_back": one.taken_back,
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
