"""Worker programs that misbehave on purpose, run in place of the real one."""

from __future__ import annotations

import sys
import textwrap

# The real worker with the judging replaced: a text decides what the judge does with it.
_STAND_IN = """
import os, sys, time, types
from creator_calm.domain.assessment import *
def assess(comments, context):
    for comment in comments:
        if "hang" in comment.text:
            time.sleep(600)
        if "abort" in comment.text:
            os.abort()
        if "slow" in comment.text:
            time.sleep(0.03)
        yield Assessment(Kind.PRAISE, frozenset({Facet.LINK}), Lane.KIND, Severity.FINE, 0.1, Confidence.HIGH,
                         "en", (Evidence(0, 1, "x"),), "away" in comment.text, (Point("audio", "too_low"),))
module = types.ModuleType("creator_calm.triage.assess")
module.assess = assess
package = types.ModuleType("creator_calm.triage")
package.assess = module
sys.modules["creator_calm.triage"] = package
sys.modules["creator_calm.triage.assess"] = module
from creator_calm.worker import judging, main
judging.JUDGING_S = 0.4
sys.exit(main())
"""


def stand_in() -> list[str]:
    """The real worker around a judge that hangs, aborts or is slow when a text says so."""
    return [sys.executable, "-c", textwrap.dedent(_STAND_IN)]


def dies_at_once() -> list[str]:
    return [sys.executable, "-c", "import sys; sys.exit(3)"]


def dies_in_a_spreadsheet() -> list[str]:
    code = """
    import os, sys
    from creator_calm.domain.wire import WIRE_VERSION
    from creator_calm.worker import channel as news, serving
    channel = news.Channel(sys.stdout.buffer)
    channel.send("hello", WIRE_VERSION)
    serving.request_from(sys.stdin.buffer)
    channel.send("stage", "spreadsheet", 60.0)
    os.abort()
    """
    return [sys.executable, "-c", textwrap.dedent(code)]


def speaks_another_version() -> list[str]:
    code = """
    import sys
    from creator_calm.worker.channel import Channel
    Channel(sys.stdout.buffer).send("hello", -1)
    sys.stdin.buffer.read()
    """
    return [sys.executable, "-c", textwrap.dedent(code)]
