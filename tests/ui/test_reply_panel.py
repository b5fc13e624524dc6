from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Area, Change, Deed, UndoToken
from creator_calm.domain.draft import DraftFinding, DraftReport, FindingLevel
from creator_calm.domain.reply import Audience, Chip, ReasonCode, Tone
from creator_calm.domain.voice import AS_SET, Length
from creator_calm.ui.pages.reply_rest import RestCard
from creator_calm.ui.pages.reply_voice import VoiceBlock
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.draft_findings import DraftFindings
from creator_calm.wording import reason_sentence, use_language
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.reply_panel import ReplyPanel
    from tests.ui.fakes import FakeWorkspace

DRAFT = "You're right. As I already said, thank you."


@pytest.fixture
def panel(window: MainWindow) -> ReplyPanel:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    settle()
    return page.panel


def cards(panel: ReplyPanel) -> list[QRadioButton]:
    return [card for card in panel.starts.findChildren(QRadioButton) if not card.isHidden()]


def test_the_panel_reads_and_offers_three_by_intent(panel: ReplyPanel) -> None:
    assert (
        panel.heading.text().replace("\u2068", "").replace("\u2069", "") == "Reply to @lenapaints"
    )
    titles = [card.text() for card in cards(panel)]
    assert titles == ["Own it and fix it", "Ask what they meant", "Acknowledge and move to private"]
    assert not any(card.isChecked() for card in cards(panel)), "nothing is chosen for the creator"
    assert panel.band.isVisible()


def test_a_suggestion_takes_the_place_of_none_of_the_creators_words(panel: ReplyPanel) -> None:
    panel.choose_suggestion(0)
    assert panel.editor.text().startswith("You're right, the sound drops")
    panel.choose_suggestion(1)
    assert panel.editor.text().startswith("Thank you for telling me."), "an untouched one goes"
    panel.editor.field.selectAll()
    QTest.keyClicks(panel.editor.field, "my own words")
    panel.editor.field.selectAll()
    panel.choose_suggestion(0)
    assert panel.editor.text().startswith("my own words You're right, the sound drops")
    panel.editor.field.undo()
    assert panel.editor.text() == "my own words"
    panel.editor.open("")


def test_an_untouched_suggestion_of_a_kept_draft_gives_way_too(panel: ReplyPanel) -> None:
    assert panel._plan is not None
    panel.editor.open(panel._plan.suggestions[1].text)
    panel.choose_suggestion(0)
    assert panel.editor.text() == panel._plan.suggestions[0].text
    panel.editor.open("")


def test_the_band_says_who_can_read_it(panel: ReplyPanel) -> None:
    said = []
    for number in (2, 0):
        panel.choose_suggestion(number)
        said.append(panel.band.audience)
    assert said == [Audience.PRIVATE, Audience.PUBLIC]
    panel.save()


