"""Advice in words: intents, reasons, steps, facts to tick."""

from __future__ import annotations

from typing import assert_never

from creator_calm.domain.reply import Action, Audience, Chip, Intent, ReasonCode, Strategy, Tone
from creator_calm.wording.catalogue import _


def strategy_title(strategy: Strategy) -> str:
    """Name what the advice is, in a few words."""
    titles = {
        Strategy.SAFETY: _("Safety first, no reply"),
        Strategy.CARE: _("Someone may need care"),
        Strategy.NORM_NOTE: _("A word to the others"),
        Strategy.ACKNOWLEDGE_AND_ACT: _("Acknowledge and act"),
        Strategy.CORRECT: _("Check and correct"),
        Strategy.RESOLVE_COMPLAINT: _("Acknowledge, then solve in private"),
        Strategy.HOLD: _("A short reply now, the full one later"),
        Strategy.ANSWER: _("Answer"),
        Strategy.DISAGREE: _("Say how you see it, once"),
        Strategy.BOUNDARY: _("A kind limit, once"),
        Strategy.THANKS: _("Thank, if you like"),
        Strategy.SILENCE: _("Let it rest"),
        Strategy.STEP_BACK: _("Take care of yourself first"),
        Strategy.ASK_TO_STOP: _("Ask once to stop"),
    }
    return titles[strategy]


def intent_title(intent: Intent) -> str:
    """Title a suggestion by what it is for."""
    titles = {
        Intent.OWN_IT: _("Own it and fix it"),
        Intent.ACKNOWLEDGE: _("Acknowledge"),
        Intent.ASK: _("Ask what they meant"),
        Intent.HOLD: _("Say that you will look into it"),
        Intent.HOLD_WITH_DATE: _("Say when you will answer"),
        Intent.SEE_IT_DIFFERENTLY: _("Say how you see it"),
        Intent.CORRECT: _("Correct it"),
        Intent.CHECK_FIRST: _("Check first"),
        Intent.CREDIT: _("Credit them"),
        Intent.ACKNOWLEDGE_AND_PRIVATE: _("Acknowledge and move to private"),
        Intent.SOLUTION_PRIVATE: _("Offer a solution in private"),
        Intent.ANSWER: _("Answer"),
        Intent.POINT_TO: _("Point to where it is"),
        Intent.LATER: _("Answer later"),
        Intent.MAYBE: _("Maybe"),
        Intent.NO_KINDLY: _("Say no, kindly"),
        Intent.SPECIFIC_THANKS: _("Thank for something specific"),
        Intent.BRIEF_THANKS: _("A short thank you"),
        Intent.KIND_LIMIT: _("Set a kind limit"),
        Intent.REDIRECT: _("Point somewhere better"),
        Intent.NORM_EMPATHY: _("Remind of the person behind"),
        Intent.NORM_RULE: _("Name the rule of the place"),
    }
    return titles[intent]


def reason_sentence(reason: ReasonCode) -> str:
    """Say in one sentence why this advice fits."""
    return {**_silence_reasons(), **_other_reasons()}[reason]


def _silence_reasons() -> dict[ReasonCode, str]:
    return {
        ReasonCode.BAIT: _("This one wants a reaction. Silence is the stronger answer."),
        ReasonCode.NOTHING_IN_IT: _("There is no point in it to answer."),
        ReasonCode.ALREADY_ANSWERED: _("You have answered this before. That answer still stands."),
        ReasonCode.TWO_ROUNDS: _("You have had two turns. One more rarely helps."),
        ReasonCode.OTHERS_ANSWERED: _("Others in the thread have answered well."),
        ReasonCode.SAFETY: _("Replying is not safe here. Save it and tell someone."),
        ReasonCode.STORM: _("Many at once. One statement does more than single replies."),
        ReasonCode.LATE_HOUR: _("It can wait until you have slept."),
        ReasonCode.LOW_TODAY: _("You noted a heavy day. It can wait."),
        ReasonCode.SPAM: _("Advertising. Report it or leave it."),
        ReasonCode.CANNOT_JUDGE: _("Not sure what this is. You decide."),
        ReasonCode.OLD: _("Older than 30 days; the thread has moved on."),
        ReasonCode.AIMED_AT_YOU: _("It is aimed at you, not at your work. You owe it no answer."),
        ReasonCode.YOUR_OWN_WORDS: _("You wrote this one yourself."),
    }


