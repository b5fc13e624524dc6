"""The menus and switches that correct what was guessed.

Each stays the same widget, so that the keyboard is not thrown out of a menu by the answer to it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import ASKED_FOR, ReadOptions, Warn
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, format_title, platform_name
from creator_calm.wording.intake import asked_for_words, zone_name
from creator_calm.wording.times import short_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.intake import FormatInfo, SkipReason, Source
    from creator_calm.domain.preview import Preview
    from creator_calm.ui.desk import Desk

    Switched = Callable[[ReadOptions, bool], ReadOptions]

ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "euc_kr", "shift_jis",
    "gb18030", "big5", "mac_roman",
)  # fmt: skip
OFFSETS = (
    -600, -540, -480, -420, -360, -300, -240, -180, -120, -60, 0, 60, 120, 180, 210, 240, 300, 330,
    345, 360, 420, 480, 540, 570, 600, 660, 720, 780,
)  # fmt: skip
PARTS_MOST = 60
Choice = tuple[str, str]


class FoundChoices(Pane):
    """`corrected` carries the options to read the source with again."""

    corrected = Signal(object)

    def __init__(self, desk: Desk, formats: tuple[FormatInfo, ...]) -> None:
        super().__init__("none")
        self._desk = desk
        self._formats = formats
        self._options = ReadOptions()
        self._made: datetime | None = None
        self._offered: set[str] = set()
        self._menus: dict[str, _Menu] = {}
        self._pills: dict[str, CheckPill] = {}
        self._switched: dict[str, Switched] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        self._menu_place, self._pill_place = Pane("none"), Pane("none")
        self._menu_flow = Flow(self._menu_place, desk.theme.px(16))
        self._pill_flow = Flow(self._pill_place, desk.theme.px(8))
        column.addWidget(self._menu_place)
        column.addWidget(self._pill_place)

    def show_for(self, preview: Preview, options: ReadOptions, source: Source) -> None:
        """Offer what can be corrected in this source."""
        self._options = options
        self._offered.clear()
        if source.text is None:
            self._offer_format(preview)
            self._offer_letters(preview)
        self._offer_platform(preview)
        self._offer_dates(preview)
        self._offer_parts(preview)
        self._offer_asked_for(preview)
        # Hidden last, and only what is not offered: hiding takes the keyboard away.
        for key, part in (*self._menus.items(), *self._pills.items()):
            part.setVisible(key in self._offered)
        self._menu_place.setVisible(any(not one.isHidden() for one in self._menus.values()))
        self._pill_place.setVisible(any(not one.isHidden() for one in self._pills.values()))

    def menu(self, key: str) -> CalmCombo:
        """Return a menu that was offered; KeyError for another one."""
        return self._menus[key].combo

    def pill(self, key: str) -> CheckPill:
        """Return a switch that was offered; KeyError for another one."""
        return self._pills[key]

    def _offer_format(self, preview: Preview) -> None:
        known = [(info.name, format_title(info.name)) for info in self._formats]
        self._menu(
            "format", _("Format"), known, preview.found.format,
            lambda options, code: replace(options, format=code, columns=()),
        )  # fmt: skip

    def _offer_letters(self, preview: Preview) -> None:
        now = preview.found.encoding
        if not now:
            return
        names = [(code, code.upper().replace("_", " ")) for code in ENCODINGS]
        if now not in ENCODINGS:
            names.insert(0, (now, now.upper()))
        self._menu(
            "encoding", _("Letters"), names, now,
            lambda options, code: replace(options, encoding=code),
        )  # fmt: skip

    def _offer_platform(self, preview: Preview) -> None:
        names = [(one.value, platform_name(one) or _("Not known")) for one in Platform]
        self._menu(
            "platform", _("Written on"), names, preview.found.platform.value,
            lambda options, code: replace(options, platform=Platform(code)),
        )  # fmt: skip

    def _offer_dates(self, preview: Preview) -> None:
        found, options = preview.found, self._options
        if found.day_first is not None or Warn.DATES_AMBIGUOUS in found.warnings:
            ways = [("day", _("day first")), ("month", _("month first"))]
            self._menu(
                "dates", _("Dates"), ways, "day" if found.day_first else "month",
                lambda options, code: replace(options, day_first=code == "day"),
            )  # fmt: skip
        _exact, _day, estimated, unknown = preview.receipt.dates
        if estimated or options.zone_minutes is not None:
            zones = [("", _("Not known")), *((str(one), zone_name(one)) for one in OFFSETS)]
            now = "" if options.zone_minutes is None else str(options.zone_minutes)
            self._menu(
                "zone", _("Time zone"), zones, now,
                lambda options, code: replace(options, zone_minutes=int(code) if code else None),
            )  # fmt: skip
        if unknown or options.reference is not None:
            self._offer_reference()
        if Warn.DATES_OF_CAPTURE in found.warnings or options.capture_dates:
            words = _("Take the times of saving as the times of writing")
            self._switch("capture", words, _capture, on=options.capture_dates)

    def _offer_reference(self) -> None:
        """Offer the days from which "2 days ago" may count: the file's own, today."""
        today = self._desk.clock.utc()
        days = {"": _("Not known"), today.isoformat(): _("Today")}
        made = self._made
        if made is not None:
            days[made.isoformat()] = short_date(made, today)
        chosen = self._options.reference
        now = "" if chosen is None else chosen.isoformat()
        if now not in days and chosen is not None:
            days[now] = short_date(chosen, today)
        self._menu(
            "reference", _("The file was made"), list(days.items()), now,
            lambda options, code: replace(
                options, reference=datetime.fromisoformat(code) if code else None
            ),
        )  # fmt: skip

    def know_file(self, source: Source) -> None:
        """Look when the file was changed last: a guess for the day it was made."""
        self._made = None
        if source.path is not None:
            try:
                self._made = datetime.fromtimestamp(Path(source.path).stat().st_mtime, UTC)
            except (OSError, ValueError, OverflowError):
                return

    def _offer_parts(self, preview: Preview) -> None:
        parts = preview.sheets[:PARTS_MOST]
        if len(parts) < 2:
            return
        for name, read in parts:
            words = safe_text.inline(name, 40)
            self._switch(f"part {name}", words, _part(preview.sheets, name), on=read)

    def _offer_asked_for(self, preview: Preview) -> None:
        for reason in ASKED_FOR:
            count = sum(one.reason is reason for one in preview.receipt.skipped)
            on = reason in self._options.brought
            if count or on:
                words = asked_for_words(reason, count)
                self._switch(reason.value, words, _asked(reason), on=on)

    def _menu(
        self,
        key: str,
        label: str,
        choices: list[Choice],
        now: str,
        deed: Callable[[ReadOptions, str], ReadOptions],
    ) -> None:
        if key not in self._menus:
            menu = self._menus[key] = _Menu(self._desk)
            menu.setParent(self._menu_place)
            menu.combo.activated.connect(lambda at, key=key: self._chose(key, at))
            self._menu_flow.addWidget(menu)
        self._offered.add(key)
        self._menus[key].offer(label, choices, now, deed)

    def _chose(self, key: str, at: int) -> None:
        menu = self._menus[key]
        options = menu.deed(self._options, str(menu.combo.itemData(at)))
        if options != self._options:
            self.corrected.emit(options)

    def _switch(self, key: str, words: str, deed: Switched, *, on: bool) -> None:
        if key not in self._pills:
            pill = self._pills[key] = CheckPill(self._desk, words)
            pill.setParent(self._pill_place)
            self._pill_flow.addWidget(pill)
            pill.clicked.connect(
                lambda on, key=key: self.corrected.emit(self._switched[key](self._options, on))
            )
        pill = self._pills[key]
        self._offered.add(key)
        self._switched[key] = deed
        safe_text.caption(pill, words)
        pill.setChecked(on)
        pill.updateGeometry()


