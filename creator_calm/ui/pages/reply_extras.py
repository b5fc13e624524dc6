"""The further parts of the reply panel and where each stands: a new one is one line here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from creator_calm.ui.pages.channel_block import ChannelBlock
from creator_calm.ui.pages.facts_block import FactsBlock
from creator_calm.ui.pages.promise_block import PromiseBlock
from creator_calm.ui.pages.reply_cooling import CoolingBlock
from creator_calm.ui.pages.reply_learn import LearnBlock
from creator_calm.ui.pages.reply_length import LengthLine
from creator_calm.ui.pages.reply_question import CopyQuestion
from creator_calm.ui.pages.reply_rest import RestCard
from creator_calm.ui.pages.reply_stop import StopBlock
from creator_calm.ui.pages.reply_to_do import OnToDo
from creator_calm.ui.pages.reply_true import TrueInIt
from creator_calm.ui.pages.reply_vent import VentBlock
from creator_calm.ui.pages.reply_versions import VersionsBlock
from creator_calm.ui.pages.reply_voice import VoiceBlock
from creator_calm.ui.pages.reply_wait import WaitBlock
from creator_calm.ui.pages.saved_replies_block import SavedRepliesBlock

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages._reply_block import ReplyBlock
    from creator_calm.workspace.workspace import Workspace


class Place(StrEnum):
    """From top to bottom of the panel."""

    READING = "reading"
    """Below what the comment is and before the facts."""

    STARTS = "starts"
    """Right above the suggestions, below the facts."""

    EDITOR = "editor"
    """Right below the editor."""

    AFTERWARDS = "afterwards"
    """Below the steps that can follow a reply."""

    FOOT = "foot"
    """Above the buttons, always seen."""


EXTRAS: tuple[tuple[Place, type[ReplyBlock]], ...] = (
    (Place.READING, TrueInIt),
    (Place.READING, FactsBlock),
    (Place.STARTS, RestCard),
    (Place.STARTS, VoiceBlock),
    (Place.STARTS, ChannelBlock),
    (Place.EDITOR, LengthLine),
    (Place.EDITOR, WaitBlock),
    (Place.EDITOR, SavedRepliesBlock),
    (Place.EDITOR, VersionsBlock),
    (Place.AFTERWARDS, LearnBlock),
    (Place.AFTERWARDS, StopBlock),
    (Place.AFTERWARDS, OnToDo),
    (Place.AFTERWARDS, PromiseBlock),
    (Place.AFTERWARDS, VentBlock),  # the last of its place: a quiet link at the bottom
    (Place.FOOT, CoolingBlock),
    (Place.FOOT, CopyQuestion),
)


def made(workspace: Workspace, desk: Desk) -> dict[Place, list[ReplyBlock]]:
    """Return new blocks by place, in the order in which they are listed."""
    blocks: dict[Place, list[ReplyBlock]] = {place: [] for place in Place}
    for place, kind in EXTRAS:
        blocks[place].append(kind(workspace, desk))
    return blocks
