"""The whole network: needs, decisions, tools, solutions, outputs, engagements, voices, the organisation."""

from tn_desktop.store.migration_steps import (
    add,
    add_sorted,
    add_to_one,
    flags,
    full_text,
    index,
    keys,
    moments,
    numbers,
    synced,
    texts,
    to_one,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEARCHED = ("need", "decision", "solution", "output", "engagement_tool", "engagement", "quotation")


def upgrade() -> None:
    """Apply."""
    synced(
        "community_origin",
        to_one("community_origin", "community_id", "community", required=True),
        to_one("community_origin", "origin_id", "community", required=True),
    )
    index("community_origin", "community_id", "origin_id", unique=True)
    index("community_origin", "origin_id")
    synced(
        "engagement_tool",
        *texts("level", "title", "purpose", "steps"),
        *numbers("minutes", "group_min", "group_max"),
        *texts("mode", "materials", "skills", "tips", "contributors"),
        *numbers("version"),
        *texts("shipped", "notes"),
        *flags("archived"),
        *keys("sort_key", "search_name", "search_more"),
    )
    index("engagement_tool", "alive", "level", "sort_key", "id")
    index("engagement_tool", "alive", "minutes", "id")
    index("engagement_tool", "alive", "sort_key", "id")
    synced(
        "workshop_leader",
        to_one("workshop_leader", "workshop_id", "workshop", required=True),
        to_one("workshop_leader", "person_id", "person", required=True),
    )
    index("workshop_leader", "person_id")
    index("workshop_leader", "workshop_id", "person_id", unique=True)
    synced(
        "session_speaker",
        to_one("session_speaker", "session_id", "workshop_session", required=True),
        to_one("session_speaker", "person_id", "person", required=True),
    )
    index("session_speaker", "person_id")
    index("session_speaker", "session_id", "person_id", unique=True)
    synced(
        "agenda_block",
        to_one("agenda_block", "session_id", "workshop_session", required=True),
        *numbers("position"),
        to_one("agenda_block", "tool_id", "engagement_tool"),
        *texts("title"),
        *numbers("minutes"),
        to_one("agenda_block", "led_by_id", "person"),
        *texts("notes"),
    )
    index("agenda_block", "led_by_id")
    index("agenda_block", "session_id", "position")
    index("agenda_block", "tool_id")
    synced(
        "community_stakeholder",
        to_one("community_stakeholder", "community_id", "community", required=True),
        to_one("community_stakeholder", "stakeholder_id", "stakeholder", required=True),
        *texts("roles"),
    )
    index("community_stakeholder", "community_id", "stakeholder_id", unique=True)
    index("community_stakeholder", "stakeholder_id")
    synced(
        "workshop_stakeholder",
        to_one("workshop_stakeholder", "workshop_id", "workshop", required=True),
        to_one("workshop_stakeholder", "stakeholder_id", "stakeholder", required=True),
        *texts("roles"),
    )
    index("workshop_stakeholder", "stakeholder_id")
    index("workshop_stakeholder", "workshop_id", "stakeholder_id", unique=True)
    synced(
        "need",
        to_one("need", "community_id", "community"),
        *texts("title", "description"),
        to_one("need", "raised_by_id", "person"),
        *moments("raised_at"),
        to_one("need", "session_id", "workshop_session"),
        *numbers("votes"),
        *texts("status", "themes", "cluster", "notes"),
        *keys("sort_key", "search_name", "search_more"),
    )
    index("need", "alive", "raised_at", "id")
    index("need", "alive", "sort_key", "id")
    index("need", "alive", "status", "sort_key", "id")
    index("need", "alive", "status", "votes", "id")
    index("need", "alive", "votes", "id")
    index("need", "community_id", "status", "votes")
    index("need", "raised_by_id")
    index("need", "session_id")
    synced(
        "workshop_need",
        to_one("workshop_need", "workshop_id", "workshop", required=True),
        to_one("workshop_need", "need_id", "need", required=True),
    )
    index("workshop_need", "need_id")
    index("workshop_need", "workshop_id", "need_id", unique=True)
    synced(
        "decision",
        to_one("decision", "community_id", "community", required=True),
        *moments("date"),
        *texts("question", "result"),
        *numbers("votes", "votes_against", "votes_abstained"),
        to_one("decision", "session_id", "workshop_session"),
        *texts("notes"),
        *keys("sort_key", "search_name", "search_more"),
    )
    index("decision", "alive", "date", "id")
    index("decision", "community_id", "date")
    index("decision", "session_id")
    synced(
        "decision_need",
        to_one("decision_need", "decision_id", "decision", required=True),
        to_one("decision_need", "need_id", "need", required=True),
    )
    index("decision_need", "decision_id", "need_id", unique=True)
    index("decision_need", "need_id")
    synced(
        "engagement",
        to_one("engagement", "stakeholder_id", "stakeholder", required=True),
        *moments("date"),
        *texts("kind", "summary", "next_step"),
        *moments("due"),
        *flags("done"),
        to_one("engagement", "person_id", "person"),
        to_one("engagement", "community_id", "community"),
        to_one("engagement", "need_id", "need"),
        *keys("sort_key", "search_name", "search_more"),
    )
    index("engagement", "alive", "date", "id")
    index("engagement", "alive", "due", "id")
    index("engagement", "community_id")
    index("engagement", "need_id")
    index("engagement", "person_id")
    index("engagement", "stakeholder_id", "date")
    synced(
        "solution",
        *texts("title", "description", "status"),
        to_one("solution", "community_id", "community"),
        *moments("started"),
        *texts("province", "notes"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
    )
    index("solution", "alive", "province_key", "sort_key", "id")
    index("solution", "alive", "sort_key", "id")
    index("solution", "alive", "started", "id")
    index("solution", "alive", "status", "sort_key", "id")
    index("solution", "community_id")
    synced(
        "solution_need",
        to_one("solution_need", "solution_id", "solution", required=True),
        to_one("solution_need", "need_id", "need", required=True),
    )
    index("solution_need", "need_id")
    index("solution_need", "solution_id", "need_id", unique=True)
    synced(
        "solution_workshop",
        to_one("solution_workshop", "solution_id", "solution", required=True),
        to_one("solution_workshop", "workshop_id", "workshop", required=True),
    )
    index("solution_workshop", "solution_id", "workshop_id", unique=True)
    index("solution_workshop", "workshop_id")
    synced(
        "iteration",
        to_one("iteration", "solution_id", "solution", required=True),
        *moments("date"),
        *texts("what_changed", "why", "result"),
        to_one("iteration", "workshop_id", "workshop"),
        *texts("notes"),
    )
    index("iteration", "alive", "date", "id")
    index("iteration", "solution_id", "date")
    index("iteration", "workshop_id")
    synced(
        "iteration_person",
        to_one("iteration_person", "iteration_id", "iteration", required=True),
        to_one("iteration_person", "person_id", "person", required=True),
    )
    index("iteration_person", "iteration_id", "person_id", unique=True)
    index("iteration_person", "person_id")
    synced(
        "output",
        *texts("title", "kind", "description", "link", "file"),
        *moments("date"),
        to_one("output", "community_id", "community"),
        to_one("output", "workshop_id", "workshop"),
        to_one("output", "solution_id", "solution"),
        to_one("output", "iteration_id", "iteration"),
        *texts("notes"),
        *keys("sort_key", "search_name", "search_more"),
    )
    index("output", "alive", "date", "id")
    index("output", "alive", "kind", "sort_key", "id")
    index("output", "alive", "sort_key", "id")
    index("output", "community_id")
    index("output", "iteration_id")
    index("output", "solution_id")
    index("output", "workshop_id")
    synced(
        "output_person",
        to_one("output_person", "output_id", "output", required=True),
        to_one("output_person", "person_id", "person", required=True),
    )
    index("output_person", "output_id", "person_id", unique=True)
    index("output_person", "person_id")
    synced(
        "reach",
        to_one("reach", "session_id", "workshop_session"),
        to_one("reach", "output_id", "output"),
        *moments("date"),
        *texts("province", "audience"),
        *numbers("number"),
        *texts("basis", "notes"),
    )
    index("reach", "alive", "date", "id")
    index("reach", "output_id")
    index("reach", "session_id")
    synced(
        "feedback",
        to_one("feedback", "session_id", "workshop_session", required=True),
        *numbers("useful", "content", "facilitation", "atmosphere", "recommend"),
        *texts("quotation", "made_by"),
    )
    index("feedback", "session_id")
    synced(
        "survey",
        to_one("survey", "community_id", "community"),
        to_one("survey", "workshop_id", "workshop"),
        *numbers("wave"),
        *moments("date"),
        *texts("indicator"),
        *numbers("n"),
        *texts("mean"),
        *numbers("scale_max"),
        *texts("notes"),
    )
    index("survey", "alive", "date", "id")
    index("survey", "community_id", "indicator", "wave")
    index("survey", "workshop_id", "indicator", "wave")
    synced(
        "quotation",
        *texts("text", "source"),
        *numbers("year"),
        *flags("permission"),
        *texts("attribution"),
        to_one("quotation", "community_id", "community"),
        to_one("quotation", "workshop_id", "workshop"),
        *texts("themes", "notes"),
        *keys("sort_key", "search_name", "search_more"),
    )
    index("quotation", "alive", "sort_key", "id")
    index("quotation", "alive", "year", "id")
    index("quotation", "community_id")
    index("quotation", "workshop_id")
    synced(
        "organisation",
        *texts("name"),
        *numbers("established"),
        *texts("web", "email", "phone", "address", "about", "notes"),
    )
    synced(
        "milestone",
        *moments("date"),
        *texts("kind", "title"),
        *numbers("number"),
        *texts("description", "source"),
    )
    index("milestone", "alive", "date", "id")
    index("milestone", "alive", "kind", "date")
    add_to_one("workshop", "format_id", "engagement_tool")
    add_to_one("workshop", "initiated_by_id", "person")
    add("workshop", "teacher_led", "SMALLINT")
    add("workshop", "themes", "TEXT")
    add("workshop", "skills", "TEXT")
    add_to_one("workshop", "repeat_of_id", "workshop")
    index("workshop", "repeat_of_id")
    index("workshop", "initiated_by_id")
    add("workshop_session", "reason", "TEXT")
    add_sorted("enrolment", "since")
    add("stakeholder", "themes", "TEXT")
    add("stakeholder", "role", "TEXT")
    for table in ("community", "workshop", "stakeholder"):
        index(table, "alive", "province_key", "sort_key", "id")
    for table in SEARCHED:
        full_text(table)
