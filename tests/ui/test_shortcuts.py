from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from creator_calm.ui.shortcuts import BY_ID, COMMANDS, SCOPE_TITLES, Scope, is_single, key_words

if TYPE_CHECKING:
    from creator_calm.ui.main_window import MainWindow
    from tests.ui.fakes import FakeWorkspace

WANTED = {
    Scope.LIST: {"J", "K", "Return", "O", "R", "L", "E", "S", "H", "V", "U", "W", "1", "2", "3", "Z",
                 "Down", "Up"},
    Scope.ANYWHERE: {"B", "/", "?", "G, D", "G, I"},
    Scope.WINDOW: {"Ctrl+F", "Ctrl+O", "Ctrl+V", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+,", "Ctrl++", "Ctrl+-", "Ctrl+0",
                   "F6", "Shift+F6", "Alt+Left", "Ctrl+Q"},
    Scope.EDITOR: {"Ctrl+Return", "F8", "Shift+F8", "Ctrl+Shift+P", "Esc"},
}  # fmt: skip


def test_no_two_commands_share_a_key_in_one_scope() -> None:
    for scope in Scope:
        keys = Counter(key for c in COMMANDS if c.scope is scope for key in c.shown_keys)
        assert not [key for key, count in keys.items() if count > 1], scope


def test_window_and_outside_keys_do_not_collide() -> None:
    everywhere = [c for c in COMMANDS if c.scope in {Scope.WINDOW, Scope.ANYWHERE}]
    keys = Counter(key for c in everywhere for key in c.keys)
    listed = {key for c in COMMANDS if c.scope is Scope.LIST for key in c.keys}
    assert max(keys.values()) == 1
    assert not listed & set(keys), "a key of the list would be ambiguous with one of the window"


def test_the_keys_of_the_design_are_there() -> None:
    for scope, wanted in WANTED.items():
        there = {key for c in COMMANDS if c.scope is scope for key in c.shown_keys}
        assert wanted <= there, scope


def test_ids_are_unique_and_keys_are_readable() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert set(SCOPE_TITLES) == set(Scope)
    for command in COMMANDS:
        assert key_words(command)
        assert all(not QKeySequence(key).isEmpty() for key in command.shown_keys)


def test_what_counts_as_a_single_letter() -> None:
    assert is_single("J")
    assert is_single("G, D")
    assert is_single("/")
    assert not is_single("Ctrl+J")
    assert not is_single("Return")


def test_the_switch_turns_single_letters_off(window: MainWindow, workspace: FakeWorkspace) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    QTest.keyClicks(page.list, "j")
    assert page.list.currentIndex().row() == 1
    workspace.preferences.set("list.single_keys", False)
    QTest.keyClicks(page.list, "j")
    assert page.list.currentIndex().row() == 1
    workspace.preferences.set("list.single_keys", True)
    QTest.keyClicks(page.list, "k")
    assert page.list.currentIndex().row() == 0
