"""The impact report: what the network did in a stretch of time and whom it reached, for funders and the public.

It leaves the office, so it names nobody but whoever agreed to be quoted, and shows no count of fewer than five people
nor one from which such a count would follow (model/small_numbers.py). People reached are said by the way their number
is known, activities and outputs apart, and never as one sum.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, select

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Decision, Need
from tn_desktop.model.entities.organisation import Milestone
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.solutions import Iteration, Output, Solution
from tn_desktop.model.entities.stakeholders import Stakeholder
from tn_desktop.model.entities.voices import Quotation
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.places import province_name
from tn_desktop.model.small_numbers import HIDDEN, guarded
from tn_desktop.model.vocabulary import ADDRESSED, CANCELLED, HELD, word
from tn_desktop.services import figures, impact_voices, leaders, organisation, reach
from tn_desktop.services.reach import BASES, Numbers, Part
from tn_desktop.store import twins

REPORT: Final = "report"
"""The translation context."""
MOST: Final = 60
"""Rows of a list of outputs, quotations or milestones."""
FIRST, LAST = "0000", "9999"
NOTE: Final = QT_TRANSLATE_NOOP(
    "report",
    "People are counted once in the whole, once in each year and once in each province. Those reached by activities "
    "and by outputs are not added up: whoever came may well have read. * stands for a group of fewer than five people, "
    "and for a number from which such a group could be computed.",
)
NOTHING: Final = QT_TRANSLATE_NOOP("report", "Nothing is recorded for these days yet.")
TITLE: Final = QT_TRANSLATE_NOOP("report", "Impact report")
ALL_TIME: Final = QT_TRANSLATE_NOOP("report", "All years")
_community, _workshop, _session = table_of(Community), table_of(Workshop), table_of(WorkshopSession)
_need, _decision, _milestone = table_of(Need), table_of(Decision), table_of(Milestone)
_solution, _iteration, _output = table_of(Solution), table_of(Iteration), table_of(Output)
_stakeholder, _quotation = table_of(Stakeholder), table_of(Quotation)


class Year(int):
    """A number that counts nothing: its thousands are not parted."""


Value = str | int | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A part of the report: its title, a heading for each column, the values as they are shown."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ImpactReport:
    """The report in the language it was asked in; empty tables are left out.

    Attributes:
        organisation, about: whose it is, and since when, with where it is found.
        period: its days in words.
    """

    organisation: str
    about: str
    period: str
    made_at: datetime
    tables: tuple[ReportTable, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """From day `first` to day `last`, ISO dates, both in it; "" for no bound."""

    first: str = ""
    last: str = ""

    def within(self, column: Any) -> list[ColumnElement[bool]]:
        """The conditions that a day or a moment lies in it."""
        bounds = [column >= self.first] if self.first else []
        # A moment is a date and a time: every time of the last day sorts before that day's name and a higher letter.
        return [*bounds, column < f"{self.last}U"] if self.last else bounds

    def in_words(self, say: Callable[[str], str]) -> str:
        """As people read it."""
        if not self.first and not self.last:
            return say(ALL_TIME)
        return " – ".join(day_text(day) if day else "…" for day in (self.first, self.last))


def impact_report(connection: Connection, period: Period, translate: Translate, now: datetime) -> ImpactReport:
    """The report of a period; it counts over all rows of it, so it belongs behind the window."""

    def say(text: str) -> str:
        return translate(REPORT, text)

    reached = reach.summary(connection, period.first, period.last)
    tables = (
        _reach(reached, say, translate),
        _figures(connection, period, reached, say, translate),
        _kinds(connection, period, say, translate),
        _parts(reached.years, say(QT_TRANSLATE_NOOP("report", "Reach by year")), lambda part: part.key, say, translate),
        _parts(reached.provinces, say(QT_TRANSLATE_NOOP("report", "Reach by province")), _place(say), say, translate),
        _outputs(connection, period, say, translate),
        impact_voices.feedback_table(connection, period.within, say, translate),
        impact_voices.survey_table(connection, period.within, say, translate),
        _supporters(connection, say, translate),
        _milestones(connection, period, say),
        _quotations(connection, period, say),
    )
    filled = tuple(ReportTable(*table) for table in tables if table[2])
    name, about = _heading(connection, say)
    return ImpactReport(name, about, period.in_words(say), now, filled)


def day_text(day: str) -> str:
    """An ISO day as it is printed."""
    return f"{day[8:10]}.{day[5:7]}.{day[:4]}" if len(day) >= 10 else day


Table = tuple[str, tuple[str, ...], tuple[Row, ...]]
Say = Callable[[str], str]


def _heading(connection: Connection, say: Say) -> tuple[str, str]:
    values = organisation.organisation_page(connection).values
    since = values.get("established")
    year = say(QT_TRANSLATE_NOOP("report", "Since {year}")).format(year=since) if since else ""
    parts = (year, values.get("web"), values.get("email"))
    return organisation.name_of(connection), " · ".join(str(part) for part in parts if part)


def _reach(reached: reach.ReachSummary, say: Say, translate: Translate) -> Table:
    """Whom activities and outputs reached, by the way the number is known."""
    rows: list[Row] = []
    for name, whole in (("reached_activities", reached.activities), ("reached_outputs", reached.outputs)):
        shown = _shown_bases(
            whole, [_of(part, name) for part in reached.years], [_of(p, name) for p in reached.provinces]
        )
        if whole:
            rows.append((_title(name, translate), *(shown[basis] for basis in BASES)))
    heads = tuple(word(vocabulary.REACH_BASIS, basis, translate) for basis in BASES)
    return say(QT_TRANSLATE_NOOP("report", "People reached")), (say(_WHAT), *heads), tuple(rows)


def _shown_bases(whole: Numbers, *parts: Sequence[Numbers]) -> dict[str, Value]:
    """The total of each basis: hidden where it is small, or where its parts would give a small one away."""
    shown: dict[str, Value] = {}
    for basis in BASES:
        total = getattr(whole, basis)
        gone = any(guarded([getattr(part, basis) for part in own]).total is None for own in (*parts, [whole]) if own)
        shown[basis] = HIDDEN if gone and total else total
    return shown


def _of(part: Part, name: str) -> Numbers:
    return part.activities if name == "reached_activities" else part.outputs


def _figures(
    connection: Connection, period: Period, reached: reach.ReachSummary, say: Say, translate: Translate
) -> Table:
    led = leaders.leading(connection, period.first or FIRST, period.last or LAST)
    held, place = _held(period), func.coalesce(_session.c.province, _workshop.c.province)
    people = guarded([reached.participants]).total
    percent = say(QT_TRANSLATE_NOOP("report", "{number} %"))
    share = None if led.share is None else percent.format(number=round(100 * led.share))

    def count(table: Any, *conditions: ColumnElement[bool]) -> int:
        here = (table.c.alive == 1, *twins.shown(table), *conditions)
        return _number(connection, select(func.count(table.c.id)).where(*here))

    said: list[tuple[str, Value]] = [
        (_title("participants", translate), HIDDEN if people is None else people),
        (say(QT_TRANSLATE_NOOP("report", "Workshops and other activities")), led.workshops),
        (_title("sessions", translate), _number(connection, select(func.count()).select_from(_JOINED).where(*held))),
        (
            _title("provinces", translate),
            _number(connection, select(func.count(place.distinct())).select_from(_JOINED).where(*held)),
        ),
        (say(QT_TRANSLATE_NOOP("report", "Of those with a known lead, led by teachers")), share),
        (
            say(QT_TRANSLATE_NOOP("report", "People who went from participant to leader")),
            _few(led.became_leaders, led.first_leaders),
        ),
        (
            say(QT_TRANSLATE_NOOP("report", "Active communities, on the day of this report")),
            count(_community, _community.c.status == "active"),
        ),
        (say(QT_TRANSLATE_NOOP("report", "Needs raised")), count(_need, *period.within(_need.c.raised_at))),
        (
            say(QT_TRANSLATE_NOOP("report", "… of them addressed since")),
            count(_need, *period.within(_need.c.raised_at), _need.c.status == ADDRESSED),
        ),
        (
            say(QT_TRANSLATE_NOOP("report", "Decisions of communities")),
            count(_decision, *period.within(_decision.c.date)),
        ),
        (say(QT_TRANSLATE_NOOP("report", "Solutions begun")), count(_solution, *period.within(_solution.c.started))),
        (
            say(QT_TRANSLATE_NOOP("report", "Rounds of solutions carried out")),
            count(_iteration, *period.within(_iteration.c.date)),
        ),
        (say(QT_TRANSLATE_NOOP("report", "Outputs published")), count(_output, *period.within(_output.c.date))),
    ]
    rows = tuple((name, value) for name, value in said if value)
    return say(QT_TRANSLATE_NOOP("report", "Key figures")), (say(_WHAT), say(_NUMBER)), rows


_WHAT: Final = QT_TRANSLATE_NOOP("report", "What")
_NUMBER: Final = QT_TRANSLATE_NOOP("report", "Number")
_JOINED: Final = _session.join(_workshop, _workshop.c.id == _session.c.workshop_id)


def _title(name: str, translate: Translate) -> str:
    return translate("figures", figures.TITLES[name])


def _few(count: int, of: int) -> Value:
    """A count of people among others: hidden where it, or the rest, is a small group."""
    return HIDDEN if guarded([count, of - count]).counts[0] is None else count


def _held(period: Period) -> tuple[ColumnElement[bool], ...]:
    """Sessions that were held in a period, each once."""
    return (
        _session.c.alive == 1,
        twins.is_shown(_session),
        _session.c.status == HELD,
        _workshop.c.alive + 0 == 1,
        *period.within(_session.c.starts_at),
    )


def _kinds(connection: Connection, period: Period, say: Say, translate: Translate) -> Table:
    """Activities that began and sessions that were held, by kind."""
    begun = (
        select(_workshop.c.kind, func.count())
        .where(
            _workshop.c.alive == 1,
            twins.is_shown(_workshop),
            _workshop.c.status != CANCELLED,
            _workshop.c.first_starts_at > "",
            *period.within(_workshop.c.first_starts_at),
        )
        .group_by(_workshop.c.kind)
    )
    held = select(_workshop.c.kind, func.count()).select_from(_JOINED).where(*_held(period)).group_by(_workshop.c.kind)
    workshops, sessions = (_by_kind(connection, statement) for statement in (begun, held))
    rows = tuple(
        (word(vocabulary.WORKSHOP_KIND, kind or None, translate) or "–", workshops.get(kind, 0), sessions.get(kind, 0))
        for kind in (*vocabulary.WORKSHOP_KIND, "")
        if kind in workshops or kind in sessions
    )
    heads = (QT_TRANSLATE_NOOP("report", "Kind"), QT_TRANSLATE_NOOP("report", "Begun"),
             QT_TRANSLATE_NOOP("report", "Sessions held"))  # fmt: skip
    return say(QT_TRANSLATE_NOOP("report", "Activities by kind")), tuple(map(say, heads)), rows


def _by_kind(connection: Connection, statement: Select[Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind, number in connection.execute(statement):
        found[kind or ""] = found.get(kind or "", 0) + int(number)
    return found


def _parts(parts: Sequence[Part], title: str, name: Callable[[Part], str], say: Say, translate: Translate) -> Table:
    """Reach by year or province: in each column small groups, and what would give them away, are hidden."""
    columns = []
    for what in ("reached_activities", "reached_outputs"):
        for basis in BASES:
            counts = [getattr(_of(part, what), basis) for part in parts]
            if any(counts):
                columns.append(
                    (f"{_title(what, translate)} · {word(vocabulary.REACH_BASIS, basis, translate)}", _hidden(counts))
                )
    if not columns:
        return title, (), ()
    rows = [(name(part), *(shown[at] for _head, shown in columns)) for at, part in enumerate(parts)]
    return title, (say(_WHAT), *(head for head, _shown in columns)), tuple(rows)


def _hidden(counts: Sequence[int]) -> list[Value]:
    shown = guarded(counts).counts
    return [HIDDEN if kept is None else kept or "–" for kept in shown]


def _place(say: Say) -> Callable[[Part], str]:
    return lambda part: province_name(part.key) or say(QT_TRANSLATE_NOOP("report", "not known"))


def _outputs(connection: Connection, period: Period, say: Say, translate: Translate) -> Table:
    shown = (_output.c.alive == 1, *twins.shown(_output), *period.within(_output.c.date))
    listed = connection.execute(select(_output).where(*shown).order_by(_output.c.date.desc(), _output.c.id)).all()
    reached = reach.of_outputs(connection, [row.id for row in listed])
    columns = [_hidden([getattr(reached.get(row.id, Numbers()), basis) for row in listed]) for basis in BASES]
    rows: list[Row] = [
        (row.title, word(vocabulary.OUTPUT_KIND, row.kind, translate), day_text(row.date or ""), *numbers)
        for row, *numbers in zip(listed, *columns, strict=True)
    ]
    heads = (say(QT_TRANSLATE_NOOP("report", "Output")), say(QT_TRANSLATE_NOOP("report", "Kind")),
             say(QT_TRANSLATE_NOOP("report", "Date")))  # fmt: skip
    bases = (word(vocabulary.REACH_BASIS, basis, translate) for basis in BASES)
    title = say(QT_TRANSLATE_NOOP("report", "Outputs, and whom they have reached so far"))
    return title, (*heads, *bases), tuple(rows[:MOST])


def _supporters(connection: Connection, say: Say, translate: Translate) -> Table:
    statement = (
        select(_stakeholder.c.type, func.count())
        .where(_stakeholder.c.alive == 1, *twins.shown(_stakeholder), _stakeholder.c.status == "active")
        .group_by(_stakeholder.c.type)
    )
    found = _by_kind(connection, statement)
    kinds: Iterable[str] = (kind for kind in (*vocabulary.STAKEHOLDER_TYPE, "") if kind in found)
    rows = tuple((word(vocabulary.STAKEHOLDER_TYPE, kind or None, translate) or "–", found[kind]) for kind in kinds)
    title = say(QT_TRANSLATE_NOOP("report", "Stakeholders, on the day of this report"))
    return title, (say(QT_TRANSLATE_NOOP("report", "Kind")), say(_NUMBER)), rows


def _milestones(connection: Connection, period: Period, say: Say) -> Table:
    own = (_milestone.c.alive == 1, _milestone.c.kind.in_(("milestone", "award")), *period.within(_milestone.c.date))
    listed = connection.execute(
        select(_milestone).where(*own).order_by(_milestone.c.date.desc(), _milestone.c.id.desc()).limit(MOST)
    )
    rows = tuple((day_text(row.date or ""), row.title or "", row.description or "") for row in listed)
    heads = (QT_TRANSLATE_NOOP("report", "Date"), _WHAT, QT_TRANSLATE_NOOP("report", "About"))
    return say(QT_TRANSLATE_NOOP("report", "Milestones and awards")), tuple(map(say, heads)), rows


def _quotations(connection: Connection, period: Period, say: Say) -> Table:
    """Sentences that may be published, with who said them where that is known."""
    bounds = [_quotation.c.year >= int(period.first[:4])] if period.first else []
    bounds += [_quotation.c.year <= int(period.last[:4])] if period.last else []
    may = (_quotation.c.alive == 1, _quotation.c.permission == 1, *bounds)
    listed = connection.execute(
        select(_quotation).where(*may).order_by(_quotation.c.year.desc(), _quotation.c.id.desc()).limit(MOST)
    )
    rows = tuple((row.text, row.attribution or row.source or "", row.year and Year(row.year)) for row in listed)
    heads = (QT_TRANSLATE_NOOP("report", "Words"), QT_TRANSLATE_NOOP("report", "Whose"),
             QT_TRANSLATE_NOOP("report", "Year"))  # fmt: skip
    return say(QT_TRANSLATE_NOOP("report", "In their own words")), tuple(map(say, heads)), rows


def _number(connection: Connection, statement: Select[Any]) -> int:
    return int(connection.execute(statement).scalar() or 0)
