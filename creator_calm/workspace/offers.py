"""What the creator can offer, and where they can be written to in private."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.own_words import (
    LINE_MAX,
    MOST_LINES,
    Channel,
    Offer,
    channels_for,
    offers_for,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.workspace.own_list import OwnListDesk, one_line

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey, Platform
    from creator_calm.storage.own_words import OwnList
    from creator_calm.workspace.session import Session


class Offers(OwnListDesk[Offer]):
    """Nothing that does not stand here is ever offered."""

    most = MOST_LINES

    def keep(self, offer: Offer) -> Change:
        """Keep a new one (id 0) or a changed one.

        Raises Problem FIELD_EMPTY, TEXT_TOO_LONG, LINE_KNOWN, TOO_MANY_OF_THESE.
        """
        text = one_line(offer.text, LINE_MAX).rstrip(".")
        same = (one for one in self.all() if one.text.casefold() == text.casefold())
        if any(one.id != offer.id for one in same):
            raise Problem(ProblemCode.LINE_KNOWN)
        return self._keep(replace(offer, text=text))

    def fitting(self, language: str | None) -> tuple[str, ...]:
        """Return what can be offered in a reply of this language."""
        return offers_for(self.all(), language)


class Channels(OwnListDesk[Channel]):
    """Places for what goes on in private; the first that fits best is the one a reply names."""

    most = MOST_LINES

    def __init__(self, session: Session, store: OwnList[Channel]) -> None:
        super().__init__(session, store)
        self._chosen: dict[CommentKey, int] = {}

    def keep(self, channel: Channel) -> Change:
        """Keep a new one (id 0) or a changed one. Raises as `Offers.keep` does."""
        name = one_line(channel.name, LINE_MAX).rstrip(".")
        same = (one for one in self.all() if one.name.casefold() == name.casefold())
        if any(
            one.id != channel.id
            and (one.language, one.platform) == (channel.language, channel.platform)
            for one in same
        ):
            raise Problem(ProblemCode.LINE_KNOWN)
        return self._keep(replace(channel, name=name))

    def fitting(self, language: str | None, platform: Platform) -> tuple[Channel, ...]:
        """Return those that fit a comment, best first."""
        return channels_for(self.all(), language, platform)

    def choose(self, key: CommentKey, number: int) -> None:
        """Name this one in replies to a comment, until the program is closed."""
        self._chosen[key] = number

    def current(self, key: CommentKey, language: str | None, platform: Platform) -> Channel | None:
        """Return the one a reply to this comment names: the chosen one, else the first that fits."""
        known = self.all()
        chosen = next((one for one in known if one.id == self._chosen.get(key)), None)
        return chosen or next(iter(channels_for(known, language, platform)), None)

    def named(self, key: CommentKey, language: str | None, platform: Platform) -> str:
        """Return its name as it reads in a reply, "" for none."""
        one = self.current(key, language, platform)
        return one.name if one is not None else ""
