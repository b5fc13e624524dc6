"""Settings: where they live, what they accept, and what a restart keeps."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Level
from creator_calm.domain.change import Area, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.settings import SETTINGS, Form
from creator_calm.workspace.look_file import LOOK_FILE, read_look

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.settings import Setting, SettingValue
    from creator_calm.paths import Folders
    from creator_calm.workspace import Workspace


def _other(setting: Setting) -> SettingValue:
    if isinstance(setting.default, bool):
        return not setting.default
    if isinstance(setting.default, int):
        return setting.high if setting.default != setting.high else setting.low
    if setting.choices:
        return next(choice for choice in setting.choices if choice != setting.default)
    typed = {
        Form.TIMES: "08:00, 20:30",
        Form.SPAN: "22:00–07:00",
        Form.COUNTRIES: "SE NO",
        Form.BREATH: "4, 1, 6, 0",
    }
    return typed.get(setting.form, "Åsa 😀")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_each_setting_is_kept_and_taken_back(
    opened: Callable[[], Workspace], setting: Setting
) -> None:
    desk = opened()
    desk.preferences.set("list.put_away_off_survives_restart", True)
    value = _other(setting) if setting.key != "list.put_away_off_survives_restart" else False
    assert desk.preferences.get(setting.key) == (
        True if setting.key == "list.put_away_off_survives_restart" else setting.default
    )
    change = desk.preferences.set(setting.key, value)
    assert change.areas & Area.SETTINGS
    assert change.deed is Deed.SETTING_CHANGED
    desk = opened()
    assert desk.preferences.get(setting.key) == value
    desk.preferences.set(setting.key, setting.default)
    desk.undo()
    assert desk.preferences.get(setting.key) == value


def test_showing_harsh_ones_ends_with_the_session(opened: Callable[[], Workspace]) -> None:
    desk = opened()
    desk.preferences.set("list.put_away", False)
    assert opened().preferences.get("list.put_away") is True


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("breaks.on", "yes"),
        ("breaks.on", 1),
        ("breaks.sitting_minutes", True),
        ("breaks.sitting_minutes", 10_000),
        ("look.theme", "pink"),
        ("triage.creator_names", "x" * 401),
    ],
)
def test_what_does_not_fit_is_refused(desk: Workspace, key: str, value: SettingValue) -> None:
    before = desk.preferences.get(key)
    with pytest.raises(Problem) as caught:
        desk.preferences.set(key, value)
    assert caught.value.code is ProblemCode.SETTING_INVALID
    assert desk.preferences.get(key) == before


def test_an_unknown_setting(desk: Workspace) -> None:
    for ask in (lambda: desk.preferences.get("x.y"), lambda: desk.preferences.set("x.y", True)):
        with pytest.raises(Problem) as caught:
            ask()
        assert caught.value.code is ProblemCode.SETTING_UNKNOWN


def test_appearance_is_readable_without_a_library(desk: Workspace, folders: Folders) -> None:
    desk.preferences.set("look.theme", "dark")
    assert read_look(folders.config) == {"look.theme": "dark"}
    assert b"look.theme" in (folders.config / LOOK_FILE).read_bytes()
    desk.preferences.set("breaks.on", False)
    assert b"breaks" not in (folders.config / LOOK_FILE).read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"[" * 100_000, b"\xff", b'{"look.theme": 5}']
)
def test_an_unreadable_appearance_file_means_defaults(folders: Folders, content: bytes) -> None:
    (folders.config / LOOK_FILE).write_bytes(content)
    assert read_look(folders.config) == {}


def test_times_are_kept_in_one_way_of_writing_them(desk: Workspace) -> None:
    desk.preferences.set("care.reading_times", "17.30 och 9")
    assert desk.preferences.get("care.reading_times") == "09:00, 17:30"
    desk.preferences.set("care.quiet_hours", "22-7")
    assert desk.care.breaks.rule.quiet_hours == (time(22), time(7))
    with pytest.raises(Problem) as refused:
        desk.preferences.set("care.quiet_hours", "whenever")
    assert refused.value.code is ProblemCode.BAD_SPAN
    assert desk.preferences.get("care.quiet_hours") == "22:00–07:00"
    desk.preferences.set("care.quiet_hours", "")
    assert desk.care.breaks.rule.quiet_hours is None


def test_a_stored_value_that_no_longer_fits_is_the_default(
    desk: Workspace, opened: Callable[[], Workspace]
) -> None:
    with desk._library.writing():
        desk._library.settings.put("breaks.sitting_minutes", 9_999)
        desk._library.settings.put("of.a.newer.version", True)
    assert opened().preferences.get("breaks.sitting_minutes") == 20


def test_what_triage_may_know(desk: Workspace) -> None:
    desk.preferences.set("triage.level", "strict")
    desk.preferences.set("triage.creator_names", " Åsa, @asa_draws ,,")
    desk.preferences.set("list.put_away", False)
    context = desk.preferences.triage_context()
    assert context.level is Level.STRICT
    assert context.creator_names == {"Åsa", "@asa_draws"}
    assert context.keep_away
