"""Everything the advisor may know of a comment beside its words: settings, the hour, what went before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Lane
from creator_calm.domain.change import Area
from creator_calm.domain.facts import questions_for
from creator_calm.domain.reply import Chip, ReplyContext, Tone
from creator_calm.domain.voice import OLD_DAYS, Before, Emoji, Greeting, Length, Moment, Voice
from creator_calm.language.pack import LANGUAGES
from creator_calm.wellbeing.sitting import over_limit
from creator_calm.workspace.rounds import (
    count_rounds,
    is_answered,
    name_of,
    others_answered,
    said_about,
)
from creator_calm.workspace.said import already_said

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.change import Change
    from creator_calm.domain.learned import Learned
    from creator_calm.domain.voice import ReplyWish
    from creator_calm.storage.comments import Stored
    from creator_calm.workspace.care import Care
    from creator_calm.workspace.offers import Channels
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

_NIGHT_FROM, _NIGHT_TO = 22, 6


class Surroundings:
    """Reads what is real, anew for each plan; the clock is the session's."""

    def __init__(
        self, session: Session, preferences: Preferences, care: Care, channels: Channels
    ) -> None:
        self._session = session
        self._preferences = preferences
        self._care = care
        self._channels = channels
        self._learned: Learned | None = None
        session.before_others(self._changed)

    def context(
        self,
        stored: Stored,
        verdict: Assessment,
        facts: dict[Chip, str],
        attempt: int,
        wish: ReplyWish,
    ) -> ReplyContext:
        """Return the context of one comment, judged as the creator overruled it."""
        get, library = self._preferences.get, self._session.library
        learned = self.learned()
        said = already_said(library, stored, learned.own)
        return ReplyContext(
            interface_language=self._preferences.interface_language,
            platform=stored.comment.platform,
            tone=wish.tone or Tone(str(get("reply.tone"))),
            facts=self._listed(facts),
            private_channel=self.channel(stored, verdict),
            community=str(get("reply.community")),
            work=str(get("reply.work")),
            norm_notes=bool(get("reply.norm_notes")),
            voice=self.voice(wish),
            attempt=attempt,
            openers=said.openers,
            used=said.in_thread,
            recent=said.of_late,
            facts_wait=questions_for(verdict.kind, library.facts.get(stored.key)).waits,
            moment=self.moment(),
            before=self.before(stored, verdict),
            anyway=wish.anyway,
            learned=learned,
        )

    def channel(self, stored: Stored, verdict: Assessment) -> str:
        """Return where this author can write in private, "" when the creator has no place for it."""
        return self._channels.named(stored.key, self._language(verdict), stored.comment.platform)

    def _language(self, verdict: Assessment) -> str:
        known = verdict.language in LANGUAGES
        return verdict.language if known else self._preferences.interface_language

    def _listed(self, facts: dict[Chip, str]) -> dict[Chip, str]:
        """Return the facts without an offer that is not in the creator's list."""
        offer = facts.get(Chip.OFFER)
        if offer and all(one.text != offer for one in self._session.library.offers.all()):
            return {chip: words for chip, words in facts.items() if chip is not Chip.OFFER}
        return facts

    def voice(self, wish: ReplyWish) -> Voice:
        """Return how the creator writes, in this reply or else as the settings say."""
        get = self._preferences.get
        return Voice(
            length=wish.length or Length(str(get("reply.length"))),
            greeting=Greeting(str(get("reply.greeting"))),
            emoji=Emoji(str(get("reply.emoji"))),
            sign_off=str(get("reply.sign_off")),
            words=frozenset(str(get("reply.words")).casefold().splitlines()),
            never=frozenset(str(get("reply.never_words")).casefold().splitlines()),
        )

    def learned(self) -> Learned:
        """Return what edits have taught, read once until it changes."""
        if self._learned is None:
            self._learned = self._session.library.voice.learned()
        return self._learned

    def _changed(self, change: Change) -> None:
        if Area.VOICE in change.areas:
            self._learned = None

    def moment(self) -> Moment:
        """Return what is known of this hour."""
        clock, breaks = self._session.clock, self._care.breaks
        hour = clock.utc().astimezone(clock.zone()).hour
        state, rule = breaks.state, breaks.rule
        # The day's own limit is said once and no more; a sitting and opened ones weigh on this hour.
        opened = 0 < rule.harsh_budget <= state.reveals
        return Moment(
            late=hour >= _NIGHT_FROM or hour < _NIGHT_TO,
            low_today=self._care.moods.low_today(),
            spent=opened or over_limit(state, rule),
        )

    def before(self, stored: Stored, verdict: Assessment) -> Before:
        """Return what went before; for safety it makes no difference and is not asked."""
        if verdict.lane is Lane.SAFETY:
            return Before()
        library = self._session.library
        turns = library.threads.turns(stored.comment, stored.key)
        written = stored.comment.written_at
        oldest = self._session.clock.utc() - timedelta(days=OLD_DAYS)
        return Before(
            rounds=count_rounds(turns, name_of(stored), said_about(library, stored.key)),
            put_away=library.people.put_away_of(stored.comment),
            answered=is_answered(turns, stored),
            by_others=others_answered(turns, stored),
            old=written is not None and written.utc is not None and written.utc < oldest,
        )
