"""The pages of one's own in both languages, at large text, by keyboard, with no focus taken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import CommentKey, Platform
from creator_calm.domain.facts import FactState
from creator_calm.domain.help_lines import OwnLine
from creator_calm.domain.moods import Mood
from creator_calm.domain.own_words import Channel, Offer, SavedReply
from creator_calm.domain.reply import Audience
from creator_calm.ui.pages.channel_block import ChannelBlock
from creator_calm.ui.pages.facts_block import FactsBlock
from creator_calm.ui.pages.help_lines import HelpLinesPage
from creator_calm.ui.pages.kind_shelf import KindShelfPage
from creator_calm.ui.pages.looking_back import LookingBackPage
from creator_calm.ui.pages.own_things_section import OwnThingsSection
from creator_calm.ui.pages.own_words import OwnWordsPage
from creator_calm.ui.pages.saved_replies_block import SavedRepliesBlock
from creator_calm.ui.pages.to_do import ToDoPage
from creator_calm.ui.widgets.low_card import LowCard
from creator_calm.ui.widgets.mood_strip import MoodStrip
from creator_calm.wording import use_language
from tests.storage.builders import CRITIQUE, QUESTION, bring_in, sighting
from tests.ui.pages.test_every_page import clip, said, visible
from tests.ui.pages.test_own_pages import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages._reply_block import ReplyBlock
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

__all__ = ["library"]


def kind(desk: Desk, library: Workspace) -> QWidget:
    page = KindShelfPage(library, desk)
    page.edit(1)
    return page


def three(desk: Desk, library: Workspace) -> QWidget:
    page = KindShelfPage(library, desk)
    page.show_three()
    return page


def looking_back(desk: Desk, library: Workspace) -> QWidget:
    page = LookingBackPage(library, desk)
    page.as_table.click()
    return page


def help_lines(desk: Desk, library: Workspace) -> QWidget:
    page = HelpLinesPage(library, desk)
    page.edit(0)
    return page


def mood(desk: Desk, library: Workspace) -> QWidget:
    strip = MoodStrip(desk, library.care.moods.note)
    strip.open(("tired",))
    return strip


def things(desk: Desk, library: Workspace) -> QWidget:
    section = OwnThingsSection(library, desk)
    section.retranslate()
    section.delete.click()
    return section


def to_do(desk: Desk, library: Workspace) -> QWidget:
    page = _listed(desk, library)
    page.edit(1)
    return page


def to_do_done(desk: Desk, library: Workspace) -> QWidget:
    page = _listed(desk, library)
    library.to_do.mark_done(1, "The sound is level from now on")
    page._done_shown, page._telling = True, 1
    page.refresh(None)
    return page


def _listed(desk: Desk, library: Workspace) -> ToDoPage:
    bring_in(
        library._library, [sighting(n, judged) for n, judged in ((40, CRITIQUE), (44, QUESTION))]
    )
    library.to_do.add([CommentKey(7)])
    library.to_do.add([CommentKey(8)])
    return ToDoPage(library, desk)


def low(desk: Desk, library: Workspace) -> QWidget:
    return LowCard(desk, kind=bool(library.care.kind_shelf.all()), people=True)


def own_words(desk: Desk, library: Workspace) -> QWidget:
    _fill_words(library)
    return OwnWordsPage(library, desk)


def own_words_form(desk: Desk, library: Workspace) -> QWidget:
    _fill_words(library)
    page = OwnWordsPage(library, desk)
    page.edit(1)
    page.channels.take(page.channels._lines[0])
    return page


def facts(desk: Desk, library: Workspace) -> QWidget:
    block = FactsBlock(library, desk)
    _show(block, library)
    library.facts.mark(CommentKey(1), 0, FactState.ASK)
    library.facts.add(CommentKey(1), "Which size was it, and was it the one on the slip?")
    block._read(anew=True)
    block.fold.click()
    return Alone(block)


def saved_list(desk: Desk, library: Workspace) -> QWidget:
    return Alone(_saved(desk, library))


def _saved(desk: Desk, library: Workspace) -> SavedRepliesBlock:
    _fill_words(library)
    block = SavedRepliesBlock(library, desk)
    _show(block, library)
    block.toggle()
    block.body.show()
    block.list.fill()
    return block


def slots(desk: Desk, library: Workspace) -> QWidget:
    block = _saved(desk, library)
    block._choose(library.saved_replies.all()[0])
    return Alone(block)


def places(desk: Desk, library: Workspace) -> QWidget:
    _fill_words(library)
    block = ChannelBlock(library, desk)
    _show(block, library)
    return Alone(block)


def _fill_words(library: Workspace) -> None:
    text = "Thank you, {name}. Parcels leave on Mondays, and yours is traced here: {link of the parcel}"
    for number in range(3):
        title = f"Shipping, late parcels and what came back {number}"
        library.saved_replies.keep(SavedReply(0, title, text, "en", Audience.PRIVATE))
    library.offers.keep(Offer(0, "a new print, signed if you like", "en"))
    library.channels.keep(Channel(0, "the form on my page about the shop", "en", Platform.YOUTUBE))
    library.channels.keep(Channel(0, "my shop inbox"))


class Alone(QWidget):
    """A part of the reply panel by itself."""

    def __init__(self, block: ReplyBlock) -> None:
        super().__init__()
        self.retranslate = block.retranslate
        QVBoxLayout(self).addWidget(block)


def _show(block: ReplyBlock, library: Workspace) -> None:
    key = CommentKey(1)
    library.inbox.pick_kind(key, Kind.COMPLAINT)
    block.retranslate()
    block.show_for(library.inbox.view(key), library.replying.plan(key), writing=True)


MAKERS = [
    kind, three, looking_back, help_lines, mood, things, low, to_do, to_do_done, own_words,
    own_words_form, facts, saved_list, slots, places,
]  # fmt: skip


@pytest.fixture(params=MAKERS, ids=lambda make: str(make.__name__))
def make(
    request: pytest.FixtureRequest, library: Workspace, clock: StoppedClock
) -> Callable[[Desk], QWidget]:
    library.inbox.keep([CommentKey(key) for key in (1, 2, 3, 4)])
    library.care.kind_shelf.describe(
        1, "a tag", "because it was a very long week with little sleep"
    )
    library.care.help_lines.save(OwnLine(0, "Kyrkan", "044 – 0", "kvällar", "lugn röst"))
    tables = library._library
    with tables.writing():
        for ago in range(5):
            at = clock.utc() - timedelta(days=ago)
            tables.moods.add(Mood(0, at, 20 * ago, 50, ("tired",), "a note about the day"))
            tables.days.put_seconds(at.date(), 600 * ago)
    return lambda desk: request.param(desk, library)


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(("scale", "width"), [(100, 1100), (150, 900), (200, 900), (200, 590)])
def test_nothing_is_clipped(
    make: Callable[[Desk], QWidget], make_desk: Callable[[int], Desk],
    shown: Callable[..., QWidget], language: str, scale: int, width: int,
) -> None:  # fmt: skip
    use_language(language)
    page = make(make_desk(scale))
    shown(page, width, 700)
    QApplication.processEvents()
    assert [clipped for one in visible(page) if (clipped := clip(one, page))] == []


def test_everything_that_takes_the_focus_has_a_name(
    make: Callable[[Desk], QWidget], desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = make(desk)
    shown(page)
    assert [
        type(one).__name__
        for one in visible(page)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
    ] == []


def test_refreshing_takes_no_focus(
    make: Callable[[Desk], QWidget], desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = make(desk)
    window, mine = QWidget(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(mine)
    column.addWidget(page)
    shown(window)
    window.activateWindow()
    mine.setFocus()
    for name in ("refresh", "retranslate"):
        call = getattr(page, name, None)
        if call is not None:
            call(None) if name == "refresh" else call()
        QApplication.processEvents()
    assert mine.hasFocus()


def test_words_follow_the_language(
    make: Callable[[Desk], QWidget], desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = make(desk)
    shown(page)
    if not hasattr(page, "retranslate"):
        return
    before = said(page)
    use_language("sv")
    page.retranslate()
    QApplication.processEvents()
    assert len(said(page)) == len(before)
    use_language("en")
    page.retranslate()
    QApplication.processEvents()
    assert len(said(page)) == len(before)
