"""While the creator is live no part of the desk hands out words: what is not given cannot leak.

Every part that does derives from `Covered`. A part that is new on the desk is covered too, since
the desk itself is: whoever adds one that holds no words names it in `open_while_covered`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from creator_calm.workspace.session import Session


class Covered:
    """Refuses every public call with Problem COVERED while words are covered.

    `open_while_covered` names what holds no words of comments, authors, drafts, notes or moods.
    """

    _session: Session
    open_while_covered: ClassVar[frozenset[str]] = frozenset()

    if not TYPE_CHECKING:  # a type checker would take it as leave to name anything

        def __getattribute__(self, name: str) -> object:
            """Look once at each call, also through a reference that was taken before."""
            found = object.__getattribute__(self, name)
            if name.startswith("_") or name in type(self).open_while_covered:
                return found
            session = object.__getattribute__(self, "__dict__").get("_session")
            if session is not None and session.covered:
                raise Problem(ProblemCode.COVERED)
            return found
