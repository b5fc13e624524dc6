"""What every frozen example library holds, as far as its schema could hold it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.care import Answer, ScheduleItem, SupportContact
from creator_calm.domain.comment import CommentKey, Platform
from creator_calm.domain.facts import Fact, FactList, FactQuestion, FactState
from creator_calm.domain.help_lines import OwnLine
from creator_calm.domain.learned import OwnPhrase, PhraseMemory
from creator_calm.domain.moods import Mood
from creator_calm.domain.own_rules import (
    Correction,
    Deed,
    Match,
    Phrase,
    Says,
    Trusted,
    Where,
    Wish,
)
from creator_calm.domain.own_words import Channel, Offer, SavedReply
from creator_calm.domain.promises import Outcome, Solution
from creator_calm.domain.reply import Audience, Chip
from creator_calm.domain.resting import Wait
from creator_calm.domain.stopping import StopAsk
from tests.storage.builders import MIX, START, bring_in, sighting

if TYPE_CHECKING:
    from creator_calm.workspace import Workspace

COMMENTS = len(MIX) * 3
DONE = CommentKey(2)
PICKED = CommentKey(4)
KEPT = CommentKey(13)
AWAY = CommentKey(1)
DRAFT = CommentKey(5)
RESTS = CommentKey(6)
WENT = "Det här skrev jag först, med åäö och 😀"
CONTACT = SupportContact(0, "Åsa", "call", "evenings", "tea", "advice", reads_for_me=True)
ITEM = ScheduleItem(0, "Walk", frozenset({0, 2, 4}), time(9, 30), 45, "by the lake")
PHRASE = Phrase(1, "näsa", Wish.KEEP, Match.STARTS, Where.BOTH, ("näsduk",), "min näsa")
TRUSTED = Trusted("youtube:UC1", "Åsa")
CORRECTION = Correction(1, Says.HARSH, 4711, features=(1, 2), spreads=True)
OWN_LINE = OwnLine(1, "Kyrkan", "044-0", "kvällar", "lugn röst")
TO_DO, TRUE_WORDS = CommentKey(28), "ljudet är för högt"
PROMISED_ON = date(2026, 5, 29)
MOOD = Mood(1, START, 40, None, ("trött",), "efter lanseringen")
FACTS = FactList(
    (
        Fact(FactQuestion.WHO_TO_ASK, state=FactState.ASK, who="Åsa på tryckeriet"),
        Fact(own="Vilken storlek?", state=FactState.KNOWN, note="A3"),
    ),
    enough=True,
)
SAVED = (
    SavedReply(2, "Frakt", "Hej {name}, paketet är på väg.", "sv", Audience.PRIVATE),
    SavedReply(1, "Thanks", "Thank you, {name}."),
)
OFFERS = (Offer(1, "ett nytt tryck", "sv"),)
CHANNELS = (Channel(2, "min butiks inkorg", "sv", Platform.YOUTUBE), Channel(1, "my inbox"))
LEARNED = "thank.plain"
OWN_PHRASE = OwnPhrase(
    1, "sv", "THANK", "Åh, tack för det om {topic}.", frozenset({"topic"}),
    frozenset({Kind.CRITIQUE}), START,
)  # fmt: skip
STOP = StopAsk(4711, "youtube:2", True, START, START)
NOTE = "A note about the launch, with åäö and 😀"


def fill(desk: Workspace) -> None:
    """Use every table once."""
    bring_in(desk._library, [sighting(number) for number in range(COMMENTS)])
    desk.inbox.mark_done([DONE])
    desk.inbox.mark_read([DONE])
    desk.inbox.pick_kind(PICKED, Kind.QUESTION)
    desk.inbox.put_away([AWAY])
    desk.replying.copied(DRAFT, "Tack!")
    desk.replying.save_draft(DRAFT, "Tack så mycket!", {Chip.WHEN: "på fredag"})
    desk.care.save_contact(CONTACT)
    desk.care.save_note(None, NOTE)
    desk.care.save_item(ITEM)
    desk.care.answer(1, Answer.DONE)
    desk.care.breaks.quiet_for(None)
    desk.preferences.set("triage.level", "gentle")
    fill_rules(desk)
    fill_own(desk)
    fill_facts(desk)
    fill_own_words(desk)
    fill_voice(desk)
    fill_to_do(desk)
    fill_writing(desk)
    fill_promises(desk)


def fill_rules(desk: Workspace) -> None:
    """Use the tables of schema 2: a phrase, a trusted account, a correction, a line of history."""
    rules = desk._library.own_rules
    with desk._library.writing():
        rules.put_phrases([(1, PHRASE)])
        rules.put_trusted([(TRUSTED.account, TRUSTED)])
        rules.put_corrections([(1, CORRECTION)])
        rules.note(Deed.PHRASES_ADDED, 1, desk._session.clock.utc(), (0, 0), [])


def fill_own(desk: Workspace) -> None:
    """Use the tables of schema 3: a kind comment, a mood, a help line, a day."""
    library = desk._library
    desk.inbox.keep([KEPT])
    desk.care.kind_shelf.describe(1, "mix", "because")
    with desk._library.writing():
        library.moods.add(MOOD)
        library.own_lines.add(OWN_LINE)
        library.days.put_seconds(START.date(), 600)
        library.days.add_opened(START.date())


def fill_facts(desk: Workspace) -> None:
    """Use the tables of schema 6: what was looked into for one comment."""
    with desk._library.writing():
        desk._library.facts.put(DRAFT, FACTS)


def fill_to_do(desk: Workspace) -> None:
    """Use the tables of schema 7: an item that is done, whom it was told, what was true in it."""
    desk.to_do.save_true_words(TO_DO, TRUE_WORDS)
    desk.to_do.add([TO_DO])
    desk.to_do.mark_done(1, "Jämnt ljud")
    with desk._library.writing():
        desk._library.to_do.put_told(1, 4711, START)


def fill_writing(desk: Workspace) -> None:
    """Use the tables of schema 8: an earlier version of a draft, and a reply that rests."""
    desk.replying.save_draft(RESTS, WENT, {Chip.WILL_CHANGE: ""})
    desk.replying.save_draft(RESTS, "Hej", {})
    desk.resting.start(RESTS, Wait.TEN)


def fill_promises(desk: Workspace) -> None:
    """Use the tables of schema 9: one about a comment, one by hand that is closed."""
    desk.promises.make([TO_DO], PROMISED_ON)
    desk.promises.decide(1, Solution.OFFER, "ett nytt tryck")
    desk.promises.make(who="Mira", about="låtlistan", due_on=PROMISED_ON)
    desk.promises.end(2, Outcome.BETTER)


def fill_voice(desk: Workspace) -> None:
    """Use the tables of schema 11: what was learned, an own phrase, somebody asked to stop."""
    library = desk._library
    with library.writing():
        library.voice.put_memory(LEARNED, PhraseMemory(1, 2, 2, retired=True))
        library.voice.add_own(OWN_PHRASE)
        library.voice.put_unwanted("Hej hej.", there=True)
        library.stop_asks.put(STOP.person, STOP)


def fill_own_words(desk: Workspace) -> None:
    """Use the tables of schema 10: saved replies, offers, places for private answers."""
    library = desk._library
    with library.writing():
        library.saved_replies.put(SAVED)
        library.offers.put(OFFERS)
        library.channels.put(CHANNELS)
