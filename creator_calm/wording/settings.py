"""Settings in words: sections, labels, choices and one honest line where it helps."""

from __future__ import annotations

from creator_calm.domain.settings import Section
from creator_calm.wording.catalogue import _


def section_name(section: Section) -> str:
    """Name a section of the settings page."""
    names = {
        Section.APPEARANCE: _("Appearance"),
        Section.LANGUAGE: _("Language"),
        Section.PUTTING_AWAY: _("Putting away"),
        Section.REPLIES: _("Replies"),
        Section.CARE: _("Pauses and care"),
        Section.KEYS: _("Keys"),
        Section.DATA: _("Data"),
    }
    return names[section]


def setting_label(key: str) -> str:
    """Label a setting."""
    labels = {
        "look.theme": _("Theme"),
        "look.text_scale": _("Text size"),
        "look.font": _("Font"),
        "look.motion": _("Motion"),
        "look.numbers": _("Show numbers"),
        "look.language": _("Language of the program"),
        "list.put_away": _("Keep harsh ones put away"),
        "list.put_away_off_survives_restart": _("Remember it when they are shown"),
        "triage.level": _("How much to put away"),
        "triage.cannot_judge_away": _("Keep comments that cannot be judged put away"),
        "triage.creator_names": _("Your names and handles"),
        "list.reveal_seconds": _("A shown one is put away again after"),
        "list.sort": _("Order of the inbox"),
        "reply.tone": _("Your voice"),
        "reply.private_channel": _("Where to write to you in private"),
        "breaks.on": _("Offer pauses"),
        "breaks.sitting_minutes": _("Offer a pause after reading for"),
        "breaks.day_minutes": _("Say so when a day's reading reaches"),
        "breaks.length_minutes": _("Length of a pause"),
        "breaks.harsh_budget": _("Ask after this many put-away ones were shown"),
        "breathing.pattern": _("Breathing"),
        "breathing.minutes": _("Length of breathing"),
        "care.reminders": _("Remind me of what I planned"),
        "list.single_keys": _("Single-letter keys in the list"),
    }
    return labels.get(key, key)


def setting_help(key: str) -> str:
    """Explain a setting in one line, where its label is not enough; else ""."""
    helps = {
        "look.numbers": _("Off hides the counts beside the pages and the share of harsh ones."),
        "list.put_away": _("Off shows harsh comments among the others. Safety steps stay."),
        "list.put_away_off_survives_restart": _("Otherwise harsh ones are put away again at the next start."),
        "triage.level": _("More put away also means that some harmless ones are. You can bring each back."),
        "triage.creator_names": _("Divided by commas. Helps to see whether something is aimed at you."),
        "reply.private_channel": _("In your own words, like “by mail, the address is on my page”. Used in replies when you ask for it."),
        "look.language": _("Comments keep their own language, and replies follow the comment."),
    }
    return helps.get(key, "")


def design_choice_line() -> str:
    """Say that a number is a choice of the makers, not a finding."""
    return _("A number to start from, not a finding. Change it as it suits you.")


def setting_choice(key: str, value: str) -> str:
    """Word one choice of a setting."""
    shared = {
        "system": _("As the system"),
        "light": _("Light"),
        "dark": _("Dark"),
        "contrast_light": _("High contrast, light"),
        "contrast_dark": _("High contrast, dark"),
        "stack": _("Program's list of fonts"),
        "gentle": _("Gentle"),
        "none": _("None"),
        "en": "English",
        "sv": "Svenska",
        "balanced": _("Balanced"),
        "strict": _("Strict"),
        "kind_useful_first": _("What needs you, then kind ones"),
        "newest": _("Newest first"),
        "oldest": _("Oldest first"),
        "most_liked": _("Most liked first"),
        "warm": _("Warm"),
        "plain": _("Plain"),
        "brief": _("Brief"),
        "even": _("Even, 5 in and 5 out"),
        "longer_out": _("Longer out, 4 in and 6 out"),
        "box": _("Box, 4 each with holding"),
    }
    if key == "look.text_scale":
        return f"{value} %"
    if (key, value) == ("triage.level", "gentle"):
        return _("Gently")
    return shared.get(value, value)


def unit_word(unit: str) -> str:
    """Word a unit of a number."""
    return {"s": _("seconds"), "min": _("minutes")}.get(unit, unit)
