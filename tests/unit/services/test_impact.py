"""The impact report: each of its figures recomputed from the rows, small groups hidden, nobody named unasked."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tn_desktop.exchange.export.impact import write_impact
from tn_desktop.model.messages import untranslated
from tn_desktop.model.small_numbers import HIDDEN
from tn_desktop.services import demo, impact, outsiders, records
from tn_desktop.services.impact import ImpactReport, Period, impact_report
from tn_desktop.services.reach import BASES
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

DAY = date(2026, 3, 18)
NOW = datetime(2026, 3, 18, 9, 0)  # noqa: DTZ001 - shown as it is
YEAR = Period("2026-01-01", "2026-12-31")
Rows = dict[str, list[dict[str, Any]]]
NAMES = (
    "sessions", "workshops", "attendance", "communities", "outputs", "solutions", "iterations", "reach", "needs",
    "decisions", "milestones", "quotations", "feedback", "surveys", "stakeholders",
)  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> tuple[Database, Rows]:
    """A made-up network with a removed workshop and an output, and all its rows."""
    db = Database.open(new_profile(tmp_path_factory.mktemp("impact")))
    demo.fill(db, 300, 60, 3, DAY)
    with db.write("spoil") as uow:
        workshops = records.listing(uow.connection, "workshops", limit=1000)[1]
        records.remove(uow, "workshops", records.id_of(uow.connection, "workshops", workshops[-1]["uid"]))
        records.remove(uow, "outputs", 1)
        records.add(uow, "quotations", {"text": "Gizli kalsın.", "year": 2026, "attribution": "Ayşe"})
    with db.read() as connection:
        return db, {name: records.listing(connection, name, limit=100_000)[1] for name in NAMES}


def made(db: Database, period: Period) -> ImpactReport:
    with db.read() as connection:
        return impact_report(connection, period, untranslated, NOW)


def table(report: ImpactReport, title: str) -> dict[Any, tuple[Any, ...]]:
    """The rows of a table by what they begin with; none where it was left out."""
    return {row[0]: row[1:] for one in report.tables if one.title == title for row in one.rows}


def inside(period: Period, day: str | None) -> bool:
    return bool(day) and (period.first or "0") <= day[:10] <= (period.last or "9") if day else not period.first


@pytest.mark.parametrize("period", [Period(), YEAR, Period("2025-09-01", "2026-02-28")], ids=["all", "year", "term"])
def test_each_figure_follows_from_the_rows(world: tuple[Database, Rows], period: Period) -> None:
    db, rows = world
    told = {name: values[0] for name, values in table(made(db, period), "Key figures").items()}
    workshops = {row["uid"]: row for row in rows["workshops"]}
    sessions = [row for row in rows["sessions"] if row["starts_at"] and inside(period, row["starts_at"])]
    held = [row for row in sessions if row["status"] == "held"]
    going = {row["uid"] for row in sessions if row["status"] != "cancelled"}
    present = {
        row["person"] for row in rows["attendance"] if row["session"] in going and row["status"] in ("present", "late")
    }
    starts: dict[str, str] = {}
    for row in rows["sessions"]:
        if row["starts_at"] and row["status"] != "cancelled":
            starts[row["workshop"]] = min(starts.get(row["workshop"], "9"), row["starts_at"])
    begun = [row for uid, row in workshops.items() if uid in starts and inside(period, starts[uid])]
    said = [row["teacher_led"] for row in begun if row["teacher_led"] is not None]
    raised = [row for row in rows["needs"] if inside(period, row["raised_at"])]
    expected = {
        "Different people who took part": len(present),
        "Workshops and other activities": len(begun),
        "Sessions held": len(held),
        "Provinces with activities": len({row["province"] or workshops[row["workshop"]]["province"] for row in held}),
        "Of those with a known lead, led by teachers": f"{round(100 * sum(said) / len(said))} %" if said else 0,
        "Active communities, on the day of this report": sum(row["status"] == "active" for row in rows["communities"]),
        "Needs raised": len(raised),
        "… of them addressed since": sum(row["status"] == "addressed" for row in raised),
        "Decisions of communities": sum(inside(period, row["date"]) for row in rows["decisions"]),
        "Solutions begun": sum(inside(period, row["started"]) for row in rows["solutions"]),
        "Rounds of solutions carried out": sum(inside(period, row["date"]) for row in rows["iterations"]),
        "Outputs published": sum(inside(period, row["date"]) for row in rows["outputs"]),
    }
    told.pop("People who went from participant to leader", None)  # recomputed in test_leaders.py
    assert told == {name: number for name, number in expected.items() if number}


def test_kinds_of_activities_and_stakeholders_are_counted_from_the_rows(world: tuple[Database, Rows]) -> None:
    db, rows = world
    report = made(db, Period())
    workshops = {row["uid"]: row for row in rows["workshops"]}
    held = Counter(workshops[row["workshop"]]["kind"] for row in rows["sessions"] if row["status"] == "held")
    assert sum(values[1] for values in table(report, "Activities by kind").values()) == held.total()
    assert table(report, "Activities by kind")["Talk"][1] == held["talk"]
    active = Counter(row["type"] for row in rows["stakeholders"] if row["status"] == "active")
    told = table(report, "Stakeholders, on the day of this report")
    assert (told["NGO"][0], sum(values[0] for values in told.values())) == (active["ngo"], active.total())


def test_reach_is_that_of_the_rows_and_bases_are_never_added_up(world: tuple[Database, Rows]) -> None:
    db, rows = world
    report = made(db, Period())
    outputs = {row["uid"]: row for row in rows["outputs"]}
    sums: Counter[tuple[str, str]] = Counter()
    for row in rows["reach"]:
        if row["output"] in outputs:
            sums[row["output"], row["basis"]] += row["number"]
    whole = tuple(sum(number for (_uid, one), number in sums.items() if one == basis) for basis in BASES)
    assert table(report, "People reached")["People reached by outputs"] == whole
    listed = [row for one in report.tables if one.title.startswith("Outputs, and") for row in one.rows]
    left = [(row["title"], *(sums[uid, basis] for basis in BASES)) for uid, row in outputs.items()]
    assert len(listed) == len(left)
    for title, _kind, _date, *shown in listed:
        # What is hidden is hidden; what is shown is the number of the rows.
        fitting = (
            one
            for one in left
            if one[0] == title
            and all(mark in (HIDDEN, number or "–") for mark, number in zip(shown, one[1:], strict=True))
        )
        left.remove(next(fitting))


def test_feedback_and_surveys_are_means_of_what_outsiders_may_see(world: tuple[Database, Rows]) -> None:
    db, rows = world
    report = made(db, Period())
    with db.read() as connection:
        hidden = {records.uid_of(connection, "sessions", key) for key in outsiders.hidden_sessions(connection)}
        gone = {records.uid_of(connection, "surveys", key) for key in outsiders.hidden_results(connection)}
    alive = {row["uid"] for row in rows["sessions"]}
    scores = [
        row["useful"]
        for row in rows["feedback"]
        if row["session"] in alive and row["session"] not in hidden and row["useful"] is not None
    ]
    useful = table(report, "Feedback of participants")["Useful for my teaching"]
    assert useful == (len(scores), f"{sum(scores) / len(scores):.2f} / 5")
    results = [
        row
        for row in rows["surveys"]
        if (row["indicator"], row["wave"]) == ("well_being", 1) and row["uid"] not in gone
    ]
    network = [row for row in results if not row["community"] and not row["workshop"]]
    own = network or [row for row in results if row["community"]] or results
    n = sum(row["n"] for row in own)
    mean = sum(float(row["mean"]) * row["n"] for row in own) / n
    assert table(report, "Surveys")["Well-being · wave 1"] == (n, f"{mean:.2f} / {own[0]['scale_max'] or 5}")


def test_only_who_may_be_quoted_is_and_only_days_of_the_period_are_told(world: tuple[Database, Rows]) -> None:
    db, rows = world
    quoted = table(made(db, Period()), "In their own words")
    assert set(quoted) == {row["text"] for row in rows["quotations"] if row["permission"]}
    assert "Gizli kalsın." not in quoted
    assert all(values[1] == 2026 for values in table(made(db, YEAR), "In their own words").values())
    told = {row["title"] for row in rows["milestones"] if row["kind"] != "figure" and inside(YEAR, row["date"])}
    listed = [row[1] for one in made(db, YEAR).tables if one.title == "Milestones and awards" for row in one.rows]
    assert set(listed) == told


def test_small_groups_and_what_gives_them_away_are_hidden(db: Database) -> None:
    with db.write("test") as uow:
        output = records.add(uow, "outputs", {"title": "Kılavuz"}).subject
        for place, number in (("TR-34", 3), ("TR-06", 40), ("TR-35", 60)):
            values = {"output": output, "number": number, "basis": "counted", "province": place, "date": "2026-03-01"}
            records.add(uow, "reach", values)
    report = made(db, Period())
    shown = {place: values[0] for place, values in table(report, "Reach by province").items()}
    # Were the three alone hidden, the total beside them would tell.
    assert [*shown.items()] == [("Ankara", "*"), ("İstanbul", "*"), ("İzmir", 60)]
    assert table(report, "People reached")["People reached by outputs"] == (0, 103, 0)
    with db.write("test") as uow:
        records.add(uow, "outputs", {"title": "Video"})
        for row in records.listing(uow.connection, "reach")[1]:
            if row["number"] != 3:
                records.remove(uow, "reach", records.id_of(uow.connection, "reach", row["uid"]))
    report = made(db, Period())
    assert table(report, "People reached")["People reached by outputs"] == (0, "*", 0)
    said = [value for one in report.tables for row in one.rows for value in row]
    assert 3 not in said


def test_people_who_took_part_are_hidden_where_they_are_few(db: Database) -> None:
    with db.write("test") as uow:
        workshop = records.add(uow, "workshops", {"title": "Altı Şapka", "province": "TR-76"}).subject
        session = records.add(
            uow, "sessions", {"workshop": workshop, "starts_at": "2026-03-01T10:00", "status": "held"}
        ).subject
        for name in ("Ali", "Can", "Naz"):
            person = records.add(uow, "people", {"given_name": name}).subject
            records.add(uow, "attendance", {"session": session, "person": person, "status": "present"})
    report = made(db, Period())
    assert table(report, "Key figures")["Different people who took part"] == ("*",)
    assert table(report, "People reached")["People reached by activities"] == ("*", 0, 0)
    said = [value for one in report.tables for row in one.rows for value in row]
    assert 3 not in said and not {"Ali", "Can", "Naz"} & set(map(str, said))


def test_of_an_empty_notebook_or_an_empty_year_it_says_so(db: Database, tmp_path: Path) -> None:
    report = made(db, YEAR)
    assert (report.tables, report.period) == ((), "01.01.2026 – 31.12.2026")
    write_impact(report, tmp_path / "rapor.xlsx", untranslated)
    import openpyxl

    (sheet,) = openpyxl.load_workbook(tmp_path / "rapor.xlsx").worksheets
    assert impact.NOTHING in [cell for row in sheet.iter_rows(values_only=True) for cell in row]


def test_numbers_of_the_workbook_are_numbers_though_some_are_hidden(tmp_path: Path) -> None:
    import openpyxl

    shown = impact.ReportTable(
        "Reach", ("What", "Named", "Year"), (("Ağ", 12_345, impact.Year(2026)), ("Okul", "*", None), ("Ev", "–", None))
    )
    report = impact.ImpactReport("Ağ", "", "2026", datetime(2027, 1, 5), (shown,))  # noqa: DTZ001 - shown as it is
    write_impact(report, tmp_path / "rapor.xlsx", untranslated)
    (_heads, row, hidden, none) = openpyxl.load_workbook(tmp_path / "rapor.xlsx").worksheets[1].iter_rows()
    assert [(cell.value, cell.number_format) for cell in row[1:]] == [(12_345, "#,##0"), (2026, "0")]
    assert (hidden[1].value, none[1].value) == ("*", "–")


def test_the_workbook_holds_each_table(world: tuple[Database, Rows], tmp_path: Path) -> None:
    import openpyxl

    report = made(world[0], Period())
    written = write_impact(report, tmp_path / "rapor.xlsx", untranslated)
    book = openpyxl.load_workbook(tmp_path / "rapor.xlsx")
    assert len(book.worksheets) == 1 + len(report.tables)
    assert written.rows == sum(len(one.rows) for one in report.tables)
    assert report.organisation in [row[1].value for row in book.worksheets[0].iter_rows(max_col=3)]
    for sheet, one in zip(book.worksheets[1:], report.tables, strict=True):
        rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
        assert rows[0] == one.headings and len(rows) == 1 + len(one.rows)
