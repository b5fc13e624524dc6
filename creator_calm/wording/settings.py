"""Settings in words: sections, labels, choices and one honest line where it helps."""

from __future__ import annotations

from typing import Final

from creator_calm.domain.resting import Wait
from creator_calm.domain.settings import Section
from creator_calm.wording.catalogue import N_, _, marked
from creator_calm.wording.resting import wait_words

_SECTION_NAME: Final = {
    Section.APPEARANCE: N_("Appearance"),
    Section.LANGUAGE: N_("Language"),
    Section.PUTTING_AWAY: N_("Putting away"),
    Section.REPLIES: N_("Replies"),
    Section.DRAFTS: N_("The look at drafts"),
    Section.CARE: N_("Pauses and care"),
    Section.KEYS: N_("Keys"),
    Section.DATA: N_("Data"),
}


def section_name(section: Section) -> str:
    """Name a section of the settings page."""
    return marked(_SECTION_NAME[section])


_SETTING_LABEL: Final = {
    "look.theme": N_("Theme"),
    "look.text_scale": N_("Text size"),
    "look.font": N_("Font"),
    "look.motion": N_("Motion"),
    "look.numbers": N_("Show numbers"),
    "look.language": N_("Language of the program"),
    "list.put_away": N_("Keep harsh ones put away"),
    "list.put_away_off_survives_restart": N_("Remember it when they are shown"),
    "triage.level": N_("How much to put away"),
    "triage.cannot_judge_away": N_("Keep comments that cannot be judged put away"),
    "triage.creator_names": N_("Your names and handles"),
    "triage.channel_names": N_("Names of your channel"),
    "triage.guest_names": N_("Names of regular guests"),
    "list.reveal_seconds": N_("A shown one is put away again after"),
    "list.sort": N_("Order of the inbox"),
    "reply.tone": N_("Your voice"),
    "reply.rest": N_("Offer to let a reply rest for"),
    "reply.length": N_("Length of replies"),
    "reply.greeting": N_("Beginning"),
    "reply.emoji": N_("Emoji in replies"),
    "reply.sign_off": N_("Sign-off"),
    "reply.words": N_("Words I like to use"),
    "reply.never_words": N_("Words I never use"),
    "reply.work": N_("What I call my work"),
    "reply.community": N_("Where my viewers meet"),
    "reply.learn": N_("Learn from how I change suggestions"),
    "reply.norm_notes": N_("Offer words to everyone under hate"),
    "reply.private_words": N_("Words that stay private"),
    "draft.private_data": N_("Private data in a public reply"),
    "draft.escalation": N_("Insults and threats"),
    "draft.non_apology": N_("“Sorry if you…”"),
    "draft.self_defence": N_("“Nobody forced you” and the like"),
    "draft.you_are_at_fault": N_("“You misunderstood”"),
    "draft.if_you_had_watched": N_("“If you had watched…”"),
    "draft.contradiction_opener": N_("“No” or “Wrong” as the first word"),
    "draft.absolutes_about_you": N_("“You always”, “people like you”"),
    "draft.calm_down": N_("“Calm down”"),
    "draft.contempt": N_("Words that judge, like “ridiculous”"),
    "draft.obviously": N_("“Obviously”, “everyone knows”"),
    "draft.blame_others": N_("Blame put on somebody else"),
    "draft.persuading": N_("Arguing on, like “the fact is”"),
    "draft.rhetorical_why": N_("Questions that accuse"),
    "draft.mock_praise": N_("Praise that is not meant, like “nice try”"),
    "draft.marketing": N_("Advertising in the answer to a complaint"),
    "draft.corporate": N_("Office language, like “any inconvenience”"),
    "draft.over_promise": N_("Promises that may not hold"),
    "draft.vague": N_("Answers with nothing concrete"),
    "draft.off_topic": N_("Answers about something else"),
    "draft.shouting": N_("Capitals and rows of signs"),
    "draft.too_long": N_("Long answers to a hard comment"),
    "breaks.on": N_("Offer pauses"),
    "breaks.sitting_minutes": N_("Offer a pause after reading for"),
    "breaks.day_minutes": N_("Say so when a day’s reading reaches"),
    "breaks.length_minutes": N_("Length of a pause"),
    "breaks.postpone_minutes": N_("“Later” means after reading for"),
    "breaks.postpone_max": N_("Times to be asked again in one sitting"),
    "breaks.natural_minutes": N_("Being away counts as a pause from"),
    "breaks.input_seconds": N_("Without input, reading counts for"),
    "breaks.reveal_seconds": N_("A shown put-away one brings the pause closer by"),
    "breaks.activities": N_("Things to do in a pause"),
    "care.quiet_hours": N_("Quiet hours"),
    "care.reading_times": N_("Reading times"),
    "care.day_starts": N_("A day begins"),
    "care.done_then": N_("“I’m done for today” then"),
    "care.notifications": N_("Notifications of the system"),
    "breaks.harsh_budget": N_("Ask after this many put-away ones were shown"),
    "breathing.pattern": N_("Breathing"),
    "breathing.minutes": N_("Length of breathing"),
    "breathing.note": N_("Show the note about dizziness"),
    "care.reminders": N_("Remind me of what I planned"),
    "care.mood": N_("Ask how I am"),
    "care.mood_words": N_("My words for how I am"),
    "care.country": N_("Country, for help lines"),
    "breathing.own": N_("My own breathing"),
    "list.single_keys": N_("Single-letter keys in the list"),
    "import.recent_files": N_("Remember which files were brought in"),
}


