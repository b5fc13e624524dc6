"""A stopped clock and a day that is played through it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase, Tick
from creator_calm.wellbeing import breaks

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MORNING = datetime(2026, 5, 20, 8, 0, tzinfo=UTC)


@dataclass
class Play:
    """Ticks the break engine once a second and writes down what it wanted shown."""

    rule: BreakRule = field(default_factory=BreakRule)
    state: BreakState = field(default_factory=BreakState)
    wall: datetime = MORNING
    mono: float = 100.0
    zone: ZoneInfo = STOCKHOLM
    begun: datetime | None = None
    log: list[tuple[float, BreakEvent]] = field(default_factory=list)
    played: float = 0.0

    def __post_init__(self) -> None:
        self.look(active=False)

    def now(self, *, active: bool = True, typing: bool = False) -> Tick:
        return Tick(self.mono, self.wall, active, typing, self.zone)

    def keep(self, step: breaks.Step) -> None:
        self.state, events = step
        self.log += [(self.played, event) for event in events]

    def look(self, *, active: bool = True, typing: bool = False) -> None:
        self.keep(breaks.tick(self.state, self.rule, self.now(active=active, typing=typing)))

    def read(self, seconds: float, *, active: bool = True, typing: bool = False) -> None:
        for _ in range(round(seconds)):
            self.mono += 1
            self.wall += timedelta(seconds=1)
            self.played += 1
            self.look(active=active, typing=typing)

    def away(self, seconds: float) -> None:
        self.read(seconds, active=False)

    def gap(self, wall_s: float, mono_s: float, *, active: bool = True) -> None:
        """Nobody ticks for a while (sleep, hidden window, a clock put right); then one look."""
        self.wall += timedelta(seconds=wall_s)
        self.mono += mono_s
        self.look(active=active)

    def quiet(self) -> bool:
        return self.state.phase is Phase.QUIET

    def events(self) -> list[BreakEvent]:
        return [event for _, event in self.log]

    def count(self, event: BreakEvent) -> int:
        return self.events().count(event)
