"""The gates of composed replies in figures: python -m tests.benchmarks.replies [--aloud].

`--aloud` prints sixty replies per language to be read. Ends with 1 where a gate does not hold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from itertools import product
from statistics import quantiles
from time import process_time
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Chip, Tone
from creator_calm.domain.voice import Emoji, Greeting, Length, Voice
from creator_calm.replies.bank import CARE_MOVES, STOP_MOVE, bank_counts
from tests.language.reply_topics import coverage, named, precision
from tests.replies import draft_gates, gate_dangers, gates
from tests.replies.made import LANGUAGES, advise

if TYPE_CHECKING:
    from collections.abc import Sequence

GENERATED = 5_000
PLAN_MS = 5.0
DISTINCT, FIRST_WORDS, PRECISION = 0.60, 0.85, 0.95


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every figure; 1 where a gate does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.replies", description=__doc__)
    parser.add_argument("--aloud", action="store_true", help="print sixty replies per language")
    if parser.parse_args(arguments).aloud:
        for language in LANGUAGES:
            for kind, text in gates.day(language):
                _say(f"{language} {kind.value:15} {text}")
        return 0
    held = [_safety(), _sizes(), *(_cleanliness(code) for code in LANGUAGES)]
    held += [
        _diversity(code, tone, kept) for code in LANGUAGES for tone in Tone for kept in (10, 60)
    ]
    held += [*(_topics(code) for code in LANGUAGES), _the_same_everywhere()]
    held += [_drafts(code) for code in LANGUAGES]
    held += [_speed(code) for code in LANGUAGES]
    return 0 if all(held) else 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _safety() -> bool:
    known, whole = gate_dangers.safety()
    printed, echoes = gate_dangers.at_the_command_line(), gate_dangers.echoes()
    offered, slipped = known.wrong["text"], whole.wrong["text"]
    _say(f"danger: {offered} texts or invitations for {known.tried} comments, plain and disguised")
    recognised = whole.tried - whole.wrong["missed"]
    _say(
        f"  through the judge: {recognised} of {whole.tried} recognised,"
        f" {slipped} of all got a text"
    )
    _say(f"  on the command line: {sum(printed.wrong.values())} of {printed.tried} got a text")
    _say(f"words of an attack or private data in {echoes.wrong['echo']} of {echoes.tried} replies")
    for example in known.examples + whole.examples + printed.examples + echoes.examples:
        _say(f"  {example}")
    return not (offered or slipped or printed.wrong or echoes.wrong)


def _the_same_everywhere() -> bool:
    program = "from tests.replies.gates import digest; print(*map(digest, ('en', 'sv')))"
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    _say(f"two processes: {len(made)} set of texts")
    return len(made) == 1


def _sizes() -> bool:
    held = True
    for language in LANGUAGES:
        counts = bank_counts(language)
        free = {move: n for move, n in counts.items() if move not in CARE_MOVES | {STOP_MOVE}}
        least = min(free, key=lambda move: free[move])
        _say(f"bank {language}: {sum(counts.values())} phrases, smallest {least} {free[least]}")
        held = held and free[least] >= 12
    return held


def _cleanliness(language: str) -> bool:
    start = process_time()
    figures = gates.cleanliness(language, GENERATED)
    spent = (process_time() - start) / figures.tried * 1000
    faults = ", ".join(f"{code} {n}" for code, n in figures.wrong.items()) or "nothing wrong"
    _say(f"generated {language}: {figures.tried}, {faults} ({spent:.1f} ms each)")
    for example in figures.examples:
        _say(f"  {example}")
    return not figures.wrong


def _diversity(language: str, tone: Tone, openers_kept: int) -> bool:
    texts = [text for _, text in gates.day(language, tone=tone, openers_kept=openers_kept)]
    where = "many videos" if openers_kept == 10 else "one video"
    distinct, first = gates.distinct_2(texts), gates.first_words_unique(texts)
    _say(
        f"sixty in a row, {where}, {language} {tone.value}: {len(texts)} made,"
        f" distinct-2 {distinct:.2f} (at least {DISTINCT:.2f}),"
        f" first four words unique {first:.2f} (at least {FIRST_WORDS:.2f}),"
        f" self-BLEU {gates.self_bleu(texts):.2f}"
    )
    return len(texts) == 60 and distinct >= DISTINCT and first >= FIRST_WORDS


def _topics(language: str) -> bool:
    held = True
    for where, as_in_a_reply in (("alone", False), ("in a reply", True)):
        rows = named(language, as_in_a_reply=as_in_a_reply)
        right, said = precision(rows), sum(row.named != "-" for row in rows)
        _say(
            f"topics {language} {where}: {said} named in {len(rows)} labelled comments,"
            f" precision {right:.3f} (at least {PRECISION:.2f}), coverage {coverage(rows):.2f}"
        )
        held = held and right >= PRECISION
    return held


def _drafts(language: str) -> bool:
    calm = draft_gates.marked("calm", language)
    seen = draft_gates.marked("defensive", language)
    fresh = draft_gates.marked("held_out_defensive", language)
    most, count = max(calm.by_rule.items(), key=lambda item: item[1], default=("none", 0))
    recall = seen.share(seen.found)
    held = (
        calm.share(count) <= draft_gates.RULE
        and calm.share(calm.flagged) <= draft_gates.FLAGGED
        and calm.share(calm.found) <= draft_gates.ANY
        and recall >= draft_gates.RECALL
    )
    _say(
        f"drafts {language}: of {calm.tried} calm ones {calm.share(calm.flagged):.3f} flagged"
        f" (most by {most}, {calm.share(count):.3f}), {calm.share(calm.found):.3f} with hints;"
        f" of {seen.tried} defensive ones {recall:.3f} seen,"
        f" of {fresh.tried} that no rule was written by {fresh.share(fresh.found):.2f}"
    )
    return held


def _speed(language: str) -> bool:
    """Advice for every kind with every fact, dressed as a creator may want it, in processor time."""
    voice = Voice(Length.LONG, Greeting.NAME, Emoji.FREELY, "/M", never=frozenset({"sorry"}))
    advise(Kind.CRITIQUE, language)  # what is read once
    spent: list[float] = []
    for number, (kind, chip) in enumerate(product(Kind, Chip)):
        start = process_time()
        advise(kind, language, ticked=(chip,), name=f"s{number}", voice=voice)
        spent.append((process_time() - start) * 1000)
    parts = quantiles(spent, n=100)
    _say(
        f"advice {language}: {len(spent)} plans, median {parts[49]:.1f} ms,"
        f" 95 of 100 within {parts[94]:.1f} ms (at most {PLAN_MS:.0f})"
    )
    return parts[94] <= PLAN_MS


if __name__ == "__main__":
    sys.exit(main())