def setting_label(key: str) -> str:
    """Label a setting."""
    return marked(_SETTING_LABEL.get(key, key))


_SETTING_HELP: Final = {
    "import.recent_files": N_(
        "Their places are offered again on the page Bring in. Off, no new ones are kept."
    ),
    "look.numbers": N_("Off hides the counts beside the pages and the share of harsh ones."),
    "list.put_away": N_("Off shows harsh comments among the others. Safety steps stay."),
    "list.put_away_off_survives_restart": N_(
        "Otherwise harsh ones are put away again at the next start."
    ),
    "triage.level": N_(
        "More put away also means that some harmless ones are. You can bring each back. "
        "Swedish: word list, catches less."
    ),
    "triage.creator_names": N_(
        "Divided by commas. Helps to see whether something is aimed at you."
    ),
    "triage.channel_names": N_(
        "Divided by commas. Whoever writes under a name like it may be pretending to be you."
    ),
    "triage.guest_names": N_(
        "Divided by commas. Unkind words about them count as aimed at somebody here."
    ),
    "reply.rest": N_(
        "Offered after a hard comment, late at night, or when a draft reads sharp. It never locks anything."
    ),
    "reply.length": N_("“As the comment” keeps a reply about as long as what it answers."),
    "reply.greeting": N_("A name is left out unless it looks like a first name."),
    "reply.emoji": N_(
        "At most one, at the end. Never under a complaint, a hard story or where someone needs care."
    ),
    "reply.sign_off": N_("Stands at the end of each reply. Most people use none."),
    "reply.words": N_("One on each line. Sentences that hold one are chosen more often."),
    "reply.never_words": N_("One on each line. Sentences that hold one are left out."),
    "reply.work": N_("Like “the channel” or “the comic”. Used where a reply names what you make."),
    "reply.community": N_(
        "Like “the Discord”. Used where a reply points to a place to talk with others."
    ),
    "reply.learn": N_(
        "Counts which sentences you keep. Stays in your library, never from safety or what is put away."
    ),
    "reply.norm_notes": N_(
        "One calm sentence to those who read along, never to the one who wrote it. Off, hate gets none."
    ),
    "reply.private_words": N_(
        "One on each line, like your address or names in your family. A public draft that holds one is marked."
    ),
    "draft.private_data": N_("Mail, phone, addresses, numbers, and your words that stay private."),
    "breaks.sitting_minutes": N_(
        "What counts is time in which comments are seen and the window is used."
    ),
    "breaks.postpone_max": N_("After that, one question whether to be left alone for today."),
    "breaks.activities": N_("One on each line, at most twenty. Left empty, a few are suggested."),
    "care.mood": N_("One line in the bar, when reading begins and ends. It can always be skipped."),
    "care.mood_words": N_("One on each line, to choose from when you note how you are."),
    "care.country": N_(
        "In two letters, like SE; a second one for when you travel. Used for emergency numbers, nothing else."
    ),
    "breathing.own": N_(
        "Seconds of in, hold, out and hold, like 5, 0, 6, 0. Used when “My own” is chosen."
    ),
    "care.quiet_hours": N_("From and to, like 22:00–07:00. Nothing is offered or announced then."),
    "care.reading_times": N_(
        "Up to eight times of day with commas between, or none. Suggestions: the inbox is always open. Reading at set times helped people in one study."
    ),
    "care.day_starts": N_("Until then, what is planned and counted belongs to the day before."),
    "care.notifications": N_(
        "One fixed sentence, while another window is used. Never a comment, a name or a number."
    ),
    "look.language": N_("Comments keep their own language, and replies follow the comment."),
}


