"""Earlier versions of a reply being written: none of the creator's words goes for good by a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Deed
from creator_calm.domain.inbox import Draft
from creator_calm.replies.draft_versions import worth_keeping
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftVersion
    from creator_calm.workspace.session import Session


class DraftHistory(Covered):
    """The versions of one comment's draft. They are kept by `keep_version` as drafts are saved."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def versions(self, key: CommentKey) -> tuple[DraftVersion, ...]:
        """Return the earlier versions that differ from the draft as it stands, the newest first."""
        now = self._session.library.drafts.get(key)
        found = self._session.library.draft_versions.of(key)
        return tuple(one for one in found if now is None or one.text != now.text)

    def put_back(self, key: CommentKey, version_id: int) -> Change:
        """Make an earlier version the draft again; what stood there becomes one. One step to undo.

        Raises Problem COMMENT_GONE.
        """
        self._session.stored(key)
        library = self._session.library
        versions = library.draft_versions.of(key)
        wanted = next((one for one in versions if one.id == version_id), None)
        before = library.drafts.get(key)
        if wanted is None or (before is not None and before.text == wanted.text):
            return nothing(Deed.DRAFT_PUT_BACK)
        after = Draft(key, wanted.text, self._session.clock.utc(), wanted.facts)
        known = {one.text for one in versions}

        def forth() -> None:
            if before is not None and before.text.strip() and before.text not in known:
                library.draft_versions.add(before)
            library.drafts.put(key, after)

        def back() -> None:
            library.drafts.put(key, before)
            library.draft_versions.put_all(key, versions)

        with library.writing(durable=True):
            forth()
        return self._session.done(
            Step(Area.DRAFTS, 1, Deed.DRAFT_PUT_BACK, back, forth, durable=True)
        )


def keep_version(session: Session, before: Draft | None, after: Draft | None) -> None:
    """Keep what a draft was, where it is worth it. Inside `writing`.

    Taking the save back leaves the version: there is no such thing as one too many of them.
    """
    if before is None:
        return
    versions = session.library.draft_versions
    newest = next((one.text for one in versions.of(before.key)), None)
    idle_s = (session.clock.utc() - before.saved_at).total_seconds()
    if worth_keeping(before.text, after.text if after is not None else "", newest, idle_s):
        versions.add(before)
