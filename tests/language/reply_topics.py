"""Labelled comments and what is named in them; the gate and the benchmark read the same figures."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from creator_calm.domain.reply import ReplyContext
from creator_calm.language.pack import load_pack
from creator_calm.language.topics import topic
from creator_calm.replies.material import topic_of
from creator_calm.replies.situation import Situation
from tests.replies.made import said as comment
from tests.triage.judging import judge

_HERE = Path(__file__).parent
_FILES = ("topic_lines.toml", "reply_topic_lines.toml")


@dataclass(frozen=True, slots=True)
class Named:
    """One comment, the topics that are right for it ("-" none) and the one that was named."""

    text: str
    wanted: frozenset[str]
    named: str

    @property
    def wrong(self) -> bool:
        return self.named != "-" and self.named not in self.wanted


@cache
def labelled(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Text and right topics of every labelled comment of a language."""
    rows = []
    for name in _FILES:
        lines = tomllib.loads((_HERE / name).read_text(encoding="utf-8"))[language]
        for line in lines.strip().splitlines():
            fields = line.split(" | ")
            rows.append((fields[0], frozenset(fields[-1].split("/"))))
    return tuple(rows)


@cache
def named(language: str, *, as_in_a_reply: bool = False) -> tuple[Named, ...]:
    """What is named in each labelled comment: in its words alone, or in a reply to it."""
    return tuple(
        Named(text, wanted, (_in_a_reply(text) if as_in_a_reply else _in(text, language)) or "-")
        for text, wanted in labelled(language)
    )


def precision(rows: tuple[Named, ...]) -> float:
    """Share of what was named that is right."""
    return 1 - sum(row.wrong for row in rows) / sum(row.named != "-" for row in rows)


def coverage(rows: tuple[Named, ...]) -> float:
    """Share of comments about something whose topic was named rightly."""
    about = [row for row in rows if row.wanted != {"-"}]
    return sum(row.named in row.wanted for row in about) / len(about)


def _in(text: str, language: str) -> str | None:
    found = topic(text, language, load_pack(language))
    return None if found is None else found.id


def _in_a_reply(text: str) -> str | None:
    return topic_of(Situation(comment(text), judge(text), ReplyContext()))
