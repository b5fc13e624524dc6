"""Whom to tell that something is done: each person once, and nobody who is put away."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area
from creator_calm.domain.reply import Chip, ReplyContext, Tone
from creator_calm.domain.standing import Mask, effective
from creator_calm.domain.to_do import Asker, Telling, may_become_item
from creator_calm.language.identify import identify
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.pay_back import for_everybody, pay_back
from creator_calm.replies.recall import phrases_in
from creator_calm.replies.surface import opener
from creator_calm.workspace.copying import Consequence
from creator_calm.workspace.masking import view_of
from creator_calm.workspace.said import already_said

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.reply import Suggestion
    from creator_calm.domain.to_do import Item
    from creator_calm.storage.comments import Stored
    from creator_calm.storage.to_do import Source
    from creator_calm.workspace.copying import Copied
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

AT_ONCE = 12
"""Drafts made at once, some 10 ms each; more come as these are used."""


class Teller:
    """Makes drafts from the outcome the creator wrote; without one there is none."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._library = session.library
        self._preferences = preferences

    def telling(self, item_id: int) -> Telling:
        """Return a draft for each person who can be told, and one for everybody."""
        item = self._done(item_id)
        if item is None:
            return Telling()
        sources = self._library.to_do.sources(item.id)
        people = {one.person for one in sources}
        told = {person for person, _at in self._library.to_do.told(item.id)} & people
        reachable = self._reachable(item, sources)
        stored = self._library.comments.stored([one.key for one in reachable[:AT_ONCE]])
        spoken = self._language(item.outcome, stored)
        openers: list[str] = []
        askers = []
        for one in stored:
            draft = self._draft(one, item, tuple(openers))
            if draft is not None:
                openers.append(opener(draft.text))
            other = draft.language if draft is not None and draft.language != spoken else ""
            askers.append(Asker(one.key, self._name(one), draft, other))
        return Telling(
            tuple(askers),
            for_everybody(item.outcome, item.topic, len(people), spoken, openers),
            len(told),
            len(people) - len(told) - len(reachable),
            max(len(reachable) - AT_ONCE, 0),
        )

    def pay_back(self, key: CommentKey) -> Suggestion | None:
        """Return the draft for whoever wrote this comment; None where there is nobody to tell."""
        for item_id in self._library.to_do.items_of(key):
            item = self._done(item_id)
            if item is None:
                continue
            sources = [one for one in self._library.to_do.sources(item.id) if one.key == key]
            if self._reachable(item, tuple(sources)):
                return self._draft(self._session.stored(key), item, ())
        return None

    def told_by(self, reply: Copied) -> Consequence | None:
        """Whoever gets a reply once it is done has been told, and is not told again."""
        store, now = self._library.to_do, self._session.clock.utc()
        person = store.person(reply.key)
        if person is None:
            return None
        done = [one for one in store.items_of(reply.key) if self._done(one) is not None]
        new = [one for one in done if all(known != person for known, _at in store.told(one))]
        if not new:
            return None

        def forth() -> None:
            for item_id in new:
                store.put_told(item_id, person, now)

        def back() -> None:
            for item_id in new:
                store.put_told(item_id, person, None)

        return Consequence(Area.TO_DO, forth, back)

    def _done(self, item_id: int) -> Item | None:
        item = self._library.to_do.get(item_id)
        return item if item is not None and item.done_at is not None and item.outcome else None

    def _reachable(self, item: Item, sources: tuple[Source, ...]) -> list[Source]:
        """Return one comment for each person: the newest that may be answered."""
        store = self._library.to_do
        never = {person for person, _at in store.told(item.id)}
        never |= store.harsh_people({one.person for one in sources})
        open_ones = [one for one in sources if one.mask is Mask.NONE and one.person not in never]
        fine = {
            one.key
            for one in self._library.states.judged(one.key for one in open_ones)
            if may_become_item(effective(one.assessment, one.marks))
        }
        chosen: dict[int, Source] = {}
        for one in open_ones:
            if one.key in fine:
                chosen.setdefault(one.person, one)
        return list(chosen.values())

    def _draft(self, stored: Stored, item: Item, openers: tuple[str, ...]) -> Suggestion | None:
        """Make a draft that begins as no other does; where all beginnings are used, any will do."""
        said = already_said(self._library, stored)
        earlier = self._library.drafts.get(stored.key)
        in_thread = said.in_thread | (phrases_in(earlier.text) if earlier else frozenset())
        verdict = effective(stored.assessment, stored.marks)
        for avoided in ((*openers, *said.openers), ()):
            context = ReplyContext(
                interface_language=self._preferences.interface_language,
                platform=stored.comment.platform,
                tone=Tone(str(self._preferences.get("reply.tone"))),
                facts={Chip.OUTCOME: item.outcome},
                openers=avoided,
                used=in_thread,
                recent=said.of_late,
            )
            made = pay_back(stored.comment, verdict, context)
            if made is not None:
                return made
        return None

    def _name(self, stored: Stored) -> str:
        view = view_of(stored, keep_away=True, revealed=False)
        return view.author or ""

    def _language(self, outcome: str, stored: list[Stored]) -> str:
        """Return the language of the outcome; where it is too short to tell, that of most askers."""
        found = Counter(
            one.assessment.language for one in stored if one.assessment.language in LANGUAGES
        )
        hint = found.most_common(1)[0][0] if found else self._preferences.interface_language
        said = identify(outcome, hint).code
        return said if said in LANGUAGES else hint
