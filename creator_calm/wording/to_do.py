"""The to-do list in words: titles from topics, people and shares, days, and the whole list as a file.

Made from codes, counts and what the creator wrote themself, never from a comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.to_do import Decision
from creator_calm.language import clean
from creator_calm.wording.catalogue import N_, _, marked, ngettext, number
from creator_calm.wording.comments import kind_name
from creator_calm.wording.points import topic_name
from creator_calm.wording.times import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, tzinfo

    from creator_calm.domain.to_do import Board, Cluster, Item, Mentions, ToDo

A_FEW = 5
"""So many people are "a few" where numbers are not shown."""

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_MARKS = re.compile(r"(?m)^(\s*)([-+=>]|\d+[.)])")


def item_title(item: Item) -> str:
    """Name an item: the creator's own title, else its topic, else the sort of comment."""
    if item.title:
        return item.title
    topic = topic_name(item.topic)
    if topic:
        return _capital(topic)
    kind = next((one for one in Kind if one == item.kind), None)
    return kind_name(kind) if kind is not None else _("Something to do")


def group_title(topic: str) -> str:
    """Name a group of the list by its topic."""
    return _capital(topic_name(topic)) or _("Everything else")


def people_line(mentions: Mentions, *, numbers: bool) -> str:
    """Say how many people and what share of all: "7 people in 9 comments, 2 % of the 412 who wrote."."""
    if not mentions.comments:
        return _("The comments it came from are no longer here.")
    if not numbers:
        return _few(mentions.people)
    people = ngettext("{n} person", "{n} people", mentions.people).format(n=number(mentions.people))
    # TRANSLATORS: {people} is like "7 people"
    count = ngettext("{people} in {n} comment", "{people} in {n} comments", mentions.comments)
    said = count.format(people=people, n=number(mentions.comments))
    if not mentions.commenters:
        return f"{said}."
    if mentions.since_ever:
        line = _("{people}, {share} of the {n} who ever wrote.")
    else:
        line = _("{people}, {share} of the {n} who wrote lately.")
    return line.format(
        people=said, share=share_words(mentions.share), n=number(mentions.commenters)
    )


def share_words(share: float) -> str:
    """Write a share: "2 %", "less than 1 %"."""
    percent = round(share * 100)
    return _("{n} %").format(n=number(percent)) if percent else _("less than 1 %")


def away_line(mentions: Mentions) -> str:
    """Say that put-away comments stand behind it, without anything of them; "" where none do."""
    if not mentions.put_away:
        return ""
    if mentions.put_away >= mentions.comments:
        return _("From put-away comments.")
    return _("Partly from put-away comments.")


def seen_line(mentions: Mentions, now: datetime, zone: tzinfo) -> str:
    """Say when it was mentioned first and last; "" where that is not known."""
    if mentions.first is None or mentions.last is None:
        return ""
    first, last = mentions.first.astimezone(zone), mentions.last.astimezone(zone)
    today = now.astimezone(zone)
    if first.date() == last.date():
        return _("Mentioned {day}.").format(day=short_date(first, today))
    line = _("Mentioned first {first}, last {last}.")
    return line.format(first=short_date(first, today), last=short_date(last, today))


def due_line(due: date | None, now: datetime, zone: tzinfo) -> str:
    """Say when it is meant to be done; a day that has passed is a day, and nothing more."""
    if due is None:
        return ""
    today = now.astimezone(zone)
    day = short_date(today.replace(year=due.year, month=due.month, day=due.day), today)
    if due < today.date():
        return _("Was planned for {day}.").format(day=day)
    return _("By {day}.").format(day=day)


_DECISION: Final = {
    Decision.OPEN: N_("Not decided yet"),
    Decision.DO: N_("Do it"),
    Decision.MAYBE: N_("Maybe"),
    Decision.NO: N_("No"),
}


def decision_words(decision: Decision) -> str:
    """Name what was decided."""
    return marked(_DECISION[decision])


