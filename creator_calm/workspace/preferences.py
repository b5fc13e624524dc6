"""Settings: `look.*` in a file that can be read before the library is open, the rest in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Level, TriageContext
from creator_calm.domain.change import Area, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.settings import SETTINGS_BY_KEY
from creator_calm.language.clean import for_storage
from creator_calm.workspace.history import Step
from creator_calm.workspace.look_file import allowed, read_look, write_look
from creator_calm.workspace.rule_set import RuleSet
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.domain.change import Change
    from creator_calm.domain.settings import SettingValue
    from creator_calm.workspace.session import Session

_LOOK = "look."
_PUT_AWAY = "list.put_away"
_SURVIVES = "list.put_away_off_survives_restart"
_SHOWS_LISTS = Area.SETTINGS | Area.STATES


class Preferences:
    """Reads from memory, writes through; every change can be undone."""

    def __init__(self, session: Session, config: Path) -> None:
        self._session = session
        self._config = config
        self._look = read_look(config)
        self._rest = allowed(session.library.settings.all())
        self.rules = RuleSet.of(session.library)
        """The creator's own rules in force; only `own_rules` and `correcting` change them."""
        self.interface_language = "en"
        """The language the faces speak ("en", "sv"); they set it once they have found it out."""
        if not self._rest.get(_PUT_AWAY, True) and not self._rest.get(_SURVIVES, False):
            # Showing harsh ones ends with the session unless the creator said otherwise.
            del self._rest[_PUT_AWAY]
            with session.library.writing():
                session.library.settings.put(_PUT_AWAY, None)

    def get(self, key: str) -> SettingValue:
        """Return a setting, its default when it was never changed. Raises Problem SETTING_UNKNOWN."""
        if key not in SETTINGS_BY_KEY:
            raise Problem(ProblemCode.SETTING_UNKNOWN)
        held = self._look if key.startswith(_LOOK) else self._rest
        return held.get(key, SETTINGS_BY_KEY[key].default)

    def number(self, key: str) -> int:
        """Return a whole-number setting."""
        return int(self.get(key))

    def set(self, key: str, value: SettingValue) -> Change:
        """Change a setting.

        Raises Problem SETTING_UNKNOWN, SETTING_INVALID, CANNOT_WRITE, and those of `Setting.tidy`.
        """
        before = self.get(key)
        if isinstance(value, str):
            value = for_storage(value)
        setting = SETTINGS_BY_KEY[key]
        value = setting.tidy(value)
        if not setting.accepts(value):
            raise Problem(ProblemCode.SETTING_INVALID)
        if value == before:
            return nothing(Deed.SETTING_CHANGED)
        with self._session.library.writing():
            self._put(key, value)
        return self._session.done(
            Step(
                _SHOWS_LISTS if key == _PUT_AWAY else Area.SETTINGS,
                1,
                Deed.SETTING_CHANGED,
                lambda: self._put(key, before),
                lambda: self._put(key, value),
            )
        )

    def write(self, key: str, value: SettingValue) -> None:
        """Write a setting as a part of a larger step. Inside `writing`."""
        self._put(key, value)

    def _put(self, key: str, value: SettingValue) -> None:
        held = self._look if key.startswith(_LOOK) else self._rest
        if held is self._look:
            write_look(self._config, {**held, key: value})
        elif value == SETTINGS_BY_KEY[key].default:
            self._session.library.settings.put(key, None)
        else:
            self._session.library.settings.put(key, value)
        held[key] = value

    @property
    def keep_away(self) -> bool:
        """Say whether harsh ones are kept put away."""
        return bool(self.get(_PUT_AWAY))

    def triage_context(self) -> TriageContext:
        """Return what triage may know.

        It always judges as if harsh ones were put away: whether they are shown is a question of
        the list, so turning that off and on again needs no second judgement.
        """
        return TriageContext(
            level=Level(str(self.get("triage.level"))),
            keep_away=True,
            cannot_judge_away=bool(self.get("triage.cannot_judge_away")),
            creator_names=self._names("triage.creator_names") | self._names("triage.channel_names"),
            guest_names=self._names("triage.guest_names"),
            trusted_accounts=self.rules.trusted_accounts(),
            repeat_accounts=self._session.library.people.repeated(),
            interface_language=self.interface_language,
            own=self.rules.own(),
        )

    def _names(self, key: str) -> frozenset[str]:
        names = str(self.get(key)).replace("\n", ",").split(",")
        return frozenset(name.strip() for name in names if name.strip())
