"""The kind shelf and the help lines on a real library: kept, shown, saved, covered, undone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.help_lines import OwnLine
from creator_calm.domain.moods import Mood
from creator_calm.paths import Folders
from creator_calm.ui.pages.help_lines import HelpLinesPage
from creator_calm.ui.pages.kind_shelf import KindShelfPage
from creator_calm.ui.pages.looking_back import LookingBackPage
from creator_calm.wording import use_language
from creator_calm.workspace import Workspace
from tests.storage.builders import ABUSE, KIND_ONE, bring_in, sighting
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

CANARY = "zyxwvut"


@pytest.fixture
def library(tmp_path: Path, clock: StoppedClock) -> Iterator[Workspace]:
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config):
        folder.mkdir()
    made = Workspace.open(folders, clock)
    praise = ["You saved my gig", "lovely", "this helped me a lot", "tack", "so nice"]
    rows = [sighting(n, KIND_ONE, text) for n, text in enumerate(praise)]
    bring_in(made._library, [*rows, sighting(9, ABUSE, f"{CANARY} you are awful")])
    yield made
    made.close()


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def shelf(library: Workspace, desk: Desk, shown: Callable[..., QWidget]) -> KindShelfPage:
    page = KindShelfPage(library, desk)
    library.subscribe(page.refresh)
    shown(page)
    return page


def test_what_is_kept_stands_on_the_shelf(shelf: KindShelfPage, library: Workspace) -> None:
    assert "Kind words you keep will be here." in words(shelf)
    library.inbox.keep([CommentKey(2)])
    settle()
    assert "lovely" in words(shelf)
    shelf.edit(1)
    assert shelf.form is not None
    shelf.form.why.fill("a hard week")
    shelf.form.tag.fill("x" * 60)
    shelf.form.save.click()
    settle()
    assert "a hard week" in words(shelf)
    library.undo()
    settle()
    assert "a hard week" not in words(shelf)


def test_a_form_keeps_what_was_typed_while_the_shelf_changes(
    shelf: KindShelfPage, library: Workspace
) -> None:
    shelf.edit(0)
    assert shelf.form is not None
    shelf.form.words.fill("a letter")
    library.inbox.keep([CommentKey(1)])
    settle()
    assert shelf.form.words.words() == "a letter"
    shelf.form.save.click()
    assert [one.text for one in library.care.kind_shelf.all()] == ["a letter", "You saved my gig"]


def test_three_at_random_have_nothing_around_them(shelf: KindShelfPage, library: Workspace) -> None:
    library.inbox.keep([CommentKey(key) for key in range(1, 6)])
    shelf.show_three()
    settle()
    first = words(shelf)
    assert sum(one.text in first for one in library.care.kind_shelf.all()) == 3
    assert "Worth keeping?" not in first
    shelf.three.click()
    settle()
    assert words(shelf) != first


def test_no_put_away_word_reaches_the_page(shelf: KindShelfPage, library: Workspace) -> None:
    library.inbox.keep([CommentKey(key) for key in range(1, 7)])
    shelf.show_three()
    settle()
    assert CANARY not in words(shelf)
    shelf.show_all()
    settle()
    assert CANARY not in words(shelf)


def test_the_shelf_is_saved_as_text_and_as_a_picture(
    shelf: KindShelfPage, library: Workspace, tmp_path: Path
) -> None:
    library.care.kind_shelf.write_down("# not a heading\n- *thanks* <b>", "Åsa")
    for name in ("a.txt", "a.md", "a.png"):
        shelf.saving.write(tmp_path / name)
    assert "# not a heading\n- *thanks* <b>\nÅsa" in (tmp_path / "a.txt").read_text("utf-8")
    assert r"> \# not a heading" in (tmp_path / "a.md").read_text("utf-8")
    assert r"> \- \*thanks\* \<b\>" in (tmp_path / "a.md").read_text("utf-8")
    picture = QImage(str(tmp_path / "a.png"))
    assert (picture.width(), picture.height()) == (1240, 1754)
    seen = {picture.pixelColor(x, y).name() for x in range(100, 900, 3) for y in range(100, 300, 3)}
    assert len(seen) > 3
    shelf.saving.write(tmp_path / "no" / "a.txt")
    assert shelf.saving.problem.text()


def test_help_lines_ask_for_the_country_once(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = HelpLinesPage(library, desk)
    shown(page)
    first, second = page.findChildren(QComboBox)
    first.setCurrentIndex(first.findData("SE"))
    second.setCurrentIndex(second.findData("GB"))
    page._set(first.currentData(), second.currentData())
    settle()
    assert library.care.help_lines.countries() == ("SE", "GB")
    assert "In danger, call 112." in words(page)
    assert "999 or 112" in words(page)
    assert not page.findChildren(QComboBox)
    for language, line in (
        ("en", "Creator Calm is not a medical or emergency service."),
        ("sv", "Creator Calm är ingen vård- eller larmtjänst."),
    ):
        use_language(language)
        page.retranslate()
        settle()
        assert line in words(page)
    use_language("en")


def test_own_help_lines_come_first_and_are_copied(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = HelpLinesPage(library, desk)
    library.subscribe(page.refresh)
    shown(page)
    page.edit(0)
    assert page.form is not None
    page.form.save.click()
    assert page.form.problem.text()
    page.form.name.fill("Kyrkan")
    page.form.reach.fill("044 – 0")
    page.form.save.click()
    settle()
    assert library.care.help_lines.own() == (OwnLine(1, "Kyrkan", "044 – 0"),)
    said = words(page)
    assert said.index("Kyrkan") < said.index("findahelpline.com")
    page._copy("044 – 0")
    assert QApplication.clipboard().text() == "044 – 0"


def test_while_covered_help_is_there_without_own_words(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    library.care.help_lines.save(OwnLine(0, CANARY))
    library.care.breaks.enter_live()
    page = HelpLinesPage(library, desk)
    shown(page)
    assert CANARY not in words(page)
    assert "findahelpline.com" in words(page)


def test_looking_back_leaves_gaps_and_says_the_same_in_words_and_table(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget], clock: StoppedClock
) -> None:
    page = LookingBackPage(library, desk)
    library.subscribe(page.refresh)
    shown(page)
    assert "No notes in this time. Nothing is missing." in words(page)
    assert not page.notes.isVisible()
    tables = library._library
    with tables.writing():
        for ago in (0, 1, 2, 5):
            tables.moods.add(Mood(0, clock.utc() - timedelta(days=ago), 80, None, (), "secret"))
    page.refresh(None)
    settle()
    assert "Notes on 4 of 14 days." in words(page)
    assert page.notes.accessibleDescription() == "Notes on 4 of 14 days."
    page.as_table.click()
    assert page.model.rowCount() == 4
    assert page.model.data(page.model.index(0, 4)) == "rather pleasant"
    assert lines_drawn(page) == 2
    page.share.click()
    assert "secret" in QApplication.clipboard().text()
    library.care.moods.remove([1])
    settle()
    assert "Notes on 3 of 14 days." in words(page)
    library.undo()
    settle()
    assert "Notes on 4 of 14 days." in words(page)


def lines_drawn(page: LookingBackPage) -> int:
    """Count the joins between days: a gap must have none."""
    drawn: list[int] = []

    class Watch(QPainter):
        def drawLines(self, lines: list[QLineF]) -> None:  # type: ignore[override] # noqa: N802
            drawn.append(len(lines))
            super().drawLines(lines)

    image = QImage(600, 190, QImage.Format.Format_RGB32)
    painter = Watch(image)
    page.notes.paint(painter, QRectF(0, 0, 600, 190))
    painter.end()
    return drawn[0]
