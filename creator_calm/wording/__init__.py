"""Codes and enum members into sentences, for the window and the command line, in gettext."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from creator_calm.wording.catalogue import (
    LANGUAGES,
    N_,
    _,
    available_languages,
    language,
    listing,
    ngettext,
    number,
    pgettext,
    use_language,
)

if TYPE_CHECKING:
    from creator_calm.wording.changes import (
        change_sentence,
        found_sentence,
        notice_sentence,
        receipt_notes,
        receipt_sentence,
        redo_title,
        skip_sentence,
        undo_title,
        warn_sentence,
    )
    from creator_calm.wording.comments import (
        away_sort,
        away_summary,
        card_name,
        chip_word,
        kind_name,
        language_name,
        likes_words,
        meta_line,
        perspective_sentence,
        platform_name,
        resting_line,
        wants_line,
    )
    from creator_calm.wording.formats import format_how_to, format_title
    from creator_calm.wording.points import digest_lines, point_phrase, topic_phrase
    from creator_calm.wording.problems import problem_sentence
    from creator_calm.wording.reasons import evidence_sentence, reading_lines, why_line
    from creator_calm.wording.replies import (
        action_step,
        audience_line,
        chip_label,
        findings_line,
        intent_title,
        positive_word,
        reason_sentence,
        strategy_title,
        tone_name,
        unseen_line,
    )
    from creator_calm.wording.settings import (
        design_choice_line,
        section_name,
        setting_choice,
        setting_help,
        setting_label,
        unit_word,
    )
    from creator_calm.wording.times import age_words

__all__ = [
    "LANGUAGES",
    "N_",
    "_",
    "action_step",
    "age_words",
    "audience_line",
    "available_languages",
    "away_sort",
    "away_summary",
    "card_name",
    "change_sentence",
    "chip_label",
    "chip_word",
    "design_choice_line",
    "digest_lines",
    "evidence_sentence",
    "findings_line",
    "format_how_to",
    "format_title",
    "found_sentence",
    "intent_title",
    "kind_name",
    "language",
    "language_name",
    "likes_words",
    "listing",
    "meta_line",
    "ngettext",
    "notice_sentence",
    "number",
    "perspective_sentence",
    "pgettext",
    "platform_name",
    "point_phrase",
    "positive_word",
    "problem_sentence",
    "reading_lines",
    "reason_sentence",
    "receipt_notes",
    "receipt_sentence",
    "redo_title",
    "resting_line",
    "section_name",
    "setting_choice",
    "setting_help",
    "setting_label",
    "skip_sentence",
    "strategy_title",
    "tone_name",
    "topic_phrase",
    "undo_title",
    "unit_word",
    "unseen_line",
    "use_language",
    "wants_line",
    "warn_sentence",
    "why_line",
]

_BY_MODULE = {
    "changes": "change_sentence found_sentence notice_sentence receipt_notes receipt_sentence redo_title skip_sentence undo_title warn_sentence",
    "comments": "away_sort away_summary card_name chip_word kind_name language_name likes_words meta_line perspective_sentence platform_name resting_line wants_line",
    "formats": "format_how_to format_title",
    "points": "digest_lines point_phrase topic_phrase",
    "problems": "problem_sentence",
    "reasons": "evidence_sentence reading_lines why_line",
    "replies": "action_step audience_line chip_label findings_line intent_title positive_word reason_sentence strategy_title tone_name unseen_line",
    "settings": "design_choice_line section_name setting_choice setting_help setting_label unit_word",
    "times": "age_words",
}
_MODULES = {name: module for module, names in _BY_MODULE.items() for name in names.split()}


def __getattr__(name: str) -> object:
    # Sentences are imported when the first of their kind is needed: the window opens with `_` alone,
    # and all of them with what they word take as long as Qt itself.
    if name not in _MODULES:
        raise AttributeError(name)
    found: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
