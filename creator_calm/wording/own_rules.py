"""The creator's own rules in words: what a change would do, phrases, corrections, the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.own_rules import Correction, Deed, Match, Phrase, Says, Where, Wish
from creator_calm.wording.catalogue import N_, _, marked, ngettext, number
from creator_calm.wording.comments import kind_name

if TYPE_CHECKING:
    from creator_calm.domain.own_rules import HistoryEntry


def effect_sentence(away: int, shown: int, other: int) -> str:
    """Say what a change would do: "3 more put away, 11 more shown"."""
    parts = []
    if away:
        parts.append(
            ngettext("{n} more put away", "{n} more put away", away).format(n=number(away))
        )
    if shown:
        parts.append(ngettext("{n} more shown", "{n} more shown", shown).format(n=number(shown)))
    if other:
        parts.append(
            ngettext("{n} sorted otherwise", "{n} sorted otherwise", other).format(n=number(other))
        )
    if not parts:
        return _("No comment in your library changes. It counts for those that come.")
    return _("{changes}. Nothing is changed before you save.").format(changes=", ".join(parts))


def others_sentence(away: int, shown: int) -> str:
    """Ask whether a correction counts for others like it."""
    if shown and not away:
        line = ngettext(
            "This would also show {n} other like it.",
            "This would also show {n} others like it.",
            shown,
        )
        return line.format(n=number(shown))
    if away and not shown:
        line = ngettext(
            "This would also put away {n} other like it.",
            "This would also put away {n} others like it.",
            away,
        )
        return line.format(n=number(away))
    return _("This would also show {shown} others and put away {away}.").format(
        shown=number(shown), away=number(away)
    )


def looking_line(done: int, total: int) -> str:
    """Say how far the look at the library is."""
    return _("Looking at your comments … {done} of {total}").format(
        done=number(done), total=number(total)
    )


_WISH: Final = {Wish.AWAY: N_("Always put away"), Wish.KEEP: N_("Never put away")}
_MATCH: Final = {
    Match.WORD: N_("whole words"),
    Match.STARTS: N_("words that start with it"),
    Match.EXACT: N_("exactly as written"),
}
_WHERE: Final = {
    Where.COMMENT: N_("in the comment"),
    Where.AUTHOR: N_("in the name"),
    Where.BOTH: N_("in the comment or the name"),
}


def wish_name(wish: Wish) -> str:
    """Name what a phrase does."""
    return marked(_WISH[wish])


def match_name(match: Match) -> str:
    """Name how a phrase is looked for."""
    return marked(_MATCH[match])


def where_name(where: Where) -> str:
    """Name where a phrase is looked for."""
    return marked(_WHERE[where])


def phrase_line(phrase: Phrase, hits: tuple[int, int] | None = None) -> str:
    """Describe a phrase in one line; its words and those of its exceptions are not part of it.

    `hits`: in how many comments of the last 30 and 90 days it stands.
    """
    parts = [wish_name(phrase.wish), match_name(phrase.match), where_name(phrase.where)]
    n = len(phrase.exceptions)
    if n:
        parts.append(ngettext("{n} exception", "{n} exceptions", n).format(n=number(n)))
    if hits is not None:
        line = _("{few} in 30 days, {many} in 90")
        parts.append(line.format(few=number(hits[0]), many=number(hits[1])))
    return " · ".join(parts)


_SAYS: Final = {Says.HARSH: N_("Harsh for you"), Says.NOT_HARSH: N_("Not harsh for you")}


def correction_line(one: Correction) -> str:
    """Say what a correction said, and how far it reaches; no words of the comment are known."""
    if one.says is Says.KIND and one.kind is not None:
        said = _("It is: {kind}").format(kind=kind_name(one.kind))
    else:
        said = marked(_SAYS.get(one.says, N_("Not harsh for you")))
    reach = _("counts for others like it") if one.spreads else _("that one alone")
    return f"{said} · {reach}"


def teaching_line(harsh: int, not_harsh: int) -> str:
    """Say how many corrections there are and whether they are learned from."""
    total = harsh + not_harsh
    if not total:
        return _("No corrections yet. “Why?” beside a comment offers them.")
    line = _("{harsh} harsh for you, {not_harsh} not.").format(
        harsh=number(harsh), not_harsh=number(not_harsh)
    )
    fewer, more = sorted((harsh, not_harsh))
    if more >= 8 or (fewer >= 2 and total >= 5):
        return line + " " + _("What is like them follows, within bounds.")
    return line + " " + _("The same words follow; from five on, what is like them too.")


_DEED: Final = {
    Deed.PHRASE_CHANGED: N_("A word changed"),
    Deed.TRUSTED: N_("Somebody trusted"),
    Deed.TRUST_ENDED: N_("Trust taken back"),
    Deed.CORRECTED: N_("A correction counts for others"),
    Deed.CORRECTIONS_RESET: N_("All corrections forgotten"),
    Deed.LEVEL: N_("How much to put away changed"),
    Deed.TAKEN_BACK: N_("An earlier change taken back"),
}


def history_title(entry: HistoryEntry) -> str:
    """Name a change of the rules."""
    n = entry.count
    counted = {
        Deed.PHRASES_ADDED: ngettext("{n} word added", "{n} words added", n),
        Deed.PHRASES_REMOVED: ngettext("{n} word removed", "{n} words removed", n),
        Deed.CORRECTION_FORGOTTEN: ngettext(
            "{n} correction forgotten", "{n} corrections forgotten", n
        ),
    }
    template = counted.get(entry.deed) or marked(_DEED.get(entry.deed, N_("A word changed")))
    return template.format(n=number(n))


def history_line(entry: HistoryEntry, when: str) -> str:
    """Say when a change was made and what it did."""
    parts = [when, _("+{away} put away, +{shown} shown").format(
        away=number(entry.away), shown=number(entry.shown)
    )]  # fmt: skip
    if entry.taken_back:
        parts.append(_("taken back"))
    return " · ".join(parts)
