"""Engagement tools: the formats of the network's activities and the methods used in them."""

from sqlalchemy import Index

from tn_desktop.model.entities.base import Synced, flags, keys, numbers, synced_table, texts, to_one


class EngagementTool(Synced):
    """A format (talk, workshop, program, meeting) or a method used in one.

    shipped names a tool of the program's own library, whose uid follows from that name, so that it is one row on
    all laptops; null for tools that users made. steps is text, a step a line with its minutes first. mode,
    materials, skills are canonical JSON arrays of text.
    """

    __tablename__ = "engagement_tool"
    __table__ = synced_table(
        "engagement_tool",
        *texts("level", "title", "purpose", "steps"),
        *numbers("minutes", "group_min", "group_max"),
        *texts("mode", "materials", "skills", "tips", "contributors"),
        *numbers("version"),
        *texts("shipped", "notes"),
        *flags("archived"),
        *keys("sort_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "search_name", "id"),
        Index(None, "alive", "minutes", "id"),
        Index(None, "alive", "level", "sort_key", "id"),
    )


class AgendaBlock(Synced):
    """A part of a session's agenda: a tool, or something else with a title, for some minutes.

    Blocks of a session follow each other in the order of position, then uid.
    """

    __tablename__ = "agenda_block"
    __table__ = synced_table(
        "agenda_block",
        to_one("session_id", "workshop_session", required=True),
        *numbers("position"),
        to_one("tool_id", "engagement_tool"),
        *texts("title"),
        *numbers("minutes"),
        to_one("led_by_id", "person"),
        *texts("notes"),
        Index(None, "session_id", "position"),
        Index(None, "tool_id"),
        Index(None, "led_by_id"),
    )
