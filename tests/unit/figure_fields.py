"""Every number that services hand to the screens: of which figure it is, or why it is none.

A number is a field, property or function of services whose type holds int, float or `Numbers` and whose name the window
or the sheets use. `test_figures.py` finds them in the code: one that is named in neither list here fails there.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[2] / "tn_desktop"
COUNTS: Final = ("int", "int | None", "float", "float | None", "dict[str, int]")
"""What a function that counts returns; others give ids."""
NUMBERS: Final = frozenset(("int", "float", "Numbers"))

OF_FIGURES: Final[Mapping[tuple[str, str], str]] = {
    ("today", "marks of a session"): "day.DaySession.marked",
    ("today", "walk-ins of whom only the name is known, and the list it leads to"): "day.Day.incomplete_people",
    ("today", "follow-ups, and those overdue"): "follow_ups.FollowUps.count follow_ups.FollowUps.overdue",
    ("today", "chosen needs nobody took up, needs raised, people waiting"):
        "to_do.ToDo.needs_count to_do.ToDo.raised to_do.ToDo.waiting_people to_do.WaitingList.people",
    ("today", "requests about data, and those overdue"):
        "data_requests.OpenRequests.count data_requests.OpenRequests.overdue data_requests.RequestRow.days",
    ("every list", "rows in all, and pages that join to them"): "lists.Outline.total",
    ("communities", "members"): "list_rows.CommunityRow.members community_network.GroupRow.members",
    ("workshops", "sessions and people on the list"): "list_rows.WorkshopRow.sessions list_rows.WorkshopRow.enrolled",
    ("stakeholders", "contacts, next due day"): "list_rows.StakeholderRow.contacts",
    ("solutions", "needs, rounds, outputs"):
        "list_rows_solutions.SolutionRow.needs list_rows_solutions.SolutionRow.rounds "
        "list_rows_solutions.SolutionRow.outputs",
    ("outputs", "reach by basis"): "list_rows_solutions.OutputRow.reached output_page.OutputPage.reached",
    ("calendar", "+n more"): "session_calendar.CalendarDay.total",
    ("community", "members, subjects, workshops, needs, members of groups"):
        "community_page.CommunityPage.total community_page.CommunityPage.today community_page.SubjectShare.count "
        "community_network.CommunityNetwork.total_needs",
    ("community", "everything the five steps ask for"): " ".join(
        f"community_path.Figures.{name}"
        for name in (
            "members", "subjects", "months", "leaders", "needs", "votes", "chosen", "decisions", "held", "people",
            "attendances", "solutions", "outputs", "stakeholders", "engagements", "groups",
        )
    ) + " community_path.Step.facts",
    ("community", "entries of the timeline"): "timeline.Event.number",
    ("needs", "votes, counted dot by dot"):
        "need_rows.NeedRow.votes workshop_page.NeedRow.votes to_do.WaitingNeed.votes",
    ("needs", "needs and votes of a group"): "need_page.GroupSum.needs need_page.GroupSum.votes",
    ("needs", "talks with whom could help"): "proposals.Proposal.engagements",
    ("decisions", "votes for, against, abstained, needs"):
        "need_rows.DecisionRow.votes need_rows.DecisionRow.against need_rows.DecisionRow.abstained "
        "need_rows.DecisionRow.needs decisions.ListedDecision.votes decisions.ListedDecision.against "
        "decisions.ListedDecision.abstained",
    ("workshop", "places, marks, attendances, who came how often"):
        "workshops.SessionRow.attended workshops.SessionRow.marked workshops.SessionRow.listed "
        "workshops.EnrolledRow.attended workshops.EnrolledRow.place",
    ("workshop", "places free"): "places.Places.enrolled places.Places.waiting places.Places.free",
    ("workshop", "minutes of the agenda"): "agenda.Agenda.total agenda.Agenda.length agenda.Running.left",
    ("workshop", "by how much an agenda is too long"): "agenda.Agenda.spare",
    ("workshop", "forms, means, distribution"):
        "feedback.Question.n feedback.Question.mean feedback.Question.counts feedback.SessionForms.forms "
        "feedback.Summary.forms",
    ("workshop", "reach by basis"): "output_page.WorkshopReach.reached",
    ("workshops", "share led by teachers, from participant to leader"):
        "leaders.Leading.workshops leaders.Leading.said leaders.Leading.teacher_led leaders.Leading.became_leaders "
        "leaders.Leading.first_leaders leaders.Leading.share",
    ("person", "workshops, sessions, hours"):
        "person_page.PersonPage.sessions person_page.PersonPage.minutes person_page.PersonPage.came "
        "person_page.WorkshopOfPerson.attended person_page.WorkshopOfPerson.sessions "
        "person_page.WorkshopOfPerson.minutes",
    ("person", "contributions of each kind"):
        "contributions.Contributions.counts contributions.Contributions.total",
    ("person", "rows of one who was entered twice"): "person_page.PersonPage.rows subject_data.SubjectData.rows",
    ("tool", "sessions it was planned in"): "tools.ToolPage.used",
    ("solution", "numbers of its rounds"): "solution_page.Round.number",
    ("chain", "votes and reach on the cards"): "chain.Card.number chain.Card.numbers",
    ("chain", "+n more of a stage"): "chain.Chain.more",
    ("surveys", "n and mean of each wave"):
        "surveys.Point.n surveys.Point.mean surveys.SurveyRow.n surveys.Subject.waves",
    ("organisation", "key figures of today"): "figures.Figure.number figures.Figure.parts organisation.Taken.number",
    ("organisation", "reach by year and province"): "reach.Part.activities reach.Part.outputs",
    ("organisation", "reach in all"):
        "reach.Numbers.named reach.Numbers.counted reach.Numbers.estimated reach.ReachSummary.activities "
        "reach.ReachSummary.outputs",
    ("exchange", "changes a colleague has not yet"): "exchange_page.Laptop.waiting exchange_page.Overview.waiting",
    ("exchange", "conflicts and files that wait"): "exchange_page.Overview.conflicts exchange_page.Overview.held",
    ("personal data", "people past their time"): "retention.DuePeople.count",
    ("personal data", "requests and exports past their time"): "retention.Due.requests retention.Due.exports",
    ("personal data", "notes past their time"): "due_notes.DueNotes.count",
    ("planning", "members of its communities today"): "planning.PlanDefaults.members planning.members_today",
    ("export", "people in the file"):
        "export_data.people_count export_lists.EntityRows.people export_lists.EntityRows.count",
    ("print", "people on the sheet"): "sheet_content.SessionSheet.enrolled",
}  # fmt: skip
"""(screen, figure) of `test_figures.FIGURES` -> the numbers that it is shown from."""

NO_FIGURES: Final[Mapping[str, str]] = {
    "they name a row": "chain.Chain.links chain.Chain.start duplicates.Pair.number duplicates.Pair.one "
        "duplicates.Pair.other exchange_page.Laptop.number exchange_page.TakenIn.batch export_scope.MarkRow.person "
        "export_scope.MarkRow.session export_scope.PersonRow.number export_scope.Selection.community "
        "export_scope.Selection.session export_scope.Selection.workshop export_scope.SessionRow.number "
        "feedback.Said.session feedback.WorkshopFeedback.session feedback.WorkshopFeedback.workshop find.Hit.session "
        "agenda.Agenda.leaders leaders.NewLeader.person leaders.NewLeader.workshop lists.Outline.ids "
        "judged_pairs.JudgedPair.ids "
        "list_specs.ListSpec.rows output_page.WorkshopReach.sessions peers.PeerState.gaps proposals.Wanted.community "
        "records.id_of repeating.Link.repeat_of repeating.Repeat.workshop session_calendar.CalendarSession.workshop "
        "solution_page.solution_of support.SupportRow.target timeline.Event.target undo.Entry.lsn "
        "workshop_page.NeedRow.need workshop_page.SupporterRow.stakeholder workshops.WorkshopPlan.stakeholders "
        "rosters.Grid.marks watch.newest peers.received",
    "they are stored as they are shown": "agenda.AgendaRow.minutes agenda_blocks.Block.minutes "
        "export_scope.MarkRow.minutes export_scope.MarkRow.walk_in export_scope.SessionRow.capacity "
        "export_scope.SessionRow.guests export_scope.SessionRow.minors leaders.teacher_led one_roster.Held.minutes "
        "one_roster.Held.walk_in one_roster.Said.minutes organisation.MilestoneRow.number "
        "person_page.SessionOfPerson.minutes places.Places.capacity places.capacity planning.PlanDefaults.capacity "
        "quotations.QuotationRow.year reach.ReachRow.number rosters.RosterRow.minutes rosters.SessionHead.capacity "
        "sheet_content.SheetBlock.minutes surveys.SurveyRow.best surveys.SurveyRow.wave surveys.Point.wave "
        "surveys.Point.best tool_rows.ToolRow.group_max tool_rows.ToolRow.group_min tool_rows.ToolRow.minutes "
        "workshops.SessionRow.capacity destruction.DestructionRow.count export_log.Exported.people",
    "they are places in an order": "agenda_blocks.Block.position export_scope.SessionRow.order lists.Page.start "
        "lists.position rosters.RosterRow.number rosters.SessionHead.number rosters.SessionHead.of "
        "sheet_content.SheetPerson.number sheet_content.SheetSession.number surveys.Results.next_wave "
        "workshops.SessionRow.number",
    "they are moments, sizes, settings and weights": "backups.Backup.size conflicts.OpenConflict.kept_at "
        "conflicts.OpenConflict.lost_at duplicates.Pair.likeness proposals.weight retention.Due.years retention.years "
        "tools.minutes_of workshops.WorkshopPlan.repeats",
    "they tell what one step did or would do": "erasure.Forgotten.marks "
        "erasure.Forgotten.people erasure.Forgotten.rows "
        "exchange_page.TakenIn.added exchange_page.TakenIn.changed exchange_page.TakenIn.conflicts "
        "exchange_page.TakenIn.removed export_log.count "
        "rescue.Rescued.backed rescue.Rescued.lost rescue.Rescued.read rescue.Rescued.waiting "
        "retention.destroy_notes retention.destroy_rest rosters.SessionHead.rosters tools.removed_of_library",
}  # fmt: skip
"""Why -> the numbers that are no figures."""


def found() -> frozenset[str]:
    """The numbers of services that the window and the sheets use, as “module.Class.field” or “module.function”."""
    used = frozenset(_names_used())
    return frozenset(
        name
        for file in sorted((PACKAGE / "services").glob("*.py"))
        if not file.stem.startswith("demo")
        for node in _tree(file).body
        for name, last in numbers_of(file.stem, node)
        if last in used and last not in ("id", "key") and not last.startswith("_") and not last.endswith("_id")
    )


def _names_used() -> Iterator[str]:
    for part in ("gui", "sheets"):
        for file in (PACKAGE / part).rglob("*.py"):
            for node in ast.walk(_tree(file)):
                if isinstance(node, ast.Attribute):
                    yield node.attr
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value  # for getattr


def numbers_of(module: str, node: ast.stmt) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.FunctionDef):
        if node.returns is not None and ast.unparse(node.returns) in COUNTS:
            yield f"{module}.{node.name}", node.name
    elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
        for member in node.body:
            if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
                name, kind = member.target.id, member.annotation
            elif isinstance(member, ast.FunctionDef) and member.returns is not None:
                name, kind = member.name, member.returns
            else:
                continue
            if NUMBERS & {one.id for one in ast.walk(kind) if isinstance(one, ast.Name)}:
                yield f"{module}.{node.name}.{name}", name


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))