def test_facts_start_unticked_and_exclude_each_other(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    assert panel.facts.facts() == {}
    pills = panel.facts._pills
    pills[Chip.GOT_IT_WRONG].click()
    pills[Chip.ANSWER].click()
    panel.facts._fields[Chip.ANSWER].fill("in the description")
    assert panel.facts.facts() == {Chip.GOT_IT_WRONG: "", Chip.ANSWER: "in the description"}
    pills[Chip.ANSWER].click()
    assert panel.facts.facts() == {Chip.GOT_IT_WRONG: ""}
    assert isinstance(pills[Chip.ANSWER], CheckPill)


def test_a_fact_stays_ticked_when_others_are_asked_because_of_it(panel: ReplyPanel) -> None:
    panel.facts.open((Chip.WHEN, Chip.WHAT), {Chip.GOT_IT_WRONG: ""})
    assert list(panel.facts._pills) == [Chip.GOT_IT_WRONG, Chip.WHEN, Chip.WHAT]
    assert panel.facts.facts() == {Chip.GOT_IT_WRONG: ""}
    assert panel.facts.asks() == (Chip.WHEN, Chip.WHAT)


def test_marks_have_a_line_an_entry_and_a_way_out(panel: ReplyPanel) -> None:
    editor = panel.editor
    editor.field.setPlainText(DRAFT)
    editor.look()
    assert len(editor.field.extraSelections()) == 1
    mark = editor.field.extraSelections()[0]
    assert mark.cursor.selectedText() == "As I already said"
    assert editor.line.text().startswith("One phrase may sound defensive.")
    buttons = {b.text(): b for b in editor._findings.findChildren(Button) if not b.isHidden()}
    buttons["Not here"].click()
    settle()
    assert editor.field.extraSelections() == []
    editor.field.setPlainText(DRAFT + " ")
    editor._ignored.clear()
    editor.look()
    settle()
    buttons = {b.text(): b for b in editor._findings.findChildren(Button) if not b.isHidden()}
    buttons["Remove it"].click()
    assert "As I already said" not in editor.text()
    editor.open("")


def test_a_mark_is_turned_off_for_good_by_keyboard(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    editor = panel.editor
    editor.field.setPlainText(DRAFT)
    editor.look()
    settle()
    buttons = {b.text(): b for b in editor._findings.findChildren(Button) if not b.isHidden()}
    never = buttons["Don’t show this again"]
    assert never.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(never, Qt.Key.Key_Space)
    settle()
    assert workspace.replying.off == {"if_you_had_watched"}
    assert editor.field.extraSelections() == []
    assert editor.text() == DRAFT
    editor.open("")


def test_small_things_wait_behind_one_line(panel: ReplyPanel) -> None:
    findings = DraftFindings(panel._desk)
    small = DraftFinding(0, 9, "mock_praise", FindingLevel.HINT, "Say it straight or leave it.")
    findings.show_findings("Nice try.", (small,))
    (more,) = findings.findChildren(Button)
    assert more.text() == "1 small thing"
    more.click()
    settle()
    labels = [b.text() for b in findings.findChildren(Button) if not b.isHidden()]
    assert labels == ["Hide the small things", "Not here", "Don’t show this again"]


def test_the_draft_is_looked_at_again_where_other_people_will_read_it(
    panel: ReplyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Audience] = []

    def noted(_draft: str, _key: CommentKey | None, audience: Audience) -> DraftReport:
        seen.append(audience)
        return DraftReport()

    monkeypatch.setattr(panel._workspace.replying, "check", noted)
    panel.editor.field.setPlainText("hello")
    panel.band.show_audience(Audience.PRIVATE)
    panel.band.show_audience(Audience.PRIVATE)
    panel.band.show_audience(Audience.PUBLIC)
    assert seen == [Audience.PRIVATE, Audience.PUBLIC]
    panel.editor.open("")


def test_a_mark_behind_emoji_stands_where_it_belongs(panel: ReplyPanel) -> None:
    panel.editor.field.setPlainText("😀😀😀 " + DRAFT)
    panel.editor.look()
    mark = panel.editor.field.extraSelections()[0]
    assert mark.cursor.selectedText() == "As I already said"
    panel.editor.open("")


def test_drafts_are_kept_within_two_seconds_and_on_leaving(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    page = window.inbox()
    assert page is not None
    QTest.keyClicks(panel.editor.field, "hello")
    assert panel.editor._saving.isActive()
    assert panel.editor._saving.interval() <= 2000
    QTest.keyClicks(page.list, "j")
    assert workspace.replying.drafts[1].text == "hello"  # type: ignore[index]
    assert panel.editor.text() == ""
    QTest.keyClicks(page.list, "k")
    assert panel.editor.text() == "hello"
    QTest.keyClicks(panel.editor.field, "!")
    window.open_page("today")
    assert workspace.replying.drafts[1].text == "hello!"  # type: ignore[index]


def test_copying_marks_answered_and_says_so(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    panel.enter()
    QTest.keyClicks(panel.editor.field, "Thank you.")
    QTest.keyClick(panel.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Thank you."
    assert workspace.replying.copies == ["Thank you."]
    assert workspace.inbox.made[1].row.answered  # type: ignore[index]
    assert window.toast._words.text() == "Copied. Paste it where you want it."
    assert workspace.replying.drafts[1].text == "Thank you."  # type: ignore[index]


def test_silence_has_its_reason_and_no_editor(window: MainWindow, workspace: FakeWorkspace) -> None:
    page = window.inbox()
    assert page is not None
    page.open_put_away()
    page.list.choose_first()
    panel = page.panel
    settle()
    assert panel.heading.text() == "A put-away comment"
    assert not panel.editor.isVisible()
    assert not panel.starts.isVisible()
    card = panel.findChild(RestCard)
    assert card is not None
    assert card.isVisible()
    assert reason_sentence(ReasonCode.NOTHING_IN_IT) in card.card.accessibleDescription()
    assert not panel.reading._reason.isVisible()
    assert panel.rest.isVisible()
    panel.write.click()
    assert workspace.replying.wishes[-1].anyway
    assert panel.editor.isVisible()
    # What is written all the same is posted where everyone reads it.
    assert panel.band.audience is Audience.PUBLIC
    assert not card.isVisible()


def test_the_card_lets_it_rest_and_safety_has_neither_card_nor_editor(
    window: MainWindow, workspace: FakeWorkspace
) -> None:
    page = window.inbox()
    assert page is not None
    page.open_put_away()
    page.list.choose_first()
    settle()
    card = page.panel.findChild(RestCard)
    assert card is not None
    key = page.panel._key
    assert key is not None
    card.card.click()
    assert workspace.inbox.row(key).done
    threat = workspace.add("I will find you", "@x", Kind.THREAT, away=True)
    page.panel.open(threat)
    settle()
    assert not card.isVisible()
    assert not page.panel.write.isVisible()
    assert not page.panel.editor.isVisible()


def test_tone_and_length_of_one_reply_begin_as_set_and_anew_with_the_next(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    block = panel.findChild(VoiceBlock)
    assert block is not None
    assert block.isVisible()
    assert not block.rows.isVisible()
    block.line.click()
    block.tone._pills["warm"].click()
    block.length._pills["short"].click()
    wish = workspace.replying.wishes[-1]
    assert (wish.tone, wish.length, wish.anyway) == (Tone.WARM, Length.SHORT, False)
    assert block.line.text() == "Tone: Warm. Length: Short."
    other = next(key for key, made in workspace.inbox.made.items() if key != panel._key)
    panel.open(other)
    settle()
    assert (block.tone.current(), block.length.current()) == ("plain", "mirror")
    assert workspace.replying.wishes[-1] == AS_SET


def test_why_is_one_click_away(panel: ReplyPanel) -> None:
    assert not panel.reading._why.isVisible()
    panel.why.click()
    assert panel.reading._why.isVisible()


def test_other_words_ask_again(panel: ReplyPanel) -> None:
    panel.more.click()
    settle()
    assert panel._plan is not None
    assert panel._plan.suggestions[0].text.startswith("Other words")


def test_an_unsure_comment_offers_its_kinds(window: MainWindow, workspace: FakeWorkspace) -> None:
    page = window.inbox()
    assert page is not None
    key = next(k for k, made in workspace.inbox.made.items() if made.row.candidates)
    page.open_comment(key)
    settle()
    picks = [b for b in page.panel.reading._choices.findChildren(Button) if not b.isHidden()]
    assert [b.text() for b in picks] == ["Perhaps ironic", "Kind"]
    picks[1].click()
    assert not workspace.inbox.made[key].row.candidates


def test_facts_follow_a_change_of_language_and_stay_ticked(
    window: MainWindow, panel: ReplyPanel
) -> None:
    pills = panel.facts.findChildren(CheckPill)
    before = [pill.text() for pill in pills]
    pills[0].click()
    use_language("sv")
    try:
        window.retranslate()
        assert [pill.text() for pill in pills] != before
        assert pills[0].isChecked()
    finally:
        use_language("en")
        window.retranslate()


def test_undo_of_a_draft_is_seen_and_takes_nothing_that_is_newer(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    QTest.keyClicks(panel.editor.field, "one two")
    panel.save()
    kept = workspace.replying.drafts[1]  # type: ignore[index]
    workspace.replying.drafts[1] = replace(kept, text="one", facts={"will_change": ""})  # type: ignore[index]
    workspace.publish(Change(Area.DRAFTS, 1, Deed.DRAFT_SAVED, UndoToken(2)))
    assert panel.editor.text() == "one two", "that was a save"
    workspace.publish(Change(Area.DRAFTS, 1, Deed.DRAFT_SAVED))
    assert panel.editor.text() == "one"
    assert panel.facts.facts() == {Chip.WILL_CHANGE: ""}
    assert workspace.replying.drafts[1].text == "one"  # type: ignore[index]
    panel.editor.field.undo()
    assert panel.editor.text() == "one two"
    workspace.publish(Change(Area.DRAFTS, 1, Deed.DRAFT_SAVED))
    assert panel.editor.text() == "one two", "what is not kept yet is newer"
    panel.editor.open("")
