"""Looking after the creator in words. Nothing here nags, praises, counts days or claims an effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.care import (
    Activity,
    Answer,
    BreakEvent,
    BreathPhase,
    Message,
    Outlook,
    Starter,
    TimeOff,
)
from creator_calm.wording.catalogue import _, listing, ngettext, number
from creator_calm.wording.times import clock_words

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import tzinfo

    from creator_calm.domain.care import BreathPattern, PauseOutlook, ReadingTime


def outlook_sentence(found: PauseOutlook, zone: tzinfo) -> str:
    """Say what comes next, or why it waits. Whole minutes only: nothing in it ticks."""
    if found.outlook is Outlook.QUIET and found.until is not None:
        words = _("Quiet until {time}, as you asked")
        if found.by_hours:
            words = _("Quiet hours until {time}")
        return words.format(time=clock_words(found.until, zone))
    n = found.minutes or 1
    coming = ngettext("Next pause in about {n} min", "Next pause in about {n} min", n)
    sentences = {
        Outlook.NEXT_PAUSE: coming,
        Outlook.LATER: coming,
        Outlook.NOT_READING: ngettext(
            "A pause after {n} minute of reading", "A pause after {n} minutes of reading", n
        ),
        Outlook.AWAY: _("Paused: away"),
        Outlook.WAITING: _("A pause whenever it suits you"),
        Outlook.RESTING: ngettext("Pause, about {n} min left", "Pause, about {n} min left", n),
        Outlook.QUIET: _("Quiet for now"),
        Outlook.LIVE: _("Live"),
        Outlook.OFF: _("Pauses are off"),
    }
    return sentences[found.outlook].format(n=number(n))


def here_so_far(minutes: int) -> str:
    """Say how long comments were read today; "" before the first minute."""
    if minutes < 1:
        return ""
    return ngettext("{n} minute here so far", "{n} minutes here so far", minutes).format(
        n=number(minutes)
    )


def reading_sentence(found: ReadingTime | None, zone: tzinfo) -> str:
    """Name the next reading time; "" without any."""
    if found is None:
        return ""
    if found.now:
        return _("It is one of your reading times")
    return _("Next reading time {time}").format(time=clock_words(found.at, zone))


def time_off_sentence(standing: TimeOff, first: str, last: str) -> str:
    """Say on Today that the creator is away or back; "" for neither. Days come written out."""
    match standing:
        case TimeOff.DONE_TODAY:
            return _("You are done for today. Everything is where you left it.")
        case TimeOff.NEXT_MORNING:
            return _("A new day. Everything is where you left it.")
        case TimeOff.COMING:
            return _("Your break from social media begins on {day}.").format(day=first)
        case TimeOff.ON_BREAK:
            return _("You are on a break from social media until {day}.").format(day=last)
        case TimeOff.BACK:
            return _("Welcome back. Nothing here is urgent unless it says so.")
        case TimeOff.NONE:
            return ""


def audience_line(last: str) -> str:
    """Suggest a line for the audience of a break; it is only ever copied."""
    return _("I’m taking a break until {day}. See you after that.").format(day=last)


def break_question(event: BreakEvent, minutes: int, revealed: int) -> str:
    """Word what the strip above the bar asks; "" for events that show nothing.

    `minutes` of this sitting (or of the day, for DAY_LIMIT), `revealed` comments opened in it.
    """
    match event:
        case BreakEvent.OFFER | BreakEvent.OFFER_AGAIN:
            return ngettext(
                "Time for a pause? You have read for {n} minute.",
                "Time for a pause? You have read for {n} minutes.",
                minutes,
            ).format(n=number(minutes))
        case BreakEvent.ASK_OFF_TODAY:
            return _("Turn reminders off for today?")
        case BreakEvent.HARSH_ASK:
            return ngettext(
                "You have opened {n} put-away comment. Pause here?",
                "You have opened {n} put-away comments. Pause here?",
                revealed,
            ).format(n=count_word(revealed))
        case BreakEvent.DAY_LIMIT:
            return ngettext(
                "You have read for {n} minute today.",
                "You have read for {n} minutes today.",
                minutes,
            ).format(n=number(minutes))
        case BreakEvent.BREAK_OVER:
            return _("Back when you like. Kind ones first?")
        case BreakEvent.BREAK_STARTED | BreakEvent.NATURAL_BREAK | BreakEvent.QUIET_OVER:
            return ""


def length_words(minutes: int) -> str:
    """Write a length in words up to twelve: "five minutes"."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=count_word(minutes))


