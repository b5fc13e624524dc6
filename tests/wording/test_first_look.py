"""Sentences that a new user stumbled over, as they are now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from creator_calm.domain.assessment import Digest, Point
from creator_calm.domain.comment import Moment, Precision
from creator_calm.domain.reply import Action, ReasonCode
from creator_calm.wording import action_step, age_words, reason_sentence, wants_line
from creator_calm.wording.points import digest_lines

NOW = datetime(2026, 5, 20, 10, tzinfo=UTC)


def test_nobody_wants_the_sound_too_quiet() -> None:
    found = wants_line((Point("sound", direction="too_quiet", place="3:20"),))
    assert found == "About the sound at 3:20: too quiet"
    assert wants_line((Point("link", request=True),)).startswith("Wants: ")
    assert wants_line(()) == ""


@pytest.mark.parametrize(
    ("hours", "words"), [(20, "about a day ago"), (30, "about a day ago"), (50, "about 2 days ago")]
)
def test_one_day_is_a_day(hours: int, words: str) -> None:
    then = Moment(NOW - timedelta(hours=hours), Precision.ESTIMATED)
    assert age_words(then, NOW, UTC) == words


def test_people_are_counted_only_where_somebody_is_known() -> None:
    assert digest_lines(Digest(24, 24, (), 24))[0] == "24 put away."
    assert digest_lines(Digest(24, 3, (), 24))[0] == "24 put away, from 3 people."


def test_steps_of_care_do_not_say_a_thing_twice() -> None:
    steps = [
        action_step(a)
        for a in (Action.CARE_STEPS, Action.REPORT, Action.HELP_DIRECTORIES, Action.TAKE_BREAK)
    ]
    assert sum("break" in step for step in steps) == 1
    assert "hard time" not in reason_sentence(ReasonCode.SOMEONE_IN_DISTRESS)
