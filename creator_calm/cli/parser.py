"""The arguments of `creator-calm`, as cli.md describes them. Texts are translated at use."""

from __future__ import annotations

import argparse
from pathlib import Path

from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import Chip, Tone
from creator_calm.wording import _

COMMANDS = ("triage", "import", "reply", "check-draft", "formats", "export", "self-test")


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="creator-calm",
        description=_("Read comments without being hurt by them. Nothing ever leaves this computer."),
        epilog=_("Without a command, and on a machine with a screen, the window opens."),
    )
    parser.add_argument("--version", action="store_true", help=_("show the versions and stop"))
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help=_("keep the library in this folder"))
    parser.add_argument("--language", choices=("en", "sv"), help=_("language of the program"))
    parser.add_argument("--debug", action="store_true", help=_("show where an unexpected fault happened"))
    parser.add_argument("--no-window", action="store_true", help=_("do the job in the terminal and write report.html"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    _triage(commands)
    _import(commands)
    _reply(commands)
    _check_draft(commands)
    _others(commands)
    return parser


def _triage(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = commands.add_parser("triage", help=_("judge the comments of a file and keep nothing"))
    one.add_argument("file", nargs="?", metavar="FILE", help=_("a file, or - for standard input"))
    one.add_argument("--as", dest="format", metavar="FORMAT", help=_("read as this format"))
    one.add_argument("--json", action="store_true", help=_("print JSON Lines"))
    one.add_argument("--with-text", action="store_true", help=_("also print the words of put-away comments"))
    one.add_argument("--report", type=Path, metavar="OUT.html", help=_("write an HTML report"))
    one.add_argument("--limit", type=int, metavar="N", help=_("stop after N comments"))
    one.add_argument("--list-kinds", action="store_true", help=_("list the kinds, lanes and facets"))


def _import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = commands.add_parser("import", help=_("bring comments into the library"))
    one.add_argument("files", nargs="+", metavar="FILE", help=_("a file, or - for standard input"))
    one.add_argument("--as", dest="format", metavar="FORMAT", help=_("read as this format"))
    one.add_argument("--dry-run", action="store_true", help=_("account for the file and keep nothing"))
    one.add_argument("--json", action="store_true", help=_("print JSON Lines"))


def _reply(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = commands.add_parser("reply", help=_("what to do about one comment on standard input"))
    one.add_argument("--json", action="store_true", help=_("print JSON"))
    one.add_argument("--platform", choices=[platform.value for platform in Platform], default="other")
    one.add_argument(
        "--fact", action="append", default=[], metavar="CODE[=TEXT]",
        help=_("a fact you tick: {codes}").format(codes=", ".join(chip.value for chip in Chip)),
    )  # fmt: skip
    one.add_argument("--tone", choices=[tone.value for tone in Tone], default="plain")
    one.add_argument("--reply-language", choices=("en", "sv"))


def _check_draft(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = commands.add_parser("check-draft", help=_("look at a draft on standard input"))
    one.add_argument("--json", action="store_true", help=_("print JSON"))
    one.add_argument("--to", metavar="KIND", help=_("the kind of comment it answers"))
    one.add_argument("--draft-language", choices=("en", "sv"))


def _others(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    formats = commands.add_parser("formats", help=_("list what can be brought in, and how to get it"))
    formats.add_argument("--json", action="store_true", help=_("print JSON Lines"))
    export = commands.add_parser("export", help=_("write the library to a JSON or CSV file"))
    export.add_argument("out", type=Path, metavar="OUT.json|OUT.csv")
    export.add_argument("--with-text", action="store_true", help=_("also write the words of put-away comments"))
    commands.add_parser("self-test", help=_("check that this installation works"))
