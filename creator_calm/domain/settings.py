"""Every setting is one line here; the form, the storage and the command line build themselves from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from creator_calm.domain.breath_steps import read_steps, write_steps
from creator_calm.domain.countries import write_countries
from creator_calm.domain.day_times import read_span, read_times, write_span, write_times
from creator_calm.domain.draft import DRAFT_RULES
from creator_calm.domain.problems import Problem
from creator_calm.domain.resting import Wait


class Section(StrEnum):
    """Sections of the settings page, in order."""

    APPEARANCE = "appearance"
    LANGUAGE = "language"
    PUTTING_AWAY = "putting_away"
    REPLIES = "replies"
    DRAFTS = "drafts"
    CARE = "care"
    KEYS = "keys"
    DATA = "data"


LINES_MOST = 20
LINE_MOST = 120


class Form(StrEnum):
    """How the text of a setting is read; see `Setting.tidy`."""

    LINE = "line"
    TIMES = "times"
    SPAN = "span"
    LINES = "lines"
    COUNTRIES = "countries"
    BREATH = "breath"


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
    form: Form = Form.LINE

    def tidy(self, value: SettingValue) -> SettingValue:
        """Return the value as it is kept: times and lines in one way of writing them.

        Raises `Problem` BAD_TIMES, BAD_SPAN, BAD_COUNTRY or BAD_BREATH for what cannot be read so.
        """
        if not isinstance(value, str):
            return value
        match self.form:
            case Form.TIMES:
                return write_times(read_times(value))
            case Form.SPAN:
                return write_span(read_span(value))
            case Form.LINES:
                lines = (" ".join(line.split()) for line in value.splitlines())
                return "\n".join(line[:LINE_MOST] for line in lines if line)
            case Form.COUNTRIES:
                return write_countries(value)
            case Form.BREATH:
                return write_steps(read_steps(value))
            case Form.LINE:
                return value

    def accepts(self, value: object) -> bool:
        """Say whether `value` is allowed for this setting."""
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, int):
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole and self.low <= int(str(value)) <= self.high
        if not isinstance(value, str):
            return False
        if self.choices:
            return value in self.choices
        return len(value) <= self.max_length and self._reads(value)

    def _reads(self, value: str) -> bool:
        """Say whether the text has the form it should have."""
        try:
            tidied = str(self.tidy(value))
        except Problem:
            return False
        return self.form is not Form.LINES or tidied.count("\n") < LINES_MOST


def draft_setting(rule: str) -> str:
    """Return the key of the switch that turns a rule of the look at drafts on and off."""
    return f"draft.{rule}"


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
    Setting("triage.channel_names", "", Section.PUTTING_AWAY, max_length=400),
    Setting("triage.guest_names", "", Section.PUTTING_AWAY, max_length=400),
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
    Setting(
        "reply.rest",
        "10",
        Section.REPLIES,
        choices=tuple(wait.value for wait in Wait),
        design_choice=True,
    ),
    Setting(
        "reply.length", "mirror", Section.REPLIES, choices=("mirror", "short", "medium", "long")
    ),
    Setting("reply.greeting", "none", Section.REPLIES, choices=("none", "hi", "name")),
    Setting("reply.emoji", "never", Section.REPLIES, choices=("never", "as_they_do", "freely")),
    Setting("reply.sign_off", "", Section.REPLIES, max_length=40),
    Setting(
        "reply.words",
        "",
        Section.REPLIES,
        form=Form.LINES,
        max_length=LINES_MOST * (LINE_MOST + 1),
    ),
    Setting(
        "reply.never_words",
        "",
        Section.REPLIES,
        form=Form.LINES,
        max_length=LINES_MOST * (LINE_MOST + 1),
    ),
    Setting("reply.work", "", Section.REPLIES, max_length=60),
    Setting("reply.community", "", Section.REPLIES, max_length=60),
    Setting("reply.norm_notes", False, Section.REPLIES),
    Setting("reply.learn", True, Section.REPLIES),
    Setting(
        "reply.private_words",
        "",
        Section.REPLIES,
        form=Form.LINES,
        max_length=LINES_MOST * (LINE_MOST + 1),
    ),
    *(Setting(draft_setting(rule), True, Section.DRAFTS) for rule in DRAFT_RULES),
    Setting("breaks.on", True, Section.CARE),
    Setting(
        "breaks.sitting_minutes",
        20,
        Section.CARE,
        low=0,
        high=90,
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
    Setting(
        "breaks.postpone_minutes", 5, Section.CARE, low=1, high=30, unit="min", design_choice=True
    ),
    Setting("breaks.postpone_max", 2, Section.CARE, low=0, high=5, design_choice=True),
    Setting(
        "breaks.natural_minutes", 5, Section.CARE, low=2, high=30, unit="min", design_choice=True
    ),
    Setting(
        "breaks.input_seconds",
        60,
        Section.CARE,
        low=15,
        high=300,
        step=15,
        unit="s",
        design_choice=True,
    ),
    Setting("breaks.harsh_budget", 5, Section.CARE, low=0, high=50, design_choice=True),
    Setting(
        "breaks.reveal_seconds",
        120,
        Section.CARE,
        low=0,
        high=600,
        step=30,
        unit="s",
        design_choice=True,
    ),
    Setting(
        "breaks.activities",
        "",
        Section.CARE,
        form=Form.LINES,
        max_length=LINES_MOST * (LINE_MOST + 1),
    ),
    Setting("care.quiet_hours", "", Section.CARE, form=Form.SPAN),
    Setting(
        "care.reading_times",
        "09:00, 13:00, 17:30",
        Section.CARE,
        form=Form.TIMES,
        design_choice=True,
    ),
    Setting(
        "care.day_starts",
        "04:00",
        Section.CARE,
        choices=("00:00", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"),
        design_choice=True,
    ),
    Setting("care.done_then", "close", Section.CARE, choices=("close", "minimise", "stay")),
    Setting(
        "care.notifications", "off", Section.CARE, choices=("off", "breaks", "breaks_schedule")
    ),
    Setting(
        "breathing.pattern", "even", Section.CARE, choices=("even", "longer_out", "box", "own")
    ),
    Setting("breathing.own", "5, 0, 6, 0", Section.CARE, form=Form.BREATH, max_length=60),
    Setting("breathing.minutes", 1, Section.CARE, low=1, high=10, unit="min"),
    Setting("breathing.note", True, Section.CARE),
    Setting("care.reminders", True, Section.CARE),
    Setting("care.mood", "both", Section.CARE, choices=("off", "start", "end", "both")),
    Setting(
        "care.mood_words",
        "",
        Section.CARE,
        form=Form.LINES,
        max_length=LINES_MOST * (LINE_MOST + 1),
    ),
    Setting("care.country", "", Section.CARE, form=Form.COUNTRIES, max_length=40),
    Setting("list.single_keys", True, Section.KEYS),
    Setting("import.recent_files", True, Section.DATA),
)
"""All settings, in the order of the form. `look.*` live in the config folder, the rest in the library."""

SETTINGS_BY_KEY = {setting.key: setting for setting in SETTINGS}
