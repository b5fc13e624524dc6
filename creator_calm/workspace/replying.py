"""Advice on a comment, and the creator's own words to it. Nothing here is ever sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Deed
from creator_calm.domain.draft import DRAFT_RULES
from creator_calm.domain.inbox import Draft
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Audience, Chip
from creator_calm.domain.settings import draft_setting
from creator_calm.domain.standing import effective
from creator_calm.domain.voice import AS_SET
from creator_calm.language.clean import for_storage
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies import advisor, draft_check
from creator_calm.replies.bank import load_bank
from creator_calm.replies.draft_check import Addressee
from creator_calm.replies.platforms import limit_of
from creator_calm.replies.recall import phrases_in
from creator_calm.replies.tone_rules import load_tone
from creator_calm.workspace.copying import Copied
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.draft_history import keep_version
from creator_calm.workspace.history import Step
from creator_calm.workspace.marking import write_marks
from creator_calm.workspace.promise_use import with_promise
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftReport
    from creator_calm.domain.promises import Promise
    from creator_calm.domain.reply import ReplyPlan, Suggestion
    from creator_calm.domain.voice import ReplyWish
    from creator_calm.workspace.copying import Follower
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.reply_context import Surroundings
    from creator_calm.workspace.session import Session

DRAFT_MAX = 20_000


class Replying(Covered):
    """One comment at a time."""

    open_while_covered = frozenset({"get_ready"})

    def __init__(
        self, session: Session, preferences: Preferences, surroundings: Surroundings
    ) -> None:
        self._session = session
        self._preferences = preferences
        self._surroundings = surroundings
        self._followers: list[Follower] = []
        self._unread = _to_read()
        self._promised: Callable[[CommentKey], Promise | None] = lambda _key: None

    def heed(self, promised: Callable[[CommentKey], Promise | None]) -> None:
        """Have every plan made with the open promise about its comment, where there is one."""
        self._promised = promised

    def plan(
        self,
        key: CommentKey,
        facts: Mapping[Chip, str] | None = None,
        attempt: int = 0,
        wish: ReplyWish = AS_SET,
    ) -> ReplyPlan:
        """Return advice. `facts` are the chips ticked, with their words. Problem COMMENT_GONE."""
        stored = self._session.stored(key)
        verdict = effective(stored.assessment, stored.marks)
        context = self._surroundings.context(stored, verdict, dict(facts or {}), attempt, wish)
        promised = self._promised(key)
        if promised is not None:
            context = with_promise(context, promised)
        return advisor.plan(stored.comment, verdict, context)

    def check(
        self, draft: str, key: CommentKey | None = None, audience: Audience = Audience.PUBLIC
    ) -> DraftReport:
        """Look at a draft in the language it is written in, as an answer to `key` if given."""
        stored = self._session.stored(key) if key is not None else None
        verdict = effective(stored.assessment, stored.marks) if stored is not None else None
        return draft_check.check(
            draft,
            None,
            verdict.kind if verdict is not None else None,
            self._preferences.interface_language,
            self._turned_off() | _met_by_the_moves(draft),
            Addressee(
                comment=stored.comment.text if stored is not None else None,
                language=verdict.language if verdict is not None else None,
                is_reply=stored is not None,
                audience=audience,
                own_channel="\n".join(one.name for one in self._session.library.channels.all()),
                private_words=tuple(str(self._preferences.get("reply.private_words")).splitlines()),
            ),
        )

    def get_ready(self) -> bool:
        """Read a part of what advice and drafts need; True when nothing is left.

        For idle moments: 30 to 140 ms each, for which the first reply would have to wait.
        """
        if self._unread:
            self._unread.pop(0)()
        return not self._unread

    def _turned_off(self) -> frozenset[str]:
        on = self._preferences.get
        return frozenset(rule for rule in DRAFT_RULES if not on(draft_setting(rule)))

    def length(self, key: CommentKey, text: str) -> tuple[int, int | None]:
        """Return how long a reply is as the comment's platform counts, and its limit if it has one."""
        limit = limit_of(self._session.stored(key).comment.platform)
        return (len(text), None) if limit is None else limit.measured(text)

    def turn_off(self, rule: str) -> Change:
        """Look for this in no draft any more; the settings list it. Raises SETTING_UNKNOWN."""
        return self._preferences.set(draft_setting(rule), False)

    def draft(self, key: CommentKey) -> Draft | None:
        """Return the draft for a comment."""
        return self._session.library.drafts.get(key)

    def save_draft(self, key: CommentKey, text: str, facts: Mapping[Chip, str]) -> Change:
        """Keep a draft so that a power cut loses nothing; without words and facts it goes.

        Saving one again and again is one step to undo. Raises Problem TEXT_TOO_LONG or
        COMMENT_GONE.
        """
        self._session.stored(key)
        before = self.draft(key)
        after = self._new_draft(key, text, facts)
        if _same(before, after):
            return nothing(Deed.DRAFT_SAVED)
        drafts = self._session.library.drafts
        with self._session.library.writing(durable=True):
            keep_version(self._session, before, after)
            drafts.put(key, after)
        return self._session.done(
            Step(
                Area.DRAFTS,
                1,
                Deed.DRAFT_CLEARED if after is None else Deed.DRAFT_SAVED,
                lambda: drafts.put(key, before),
                lambda: drafts.put(key, after),
                durable=True,
                same=("draft", key),
            )
        )

    def _new_draft(self, key: CommentKey, text: str, facts: Mapping[Chip, str]) -> Draft | None:
        text = for_storage(text)
        if len(text) > DRAFT_MAX:
            raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=DRAFT_MAX)
        if not text.strip() and not facts:
            return None
        kept = {chip.value: for_storage(words) for chip, words in facts.items()}
        return Draft(key, text, self._session.clock.utc(), kept)

    def follow(self, follower: Follower) -> None:
        """Have `follower` asked what follows from each reply that is copied."""
        self._followers.append(follower)

    def copied(
        self,
        key: CommentKey,
        text: str,
        start: Suggestion | None = None,
        audience: Audience = Audience.PUBLIC,
    ) -> Change:
        """Note that a reply was copied: the comment counts as answered, its words stay the draft.

        `start` is the suggestion it began with. What follows from it (a promise that it makes,
        what is learned) is done and taken back together with it.
        """
        stored = self._session.stored(key)
        before = self.draft(key)
        after = self._new_draft(key, text, {})
        if after is not None and before is not None:
            after = replace(after, facts=before.facts)
        answered = replace(stored.marks, answered=True)
        library = self._session.library
        facts = {Chip(code): words for code, words in (before.facts if before else {}).items()}
        verdict = effective(stored.assessment, stored.marks)
        reply = Copied(key, stored.comment, verdict, text, start, audience, facts)
        consequences = [found for one in self._followers if (found := one(reply)) is not None]

        def forth() -> None:
            write_marks(self._session, {key: answered})
            library.drafts.put(key, after)
            for one in consequences:
                one.forth()

        def back() -> None:
            for one in reversed(consequences):
                one.back()
            library.drafts.put(key, before)
            write_marks(self._session, {key: stored.marks})

        with library.writing(durable=True):
            forth()
        areas = Area.STATES | Area.DRAFTS
        for one in consequences:
            areas |= one.areas
        return self._session.done(Step(areas, 1, Deed.COPIED, back, forth, durable=True))


def _to_read() -> list[Callable[[], object]]:
    parts: list[Callable[[], object]] = []
    for language in LANGUAGES:
        parts += [partial(load_tone, language), partial(load_bank, language)]
    return [*parts, partial(phrases_in, ".")]


def _met_by_the_moves(draft: str) -> frozenset[str]:
    """Rules that words of the banks meet by what they are for, whatever words they share."""
    return frozenset({"off_topic"}) if phrases_in(draft) else frozenset()


def _same(before: Draft | None, after: Draft | None) -> bool:
    if before is None or after is None:
        return before is after
    return (before.text, before.facts) == (after.text, after.facts)
