"""The measuring itself: small and quick, the goals are not run here."""

from __future__ import annotations

import itertools
import json

import pytest

from tests.benchmarks.__main__ import _count, goal_files, line, report
from tests.benchmarks.goals import Goal, Options, interleaved, judged, not_measurable, single
from tests.benchmarks.rows import rows, texts

FASTER = Goal("G99", "times as fast", "higher", target=4, limit=3)
SMALLER = Goal("G98", "times as large", "lower", target=1.5, limit=2)


def test_the_median_of_the_rounds_counts() -> None:
    ours = itertools.cycle([1.0, 2.0, 4.0])
    result = interleaved(FASTER, 3, lambda: 8.0, lambda: next(ours), lambda peer, own: peer / own)
    assert (result.value, result.least, result.most, result.status) == (4.0, 2.0, 8.0, "ok")


@pytest.mark.parametrize(
    ("goal", "value", "status"),
    [
        (FASTER, 4.1, "ok"),
        (FASTER, 3.5, "warn"),
        (FASTER, 2.9, "fail"),
        (SMALLER, 1.4, "ok"),
        (SMALLER, 1.9, "warn"),
        (SMALLER, 2.1, "fail"),
    ],
)
def test_a_missed_goal_warns_and_a_broken_limit_fails(
    goal: Goal, value: float, status: str
) -> None:
    assert judged(goal, value) == status


@pytest.mark.gui
def test_every_goal_file_has_a_goal_of_its_own_number() -> None:
    files = goal_files()
    assert {"G5", "G7"} <= {file.GOAL.id for file in files}
    assert len({file.GOAL.id for file in files}) == len(files)


def test_the_report_is_json() -> None:
    results = [single(FASTER, 5), not_measurable(SMALLER, "machine busy")]
    written = json.loads(json.dumps(report(results, Options(rows=_count("100k")))))
    assert written["schema"] == 1
    assert written["rows"] == 100_000
    assert [result["status"] for result in written["results"]] == ["ok", "not_measurable"]
    assert "machine busy" in line(results[1])


def test_made_up_rows_are_always_the_same_and_look_like_comments() -> None:
    first = list(rows(2_000))
    assert first == list(rows(2_000))
    assert texts(5, seed=1) != texts(5, seed=2)
    words = sum(len(row.text.split()) for row in first) / len(first)
    assert 18 < words < 30
    assert 0.3 < sum(not row.text.isascii() for row in first) / len(first) < 0.5
    assert len({row.account for row in first}) < 0.7 * len(first)
    assert len({row.id for row in first}) == len(first)
