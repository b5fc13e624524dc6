"""Pictures of the real program on made-up comments: `python packaging/screenshots.py [FOLDER]`.

No screen is needed. The clock stands still on 20 May 2026, so that two runs differ where the program
differs (and where another machine has other fonts). Pictures go to packaging/screenshots.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1.25"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtGui import QFont  # noqa: E402 - the platform is chosen first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from creator_calm import paths  # noqa: E402
from creator_calm.domain.care import ScheduleItem, SupportContact  # noqa: E402
from creator_calm.domain.inbox import InboxQuery, Pile, Pill  # noqa: E402
from creator_calm.domain.intake import ReadOptions, Source  # noqa: E402
from creator_calm.domain.moods import Mood  # noqa: E402
from creator_calm.domain.own_words import Channel, Offer, SavedReply  # noqa: E402
from creator_calm.domain.promises import Solution  # noqa: E402
from creator_calm.domain.reply import Audience  # noqa: E402
from creator_calm.domain.to_do import Decision  # noqa: E402
from creator_calm.ui.pages.bring_in import BringInPage, Stage  # noqa: E402
from creator_calm.ui.pages.inbox import InboxPage  # noqa: E402
from creator_calm.ui.program import Program  # noqa: E402
from tests.clock import StoppedClock  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
WIDE, NARROW = (1280, 800), (900, 600)
PATIENCE_S = 30.0
SAMPLE = ROOT / "resources" / "samples" / "comments.jsonl"
PAGES = (
    "today",
    "inbox",
    "put_away",
    "bring_in",
    "breathe",
    "notes",
    "settings",
    "rules",
    "keys",
    "kind",
    "to_do",
    "promises",
    "looking_back",
    "help",
    "words",
    "learned",
)

_MADE = ROOT / "tests" / "samples"
BRING_IN = {
    "bring_in": (SAMPLE,),
    "bring_in_choose": (),
    "bring_in_table": (_MADE / "table" / "sample.csv",),
    "bring_in_own": (_MADE / "meta_instagram" / "sample.json",),
    "bring_in_several": (
        _MADE / "youtube_data_api" / "sample.json",
        _MADE / "exportcomments" / "sample.csv",
        _MADE / "apify_tiktok" / "sample.csv",
    ),
}
"""What stands on the page Bring in for each of its pictures; nothing: the choice."""


def wait(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(20)


class Camera:
    """One running program and the folder its pictures go to."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._folder = folder
        self.program = Program(paths.folders(home), StoppedClock(NOW), [])
        self.program.show()
        sys.excepthook = (
            sys.__excepthook__
        )  # a fault ends the script instead of showing a calm sheet
        wait(lambda: self.program.workspace is not None)

    @property
    def desk(self) -> Workspace:
        """The open library."""
        assert self.program.workspace is not None
        return self.program.workspace

    def fill(self) -> None:
        """Bring in the made-up comments, a person and a plan."""
        job = self.desk.importing.start(Source(path=str(SAMPLE), name=SAMPLE.name), ReadOptions())
        while not job.done:
            job.poll(0.1)
        every_day = frozenset(range(7))
        self.desk.care.save_item(
            ScheduleItem(0, "Lunch away from the screen", every_day, time_of_day(12, 0), 45)
        )
        self.desk.care.save_item(
            ScheduleItem(0, "Call Sam", frozenset({2, 6}), time_of_day(17, 0), 20)
        )
        self.desk.care.save_contact(
            SupportContact(
                0,
                "Sam",
                "Phone or the kitchen table",
                "Evenings",
                "Listens first",
                "Advice right away",
            )
        )

        self._fill_own()
        self._fill_to_do()
        self._promise()

    def _promise(self) -> None:
        """Promise to come back to two comments, one of them decided, and something said elsewhere."""
        promises, rows = self.desk.promises, self.desk.inbox.today().needs_you
        promises.make([rows[3].key], NOW.date() + timedelta(days=2))
        promises.decide(1, Solution.FIX)
        promises.make([rows[4].key], NOW.date() + timedelta(days=5))
        promises.make(who="Mira", about="The list of songs", due_on=NOW.date())

    def _fill_own(self) -> None:
        """Keep kind words, note three weeks of moods, read on most days; choose a country."""
        care, library = self.desk.care, self.desk._library  # noqa: SLF001 - days that have passed
        care.kind_shelf.write_down("I finally finished a piece because of you.", "Mira")
        self.desk.inbox.keep([row.key for row in self.desk.inbox.today().kind[:2]])
        care.kind_shelf.describe(1, "letters", "It came on a hard day.")
        values = (62, 58, 30, 22, 35, 55, None, 60, 66, None, 70, 64, 72, 75)
        with library.writing():
            for ago, value in enumerate(reversed(values)):
                at = NOW - timedelta(days=ago, hours=1)
                if value is not None:
                    library.moods.add(Mood(0, at, value, 50, ("tired",) if value < 40 else ()))
                    library.days.put_seconds(at.date(), 600 + value * 20)
        self.desk.preferences.set("care.country", "SE GB")
        self._fill_words()

    def _fill_words(self) -> None:
        """Save replies, offers and places for private answers."""
        desk = self.desk
        desk.saved_replies.keep(
            SavedReply(
                0, "Shipping", "Thank you, {name}. Parcels leave on Mondays: {link}", "en",
                Audience.PRIVATE,
            )
        )  # fmt: skip
        desk.saved_replies.keep(
            SavedReply(0, "Frakt", "Tack, {namn}. Jag skickar på måndag.", "sv")
        )
        desk.offers.keep(Offer(0, "a new print", "en"))
        desk.offers.keep(Offer(0, "ett nytt tryck", "sv"))
        desk.channels.keep(Channel(0, "my shop inbox", "en"))
        desk.channels.keep(Channel(0, "min butiks inkorg", "sv"))

    def _fill_to_do(self) -> None:
        """Put points on the to-do list, one of them thought about and one done."""
        to_do, inbox = self.desk.to_do, self.desk.inbox
        shown = inbox.page(InboxQuery(pill=Pill.NOT_ANSWERED), 0, 100)
        away = inbox.page(InboxQuery(Pile.AWAY), 0, 100)
        for row in (*shown[:6], *(one for one in away if one.points)):
            to_do.add([row.key])
        first, second, *_ = to_do.board().worth_doing
        to_do.edit(
            replace(
                first.item,
                what_is_true="At 3:20 it really is too quiet.",
                decision=Decision.DO,
                next_step="A limiter, and listen on headphones",
                due=date(2026, 5, 24),
            )
        )
        to_do.mark_done(second.item.id, "Every brush is named in the description now.")

    def wear(self, theme: str, language: str, scale: str) -> None:
        """Set the look."""
        for key, value in (
            ("look.theme", theme),
            ("look.language", language),
            ("look.text_scale", scale),
            ("look.font", "stack"),
        ):
            self.desk.preferences.set(key, value)
        self.program.window.toast.put_down()

    def take(self, page: str, name: str, size: tuple[int, int]) -> None:
        """Open a page as a creator would see it, and save its picture."""
        window = self.program.window
        window.resize(*size)
        page_id = "inbox" if page == "put_away" else "bring_in" if page in BRING_IN else page
        shown = window.open_page(page_id)
        if isinstance(shown, InboxPage):
            self._arrange(shown, page)
        elif isinstance(shown, BringInPage):
            self._look_at(shown, BRING_IN[page])
        QTest.qWait(120)
        window.toast.put_down()
        window.grab().save(str(self._folder / f"{name}.png"), "PNG")
        if isinstance(shown, BringInPage):
            shown.put_aside()

    def _look_at(self, page: BringInPage, files: tuple[Path, ...]) -> None:
        page.put_aside()
        if files:
            page.open(*(Source(path=str(path), name=path.name) for path in files))
            wait(lambda: page.stage is Stage.PREVIEW and not page.work.looking)

    def _arrange(self, inbox: InboxPage, page: str) -> None:
        if page == "put_away":
            inbox.open_put_away()
            return
        inbox.focus_search()  # leaves the list of put-away ones
        if self.program.window.width() > NARROW[0]:
            inbox.open_comment(self.desk.inbox.today().needs_you[0].key)
        inbox.list.setFocus()

    def close(self) -> None:
        """Close the window and the library."""
        self.program.window.close()
        self.program.close()


