"""Anonymous surveys in waves: counts and means of an indicator, of a community, a workshop or the whole network."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, union_all
from sqlalchemy import literal as literal_value

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.voices import Survey
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.errors import NotFound
from tn_desktop.model.fields import parse
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.model.registry import entity
from tn_desktop.model.text import fold
from tn_desktop.services import records
from tn_desktop.services.row_rules import check_result
from tn_desktop.store.search import matching, words_of
from tn_desktop.store.unit_of_work import UnitOfWork

_survey, _community, _workshop = table_of(Survey), table_of(Community), table_of(Workshop)
COMMUNITY, WORKSHOP, NETWORK = "community", "workshop", "network"
SUBJECTS: Final = 300
_OF_ALL: Final = and_(_survey.c.community_id.is_(None), _survey.c.workshop_id.is_(None), _survey.c.alive + 0 == 1)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a survey was about.

    Attributes:
        kind: "community" or "workshop", or "network" for surveys of neither; id: that row's local id, or 0.
        waves: how many different waves there are; last: the latest day, ISO, or "".
    """

    kind: str
    id: int
    name: str
    province: str = ""
    waves: int = 0
    last: str = ""

    @property
    def key(self) -> int:
        """One number for all kinds."""
        return key_of(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One result. mean is decimal text with a point; hidden: too few answered to be shown (services/outsiders.py)."""

    id: int
    wave: int | None
    date: str
    indicator: str
    n: int
    mean: str
    best: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator in one wave: the mean of all its results there, weighted by how many answered."""

    wave: int
    n: int
    mean: float
    best: int


@dataclass(frozen=True, slots=True)
class Results:
    """Every result of a subject, by wave and indicator, and each indicator over its waves."""

    subject: Subject
    rows: tuple[SurveyRow, ...]
    series: Mapping[str, tuple[Point, ...]]

    @property
    def next_wave(self) -> int:
        """The wave that is entered next: the latest one, or the first."""
        return max((row.wave for row in self.rows if row.wave is not None), default=1)


def key_of(kind: str, key: int) -> int:
    """One number for a community, a workshop or the network; ids begin with 1."""
    return 2 * key + (kind == WORKSHOP)


def kind_of(key: int) -> tuple[str, int]:
    """The community or workshop that such a number means, or the network."""
    if key == 0:
        return NETWORK, 0
    return (WORKSHOP if key % 2 else COMMUNITY), key // 2


def subjects(connection: Connection, search: str = "", limit: int = SUBJECTS, network: str = "") -> tuple[Subject, ...]:
    """The communities and workshops with surveys whose names match, by name; before them the network.

    Args:
        network: what the network is called in the user's language, by which a search finds it too.
    """
    words = words_of(search)
    parts = [_subjects(kind, words) for kind in (COMMUNITY, WORKSHOP)]
    both = union_all(*parts).subquery()
    found = connection.execute(select(both).order_by(both.c.sort_key, both.c.id).limit(limit))
    named = tuple(
        Subject(row.kind, row.id, row.name or "", province_name(row.province), row.waves, row.last or "")
        for row in found
    )
    called = fold(network).split()
    fits = all(any(one.startswith(word) for one in called) for word in words)
    return (*_network(connection), *named)[:limit] if fits else named


def _network(connection: Connection) -> tuple[Subject, ...]:
    """The network, where there is a survey of it."""
    waves, last = func.count(func.distinct(_survey.c.wave)), func.max(_survey.c.date)
    row = connection.execute(select(func.count().label("n"), waves.label("waves"), last.label("last")).where(_OF_ALL))
    found = row.one()
    return (Subject(NETWORK, 0, "", waves=found.waves, last=found.last or ""),) if found.n else ()


def _subjects(kind: str, words: list[str]) -> Select[Any]:
    table, name = (_community, "name") if kind == COMMUNITY else (_workshop, "title")
    own = _survey.c[f"{kind}_id"]
    grouped = (
        select(
            own.label("subject"),
            func.count(func.distinct(_survey.c.wave)).label("waves"),
            func.max(_survey.c.date).label("last"),
        )
        .where(own.is_not(None), _survey.c.alive + 0 == 1)
        .group_by(own)
        .subquery()
    )
    statement = (
        select(
            literal_value(kind).label("kind"),
            table.c.id,
            table.c[name].label("name"),
            table.c.province,
            table.c.sort_key,
            grouped.c.waves,
            grouped.c.last,
        )
        .join(grouped, grouped.c.subject == table.c.id)
        .where(table.c.alive + 0 == 1)
    )
    return statement.where(matching(table, words)) if words else statement


def results(connection: Connection, kind: str, key: int) -> Results:
    """Everything that was asked of a living community or workshop, or of the network (whose name is "").

    Raises:
        NotFound: no such row, or it was removed.
    """
    own: ColumnElement[bool] = _OF_ALL
    called, province = "", ""
    if kind != NETWORK:
        table, name = (_community, "name") if kind == COMMUNITY else (_workshop, "title")
        row = connection.execute(select(table).where(table.c.id == key, table.c.alive == 1)).mappings().one_or_none()
        if row is None:
            raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
        called, province = row[name] or "", province_name(row["province"])
        own = and_(_survey.c[f"{kind}_id"] == key, _survey.c.alive + 0 == 1)
    found = connection.execute(
        select(_survey).where(own).order_by(_survey.c.wave.desc(), _survey.c.indicator, _survey.c.id)
    )
    rows = tuple(
        SurveyRow(
            one.id, one.wave, one.date or "", one.indicator or "", one.n or 0, one.mean or "0", one.scale_max or 5
        )
        for one in found
    )
    waves = {one.wave for one in rows}
    last = max((one.date for one in rows), default="")
    subject = Subject(kind, key, called, province, len(waves), last)
    return Results(subject, rows, series(rows))


def series(rows: Iterable[SurveyRow]) -> dict[str, tuple[Point, ...]]:
    """Each indicator over its waves."""
    by_place: dict[tuple[str, int], list[SurveyRow]] = {}
    for row in rows:
        if row.wave is not None and row.n:
            by_place.setdefault((row.indicator, row.wave), []).append(row)
    found: dict[str, list[Point]] = {}
    for (indicator, wave), own in sorted(by_place.items()):
        n = sum(row.n for row in own)
        mean = float(sum(Decimal(row.mean) * row.n for row in own) / n)
        found.setdefault(indicator, []).append(Point(wave, n, mean, max(row.best for row in own)))
    return {indicator: tuple(points) for indicator, points in found.items()}


def add_result(uow: UnitOfWork, kind: str, key: int, values: Mapping[str, object]) -> Changes:
    """Store a result of a community, a workshop or the network.

    Raises:
        FieldError: a value is wrong, nobody answered, or the mean is above the best value.
    """
    check(values)
    return records.add(uow, "surveys", {**values} if kind == NETWORK else {**values, kind: key})


def change_result(uow: UnitOfWork, key: int, values: Mapping[str, object]) -> Changes:
    """Change fields of a result.

    Raises:
        FieldError: as in `add_result`.
    """
    stored = uow.connection.execute(select(_survey).where(_survey.c.id == key)).mappings().one()
    check({"n": stored["n"], "mean": stored["mean"], "scale_max": stored["scale_max"], **values})
    return records.change(uow, "surveys", key, values)


def check(values: Mapping[str, object]) -> None:
    """Whether a mean can be one: somebody answered, and it is not above the best value.

    Raises:
        FieldError: it cannot.
    """
    spec = entity("surveys")
    check_result({name: parse(spec.field(name), values.get(name), {}) for name in ("n", "mean", "scale_max")})
