"""Everything the creator kept for themselves, as one file, and deleted in one place."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.storage.files import write_whole
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.saved_replies import FORM
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.workspace.session import Session

REMEMBERED = ("social_break", "done_on", "low_line_on", "kind_turn", "kind_not_now", FORM)

_AREAS = (
    Area.KIND_WORDS | Area.MOODS | Area.HELP_LINES | Area.CONTACTS | Area.NOTES | Area.SCHEDULE
    | Area.STATES | Area.FACTS | Area.OWN_WORDS | Area.TO_DO | Area.DRAFTS | Area.PROMISES | Area.VOICE
)  # fmt: skip


class OwnThings(Covered):
    """Export and erasure of what is not a comment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def as_json(self) -> bytes:
        """Return everything as JSON, UTF-8, with the names of the fields in English."""
        library = self._session.library
        found = {
            "notes": [asdict(one) for one in library.notes.newest(1_000_000)],
            "moods": [asdict(one) for one in library.moods.all()],
            "people": [asdict(one) for one in library.contacts.all()],
            "kind_words": [asdict(one) for one in library.kind_shelf.all()],
            "help_lines": [asdict(one) for one in library.own_lines.all()],
            "schedule": [
                asdict(one) | {"days": sorted(one.days)} for one in library.schedule.all()
            ],
            "promises": [asdict(one) for one in library.promises.all()],
            "break_from_social_media": library.settings.remembered("social_break"),
            "drafts": [asdict(one) for one in library.drafts.all()],
            "earlier_drafts": [asdict(one) for one in library.draft_versions.all()],
            "resting_replies": [asdict(one) for one in library.resting.all().values()],
            "facts": [
                {"comment": key, **asdict(found)} for key, found in library.facts.all().items()
            ],
            "saved_reply_being_written": library.settings.remembered(FORM),
            "saved_replies": [asdict(one) for one in library.saved_replies.all()],
            "offers": [asdict(one) for one in library.offers.all()],
            "places_for_private_answers": [asdict(one) for one in library.channels.all()],
            "learned_phrases": {
                name: asdict(one) for name, one in library.voice.memories().items()
            },
            "own_phrases": [
                asdict(one) | {"needs": sorted(one.needs), "kinds": sorted(one.kinds)}
                for one in library.voice.own()
            ],
            "phrases_not_wanted": sorted(library.voice.unwanted()),
            "asked_to_stop": [asdict(one) for one in library.stop_asks.all()],
            "days": [asdict(one) for one in library.days.all()],
            "to_do": [asdict(one) for one in library.to_do.all()],
            "what_is_true": [
                {"comment": key, "words": words} for key, words in library.to_do.all_true_words()
            ],
        }
        text = json.dumps(found, ensure_ascii=False, indent=1, default=str)
        return (text + "\n").encode("utf-8", "surrogatepass")

    def save(self, path: Path) -> None:
        """Write the file, all of it or none, readable by the owner only. Raises Problem CANNOT_WRITE."""
        write_whole(path, self.as_json())

    def write(self, path: Path, content: bytes) -> None:
        """Write a file of the creator's own. Raises Problem CANNOT_WRITE."""
        write_whole(path, content)

    def erase(self) -> Change:
        """Delete all of it at once. It can be taken back until the program is closed."""
        tables, settings = self._session.library.own_tables, self._session.library.settings
        before = tables.snapshot()
        remembered = {key: settings.remembered(key) for key in REMEMBERED}
        if not before.count and not any(remembered.values()):
            return nothing(Deed.CARE_ERASED)

        def forth() -> None:
            tables.empty()
            for key in REMEMBERED:
                settings.remember(key, None)

        def back() -> None:
            tables.restore(before)
            for key, value in remembered.items():
                settings.remember(key, value)

        with self._session.library.writing(durable=True):
            forth()
        return self._session.done(
            Step(_AREAS, before.count, Deed.CARE_ERASED, back, forth, durable=True)
        )
