"""The pages, each imported at its first visit: together they take longer than opening the window."""

# ruff: noqa: PLC0415 - that is what this module is for
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


def build_page(page_id: str, workspace: Workspace, desk: Desk) -> QWidget:
    """Return a new page; an unknown id is a KeyError."""
    return _BUILDERS[page_id](workspace, desk)


def _today(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.today import TodayPage

    return TodayPage(workspace, desk)


def _inbox(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.inbox import InboxPage

    return InboxPage(workspace, desk)


def _breathe(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.breathe import BreathePage

    return BreathePage(workspace, desk)


def _notes(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.notes_support import NotesSupportPage

    return NotesSupportPage(workspace, desk)


def _settings(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.settings import SettingsPage

    return SettingsPage(workspace, desk)


def _bring_in(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.bring_in import BringInPage

    return BringInPage(workspace, desk)


def _keys(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.keys import KeysPage

    return KeysPage(workspace, desk)


def _rules(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.rules import RulesPage

    return RulesPage(workspace, desk)


def _formats(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.formats import FormatsPage

    return FormatsPage(workspace, desk)


def _kind(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.kind_shelf import KindShelfPage

    return KindShelfPage(workspace, desk)


def _help(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.help_lines import HelpLinesPage

    return HelpLinesPage(workspace, desk)


def _looking_back(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.looking_back import LookingBackPage

    return LookingBackPage(workspace, desk)


def _to_do(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.to_do import ToDoPage

    return ToDoPage(workspace, desk)


def _words(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.own_words import OwnWordsPage

    return OwnWordsPage(workspace, desk)


def _promises(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.promises import PromisesPage

    return PromisesPage(workspace, desk)


def _learned(workspace: Workspace, desk: Desk) -> QWidget:
    from creator_calm.ui.pages.learned import LearnedPage

    return LearnedPage(workspace, desk)


_BUILDERS = {
    "today": _today,
    "inbox": _inbox,
    "breathe": _breathe,
    "notes": _notes,
    "settings": _settings,
    "bring_in": _bring_in,
    "keys": _keys,
    "rules": _rules,
    "formats": _formats,
    "kind": _kind,
    "to_do": _to_do,
    "looking_back": _looking_back,
    "help": _help,
    "words": _words,
    "promises": _promises,
    "learned": _learned,
}
