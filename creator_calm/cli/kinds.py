"""`triage --list-kinds`: the codes of the JSON, with their words."""

from __future__ import annotations

from creator_calm.cli import output
from creator_calm.domain.assessment import Facet, Kind, Lane
from creator_calm.wording import _, kind_name


def show(*, as_json: bool) -> int:
    """Print every kind, lane and facet."""
    if as_json:
        output.say_json(
            {
                "kinds": [kind.value for kind in Kind],
                "lanes": [lane.value for lane in Lane],
                "facets": [facet.value for facet in Facet],
            }
        )
        return 0
    output.say(_("Kinds:"))
    for kind in Kind:
        output.say(f"  {kind.value:<18} {kind_name(kind)}")
    output.say(_("Lanes: {codes}").format(codes=", ".join(lane.value for lane in Lane)))
    output.say(_("Facets: {codes}").format(codes=", ".join(facet.value for facet in Facet)))
    return 0
