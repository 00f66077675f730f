"""What was tried, in which rounds, what came of it and whom it reached."""

from sqlalchemy import Index

from tn_desktop.model.entities.base import Synced, keys, moments, numbers, synced_table, texts, to_one


class Solution(Synced):
    """Something designed to answer needs, carried out and revised in iterations."""

    __tablename__ = "solution"
    __table__ = synced_table(
        "solution",
        *texts("title", "description", "status"),
        to_one("community_id", "community"),
        *moments("started"),
        *texts("province", "notes"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "started", "id"),
        Index(None, "alive", "status", "sort_key", "id"),
        Index(None, "alive", "province_key", "sort_key", "id"),
        Index(None, "community_id"),
    )


class SolutionNeed(Synced):
    """A need that a solution answers."""

    __tablename__ = "solution_need"
    __table__ = synced_table(
        "solution_need",
        to_one("solution_id", "solution", required=True),
        to_one("need_id", "need", required=True),
        Index(None, "solution_id", "need_id", unique=True),
        Index(None, "need_id"),
    )
    relation = "solution_need"
    ends = ("solution_id", "need_id")


class SolutionWorkshop(Synced):
    """A workshop in which a solution was designed or worked on."""

    __tablename__ = "solution_workshop"
    __table__ = synced_table(
        "solution_workshop",
        to_one("solution_id", "solution", required=True),
        to_one("workshop_id", "workshop", required=True),
        Index(None, "solution_id", "workshop_id", unique=True),
        Index(None, "workshop_id"),
    )
    relation = "solution_workshop"
    ends = ("solution_id", "workshop_id")


class Iteration(Synced):
    """One round of a solution: what changed, why, and what came of it."""

    __tablename__ = "iteration"
    __table__ = synced_table(
        "iteration",
        to_one("solution_id", "solution", required=True),
        *moments("date"),
        *texts("what_changed", "why", "result"),
        to_one("workshop_id", "workshop"),
        *texts("notes"),
        Index(None, "solution_id", "date"),
        Index(None, "alive", "date", "id"),
        Index(None, "workshop_id"),
    )


class IterationPerson(Synced):
    """Somebody who carried an iteration out."""

    __tablename__ = "iteration_person"
    __table__ = synced_table(
        "iteration_person",
        to_one("iteration_id", "iteration", required=True),
        to_one("person_id", "person", required=True),
        Index(None, "iteration_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "iteration_person"
    ends = ("iteration_id", "person_id")


class Output(Synced):
    """A lesson plan, guide, video, event … by a community, a workshop or an iteration; `link` or `file` leads to it.

    `file` is the name of a file kept in the profile.
    """

    __tablename__ = "output"
    __table__ = synced_table(
        "output",
        *texts("title", "kind", "description", "link", "file"),
        *moments("date"),
        to_one("community_id", "community"),
        to_one("workshop_id", "workshop"),
        to_one("solution_id", "solution"),
        to_one("iteration_id", "iteration"),
        *texts("notes"),
        *keys("sort_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "date", "id"),
        Index(None, "alive", "kind", "sort_key", "id"),
        Index(None, "community_id"),
        Index(None, "workshop_id"),
        Index(None, "solution_id"),
        Index(None, "iteration_id"),
    )


class OutputPerson(Synced):
    """Somebody who contributed to an output."""

    __tablename__ = "output_person"
    __table__ = synced_table(
        "output_person",
        to_one("output_id", "output", required=True),
        to_one("person_id", "person", required=True),
        Index(None, "output_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "output_person"
    ends = ("output_id", "person_id")


class Reach(Synced):
    """How many people of an audience a session or an output reached; `basis` says how that is known."""

    __tablename__ = "reach"
    __table__ = synced_table(
        "reach",
        to_one("session_id", "workshop_session"),
        to_one("output_id", "output"),
        *moments("date"),
        *texts("province", "audience"),
        *numbers("number"),
        *texts("basis", "notes"),
        Index(None, "session_id"),
        Index(None, "output_id"),
        Index(None, "alive", "date", "id"),
    )
