"""Every command with its keys, in one table.

Menus, tooltips and the overview of keys come from it; a test forbids two commands with one key in
one scope. Single letters work where no text is being written, and can be switched off.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from creator_calm.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


class Scope(StrEnum):
    """Where a key works."""

    LIST = "list"
    ANYWHERE = "anywhere"
    WINDOW = "window"
    EDITOR = "editor"
    TO_DO = "to_do"


SCOPE_TITLES = {
    Scope.LIST: N_("In the list of comments"),
    Scope.ANYWHERE: N_("Anywhere outside a text"),
    Scope.WINDOW: N_("Everywhere"),
    Scope.EDITOR: N_("While writing a reply"),
    Scope.TO_DO: N_("On the to-do list"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `title` is the English source string, `keys` in Qt's portable names.

    `own` marks keys that the focused widget answers itself (arrows, Esc): they are listed, not bound.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    scope: Scope
    own: tuple[str, ...] = ()
    in_menus: bool = False
    """Whether the keys work while a menu or a list stands open too."""
    repeats: bool = True
    """Whether a key that is held down does it again and again."""

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """Return all keys for the overview, those of the widget included."""
        return self.keys + self.own


_L, _A, _W, _E = Scope.LIST, Scope.ANYWHERE, Scope.WINDOW, Scope.EDITOR
_T = Scope.TO_DO
COMMANDS: tuple[Command, ...] = (
    Command("next", N_("Next comment"), ("J",), _L, ("Down",)),
    Command("previous", N_("Previous comment"), ("K",), _L, ("Up",)),
    Command("open", N_("Open in the panel"), ("O", "Return", "Enter"), _L),
    Command("reply", N_("Write a reply"), ("R",), _L),
    Command("rest", N_("Let it rest"), ("L",), _L),
    Command("done", N_("Archive"), ("E",), _L),
    Command("keep", N_("Keep these kind words"), ("S",), _L),
    Command("to_do", N_("Put on the to-do list"), ("T",), _L),
    Command("pick", N_("Select together with others, or no longer"), ("X",), _L),
    Command("pick_down", N_("Select on downwards"), ("Shift+Down",), _L),
    Command("pick_up", N_("Select on upwards"), ("Shift+Up",), _L),
    Command("put_away", N_("Put away or bring back"), ("H",), _L),
    Command("show", N_("Show a put-away one, or put it away again"), ("V",), _L),
    Command("unread", N_("Mark as unread"), ("U",), _L),
    Command("why", N_("Why is it sorted here?"), ("W",), _L),
    Command("suggestion_1", N_("Choose the first suggestion"), ("1",), _L),
    Command("suggestion_2", N_("Choose the second suggestion"), ("2",), _L),
    Command("suggestion_3", N_("Choose the third suggestion"), ("3",), _L),
    Command("undo_letter", N_("Undo"), ("Z",), _L),
    Command("leave", N_("Put away again, or leave the list of put-away ones"), ("Esc",), _L),
    Command("breathe", N_("Breathe for a minute"), ("B",), _A),
    Command("search_letter", N_("Search"), ("/",), _A),
    Command("keys", N_("Overview of keys"), ("?",), _A),
    Command("go_today", N_("Go to Today"), ("G, D",), _A),
    Command("go_inbox", N_("Go to the inbox"), ("G, I",), _A),
    Command("go_kind", N_("Go to the kind shelf"), ("G, K",), _A),
    Command("go_to_do", N_("Go to the to-do list"), ("G, T",), _A),
    Command("go_promises", N_("Go to promises"), ("G, P",), _A),
    Command("go_looking_back", N_("Go to looking back"), ("G, L",), _A),
    Command("go_words", N_("Go to your words"), ("G, W",), _A),
    Command("search", N_("Search"), ("Ctrl+F",), _W),
    Command("import", N_("Import a file"), ("Ctrl+O",), _W),
    Command("paste", N_("Paste comments"), ("Ctrl+V",), _W),
    Command("undo", N_("Undo"), ("Ctrl+Z",), _W),
    Command("redo", N_("Redo"), ("Ctrl+Shift+Z",), _W),
    Command("cover", N_("Cover everything"), ("Ctrl+Shift+H",), _W, in_menus=True),
    Command("settings", N_("Settings"), ("Ctrl+,",), _W),
    Command("larger", N_("Larger text"), ("Ctrl++", "Ctrl+="), _W),
    Command("smaller", N_("Smaller text"), ("Ctrl+-",), _W),
    Command("normal_size", N_("Text at 100 %"), ("Ctrl+0",), _W),
    Command("region", N_("Next region of the window"), ("F6",), _W),
    Command("region_back", N_("Previous region of the window"), ("Shift+F6",), _W),
    Command("back", N_("Back"), ("Alt+Left",), _W),
    Command("quit", N_("Quit"), ("Ctrl+Q",), _W),
    Command("copy_reply", N_("Copy the reply"), ("Ctrl+Return", "Ctrl+Enter"), _E, repeats=False),
    Command("next_mark", N_("Next mark in the draft"), ("F8",), _E),
    Command("previous_mark", N_("Previous mark in the draft"), ("Shift+F8",), _E),
    Command("saved_replies", N_("Saved replies"), ("Ctrl+Shift+S",), _E),
    Command("audience", N_("Make the reply private or public"), ("Ctrl+Shift+P",), _E),
    Command("to_list", N_("Back to the list, the draft is kept"), ("Esc",), _E),
    Command("item_up", N_("Move up"), ("Alt+Up",), _T),
    Command("item_down", N_("Move down"), ("Alt+Down",), _T),
)
BY_ID = {command.id: command for command in COMMANDS}


def is_single(key: str) -> bool:
    """Say whether a key is a bare sign, which the switch "Single-letter keys" turns off."""
    return all(len(part.strip()) == 1 for part in key.split(", "))


def key_words(command: Command) -> str:
    """Return the keys of a command as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    shown = (QKeySequence(key).toString(native) for key in command.shown_keys)
    return "  ".join(dict.fromkeys(shown))