def setting_help(key: str) -> str:
    """Explain a setting in one line, where its label is not enough; else ""."""
    return marked(_SETTING_HELP.get(key, ""))


def design_choice_line() -> str:
    """Say that the numbers of a section are choices of the makers, not findings."""
    return _("Numbers here are places to start from, not findings. Change them as it suits you.")


_SETTING_CHOICE: Final = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast_light": N_("High contrast, light"),
    "contrast_dark": N_("High contrast, dark"),
    "stack": N_("Program’s list of fonts"),
    "gentle": N_("Gentle"),
    "none": N_("None"),
    "balanced": N_("Balanced"),
    "strict": N_("Strict"),
    "kind_useful_first": N_("What needs you, then kind ones"),
    "newest": N_("Newest first"),
    "oldest": N_("Oldest first"),
    "most_liked": N_("Most liked first"),
    "warm": N_("Warm"),
    "plain": N_("Plain"),
    "brief": N_("Brief"),
    "mirror": N_("As the comment"),
    "short": N_("Short"),
    "medium": N_("Medium"),
    "long": N_("Long"),
    "hi": N_("With a hello"),
    "name": N_("With a hello and the name"),
    "never": N_("Never"),
    "as_they_do": N_("When they use one"),
    "freely": N_("Freely"),
    "even": N_("Even, 5 in and 5 out"),
    "longer_out": N_("Longer out, 4 in and 6 out"),
    "close": N_("Close the window"),
    "minimise": N_("Put it aside"),
    "stay": N_("Stay open"),
    "off": N_("Off"),
    "breaks": N_("Pauses"),
    "breaks_schedule": N_("Pauses and what I planned"),
    "box": N_("Box, 4 each with holding"),
    "own": N_("My own"),
    "start": N_("When reading begins"),
    "end": N_("When reading ends"),
    "both": N_("At the beginning and the end"),
}


_LANGUAGES: Final = {"en": "English", "sv": "Svenska"}


def setting_choice(key: str, value: str) -> str:
    """Word one choice of a setting."""
    if key == "look.language" and value in _LANGUAGES:
        return _LANGUAGES[value]  # each language by its own name, whichever is spoken
    if key == "reply.rest":
        return wait_words(Wait(value))
    if key == "care.day_starts":
        return _("at {time}").format(time=value)
    if key == "look.text_scale":
        return f"{value} %"
    if (key, value) == ("reply.greeting", "none"):
        return _("With the first sentence")
    if (key, value) == ("triage.level", "gentle"):
        return _("Gently")
    return marked(_SETTING_CHOICE.get(value, value))


def unit_word(unit: str) -> str:
    """Word a unit of a number."""
    return {"s": _("seconds"), "min": _("minutes")}.get(unit, unit)
