"""The summary and the about page of the attendance workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tn_desktop import __version__
from tn_desktop.exchange.export.attendance_layout import AttendanceSheets
from tn_desktop.exchange.export.layout import Line, Page, Tables, reference
from tn_desktop.exchange.export.scope import AttendanceScope, Options
from tn_desktop.exchange.export.tally import SLOT, Tally, totals
from tn_desktop.exchange.export.words import STATUSES, Words
from tn_desktop.model import vocabulary
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

_SESSIONS: Final = QT_TRANSLATE_NOOP("export", "Sessions")
_HELD: Final = QT_TRANSLATE_NOOP("export", "Sessions held")
_PEOPLE: Final = QT_TRANSLATE_NOOP("export", "People")
_ONCE: Final = QT_TRANSLATE_NOOP("export", "People who attended at least once")
_ROWS: Final = QT_TRANSLATE_NOOP("export", "Rows (one per person and session)")
_ATTENDED: Final = QT_TRANSLATE_NOOP("export", "Attended in all, and rate")
_ONLINE: Final = QT_TRANSLATE_NOOP("export", "Of these online")
_WALK_INS: Final = QT_TRANSLATE_NOOP("export", "Walk-ins")
_MADE_AT: Final = QT_TRANSLATE_NOOP("export", "Made at")


@dataclass(frozen=True)
class Written:
    """What is in the workbook when its summary is made.

    Attributes:
        held, uncounted: sessions of that kind; minors, guests: head counts of all of them.
        attended_people: people who took part at least once.
        grid_too_wide: people × sessions was left out for its many sessions, grid_too_large: for its many cells.
        formulas: whether the totals of sessions and people are formulas.
    """

    data: Tables
    sessions: Tables
    people: Tables
    held: int
    uncounted: int
    minors: int
    guests: int
    attended_people: int
    grid_too_wide: bool
    grid_too_large: bool
    formulas: bool

    @property
    def session_count(self) -> int:
        """Sessions listed."""
        return sum(rows for _, rows in self.sessions)

    @property
    def people_count(self) -> int:
        """People listed."""
        return sum(rows for _, rows in self.people)


def summary_page(
    scope: AttendanceScope, options: Options, sheets: AttendanceSheets, written: Written, tally: Tally
) -> Page:
    """Title block, totals as formulas with their values, what was left out, the letters."""
    words = sheets.words
    lines = [
        Line(words.say(QT_TRANSLATE_NOOP("export", "Attendance summary")), look="title"),
        *_title_block(scope, options, words, written),
        Line(look="gap"),
        Line(words.say(QT_TRANSLATE_NOOP("export", "Totals")), look="section"),
        *_totals(words, written, tally),
        *_notes(options, sheets, written),
    ]
    if sheets.grid:
        letters = words.say(QT_TRANSLATE_NOOP("export", "Letters in “{sheet}”"), sheet=sheets.grid.name)
        lines += [Line(look="gap"), Line(letters, look="section")]
        lines += [Line(words.letter[status], words.status[status]) for status in STATUSES]
        lines.append(
            Line(
                words.say(QT_TRANSLATE_NOOP("export", "(empty)")),
                words.say(QT_TRANSLATE_NOOP("export", "not on the list of that session")),
            )
        )
    return Page(words.sheet["summary"], tuple(lines), first=True)


def _title_block(scope: AttendanceScope, options: Options, words: Words, written: Written) -> Iterator[Line]:
    period = ""
    if scope.first_day and scope.last_day:
        first, last = f"{scope.first_day:%d.%m.%Y}", f"{scope.last_day:%d.%m.%Y}"
        period = first if first == last else f"{first} – {last}"
    fields = (
        (QT_TRANSLATE_NOOP("export", "Topic"), scope.title),
        (QT_TRANSLATE_NOOP("export", "Scope"), scope.about),
        (QT_TRANSLATE_NOOP("export", "Period"), period),
        (QT_TRANSLATE_NOOP("export", "Organisation"), scope.organisation),
        (QT_TRANSLATE_NOOP("export", "Facilitator"), scope.facilitator),
    )
    for label, value in fields:
        if value:
            yield Line(words.say(label), value)
    yield Line(words.say(_MADE_AT), scope.made_at.replace(second=0, microsecond=0, tzinfo=None))
    yield Line(words.say(QT_TRANSLATE_NOOP("export", "Personal data")), privacy(words, written.people_count, options))


def privacy(words: Words, people: int, options: Options) -> str:
    """How many people's data are in the file, and which."""
    if options.contacts:
        return words.say(
            QT_TRANSLATE_NOOP("export", "Number of people named in this file, with phone and e-mail: {count}"),
            count=people,
        )
    return words.say(
        QT_TRANSLATE_NOOP("export", "Number of people named in this file, without phone and e-mail: {count}"),
        count=people,
    )


