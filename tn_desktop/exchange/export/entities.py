"""A list of any entity as a table: which column each of its fields becomes, and what its cells say."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from tn_desktop.exchange.export.layout import Column, Kind, Value
from tn_desktop.exchange.export.lists import ListScope
from tn_desktop.exchange.export.scope import Options
from tn_desktop.exchange.export.shown import KINDS, WIDTHS, Show, day, lists_of, shower
from tn_desktop.exchange.export.words import EXPORT
from tn_desktop.model import vocabulary
from tn_desktop.model.fields import EntitySpec, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.export_lists import CONSENT_OF, CONSENTS, EntityRows
from tn_desktop.services.figures import TITLES, stored_titles
from tn_desktop.services.outsiders import HIDDEN_FIELDS, blank

WITH_CONTACTS: Final = frozenset(("people", "stakeholders"))
"""Lists that leave out phones and e-mail addresses unless they are wanted."""

_FEW: Final = QT_TRANSLATE_NOOP(
    "export",
    "Groups of fewer than five, and what they could be computed from, are left out, so that nobody can be recognised.",
)


def fields_of(spec: EntitySpec, options: Options) -> tuple[FieldSpec, ...]:
    """The fields that a list holds: those chosen, phones and e-mail addresses of people only where they are wanted."""
    private = spec.name in WITH_CONTACTS and not options.contacts
    chosen = set(options.columns) or {field.name for field in spec.fields}
    found = tuple(
        field for field in spec.fields if field.name in chosen and not (private and field.kind in ("phone", "email"))
    )
    return found or spec.fields[:1]


def list_scope(
    rows: EntityRows, organisation: str, made_at: datetime, translate: Translate, options: Options | None = None
) -> ListScope:
    """The table of an entity's rows in the language of `translate`."""
    spec, options = rows.spec, options or Options()
    fields = fields_of(spec, options)
    shows: list[tuple[str, Show]] = [(field.name, shower(spec, field, translate)) for field in fields]
    columns = [_column(field, translate) for field in fields]
    if rows.consents:
        shows += [(f"{CONSENT_OF}{purpose}", day) for purpose in CONSENTS]
        columns += [_consent_column(purpose, translate) for purpose in CONSENTS]

    hidden = None if options.small_numbers else rows.hidden

    def values() -> Iterator[Sequence[Value]]:
        for row in rows.rows():
            if spec.name == "quotations" and not row["permission"]:
                # Who said it is shown only where that may be.
                row = {**row, "attribution": None}
            if hidden is not None and hidden(row):
                row = blank(row, HIDDEN_FIELDS[spec.name])
            if spec.name == "milestones" and (figure := stored_titles().get(row["title"])):
                # Kept in the language of whoever took the figure.
                row = {**row, "title": translate("figures", TITLES[figure])}
            yield [show(row[name]) for name, show in shows]

    return ListScope(
        name=translate("entities", spec.title),
        organisation=organisation,
        made_at=made_at,
        columns=tuple(columns),
        rows=values,
        row_count=rows.count,
        lists=lists_of(spec, translate),
        people=rows.people([field.name for field in fields]),
        note=translate(EXPORT, _FEW) if hidden is not None else "",
        frozen=min(len(columns), 2 if spec.name == "people" else 1),
    )


def _consent_column(purpose: str, translate: Translate) -> Column:
    """The day since which somebody has the notice, or agrees to a purpose; empty where she does not."""
    if not purpose:
        heading = translate(vocabulary.WORDS, vocabulary.CONSENT_KIND[vocabulary.NOTICE])
    else:
        consent = translate(EXPORT, QT_TRANSLATE_NOOP("export", "Agrees to: {purpose}"))
        heading = consent.format(purpose=translate(vocabulary.WORDS, vocabulary.CONSENT_PURPOSE[purpose]))
    return Column(f"{CONSENT_OF}{purpose}", heading, Kind.DATE, 12)


def _column(field: FieldSpec, translate: Translate) -> Column:
    choices = {"choice": field.name, "province": "province", "flag": "yes_no"}.get(field.kind, "")
    return Column(
        field.name,
        translate("fields", field.label),
        KINDS.get(field.kind, Kind.TEXT),
        WIDTHS.get(field.kind, 9),
        choices=choices,
        open_list=field.kind == "province",
        wrap=field.kind in ("plain", "tags", "many", "relation", "district"),
    )
