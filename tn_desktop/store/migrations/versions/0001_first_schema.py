"""The first schema: people, communities, workshops, attendance, stakeholders; history, settings, logs."""

import sqlalchemy as sa
from alembic import op

from tn_desktop.store.migration_steps import KEY, SORT, full_text, keys, synced, texts

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCHED = ("person", "community", "workshop", "stakeholder")


def upgrade() -> None:
    """Apply."""
    synced(
        "person",
        *texts(
            "given_name",
            "family_name",
            "other_names",
            "phone",
            "email",
            "country",
            "province",
            "district",
            "institution",
            "subject",
            "expertise",
            "interests",
            "roles",
            "label",
            "notes",
        ),
        *keys("sort_key", "province_key", "institution_key", "subject_key", "search_name", "search_more"),
    )
    op.create_index(
        op.f("ix_person_alive_institution_key_sort_key_id"), "person", ["alive", "institution_key", "sort_key", "id"]
    )
    op.create_index(
        op.f("ix_person_alive_province_key_sort_key_id"), "person", ["alive", "province_key", "sort_key", "id"]
    )
    op.create_index(op.f("ix_person_alive_sort_key_id"), "person", ["alive", "sort_key", "id"])
    op.create_index(
        op.f("ix_person_alive_subject_key_sort_key_id"), "person", ["alive", "subject_key", "sort_key", "id"]
    )
    op.create_index(op.f("ix_person_email"), "person", ["email"])
    op.create_index(op.f("ix_person_phone"), "person", ["phone"])
    op.create_index(op.f("ix_person_search_name"), "person", ["search_name"])
    synced(
        "community",
        *texts("name", "issue", "goals", "motivation", "kind", "province", "stage", "founded", "status", "notes"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
    )
    op.create_index(op.f("ix_community_alive_sort_key_id"), "community", ["alive", "sort_key", "id"])
    synced(
        "membership",
        sa.Column(
            "person_id",
            sa.BigInteger(),
            sa.ForeignKey("person.id", name=op.f("fk_membership_person_id")),
            nullable=False,
        ),
        sa.Column(
            "community_id",
            sa.BigInteger(),
            sa.ForeignKey("community.id", name=op.f("fk_membership_community_id")),
            nullable=False,
        ),
        *texts("role", "joined", "left"),
    )
    op.create_index(
        op.f("ix_membership_community_id_person_id"), "membership", ["community_id", "person_id"], unique=True
    )
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"])
    synced(
        "workshop",
        *texts("title", "kind", "province", "description", "notes"),
        sa.Column("first_starts_at", SORT, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        *keys("sort_key", "province_key", "search_name", "search_more"),
    )
    op.create_index(op.f("ix_workshop_alive_first_starts_at_id"), "workshop", ["alive", "first_starts_at", "id"])
    op.create_index(op.f("ix_workshop_alive_sort_key_id"), "workshop", ["alive", "sort_key", "id"])
    synced(
        "workshop_community",
        sa.Column(
            "workshop_id",
            sa.BigInteger(),
            sa.ForeignKey("workshop.id", name=op.f("fk_workshop_community_workshop_id")),
            nullable=False,
        ),
        sa.Column(
            "community_id",
            sa.BigInteger(),
            sa.ForeignKey("community.id", name=op.f("fk_workshop_community_community_id")),
            nullable=False,
        ),
    )
    op.create_index(op.f("ix_workshop_community_community_id"), "workshop_community", ["community_id"])
    op.create_index(
        op.f("ix_workshop_community_workshop_id_community_id"),
        "workshop_community",
        ["workshop_id", "community_id"],
        unique=True,
    )
    synced(
        "workshop_session",
        sa.Column(
            "workshop_id",
            sa.BigInteger(),
            sa.ForeignKey("workshop.id", name=op.f("fk_workshop_session_workshop_id")),
            nullable=False,
        ),
        *texts("title"),
        sa.Column("starts_at", SORT, nullable=True),
        sa.Column("ends_at", SORT, nullable=True),
        *texts("zone", "mode", "venue", "link", "province"),
        sa.Column("capacity", sa.Integer(), nullable=True),
        *texts("status"),
        sa.Column("moved_from", SORT, nullable=True),
        sa.Column("minors", sa.Integer(), nullable=True),
        sa.Column("guests", sa.Integer(), nullable=True),
        *texts("notes"),
    )
    op.create_index(op.f("ix_workshop_session_alive_starts_at_id"), "workshop_session", ["alive", "starts_at", "id"])
    op.create_index(op.f("ix_workshop_session_workshop_id_starts_at"), "workshop_session", ["workshop_id", "starts_at"])
    synced(
        "session_facilitator",
        sa.Column(
            "session_id",
            sa.BigInteger(),
            sa.ForeignKey("workshop_session.id", name=op.f("fk_session_facilitator_session_id")),
            nullable=False,
        ),
        sa.Column(
            "person_id",
            sa.BigInteger(),
            sa.ForeignKey("person.id", name=op.f("fk_session_facilitator_person_id")),
            nullable=False,
        ),
    )
    op.create_index(op.f("ix_session_facilitator_person_id"), "session_facilitator", ["person_id"])
    op.create_index(
        op.f("ix_session_facilitator_session_id_person_id"),
        "session_facilitator",
        ["session_id", "person_id"],
        unique=True,
    )
    synced(
        "enrolment",
        sa.Column(
            "person_id",
            sa.BigInteger(),
            sa.ForeignKey("person.id", name=op.f("fk_enrolment_person_id")),
            nullable=False,
        ),
        sa.Column(
            "workshop_id",
            sa.BigInteger(),
            sa.ForeignKey("workshop.id", name=op.f("fk_enrolment_workshop_id")),
            nullable=False,
        ),
        *texts("status"),
    )
    op.create_index(op.f("ix_enrolment_person_id"), "enrolment", ["person_id"])
    op.create_index(op.f("ix_enrolment_workshop_id_person_id"), "enrolment", ["workshop_id", "person_id"], unique=True)
    synced(
        "attendance",
        sa.Column(
            "session_id",
            sa.BigInteger(),
            sa.ForeignKey("workshop_session.id", name=op.f("fk_attendance_session_id")),
            nullable=False,
        ),
        sa.Column(
            "person_id",
            sa.BigInteger(),
            sa.ForeignKey("person.id", name=op.f("fk_attendance_person_id")),
            nullable=False,
        ),
        *texts("status", "mode"),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("walk_in", sa.SmallInteger(), nullable=True),
        *texts("made_by", "note"),
    )
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"])
    op.create_index(op.f("ix_attendance_session_id_person_id"), "attendance", ["session_id", "person_id"], unique=True)
    synced(
        "stakeholder",
        *texts("name", "type"),
        sa.Column(
            "person_id",
            sa.BigInteger(),
            sa.ForeignKey("person.id", name=op.f("fk_stakeholder_person_id")),
            nullable=True,
        ),
        *texts("disciplines", "province", "status", "web", "phone", "email", "notes"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
    )
    op.create_index(op.f("ix_stakeholder_alive_sort_key_id"), "stakeholder", ["alive", "sort_key", "id"])
    op.create_index(op.f("ix_stakeholder_search_name"), "stakeholder", ["search_name"])
    synced(
        "contact",
        sa.Column(
            "stakeholder_id",
            sa.BigInteger(),
            sa.ForeignKey("stakeholder.id", name=op.f("fk_contact_stakeholder_id")),
            nullable=False,
        ),
        sa.Column(
            "person_id", sa.BigInteger(), sa.ForeignKey("person.id", name=op.f("fk_contact_person_id")), nullable=False
        ),
        *texts("role"),
    )
    op.create_index(op.f("ix_contact_person_id"), "contact", ["person_id"])
    op.create_index(
        op.f("ix_contact_stakeholder_id_person_id"), "contact", ["stakeholder_id", "person_id"], unique=True
    )
    op.create_table(
        "history",
        sa.Column("id", KEY, nullable=False),
        sa.Column("stamp", SORT, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        *texts("detail"),
        sa.Column("undoes", sa.BigInteger(), nullable=True),
        sa.Column("undone_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_table(
        "history_row",
        sa.Column("id", KEY, nullable=False),
        sa.Column(
            "history_id",
            sa.BigInteger(),
            sa.ForeignKey("history.id", name=op.f("fk_history_row_history_id")),
            nullable=False,
        ),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", sa.BigInteger(), nullable=False),
        *texts("before"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_row")),
    )
    op.create_index(op.f("ix_history_row_entity_row_id"), "history_row", ["entity", "row_id"])
    op.create_index(op.f("ix_history_row_history_id"), "history_row", ["history_id"])
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "import_log",
        sa.Column("id", KEY, nullable=False),
        sa.Column(
            "history_id",
            sa.BigInteger(),
            sa.ForeignKey("history.id", name=op.f("fk_import_log_history_id")),
            nullable=True,
        ),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_log")),
    )
    op.create_table(
        "export_log",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("people", sa.BigInteger(), nullable=False),
        sa.Column("contact_data", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_log")),
    )
    for table in SEARCHED:
        full_text(table)