def _totals(words: Words, written: Written, tally: Tally) -> Iterator[Line]:
    head = words.heading
    slots = tally.by_slot()
    _, *_, attended, rate = totals(slots)

    def total(label: str, value: int, parts: Tables, term: str, key: str) -> Line:
        # One term for each sheet on which the rows go on.
        formula = "+".join(term.format(reference(sheet.table, head[key])) for sheet, _ in parts)
        return Line(label, value, "total", formula)

    def marks(status: str | None) -> Line:
        return total(words.status[status], slots[SLOT[status]], written.data, _count_of(words.status[status]), "status")

    yield total(words.say(_SESSIONS), written.session_count, written.sessions, "COUNT({})", "number")
    held = _count_of(words.session_status[vocabulary.HELD])
    yield total(words.say(_HELD), written.held, written.sessions, held, "session_status")
    yield total(words.say(_PEOPLE), written.people_count, written.people, "COUNT({})", "number")
    yield total(words.say(_ONCE), written.attended_people, written.people, 'COUNTIF({},">0")', "attended")
    rows = total(words.say(_ROWS), tally.rows, written.data, "COUNT({})", "person_number")
    yield rows
    counted = {status: marks(status) for status in STATUSES}
    yield from counted.values()
    taken = "+".join(counted[status].formula for status in vocabulary.ATTENDED)
    marked = f"({rows.formula}-({counted[None].formula}))"
    share = f'IF({marked}=0,"",({taken})/{marked})'
    yield Line(words.say(_ATTENDED), attended, "total", taken, rate, share)
    modes = "+".join(
        f'COUNTIFS({reference(sheet.table, head["mode"])},"{words.mode[vocabulary.ONLINE]}",'
        f'{reference(sheet.table, head["status"])},"{words.status[status]}")'
        for sheet, _ in written.data
        for status in vocabulary.ATTENDED
    )
    yield Line(words.say(_ONLINE), tally.count(mode=vocabulary.ONLINE, attended=True), "total", modes)
    yield total(words.say(_WALK_INS), tally.count(walk_in=True), written.data, _count_of(words.yes), "walk_in")
    yield total(head["minors"], written.minors, written.sessions, "SUM({})", "minors")
    yield total(head["guests"], written.guests, written.sessions, "SUM({})", "guests")


def _count_of(value: str) -> str:
    return f'COUNTIF({{}},"{value}")'


