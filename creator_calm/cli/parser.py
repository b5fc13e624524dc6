"""The arguments of `creator-calm`, as cli.md describes them. Texts are translated at use."""

from __future__ import annotations

import argparse
import codecs
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from creator_calm.cli import usage_words
from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import ASKED_FOR, Role
from creator_calm.domain.reply import Chip, Tone
from creator_calm.wording import _

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name

COMMANDS = ("triage", "import", "reply", "check-draft", "formats", "export", "self-test")


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    usage_words.speak()
    parser = argparse.ArgumentParser(
        prog="creator-calm",
        allow_abbrev=False,
        description=_(
            "Read comments without being hurt by them. Nothing ever leaves this computer."
        ),
        epilog=_("Without a command, and on a machine with a screen, the window opens."),
    )
    parser.add_argument("--version", action="store_true", help=_("show the versions and stop"))
    _common(parser, default=None)
    parser.add_argument(
        "--no-window",
        action="store_true",
        help=_("do the job in the terminal and write report.html"),
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    _triage(commands)
    _import(commands)
    _reply(commands)
    _check_draft(commands)
    _others(commands)
    return parser


def _common(parser: argparse.ArgumentParser, default: object) -> None:
    """Add what stands before or after the command alike."""
    parser.add_argument(
        "--data-dir",
        type=_folder,
        metavar="DIR",
        default=default,
        help=_("keep the library in this folder"),
    )
    parser.add_argument(
        "--language", choices=("en", "sv"), default=default, help=_("language of the program")
    )
    parser.add_argument(
        "--debug",
        action="store_true",
        default=default or False,
        help=_("show where an unexpected fault happened"),
    )


def _name(given: str) -> str:
    """Refuse an empty word, such as that of a variable nobody set, as wrong usage."""
    if not given:
        raise argparse.ArgumentTypeError(_("an empty name"))
    return given


def _folder(given: str) -> Path:
    return Path(_name(given))


def _limit(given: str) -> int:
    if not given.isdecimal() or int(given[:18]) < 1:
        raise argparse.ArgumentTypeError(_("a whole number from 1 is needed"))
    return int(given[:18])


def _command(commands: _Commands, name: str, text: str) -> argparse.ArgumentParser:
    one = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    # SUPPRESS: an option left out after the command must not undo the same one before it.
    _common(one, default=argparse.SUPPRESS)
    return one


def _triage(commands: _Commands) -> None:
    one = _command(commands, "triage", _("judge the comments of a file and keep nothing"))
    one.add_argument(
        "file", nargs="?", type=_name, metavar="FILE", help=_("a file, or - for standard input")
    )
    one.add_argument("--as", dest="format", metavar="FORMAT", help=_("read as this format"))
    one.add_argument("--json", action="store_true", help=_("print JSON Lines"))
    one.add_argument(
        "--with-text", action="store_true", help=_("also print the words of put-away comments")
    )
    one.add_argument("--report", type=Path, metavar="OUT.html", help=_("write an HTML report"))
    one.add_argument("--limit", type=_limit, metavar="N", help=_("stop after N comments"))
    one.add_argument(
        "--list-kinds", action="store_true", help=_("list the kinds, lanes and facets")
    )


def _import(commands: _Commands) -> None:
    one = _command(commands, "import", _("bring comments into the library"))
    one.add_argument(
        "files", nargs="+", type=_name, metavar="FILE", help=_("a file, or - for standard input")
    )
    one.add_argument("--as", dest="format", metavar="FORMAT", help=_("read as this format"))
    one.add_argument(
        "--dry-run", action="store_true", help=_("account for the file and keep nothing")
    )
    one.add_argument("--json", action="store_true", help=_("print JSON Lines"))
    _corrections(one)


def _corrections(one: argparse.ArgumentParser) -> None:
    """Add what the preview of the window lets a creator correct."""
    group = one.add_argument_group(_("corrections of what was guessed"))
    group.add_argument("--format", dest="format", metavar="FORMAT", help=_("same as --as"))
    group.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help=_("how letters are written, such as cp1252"),
    )
    group.add_argument(
        "--column", action="append", type=_column, default=[], metavar="ROLE=N",
        help=_("read column N (from 1) as {roles}").format(
            roles=", ".join(role.value for role in Role if role is not Role.IGNORE)
        ),
    )  # fmt: skip
    _corrected_dates(group)
    group.add_argument(
        "--platform", choices=[platform.value for platform in Platform],
        help=_("where the comments were written"),
    )  # fmt: skip
    group.add_argument(
        "--with", dest="brought", action="append", default=[],
        choices=[reason.value for reason in ASKED_FOR],
        help=_("also bring in what is left out otherwise"),
    )  # fmt: skip
    group.add_argument(
        "--part", dest="parts", action="append", type=_name, metavar="NAME",
        help=_("read this sheet, chat or member of an archive"),
    )  # fmt: skip