def main_key(command_id: str) -> str:
    """Return the first key of a command, for tooltips."""
    return QKeySequence(BY_ID[command_id].keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


_AT_ALL_TIMES = Qt.ShortcutContext.ApplicationShortcut


class Keys:
    """The bound keys of one widget; `single_letters` switches the bare signs on and off."""

    def __init__(
        self, owner: QWidget, scope: Scope, actions: Mapping[str, Callable[[], object]]
    ) -> None:
        self._bare: list[QShortcut] = []
        self._all: list[QShortcut] = []
        everywhere = scope in {Scope.WINDOW, Scope.ANYWHERE}
        context = Qt.ShortcutContext.WindowShortcut
        if not everywhere:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for command in COMMANDS:
            if command.scope is scope and command.id in actions:
                self._bind(owner, command, context, actions[command.id])

    def single_letters(self, on: bool) -> None:  # noqa: FBT001 - a switch by nature
        """Switch the bare signs on or off."""
        for shortcut in self._bare:
            shortcut.setEnabled(on)

    def _bind(
        self,
        owner: QWidget,
        command: Command,
        context: Qt.ShortcutContext,
        action: Callable[[], object],
    ) -> None:
        guarded = command.scope is Scope.ANYWHERE

        def run() -> None:
            # A letter typed while a button has the focus is not meant as a command.
            if not (guarded and _writing_or_button()):
                action()

        for key in command.keys:
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(_AT_ALL_TIMES if command.in_menus else context)
            shortcut.setAutoRepeat(command.repeats)
            shortcut.activated.connect(run)
            self._all.append(shortcut)
            if is_single(key):
                self._bare.append(shortcut)


def _writing_or_button() -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, QAbstractButton | QLineEdit | QPlainTextEdit)