def cluster_line(cluster: Cluster, *, numbers: bool) -> str:
    """Say who mentions a topic: "7 people about the sound, 9 comments, 2 % of 412."."""
    mentions, topic = cluster.mentions, topic_name(cluster.topic)
    if not numbers:
        return _("{people} About {topic}.").format(people=_few(mentions.people), topic=topic)
    people = ngettext(
        "{n} person about {topic}", "{n} people about {topic}", mentions.people
    ).format(n=number(mentions.people), topic=topic)
    comments = ngettext("{n} comment", "{n} comments", mentions.comments).format(
        n=number(mentions.comments)
    )
    # TRANSLATORS: {people} is like "7 people about the sound", {comments} like "9 comments"
    return _("{people}, {comments}, {share} of {n}.").format(
        people=people,
        comments=comments,
        share=share_words(mentions.share),
        n=number(mentions.commenters),
    )


def true_lines(entry: ToDo) -> str:
    """Return what is true in it: what stands with the item, else what was noted beside comments."""
    return entry.item.what_is_true or "\n".join(entry.found_true)


# the list as a file


def rows(board: Board, zone: tzinfo) -> list[list[str]]:
    """Return the whole list as rows with a heading, for a table."""
    heading = [
        _("To do"), _("Topic"), _("People"), _("Comments"), _("Share"), _("Mentioned first"),
        _("Mentioned last"), _("What is true in it"), _("Decision"), _("Why"), _("Next step"),
        _("By"), _("Done on"), _("What came of it"), _("The same again"), _("To try next"),
    ]  # fmt: skip
    return [heading, *(_row(entry, zone) for entry in _everything(board))]


def _row(entry: ToDo, zone: tzinfo) -> list[str]:
    item, mentions = entry.item, entry.mentions
    return [
        item_title(item),
        topic_name(item.topic),
        str(mentions.people),
        str(mentions.comments),
        share_words(mentions.share) if mentions.commenters else "",
        _day(mentions.first, zone),
        _day(mentions.last, zone),
        true_lines(entry),
        decision_words(item.decision) if item.decision else "",
        item.why,
        item.next_step,
        item.due.isoformat() if item.due else "",
        _day(item.done_at, zone),
        item.outcome,
        item.same_again,
        item.try_next,
    ]


def as_markdown(board: Board, now: datetime, zone: tzinfo) -> str:
    """Return the whole list as Markdown. Marks in what the creator wrote stay what they are."""
    parts = [f"# {_('To do')}"]
    for entry in _everything(board):
        item, mentions = entry.item, entry.mentions
        box = "x" if item.done_at is not None else " "
        lines = [f"- [{box}] **{_plain(item_title(item)) or '–'}**"]
        told = (
            people_line(mentions, numbers=True),
            away_line(mentions),
            seen_line(mentions, now, zone),
            due_line(item.due, now, zone),
        )
        lines.append(" ".join(_plain(one) for one in told if one))
        lines += [f"{name}: {_plain(words)}" for name, words in _own_lines(entry)]
        parts.append("\n".join([lines[0], *(f"  {_below(line)}  " for line in lines[1:])]))
    return "\n\n".join(parts) + "\n"


def _own_lines(entry: ToDo) -> list[tuple[str, str]]:
    item = entry.item
    decision = decision_words(item.decision) if item.decision else ""
    own = (
        (_("What is true in it"), true_lines(entry)),
        (_("Decision"), ". ".join(part for part in (decision, item.why) if part)),
        (_("Next step"), item.next_step),
        (_("What came of it"), item.outcome),
        (_("The same again"), item.same_again),
        (_("To try next"), item.try_next),
    )
    return [(name, words) for name, words in own if words]


def _everything(board: Board) -> Iterator[ToDo]:
    yield from board.worth_doing
    for _topic, entries in board.rest:
        yield from entries
    yield from board.set_aside
    yield from board.done


def _few(people: int) -> str:
    if people == 1:
        return _("One person.")
    return _("A few people.") if people <= A_FEW else _("Many people.")


def _day(moment: datetime | None, zone: tzinfo) -> str:
    return "" if moment is None else moment.astimezone(zone).date().isoformat()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _below(line: str) -> str:
    return line.replace("\n", "\n  ")


def _plain(words: str) -> str:
    marks = _MARKS.sub(r"\\\1", clean.block(words, 10_000))
    return _LINE_MARKS.sub(r"\1\\\2", marks)