def _corrected_dates(group: argparse._ArgumentGroup) -> None:
    dates = group.add_mutually_exclusive_group()
    dates.add_argument(
        "--day-first", dest="day_first", action="store_true", default=None,
        help=_("05/11 is the fifth of November"),
    )  # fmt: skip
    dates.add_argument(
        "--month-first", dest="day_first", action="store_false",
        help=_("05/11 is the eleventh of May"),
    )  # fmt: skip
    group.add_argument(
        "--utc-offset", type=_offset, metavar="+HH:MM",
        help=_("the zone of times that name none"),
    )  # fmt: skip
    group.add_argument(
        "--made-on", type=_day, metavar="YYYY-MM-DD",
        help=_("the day “2 days ago” counts from"),
    )  # fmt: skip


def _encoding(given: str) -> str:
    try:
        b"a\0\0\0".decode(_name(given))  # refuses those that make no text, such as rot13
        return codecs.lookup(given).name
    except UnicodeDecodeError:
        return codecs.lookup(given).name
    except (LookupError, ValueError):
        raise argparse.ArgumentTypeError(_("no such encoding is known")) from None


def _column(given: str) -> tuple[Role, int]:
    role, _equals, number = given.partition("=")
    if role not in {one.value for one in Role} or not number.isdecimal() or not int(number[:6]) > 0:
        raise argparse.ArgumentTypeError(_("a column is named like text=3"))
    return Role(role), int(number[:6]) - 1


def _offset(given: str) -> int:
    found = re.fullmatch(r"([+-])([01]?\d):?([0-5]\d)", given)
    if found is None:
        raise argparse.ArgumentTypeError(_("an offset is written like +02:00"))
    sign, hours, minutes = found.groups()
    return int(f"{sign}1") * (int(hours) * 60 + int(minutes))


def _day(given: str) -> datetime:
    try:
        return datetime.strptime(given, "%Y-%m-%d").replace(hour=12, tzinfo=UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(_("a day is written like 2026-05-20")) from None


def _reply(commands: _Commands) -> None:
    one = _command(commands, "reply", _("what to do about one comment on standard input"))
    one.add_argument("--json", action="store_true", help=_("print JSON"))
    one.add_argument(
        "--platform", choices=[platform.value for platform in Platform], default="other"
    )
    one.add_argument(
        "--fact", action="append", default=[], metavar="CODE[=TEXT]",
        help=_("a fact you tick: {codes}").format(codes=", ".join(chip.value for chip in Chip)),
    )  # fmt: skip
    one.add_argument("--tone", choices=[tone.value for tone in Tone], default="plain")
    one.add_argument("--reply-language", choices=("en", "sv"))


def _check_draft(commands: _Commands) -> None:
    one = _command(commands, "check-draft", _("look at a draft on standard input"))
    one.add_argument("--json", action="store_true", help=_("print JSON"))
    one.add_argument("--to", metavar="KIND", help=_("the kind of comment it answers"))
    one.add_argument("--draft-language", choices=("en", "sv"))


def _others(commands: _Commands) -> None:
    formats = _command(commands, "formats", _("list what can be brought in, and how to get it"))
    formats.add_argument("--json", action="store_true", help=_("print JSON Lines"))
    export = _command(commands, "export", _("write the library to a JSON or CSV file"))
    export.add_argument("out", type=Path, metavar="OUT.json|OUT.csv")
    export.add_argument(
        "--with-text", action="store_true", help=_("also write the words of put-away comments")
    )
    _command(commands, "self-test", _("check that this installation works"))