def main(folder: Path) -> int:
    """Take all pictures: pages in two themes and languages, and one each of contrast, size and width."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setFont(QFont("Inter", 10))  # where it is installed; no font is shipped
    with tempfile.TemporaryDirectory() as home:
        camera = Camera(folder, Path(home) / "home")
        camera.take("today", "first_start_light_en", WIDE)
        camera.fill()
        for theme in ("light", "dark"):
            for language in ("en", "sv"):
                camera.wear(theme, language, "100")
                for page in PAGES:
                    camera.take(page, f"{page}_{theme}_{language}", WIDE)
        for theme, language in (("light", "en"), ("dark", "sv")):
            camera.wear(theme, language, "100")
            for page in (*BRING_IN, "formats"):
                if page not in PAGES:
                    camera.take(page, f"{page}_{theme}_{language}", WIDE)
        camera.wear("contrast_light", "en", "100")
        camera.take("inbox", "inbox_contrast_light_en", WIDE)
        camera.wear("contrast_dark", "sv", "100")
        camera.take("inbox", "inbox_contrast_dark_sv", WIDE)
        for page in (
            "today",
            "inbox",
            "to_do",
            "notes",
            "settings",
            "rules",
            "breathe",
            "bring_in_own",
        ):
            camera.wear("light", "sv", "200")
            camera.take(page, f"{page}_light_sv_200", WIDE)
        camera.wear("light", "en", "100")
        camera.take("inbox", "inbox_light_en_narrow", NARROW)
        camera.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packaging" / "screenshots"))