def count_word(count: int) -> str:
    """Write a small count as a word, a larger one as a numeral."""
    words = (
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
        _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[count] if 0 <= count < len(words) else number(count)


def starter_title(starter: Starter) -> str:
    """Name something to plan."""
    titles = {
        Starter.LUNCH: _("Lunch away from the screen"),
        Starter.WALK: _("A walk"),
        Starter.CLOSE_LAPTOP: _("Close the laptop"),
        Starter.CALL_SOMEONE: _("Call someone"),
        Starter.SLEEP_TIME: _("Sleep time"),
    }
    return titles[starter]


def activity_line(activity: Activity) -> str:
    """Word something to do in a pause."""
    lines = {
        Activity.WATER: _("Drink some water"),
        Activity.WINDOW: _("Look out of the window"),
        Activity.OTHER_ROOM: _("Walk to another room"),
        Activity.STRETCH: _("Stretch hands and shoulders"),
        Activity.FRIEND: _("Message a friend"),
    }
    return lines[activity]


def message_title(message: Message) -> str:
    """Name a ready message by what it asks for."""
    titles = {
        Message.READ_FOR_ME: _("Read them for me"),
        Message.COMPANY: _("Company"),
        Message.WITNESS: _("See the originals with me"),
        Message.TAKE_OVER: _("Take over for a while"),
    }
    return titles[message]


def message_text(message: Message) -> str:
    """Word a message to a person of trust. It is only ever copied."""
    texts = {
        Message.READ_FOR_ME: _(
            "I’ve had a rough comment day. Could you read these for me and only tell me what I"
            " need to know?"
        ),
        Message.COMPANY: _("Could we talk for ten minutes today? You don’t have to fix anything."),
        Message.WITNESS: _(
            "Could you look at these originals with me, so that you can say you saw them?"
        ),
        Message.TAKE_OVER: _("Could you take over my comments until {day}? I’ve written down how."),
    }
    # The creator fills the day in before copying; until then a blank says so.
    return texts[message].replace("{day}", "____")


def answer_word(answer: Answer) -> str:
    """Caption the button of an answer to a planned item."""
    words = {
        Answer.DONE: _("Done"),
        Answer.NOT_TODAY: _("Not today"),
        Answer.LATER: _("Later"),
    }
    return words[answer]


def breath_word(phase: BreathPhase) -> str:
    """Say what to do in this moment of a round."""
    words = {
        BreathPhase.IN: _("Breathe in"),
        BreathPhase.HOLD_IN: _("Hold"),
        BreathPhase.OUT: _("Breathe out"),
        BreathPhase.HOLD_OUT: _("Hold"),
    }
    return words[phase]


def breath_sentence(pattern: BreathPattern, rounds_left: int) -> str:
    """Say how the pattern goes and how much is left: "In for five, out for five. Four rounds left."."""
    way = _way(pattern)
    if rounds_left <= 1:
        return _("{way} Last round.").format(way=way)
    left = ngettext("{n} round left.", "{n} rounds left.", rounds_left).format(
        n=count_word(rounds_left)
    )
    return f"{way} {left[:1].upper()}{left[1:]}"


def _way(pattern: BreathPattern) -> str:
    template = _("In for {into}, out for {out}.")
    if pattern.hold_in > 0 and pattern.hold_out > 0:
        template = _("In for {into}, hold for {hold}, out for {out}, hold for {rest}.")
    elif pattern.hold_in > 0:
        template = _("In for {into}, hold for {hold}, out for {out}.")
    elif pattern.hold_out > 0:
        template = _("In for {into}, out for {out}, hold for {rest}.")
    return template.format(
        into=count_word(round(pattern.breathe_in)),
        hold=count_word(round(pattern.hold_in)),
        out=count_word(round(pattern.breathe_out)),
        rest=count_word(round(pattern.hold_out)),
    )


def day_names() -> tuple[str, ...]:
    """Return the days of the week from Monday."""
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )  # fmt: skip


def short_day_names() -> tuple[str, ...]:
    """Return the days of the week from Monday, in two or three letters."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def days_words(days: Collection[int]) -> str:
    """Say on which days something is planned, 0 is Monday: "Every day", "Weekdays", "Monday and Friday"."""
    chosen = sorted(days)
    if chosen == list(range(7)):
        return _("Every day")
    if chosen == list(range(5)):
        return _("Weekdays")
    if chosen == [5, 6]:
        return _("Weekends")
    return sentence_case(listing([day_names()[day] for day in chosen]))


def sentence_case(words: str) -> str:
    """Begin with a capital letter and leave the rest alone (Swedish days are lower case)."""
    return words[:1].upper() + words[1:]
