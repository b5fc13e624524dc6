"""Every setting is one line here; the form, the storage and the command line build themselves from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """Sections of the settings page, in order."""

    APPEARANCE = "appearance"
    LANGUAGE = "language"
    PUTTING_AWAY = "putting_away"
    REPLIES = "replies"
    CARE = "care"
    KEYS = "keys"
    DATA = "data"


SettingValue = bool | int | str
"""What a setting may hold."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` for a choice, `low`/`high`/`step` for a whole number, else a switch or text.

    A number whose `low` is 0 is off at 0.

    `design_choice` says in the form that the number is a choice and not a finding.
    """

    key: str
    default: SettingValue
    section: Section
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    step: int = 1
    unit: str = ""
    design_choice: bool = False
    max_length: int = 200

    def accepts(self, value: object) -> bool:
        """Say whether `value` is allowed for this setting."""
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, int):
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole and self.low <= int(str(value)) <= self.high
        if not isinstance(value, str):
            return False
        return value in self.choices if self.choices else len(value) <= self.max_length


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "look.theme",
        "system",
        Section.APPEARANCE,
        choices=("system", "light", "dark", "contrast_light", "contrast_dark"),
    ),
    Setting(
        "look.text_scale",
        "100",
        Section.APPEARANCE,
        choices=("100", "110", "125", "150", "175", "200"),
    ),
    Setting("look.font", "system", Section.APPEARANCE, choices=("system", "stack")),
    Setting("look.motion", "system", Section.APPEARANCE, choices=("system", "gentle", "none")),
    Setting("look.numbers", True, Section.APPEARANCE),
    Setting("look.language", "system", Section.LANGUAGE, choices=("system", "en", "sv")),
    Setting("list.put_away", True, Section.PUTTING_AWAY),
    Setting("list.put_away_off_survives_restart", False, Section.PUTTING_AWAY),
    Setting(
        "triage.level", "balanced", Section.PUTTING_AWAY, choices=("gentle", "balanced", "strict")
    ),
    Setting("triage.cannot_judge_away", False, Section.PUTTING_AWAY),
    Setting("triage.creator_names", "", Section.PUTTING_AWAY, max_length=400),
    Setting(
        "list.reveal_seconds",
        60,
        Section.PUTTING_AWAY,
        low=10,
        high=600,
        step=10,
        unit="s",
        design_choice=True,
    ),
    Setting(
        "list.sort",
        "kind_useful_first",
        Section.PUTTING_AWAY,
        choices=("kind_useful_first", "newest", "oldest", "most_liked"),
    ),
    Setting("reply.tone", "plain", Section.REPLIES, choices=("warm", "plain", "brief")),
    Setting("reply.private_channel", "", Section.REPLIES, max_length=120),
    Setting("breaks.on", True, Section.CARE),
    Setting(
        "breaks.sitting_minutes",
        20,
        Section.CARE,
        low=0,
        high=120,
        step=5,
        unit="min",
        design_choice=True,
    ),
    Setting(
        "breaks.day_minutes",
        60,
        Section.CARE,
        low=0,
        high=480,
        step=10,
        unit="min",
        design_choice=True,
    ),
    Setting(
        "breaks.length_minutes", 5, Section.CARE, low=1, high=30, unit="min", design_choice=True
    ),
    Setting("breaks.harsh_budget", 5, Section.CARE, low=0, high=50, design_choice=True),
    Setting("breathing.pattern", "even", Section.CARE, choices=("even", "longer_out", "box")),
    Setting("breathing.minutes", 1, Section.CARE, low=1, high=10, unit="min"),
    Setting("breathing.note", True, Section.CARE),
    Setting("care.reminders", True, Section.CARE),
    Setting("list.single_keys", True, Section.KEYS),
)
"""All settings, in the order of the form. `look.*` live in the config folder, the rest in the library."""

SETTINGS_BY_KEY = {setting.key: setting for setting in SETTINGS}
