"""Advice in words: intents, reasons, steps, facts to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from creator_calm.domain.draft import FindingLevel
from creator_calm.domain.reply import Action, Audience, Chip, Intent, ReasonCode, Strategy, Tone
from creator_calm.wording.catalogue import N_, _, marked, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.draft import DraftFinding

_STRATEGY_TITLE: Final = {
    Strategy.SAFETY: N_("Safety first, no reply"),
    Strategy.CARE: N_("Someone may need care"),
    Strategy.NORM_NOTE: N_("A word to the others"),
    Strategy.ACKNOWLEDGE_AND_ACT: N_("Acknowledge and act"),
    Strategy.CORRECT: N_("Check and correct"),
    Strategy.RESOLVE_COMPLAINT: N_("Acknowledge, then solve in private"),
    Strategy.HOLD: N_("A short reply now, the full one later"),
    Strategy.ANSWER: N_("Answer"),
    Strategy.DISAGREE: N_("Say how you see it, once"),
    Strategy.BOUNDARY: N_("A kind limit, once"),
    Strategy.THANKS: N_("Thank, if you like"),
    Strategy.SILENCE: N_("Let it rest"),
    Strategy.STEP_BACK: N_("Take care of yourself first"),
    Strategy.ASK_TO_STOP: N_("Ask once to stop"),
}


def strategy_title(strategy: Strategy) -> str:
    """Name what the advice is, in a few words."""
    return marked(_STRATEGY_TITLE[strategy])


_INTENT_TITLE: Final = {
    Intent.OWN_IT: N_("Own it and fix it"),
    Intent.ACKNOWLEDGE: N_("Acknowledge"),
    Intent.ASK: N_("Ask what they meant"),
    Intent.HOLD: N_("Say that you will look into it"),
    Intent.HOLD_WITH_DATE: N_("Say when you will answer"),
    Intent.SEE_IT_DIFFERENTLY: N_("Say how you see it"),
    Intent.CORRECT: N_("Correct it"),
    Intent.CHECK_FIRST: N_("Check first"),
    Intent.CREDIT: N_("Credit them"),
    Intent.ACKNOWLEDGE_AND_PRIVATE: N_("Acknowledge and move to private"),
    Intent.SOLUTION_PRIVATE: N_("Offer a solution in private"),
    Intent.ANSWER: N_("Answer"),
    Intent.POINT_TO: N_("Point to where it is"),
    Intent.LATER: N_("Answer later"),
    Intent.MAYBE: N_("Maybe"),
    Intent.NO_KINDLY: N_("Say no, kindly"),
    Intent.SPECIFIC_THANKS: N_("Thank for something specific"),
    Intent.BRIEF_THANKS: N_("A short thank you"),
    Intent.KIND_LIMIT: N_("Set a kind limit"),
    Intent.REDIRECT: N_("Point somewhere better"),
    Intent.NORM_EMPATHY: N_("Remind of the person behind"),
    Intent.NORM_RULE: N_("Name the rule of the place"),
    Intent.PAY_BACK: N_("Tell them it’s done"),
    Intent.FOLLOW_UP: N_("Give the answer you promised"),
    Intent.NO_ANSWER_YET: N_("Say that there is no answer yet"),
    Intent.CHECK_BACK: N_("Ask how it went"),
    Intent.UPDATE_OTHERS: N_("An update for everyone who saw it"),
}


def intent_title(intent: Intent) -> str:
    """Title a suggestion by what it is for."""
    return marked(_INTENT_TITLE[intent])


def reason_sentence(reason: ReasonCode) -> str:
    """Say in one sentence why this advice fits."""
    return marked(_SILENCE_REASONS.get(reason) or _OTHER_REASONS[reason])


_SILENCE_REASONS: Final = {
    ReasonCode.BAIT: N_("This one wants a reaction. Silence is the stronger answer."),
    ReasonCode.NOTHING_IN_IT: N_("There is no point in it to answer."),
    ReasonCode.ALREADY_ANSWERED: N_("You have answered this before. That answer still stands."),
    ReasonCode.TWO_ROUNDS: N_("You have had two turns. One more rarely helps."),
    ReasonCode.OTHERS_ANSWERED: N_("Others in the thread have answered well."),
    ReasonCode.SAFETY: N_("Replying is not safe here. Save it and tell someone."),
    ReasonCode.STORM: N_("Many at once. One statement does more than single replies."),
    ReasonCode.LATE_HOUR: N_("It can wait until you have slept."),
    ReasonCode.LOW_TODAY: N_("You noted a heavy day. It can wait."),
    ReasonCode.SPAM: N_("Advertising. Report it or leave it."),
    ReasonCode.CANNOT_JUDGE: N_("Not sure what this is. You decide."),
    ReasonCode.OLD: N_("Older than 30 days; the thread has moved on."),
    ReasonCode.AIMED_AT_YOU: N_("It is aimed at you, not at your work. You owe it no answer."),
    ReasonCode.YOUR_OWN_WORDS: N_("You wrote this one yourself."),
}


_OTHER_REASONS: Final = {
    ReasonCode.HAS_A_POINT: N_("It names something you can use. A short reply is enough."),
    ReasonCode.NEEDS_AN_ANSWER: N_("It asks something you can answer."),
    ReasonCode.WANTS_SOMETHING: N_("It asks for your time. You are free to say maybe or no."),
    ReasonCode.FACT_TO_CORRECT: N_(
        "It says that something is wrong. Check first, then credit or correct."
    ),
    ReasonCode.COST_SOMEONE_SOMETHING: N_(
        "It cost someone something. Acknowledge it here, solve it in private."
    ),
    ReasonCode.FACTS_MISSING: N_(
        "You do not have all the facts yet. Say that you have seen it, and take the time you need."
    ),
    ReasonCode.CLAIM_TO_CHECK: N_(
        "It is a serious claim. Document it and check before you say more."
    ),
    ReasonCode.OTHER_VIEW: N_("It is another view, said calmly. Say yours once, or leave it."),
    ReasonCode.LET_DOWN: N_(
        "Someone who liked your work is let down. Hearing them matters more than arguing."
    ),
    ReasonCode.KIND_WORDS: N_("Kind words. A reply is welcome, not needed."),
    ReasonCode.OWN_STORY: N_(
        "Someone shares something of their own. A slow, short thank you is enough."
    ),
    ReasonCode.BOUNDARY: N_(
        "It asks for more closeness than you can give. One kind limit is enough."
    ),
    ReasonCode.SOMEONE_IN_DISTRESS: N_(
        "There are steps you can take, and you do not have to carry it alone."
    ),
    ReasonCode.VIEWERS_HURT: N_(
        "Others are arguing with each other. You do not have to take a side."
    ),
    ReasonCode.HEAVY_MOMENT: N_("This can wait. A pause first, then it reads differently."),
    ReasonCode.UNWANTED_CONTACT: N_(
        "They keep writing although it is unwelcome. Asking once to stop can matter for a report."
    ),
    ReasonCode.NOT_SURE: N_(
        "Not sure what this one is. Pick the kind that fits and the advice follows."
    ),
    ReasonCode.OTHER_LANGUAGE: N_(
        "The app does not write in this language. The advice holds, the words are yours."
    ),
}


_ACTION_STEP: Final = {
    Action.SAVE_EVIDENCE: N_("Save it as evidence: a screenshot with the link and the time"),
    Action.TELL_SOMEONE: N_("Tell someone you trust"),
    Action.REPORT: N_("Report it where it was written"),
    Action.POLICE_INFO: N_(
        "If you feel unsafe, contact the police; in an emergency, call the emergency number"
    ),
    Action.BLOCK: N_("Block the account, after the evidence is saved"),
    Action.MUTE: N_("Mute the account"),
    Action.SECURITY_CHECKLIST: N_(
        "Check who can see your address, your signed-in devices and your recovery mail"
    ),
    Action.SUPPORT_CARD: N_("Look at your own support contacts"),
    Action.CARE_STEPS: N_(
        "If someone is in immediate danger, the emergency number comes first. "
        "Most platforms have a report for self-harm"
    ),
    Action.HELP_DIRECTORIES: N_(
        "Point them to a line where they live: findahelpline.com, befrienders.org and iasp.info "
        "list them by country"
    ),
    Action.ADD_ACTION_ITEM: N_("Write the point down as something to do"),
    Action.FOLLOW_UP: N_("Pick a day to come back to them"),
    Action.UPDATE_OTHERS: N_("Post an update for those who saw it"),
    Action.PRIVATE_MESSAGE: N_("Continue in private"),
    Action.CORRECTION_NOTE: N_("Add a correction where the mistake is"),
    Action.PIN: N_("Pin the correction"),
    Action.LOCK_THREAD: N_("Close the thread for a while"),
    Action.SLOW_MODE: N_("Turn on slow mode"),
    Action.ADD_TO_IDEAS: N_("Keep it among your ideas"),
    Action.ADD_TO_FAQ: N_("Answer it once where everyone finds it"),
    Action.KEEP_ON_SHELF: N_("Keep these kind words"),
    Action.DOCUMENT: N_("Write down what was said, when and where"),
    Action.STORM_CARD: N_("Open the plan for hard days"),
    Action.SNOOZE: N_("Come back to it later"),
    Action.TAKE_BREAK: N_("Take a break yourself"),
    Action.TRUSTED_READER: N_("Let someone you trust read it first"),
    Action.PICK_KIND: N_("Pick the kind that fits"),
    Action.MARK_DONE: N_("Mark it done"),
}


def action_step(action: Action) -> str:
    """Word one step beside or instead of a reply."""
    return marked(_ACTION_STEP[action])


_CHIP_LABEL: Final = {
    Chip.GOT_IT_WRONG: N_("I got it wrong"),
    Chip.PARTLY_WRONG: N_("Partly"),
    Chip.SEE_IT_DIFFERENTLY: N_("I see it differently"),
    Chip.MY_CHOICE: N_("It was a choice"),
    Chip.NOT_SURE_YET: N_("Not sure yet"),
    Chip.WILL_CHANGE: N_("Will change"),
    Chip.ALREADY_FIXED: N_("Already fixed"),
    Chip.WONT_CHANGE: N_("Won’t change"),
    Chip.AGREE_ON: N_("We agree on…"),
    Chip.ANSWER: N_("My answer…"),
    Chip.BECAUSE: N_("Why it happened…"),
    Chip.WHEN: N_("When…"),
    Chip.WHAT: N_("What…"),
    Chip.WHERE: N_("Where…"),
    Chip.POINTER: N_("Where to find it…"),
    Chip.OFFER: N_("Offer…"),
    Chip.OUTCOME: N_("How it ended…"),
    Chip.MAYBE: N_("Maybe"),
    Chip.NO: N_("No"),
    Chip.CREDIT_THEM: N_("Credit them"),
    Chip.LATE: N_("I was slow"),
    Chip.BOUNDARY: N_("I keep a distance"),
}


def chip_label(chip: Chip) -> str:
    """Label a fact only the creator can tick."""
    return marked(_CHIP_LABEL[chip])


def audience_line(audience: Audience) -> str:
    """Say who can read a text once it is pasted."""
    match audience:
        case Audience.PUBLIC:
            return _("Public: everyone can read this")
        case Audience.PRIVATE:
            return _("Private: between you and this person")
        case _ as never:
            assert_never(never)


def tone_name(tone: Tone) -> str:
    """Name a voice."""
    match tone:
        case Tone.WARM:
            return _("Warm")
        case Tone.PLAIN:
            return _("Plain")
        case Tone.BRIEF:
            return _("Brief")
        case _ as never:
            assert_never(never)


_POSITIVE_WORD: Final = {
    "names_the_topic": N_("names the topic"),
    "short": N_("short"),
    "asks": N_("asks"),
    "owns_it": N_("owns the mistake"),
    "hedges": N_("leaves room for another view"),
    "agrees_in_part": N_("finds common ground"),
}


def positive_word(code: str) -> str:
    """Word something good about a draft; unknown codes give nothing."""
    return marked(_POSITIVE_WORD.get(code, ""))


def findings_line(findings: Sequence[DraftFinding]) -> str:
    """Say how a draft reads: a line of words, never a score."""
    count = len(findings)
    if count == 0:
        return _("Nothing to look at.")
    if all(finding.level is FindingLevel.HINT for finding in findings):
        return ngettext("One small thing, if you like.", "A few small things, if you like.", count)
    if all(finding.rule == "private_data" for finding in findings):
        return _("There is something private in it.")
    if count == 1:
        return _("One phrase may sound defensive.")
    return _("A few phrases may sound defensive.")


def unseen_line(looked_at: int) -> str:
    """Say that only the beginning of a very long draft was looked at."""
    return _("The first {count} characters were looked at.").format(count=number(looked_at))