class _Menu(QWidget):
    """A menu below its name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._head = text(desk, "", FontRole.META_STRONG, ink="muted", wrap=False)
        self.combo = CalmCombo(desk)
        self.deed: Callable[[ReadOptions, str], ReadOptions] = lambda options, _code: options
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(self._head)
        column.addWidget(self.combo)

    def offer(
        self,
        label: str,
        choices: list[Choice],
        now: str,
        deed: Callable[[ReadOptions, str], ReadOptions],
    ) -> None:
        self.deed = deed
        self.combo.clear()
        for code, words in choices:
            safe_text.add_choice(self.combo, words, code)
        self.combo.setCurrentIndex(self.combo.findData(now))
        safe_text.name(self.combo, label)
        safe_text.say(self._head, label)


def _part(parts: tuple[tuple[str, bool], ...], name: str) -> Switched:
    """Return what reads one of the parts, or leaves it out."""

    def switched(options: ReadOptions, on: bool) -> ReadOptions:  # noqa: FBT001 - a switch by nature
        chosen = tuple(part for part, read in parts if (on if part == name else read))
        return replace(options, parts=chosen)

    return switched


def _asked(reason: SkipReason) -> Switched:
    """Return what brings in a sort that stays out by default."""

    def switched(options: ReadOptions, on: bool) -> ReadOptions:  # noqa: FBT001 - a switch by nature
        brought = options.brought | {reason} if on else options.brought - {reason}
        return replace(options, brought=brought)

    return switched


def _capture(options: ReadOptions, on: bool) -> ReadOptions:  # noqa: FBT001 - a switch by nature
    return replace(options, capture_dates=on)