def _other_reasons() -> dict[ReasonCode, str]:
    return {
        ReasonCode.HAS_A_POINT: _("It names something you can use. A short reply is enough."),
        ReasonCode.NEEDS_AN_ANSWER: _("It asks something you can answer."),
        ReasonCode.WANTS_SOMETHING: _("It asks for your time. You are free to say maybe or no."),
        ReasonCode.FACT_TO_CORRECT: _("It says that something is wrong. Check first, then credit or correct."),
        ReasonCode.COST_SOMEONE_SOMETHING: _("It cost someone something. Acknowledge it here, solve it in private."),
        ReasonCode.FACTS_MISSING: _("You do not have all the facts yet. Say that you have seen it, and take the time you need."),
        ReasonCode.CLAIM_TO_CHECK: _("It is a serious claim. Document it and check before you say more."),
        ReasonCode.OTHER_VIEW: _("It is another view, said calmly. Say yours once, or leave it."),
        ReasonCode.LET_DOWN: _("Someone who liked your work is let down. Hearing them matters more than arguing."),
        ReasonCode.KIND_WORDS: _("Kind words. A reply is welcome, not needed."),
        ReasonCode.OWN_STORY: _("Someone shares something of their own. A slow, short thank you is enough."),
        ReasonCode.BOUNDARY: _("It asks for more closeness than you can give. One kind limit is enough."),
        ReasonCode.SOMEONE_IN_DISTRESS: _("The person who wrote this may be having a hard time. There are steps you can take."),
        ReasonCode.VIEWERS_HURT: _("Others are arguing with each other. You do not have to take a side."),
        ReasonCode.HEAVY_MOMENT: _("This can wait. A pause first, then it reads differently."),
        ReasonCode.UNWANTED_CONTACT: _("They keep writing although it is unwelcome. Asking once to stop can matter for a report."),
        ReasonCode.NOT_SURE: _("Not sure what this one is. Pick the kind that fits and the advice follows."),
        ReasonCode.OTHER_LANGUAGE: _("The app does not write in this language. The advice holds, the words are yours."),
    }


def action_step(action: Action) -> str:
    """Word one step beside or instead of a reply."""
    steps = {
        Action.SAVE_EVIDENCE: _("Save it as evidence: a screenshot with the link and the time"),
        Action.TELL_SOMEONE: _("Tell someone you trust"),
        Action.REPORT: _("Report it where it was written"),
        Action.POLICE_INFO: _("If you feel unsafe, contact the police; in an emergency, call the emergency number"),
        Action.BLOCK: _("Block the account, after the evidence is saved"),
        Action.MUTE: _("Mute the account"),
        Action.SECURITY_CHECKLIST: _(
            "Check who can see your address, your signed-in devices and your recovery mail"
        ),
        Action.SUPPORT_CARD: _("Look at your own support contacts"),
        Action.CARE_STEPS: _(
            "If someone is in immediate danger, the emergency number comes first. "
            "Use the platform's report for self-harm. Then take a break yourself"
        ),
        Action.ADD_ACTION_ITEM: _("Write the point down as something to do"),
        Action.FOLLOW_UP: _("Pick a day to come back to them"),
        Action.UPDATE_OTHERS: _("Post an update for those who saw it"),
        Action.PRIVATE_MESSAGE: _("Continue in private"),
        Action.CORRECTION_NOTE: _("Add a correction where the mistake is"),
        Action.PIN: _("Pin the correction"),
        Action.LOCK_THREAD: _("Close the thread for a while"),
        Action.SLOW_MODE: _("Turn on slow mode"),
        Action.ADD_TO_IDEAS: _("Keep it among your ideas"),
        Action.ADD_TO_FAQ: _("Answer it once where everyone finds it"),
        Action.KEEP_ON_SHELF: _("Keep these kind words"),
        Action.DOCUMENT: _("Write down what was said, when and where"),
        Action.STORM_CARD: _("Open the plan for hard days"),
        Action.SNOOZE: _("Come back to it later"),
        Action.TAKE_BREAK: _("Take a break yourself"),
        Action.TRUSTED_READER: _("Let someone you trust read it first"),
        Action.PICK_KIND: _("Pick the kind that fits"),
        Action.MARK_DONE: _("Mark it done"),
    }
    return steps[action]


def chip_label(chip: Chip) -> str:
    """Label a fact only the creator can tick."""
    labels = {
        Chip.GOT_IT_WRONG: _("I got it wrong"),
        Chip.PARTLY_WRONG: _("Partly"),
        Chip.SEE_IT_DIFFERENTLY: _("I see it differently"),
        Chip.MY_CHOICE: _("It was a choice"),
        Chip.NOT_SURE_YET: _("Not sure yet"),
        Chip.WILL_CHANGE: _("Will change"),
        Chip.ALREADY_FIXED: _("Already fixed"),
        Chip.WONT_CHANGE: _("Won't change"),
        Chip.AGREE_ON: _("We agree on…"),
        Chip.ANSWER: _("My answer…"),
        Chip.BECAUSE: _("Why it happened…"),
        Chip.WHEN: _("When…"),
        Chip.WHAT: _("What…"),
        Chip.WHERE: _("Where…"),
        Chip.POINTER: _("See…"),
        Chip.OFFER: _("Offer…"),
        Chip.OUTCOME: _("How it ended…"),
        Chip.MAYBE: _("Maybe"),
        Chip.NO: _("No"),
        Chip.CREDIT_THEM: _("Credit them"),
        Chip.LATE: _("I was slow"),
    }
    return labels[chip]


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


def positive_word(code: str) -> str:
    """Word something good about a draft; unknown codes give nothing."""
    words = {
        "names_the_topic": _("names the topic"),
        "short": _("short"),
        "asks": _("asks"),
        "owns_it": _("owns the mistake"),
        "hedges": _("leaves room for another view"),
        "agrees_in_part": _("finds common ground"),
    }
    return words.get(code, "")


def findings_line(count: int) -> str:
    """Say how a draft reads: a line of words, never a score."""
    if count == 0:
        return _("Nothing to look at.")
    if count == 1:
        return _("One phrase may sound defensive.")
    return _("A few phrases may sound defensive.")
