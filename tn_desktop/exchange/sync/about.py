"""The first sheet of a sync workbook: who sent it, what is in it, and what may be done with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tn_desktop import __version__
from tn_desktop.exchange.export.layout import Line, Page
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.places import province_name

SYNC = "sync"
READ_ME = QT_TRANSLATE_NOOP("sync", "Read me")


def scope_words(scope: str, translate: Translate) -> str:
    """A scope as people read it."""
    kind, _, name = scope.partition(" ")
    if kind == "province":
        return translate(SYNC, QT_TRANSLATE_NOOP("sync", "One province: {name}")).format(name=province_name(name))
    if kind == "community":
        return translate(SYNC, QT_TRANSLATE_NOOP("sync", "One community"))
    return translate(SYNC, QT_TRANSLATE_NOOP("sync", "Everything"))


def about_page(
    header: Mapping[str, Any],
    sender: str,
    organisation: str,
    made_at: datetime,
    shown: Mapping[str, int],
    translate: Translate,
) -> Page:
    """The page; `shown` counts the rows of each sheet."""

    def say(text: str, **values: object) -> str:
        return translate(SYNC, text).format(**values)

    part = QT_TRANSLATE_NOOP("sync", "{part} of {parts}")
    changes = QT_TRANSLATE_NOOP("sync", "Only what changed since the receiver's last answer")
    how = (
        QT_TRANSLATE_NOOP("sync", "You may correct cells, add rows at the end of a sheet, and send the file back."),
        QT_TRANSLATE_NOOP(
            "sync",
            "To remove a row, choose DELETE in its Action column. A row that you merely take out of the sheet stays.",
        ),
        QT_TRANSLATE_NOOP(
            "sync",
            "Leave the Code column as it is: it tells which row is meant. Sort whole rows only, never one column.",
        ),
        QT_TRANSLATE_NOOP("sync", "To take the file in, choose Send / Receive in TN Desktop and drop the file there."),
    )
    lines = [
        Line(say(QT_TRANSLATE_NOOP("sync", "Workbook for exchange")), look="title"),
        Line(say(QT_TRANSLATE_NOOP("sync", "Sender")), sender),
        Line(say(QT_TRANSLATE_NOOP("sync", "Organisation")), organisation),
        Line(say(QT_TRANSLATE_NOOP("sync", "Made at")), made_at.replace(second=0, microsecond=0, tzinfo=None)),
        Line(say(QT_TRANSLATE_NOOP("sync", "Contents")), scope_words(str(header["scope"]), translate)),
        Line(say(QT_TRANSLATE_NOOP("sync", "Part")), say(part, part=header["part"], parts=header["parts"])),
        Line(
            say(QT_TRANSLATE_NOOP("sync", "Fingerprint")), f"{header['device']}-{header['sequence']}-{header['part']}"
        ),
        Line(say(QT_TRANSLATE_NOOP("sync", "Made with")), f"TN Desktop {__version__}"),
        *([Line(say(changes), look="note")] if header["from_lsn"] else []),
        Line(look="gap"),
        Line(say(QT_TRANSLATE_NOOP("sync", "What is in it")), look="section"),
        *(Line(name, count, "total", target=name) for name, count in shown.items()),
        Line(look="gap"),
        Line(say(QT_TRANSLATE_NOOP("sync", "Working in this file")), look="section"),
        *(Line(say(text), look="note") for text in how),
    ]
    if header["people"]:
        lines += [
            Line(look="gap"),
            Line(say(QT_TRANSLATE_NOOP("sync", "Personal data")), look="section"),
            Line(
                say(
                    QT_TRANSLATE_NOOP("sync", "This file holds the data of {count} people. Pass it on with care."),
                    count=header["people"],
                ),
                look="note",
            ),
        ]
    return Page(translate(SYNC, READ_ME), tuple(lines), first=True)
