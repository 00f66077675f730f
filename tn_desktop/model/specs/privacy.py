"""Consents, and what people ask about their data."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.privacy import Consent, DataRequest
from tn_desktop.model.fields import CHOICE, DATE, LONG, EntitySpec, FieldSpec, choice, to_one
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

CONSENTS: Final = EntitySpec(
    "consents",
    Consent,
    QT_TRANSLATE_NOOP("entities", "Consents"),
    (
        to_one("person", QT_TRANSLATE_NOOP("fields", "Person"), "people", required=True),
        FieldSpec("kind", QT_TRANSLATE_NOOP("fields", "Kind"), CHOICE, vocabulary.CONSENT_KIND, required=True),
        choice("purpose", QT_TRANSLATE_NOOP("fields", "Purpose"), vocabulary.CONSENT_PURPOSE),
        FieldSpec("text_version", QT_TRANSLATE_NOOP("fields", "Version of the text")),
        choice("language", QT_TRANSLATE_NOOP("fields", "Language"), vocabulary.TEXT_LANGUAGE),
        choice("channel", QT_TRANSLATE_NOOP("fields", "Given how"), vocabulary.CONSENT_CHANNEL),
        FieldSpec("given_at", QT_TRANSLATE_NOOP("fields", "Given on"), DATE, required=True),
        FieldSpec("withdrawn_at", QT_TRANSLATE_NOOP("fields", "Withdrawn on"), DATE),
        FieldSpec("evidence", QT_TRANSLATE_NOOP("fields", "Evidence")),
    ),
)


REQUESTS: Final = EntitySpec(
    "requests",
    DataRequest,
    QT_TRANSLATE_NOOP("entities", "Requests about data"),
    (
        to_one("person", QT_TRANSLATE_NOOP("fields", "Person"), "people"),
        FieldSpec("kind", QT_TRANSLATE_NOOP("fields", "Kind"), CHOICE, vocabulary.REQUEST_KIND, required=True),
        FieldSpec("received", QT_TRANSLATE_NOOP("fields", "Received"), DATE, required=True),
        choice("channel", QT_TRANSLATE_NOOP("fields", "Came how"), vocabulary.CONSENT_CHANNEL),
        choice("status", QT_TRANSLATE_NOOP("fields", "Status"), vocabulary.REQUEST_STATUS, default=vocabulary.OPEN),
        FieldSpec("closed", QT_TRANSLATE_NOOP("fields", "Closed"), DATE),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)
