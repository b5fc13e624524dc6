"""Comments nobody can judge, through the real worker into the library, and what is advised on them."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.reply import Chip, Strategy
from tests.replies.test_bad_comments import NOT_SURE, WORDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from creator_calm.workspace import Workspace


def test_any_comment_comes_in_and_gets_advice_or_not_sure(
    opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    desk = opened()
    texts = NOT_SURE | WORDED
    path = tmp_path / "odd.jsonl"
    lines = [json.dumps({"cid": name, "text": text, "votes": "1"}) for name, text in texts.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    job = desk.importing.start(Source(path=str(path), name=path.name), ReadOptions())
    end = time.monotonic() + 60
    while not job.done:
        job.poll(0.05)
        assert time.monotonic() < end
    assert job.problem is None
    assert job.receipt is not None
    assert job.receipt.read == len(texts)

    rows = [row for pile in Pile for row in desk.inbox.page(InboxQuery(pile), 0, 100)]
    keys = {row.key for row in rows}
    assert len(keys) == job.receipt.new >= len(texts) - 5
    worded = 0
    for key in keys:
        plan = desk.replying.plan(key, {Chip.GOT_IT_WRONG: "", Chip.WILL_CHANGE: ""})
        worded += bool(plan.suggestions)
        assert plan.reason
        if plan.strategy is Strategy.SILENCE:
            assert plan.suggestions == ()
        assert not any(sign in one.text for one in plan.suggestions for sign in "<>{}\0\ufffd")
    assert 3 <= worded <= len(WORDED)