def _notes(options: Options, sheets: AttendanceSheets, written: Written) -> Iterator[Line]:
    words = sheets.words
    notes = []
    if not sum(rows for _, rows in written.data):
        notes.append(words.say(QT_TRANSLATE_NOOP("export", "There are no people on the lists of these sessions yet.")))
    if written.grid_too_wide:
        text = QT_TRANSLATE_NOOP(
            "export",
            "The sheet “{sheet}” (people × sessions) was left out: it takes up to {most} sessions, and there are "
            "{count}. Every mark is on the sheet “{data}”.",
        )
        count = written.session_count - written.uncounted
        notes.append(
            words.say(text, sheet=words.sheet["grid"], most=options.grid_sessions, count=count, data=sheets.data.name)
        )
    if written.grid_too_large:
        text = QT_TRANSLATE_NOOP(
            "export",
            "The sheet “{sheet}” (people × sessions) was left out because there are too many people for it. "
            "Every mark is on the sheet “{data}”.",
        )
        notes.append(words.say(text, sheet=words.sheet["grid"], data=sheets.data.name))
    for parts in (written.data, written.sessions, written.people):
        if len(parts) > 1:
            text = QT_TRANSLATE_NOOP("export", "The rows of “{sheet}” go on on these sheets: {others}.")
            others = ", ".join(sheet.name for sheet, _ in parts[1:])
            notes.append(words.say(text, sheet=parts[0][0].name, others=others))
    if written.uncounted:
        text = QT_TRANSLATE_NOOP("export", "Cancelled sessions, whose marks are not counted: {count}")
        notes.append(words.say(text, count=written.uncounted))
    if not written.formulas:
        text = QT_TRANSLATE_NOOP(
            "export",
            "The totals on “{sessions}” and “{people}” are plain numbers: as formulas, so many would take minutes to "
            "calculate.",
        )
        notes.append(words.say(text, sessions=sheets.sessions.name, people=sheets.people.name))
    if notes:
        yield Line(look="gap")
        yield Line(words.say(QT_TRANSLATE_NOOP("export", "Please note")), look="section")
        yield from (Line(note, look="note") for note in notes)


def about_page(scope: AttendanceScope, options: Options, sheets: AttendanceSheets, written: Written) -> Page:
    """What each sheet is, how the numbers come about, what the file holds of people, what made it."""
    words = sheets.words
    texts = {
        words.sheet["summary"]: QT_TRANSLATE_NOOP("export", "What the file covers, and its totals."),
        words.sheet["grid"]: QT_TRANSLATE_NOOP("export", "People by sessions, with one letter for each mark."),
        words.sheet["data"]: QT_TRANSLATE_NOOP(
            "export", "One row per person and session: for filters and pivot tables."
        ),
        words.sheet["sessions"]: QT_TRANSLATE_NOOP("export", "Every session with its place, time and totals."),
        words.sheet["people"]: QT_TRANSLATE_NOOP("export", "Every person with their totals."),
        words.sheet["lists"]: QT_TRANSLATE_NOOP("export", "The words that the drop-downs offer."),
    }
    notes = (
        QT_TRANSLATE_NOOP(
            "export",
            "Attendance rate: present and late, out of those who are marked. Whoever is unmarked is in neither number.",
        ),
        QT_TRANSLATE_NOOP(
            "export",
            "Marks of cancelled sessions are kept in the program, but neither listed nor counted here.",
        ),
        QT_TRANSLATE_NOOP(
            "export",
            "The numbers “no”, “session no” and “person no” hold within this file only; they tell people of one name "
            "apart.",
        ),
        QT_TRANSLATE_NOOP("export", "What is changed in this file does not change the program."),
        QT_TRANSLATE_NOOP(
            "export",
            "This file holds personal data. Pass it on only to those who need it, and delete it when it is no longer "
            "needed.",
        ),
    )
    lines = [
        Line(words.say(QT_TRANSLATE_NOOP("export", "About this file")), look="title"),
        Line(words.say(QT_TRANSLATE_NOOP("export", "Sheets")), look="section"),
        *(Line(name, words.say(texts[name]), "link", target=name) for name in sheets.order() if name in texts),
        Line(look="gap"),
        Line(words.say(QT_TRANSLATE_NOOP("export", "How to read it")), look="section"),
        *(Line(words.say(note), look="note") for note in notes[:-1]),
        Line(look="gap"),
        Line(words.say(QT_TRANSLATE_NOOP("export", "Personal data")), look="section"),
        Line(privacy(words, written.people_count, options), look="note"),
        Line(words.say(notes[-1]), look="note"),
        Line(look="gap"),
        Line(words.say(QT_TRANSLATE_NOOP("export", "Made with")), f"TN Desktop {__version__}"),
        Line(words.say(_MADE_AT), scope.made_at.replace(second=0, microsecond=0, tzinfo=None)),
    ]
    return Page(words.sheet["about"], tuple(lines))
