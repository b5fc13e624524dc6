"""Countries as a person types them: two letters each (ISO 3166), at most two."""

from __future__ import annotations

import re

from creator_calm.domain.problems import Problem, ProblemCode

MOST = 2
_BETWEEN = re.compile(r"[\s,;/]+")


def write_countries(typed: str) -> str:
    """Return countries in capitals with a space between, "" for none; raise `Problem` BAD_COUNTRY."""
    found = list(dict.fromkeys(part.upper() for part in _BETWEEN.split(typed) if part))
    usable = all(len(one) == 2 and one.isascii() and one.isalpha() for one in found)
    if not usable or len(found) > MOST:
        raise Problem(ProblemCode.BAD_COUNTRY)
    return " ".join(found)
