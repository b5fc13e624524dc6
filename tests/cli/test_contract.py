"""The fields and figures other programs read, one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from creator_calm.domain.assessment import Confidence, Facet, Kind, Lane
from creator_calm.domain.intake import SkipReason
from tests.cli.running import run

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
CANARY = "zorkblat"
RECORDS: tuple[dict[str, object], ...] = (
    {"id": "a1", "author": "Ann", "text": "Thank you so much, this helped me!", "likes": 3},
    {"id": "a2", "author": "Bo", "text": f"you're such a pathetic {CANARY} loser"},
    {"id": 3, "author": "Cy", "text": "What brush do you use?", "parent_id": "a1"},
    {"author": "Di", "text": "Vilket bra slut på videon!", "published_at": "2026-01-03T10:00:00Z"},
    {"author": "Di", "text": ""},
)
FIELDS = {
    "row", "id", "author", "language", "kind", "facets", "lane", "severity", "harshness", "confidence",
    "put_away", "evidence", "about", "strategy",
}  # fmt: skip
RECEIPT = {
    "source", "format", "encoding", "read", "new", "duplicates", "skipped", "comments", "replies", "own",
    "missing_replies", "first", "last", "warnings", "problem", "platform", "delimiter", "stopped_at",
    "repaired", "columns_not_used", "left_out", "dates",
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path, home: Path) -> str:
    """Five records, one of them empty."""
    path = tmp_path / "comments.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in RECORDS), encoding="utf-8")
    return str(path)


def test_triage_gives_an_object_for_each_comment_in_order_and_a_summary(file: str) -> None:
    said = run("triage", file, "--json")
    *comments, last = said.lines
    assert said.code == 0
    assert said.err == ""
    assert [one["row"] for one in comments] == [1, 2, 3, 4]
    assert [one["id"] for one in comments] == ["a1", "a2", "3", None]
    assert [one["language"] for one in comments] == ["en", "en", "en", "sv"]
    for one in comments:
        assert one.keys() - {"text"} == FIELDS
        assert one["kind"] in {kind.value for kind in Kind}
        assert one["lane"] in {lane.value for lane in Lane}
        assert set(one["facets"]) <= {facet.value for facet in Facet}
        assert one["confidence"] in {word.value for word in Confidence}
        assert 0 <= one["harshness"] <= 1
    summary = last["summary"]
    assert summary["read"] == 5
    assert summary["read"] == sum(
        summary[part] for part in ("judged", "cannot_judge", "own", "skipped")
    )
    assert sum(summary["by_kind"].values()) == sum(summary["by_lane"].values()) == 4
    assert summary["put_away"] == 1
    assert summary["seconds"] > 0


def test_words_are_there_unless_put_away_and_evidence_counts_in_them(file: str) -> None:
    shown = run("triage", file, "--json").lines[:-1]
    texts = [record["text"] for record in RECORDS]
    assert [one.get("text") for one in shown] == [texts[0], None, *texts[2:4]]
    assert shown[1]["author"] is None
    whole = run("triage", file, "--json", "--with-text").lines[1]
    assert whole["text"] == texts[1]
    assert whole["author"] == "Bo"
    found = [whole["text"][one["start"] : one["end"]] for one in whole["evidence"]]
    assert any("pathetic" in words for words in found)


@pytest.mark.parametrize("more", [(), ("--json",), ("--language", "sv")])
def test_put_away_words_are_in_no_output(file: str, tmp_path: Path, more: tuple[str, ...]) -> None:
    report = tmp_path / "out.html"
    said = run("triage", file, "--report", str(report), *more)
    assert said.code == 0
    assert CANARY not in said.out + said.err + report.read_text(encoding="utf-8")
    assert "\x1b" not in said.out  # nothing but text for a file, whatever NO_COLOR says


def test_report_is_one_closed_page_of_the_owners(file: str, tmp_path: Path) -> None:
    report = tmp_path / "out.html"
    run("triage", file, "--report", str(report))
    page = report.read_text(encoding="utf-8")
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not any(word in page.lower() for word in ("<script", "href=", "src="))
    assert report.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"comments.jsonl", "home", "out.html"}


def test_standard_input_is_read_like_a_file_and_a_limit_stops(file: str) -> None:
    said = run("triage", "-", "--json", "--limit", "2", given=Path(file).read_bytes())
    assert [one.get("id") for one in said.lines] == ["a1", "a2", None]
    assert said.lines[-1]["summary"]["read"] == 2
    pasted = run("triage", "-", "--json", given="First one, thanks!\n\nSecond one, thanks!\n")
    assert [one["row"] for one in pasted.lines[:-1]] == [1, 3]


def test_the_codes_are_listed(home: Path) -> None:
    (codes,) = run("triage", "--list-kinds", "--json").lines
    assert codes["kinds"] == [kind.value for kind in Kind]
    assert codes["lanes"] == [lane.value for lane in Lane]
    assert codes["facets"] == [facet.value for facet in Facet]
    assert "self_harm_urging" in run("triage", "--list-kinds").out
    assert not list(home.iterdir())


def test_import_accounts_for_every_record(file: str, home: Path) -> None:
    dry, first, second = (
        run("import", file, "--json", *more).lines[0] for more in (("--dry-run",), (), ())
    )
    for one in (dry, first, second):
        assert one.keys() >= RECEIPT
        assert one["read"] == one["new"] + one["duplicates"] + len(one["skipped"]) == 5
        assert one["comments"] + one["replies"] == one["new"]
        assert one["skipped"] == [{"row": 5, "reason": SkipReason.EMPTY.value}]
        assert sum(one["dates"].values()) == one["new"]
        assert (one["source"], one["format"], one["problem"]) == ("comments.jsonl", "jsonl", None)
    assert (dry["new"], first["new"], second["new"]) == (4, 4, 0)
    assert (second["duplicates"], first["replies"]) == (4, 1)
    assert first["first"] == first["last"] == "2026-01-03T10:00:00Z"
    assert CANARY not in json.dumps([dry, first, second])


def test_files_that_overlap_count_each_comment_once(tmp_path: Path, home: Path) -> None:
    rows = [f"Ann,Thank you for part {number},c{number}\n" for number in range(7)]
    paths = [tmp_path / name for name in ("old.csv", "new.csv", "again.csv")]
    for path, part in zip(paths, (rows[:5], rows[3:], rows[:1]), strict=True):
        path.write_text("author,comment,comment_id\n" + "".join(part), encoding="utf-8")
    names = [str(path) for path in paths]
    dry, real = (
        [(one["new"], one["duplicates"]) for one in run("import", *names, "--json", *more).lines]
        for more in (("--dry-run",), ())
    )
    assert dry == real == [(5, 0), (2, 2), (0, 1)]


def test_a_dry_run_leaves_nothing(file: str, home: Path) -> None:
    run("import", file, "--dry-run")
    assert not list(home.iterdir())


def test_a_refused_source_has_every_field_and_the_others_come_in(file: str, home: Path) -> None:
    said = run("import", "--json", "/no/such.csv", file)
    refused, fine = said.lines
    assert said.code == 1
    assert "such.csv" in said.sentence
    assert refused.keys() == fine.keys()
    assert (refused["source"], refused["problem"]) == ("such.csv", "file_missing")
    assert refused["read"] == refused["new"] == 0
    assert fine["new"] == 4


def test_reply_gives_a_plan(home: Path) -> None:
    comment = "The music is too loud at 3:20, I could not hear you."
    (plan,) = run("reply", "--json", "--fact", "got_it_wrong", given=comment).lines
    assert plan.keys() == {
        "assessment", "strategy", "reason_code", "reason", "public", "suggestions", "actions",
    }  # fmt: skip
    assert plan["assessment"].keys() == {"kind", "lane", "put_away", "severity", "language"}
    assert plan["public"] is True
    assert 1 <= len(plan["suggestions"]) <= 3
    for one in plan["suggestions"]:
        assert one.keys() == {"text", "language", "intent", "tone", "audience", "moves", "facts"}
        assert "{" not in one["text"]
    assert len({one["intent"] for one in plan["suggestions"]}) == len(plan["suggestions"])
    assert any("got_it_wrong" in one["facts"] for one in plan["suggestions"])
    assert not list(home.iterdir())


def test_a_threat_gets_steps_and_no_public_text() -> None:
    (plan,) = run("reply", "--json", given="I know where you live and I'm coming for you").lines
    assert plan["assessment"]["kind"] == "threat"
    assert plan["public"] is False
    assert plan["suggestions"] == []
    assert plan["actions"]
    assert plan["reason"]


def test_check_draft_points_at_the_words() -> None:
    draft = "You always ruin everything. Thank you for telling me about the sound."
    (report,) = run("check-draft", "--json", given=draft + "\n").lines
    assert report.keys() == {"findings", "positives"}
    assert report["findings"]
    for one in report["findings"]:
        assert one.keys() == {"start", "end", "rule", "level", "message", "suggestion"}
        assert 0 <= one["start"] < one["end"] <= len(draft)
    assert any(draft[one["start"] : one["end"]].startswith("You") for one in report["findings"])


def test_check_draft_says_what_it_saw_in_words_and_how_far_it_read() -> None:
    said = run("check-draft", "--language", "sv", given="It was obviously late.\n").out
    assert "“obviously”: Stryk det, meningen håller ändå." in said
    long = "The music is lower now. " * 400
    said = run("check-draft", given=long).out
    assert "The first 4,000 characters were looked at." in said
    (report,) = run("check-draft", "--json", given=long).lines
    assert report.keys() == {"findings", "positives"}


def test_check_draft_goes_by_the_kind_and_the_language_given() -> None:
    def rules(*arguments: str, given: str) -> list[str]:
        (report,) = run("check-draft", "--json", *arguments, given=given).lines
        return [one["rule"] for one in report["findings"]]

    assert rules("--to", "complaint", given="Noted.") == ["vague"]
    assert rules("--to", "praise", given="Noted.") == []
    assert rules("--draft-language", "sv", given="Trams.") == ["contempt"]
    assert rules("--draft-language", "en", given="Trams.") == []


def test_formats_are_listed_with_how_to_get_them() -> None:
    listed = run("formats", "--json").lines
    assert {"table", "json", "jsonl", "lines"} <= {one["name"] for one in listed}
    for one in listed:
        assert one["how_to"]
        assert one["mark"] in {"R", "S", "U"}
        assert isinstance(one["holds_own_words"], bool)
    text = run("formats").out
    assert all(one["name"] in text for one in listed)


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_export_masks_what_is_put_away(file: str, tmp_path: Path, ending: str) -> None:
    run("import", file)
    out = tmp_path / f"library.{ending}"
    assert run("export", str(out)).code == 0
    assert CANARY not in out.read_text(encoding="utf-8-sig")
    assert "What brush do you use?" in out.read_text(encoding="utf-8-sig")
    assert run("export", str(out), "--with-text").code == 0
    assert CANARY in out.read_text(encoding="utf-8-sig")
    assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("ending", ["json", "csv"])
@pytest.mark.parametrize(
    "form", ["steam_reviews", "wordpress", "telegram", "table", "tiktok_export"]
)
def test_what_went_out_comes_back_the_same(
    tmp_path: Path, home: Path, form: str, ending: str
) -> None:
    """Into the same library it adds nothing; into an empty one it brings what was in the first."""
    expected = json.loads((SAMPLES / form / "expected.json").read_text(encoding="utf-8"))
    assert run("import", str(SAMPLES / form / expected["file"])).code == 0
    first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
    assert run("export", str(first), "--with-text").code == 0
    (again,) = run("import", str(first), "--json").lines
    assert (again["format"], again["new"], again["skipped"]) == ("creator_calm", 0, [])
    other = ("--data-dir", str(tmp_path / "other"))
    assert run(*other, "import", str(first)).code == 0
    assert run(*other, "export", str(second), "--with-text").code == 0
    assert second.read_text(encoding="utf-8") == first.read_text(encoding="utf-8")


def test_version_and_help() -> None:
    said = run("--version")
    assert said.code == 0
    assert said.out.startswith("Creator Calm ")
    for command in ("triage", "import", "reply", "check-draft", "formats", "export", "self-test"):
        assert command in run("--help").out
        assert run(command, "--help").code == 0


def test_the_language_is_before_or_behind_the_command(file: str) -> None:
    before = run("--language", "sv", "triage", file)
    behind = run("triage", file, "--language=sv")
    assert before.out == behind.out
    assert "lästa" in before.out
    assert "användning:" in run("--language", "sv", "--help").out
    assert "usage:" in run("--help").out


def test_several_files_are_one_step(tmp_path: Path, home: Path) -> None:
    names = []
    for number in range(3):
        path = tmp_path / f"page{number}.jsonl"
        path.write_text(json.dumps({"id": f"n{number}", "text": "Thank you"}) + "\n", "utf-8")
        names.append(str(path))
    missing = str(tmp_path / "none.csv")
    said = run("import", *names, missing, "--json")
    assert said.code == 1
    assert "none.csv" in said.sentence
    assert [one["new"] for one in said.lines] == [1, 1, 1, 0]
    assert [one["problem"] for one in said.lines] == [None, None, None, "file_missing"]
    again = run("import", *names, "--json")
    assert [(one["new"], one["duplicates"]) for one in again.lines] == [(0, 1)] * 3


def test_what_was_guessed_can_be_corrected(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "table.csv"
    row = "Ann;Tack för hjälpen med lådan {n};03/04/25 10:00\n"
    rows = "who;what;when\n" + "".join(row.format(n=n) for n in range(4))
    path.write_bytes(rows.encode("cp1252"))
    corrections = (
        "--encoding", "cp1252", "--column", "text=2", "--column", "author=1", "--column", "date=3",
        "--month-first", "--utc-offset", "+02:00", "--platform", "tiktok", "--format", "table",
    )  # fmt: skip
    (one,) = run("import", str(path), "--dry-run", "--json", *corrections).lines
    assert (one["first"], one["platform"]) == ("2025-03-04T08:00:00Z", "tiktok")
    assert one["format"] == "table"


def test_columns_of_what_is_no_table_are_not_dropped_in_silence(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "tiny.csv"
    path.write_text("hello;nice video\nann;thank you\n", encoding="utf-8")
    column = ("--column", "text=2")
    said = run("import", str(path), "--dry-run", *column)
    assert said.code == 1
    assert "--format table" in said.sentence
    assert run("import", str(path), "--dry-run").code == 0, "without columns it is read as lines"
    (one,) = run("import", str(path), "--dry-run", "--json", *column, "--format", "table").lines
    assert (one["format"], one["new"]) == ("table", 2)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--encoding", "rot13"),
        ("--encoding", "nothing"),
        ("--column", "text"),
        ("--column", "text=0"),
        ("--utc-offset", "2"),
        ("--made-on", "yesterday"),
        ("--day-first", "--month-first"),
        ("--with", "empty"),
    ],
)
def test_a_correction_that_makes_no_sense_is_wrong_usage(file: str, wrong: tuple[str, ...]) -> None:
    assert run("import", file, "--dry-run", *wrong).code == 2
