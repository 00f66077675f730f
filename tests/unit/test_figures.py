"""The list of the figures on the screens: where each stands, and the test that counts it anew from the rows.

A figure that is shown newly gets its line here, and a test that recomputes it from the rows, not from the service that
shows it. That none is forgotten is seen from the code: each number that services hand to the screens stands in
figure_fields.py.
"""

import ast
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.unit.figure_fields import NO_FIGURES, OF_FIGURES, found, numbers_of

TESTS: Final = Path(__file__).parents[1]
NUMBERS: Final = "unit/services/test_screen_numbers.py"

FIGURES: Final[tuple[tuple[str, str, str, str], ...]] = (
    # Today
    ("today", "marks of a session", NUMBERS, "test_today_counts_what_waits"),
    ("today", "walk-ins of whom only the name is known, and the list it leads to", NUMBERS,
     "test_today_counts_follow_ups_and_those_who_walked_in_without_details"),
    ("today", "follow-ups, and those overdue", NUMBERS,
     "test_today_counts_follow_ups_and_those_who_walked_in_without_details"),
    ("today", "chosen needs nobody took up, needs raised, people waiting", NUMBERS, "test_today_counts_what_waits"),
    ("today", "requests about data, and those overdue", NUMBERS, "test_today_counts_the_requests_that_wait"),
    # Lists
    ("every list", "rows in all, and pages that join to them", "unit/services/test_lists.py",
     "test_pages_join_to_the_whole_list_in_turkish_order"),
    ("every list", "rows under a filter", NUMBERS,
     "test_the_number_over_a_list_is_that_of_the_rows_under_each_filter"),
    ("every list", "rows with a word", NUMBERS, "test_the_number_over_a_list_is_that_of_the_rows_with_a_word"),
    ("people", "without details; of a community", NUMBERS,
     "test_the_number_of_members_without_details_is_that_of_the_rows"),
    ("communities", "members", NUMBERS, "test_lists_count_members_sessions_people_and_contacts"),
    ("workshops", "sessions and people on the list", NUMBERS, "test_lists_count_members_sessions_people_and_contacts"),
    ("stakeholders", "contacts, next due day", NUMBERS, "test_lists_count_members_sessions_people_and_contacts"),
    ("solutions", "needs, rounds, outputs", "unit/services/test_solutions.py",
     "test_a_row_counts_what_belongs_to_its_solution"),
    ("outputs", "reach by basis", "unit/services/test_solutions.py", "test_a_row_adds_up_the_reach_of_its_output"),
    ("calendar", "sessions of a day, under the filters", "unit/services/test_session_calendar.py",
     "test_the_lists_filters_and_search_apply"),
    ("calendar", "+n more", "unit/services/test_session_calendar.py",
     "test_a_crowded_day_tells_its_number_and_reads_the_first_ones"),
    # A community
    ("community", "members, subjects, workshops, needs, members of groups", NUMBERS,
     "test_a_community_s_page_counts_members_subjects_needs_and_groups"),
    ("community", "everything the five steps ask for", "unit/services/test_community_network.py",
     "test_every_figure_of_the_path_is_that_of_the_rows"),
    ("community", "entries of the timeline", "unit/services/test_community_network.py",
     "test_the_timeline_holds_everything_once_and_newest_first"),
    ("community", "decisions with their votes", "unit/services/test_community_network.py",
     "test_decisions_and_needs_of_a_page_are_those_of_the_rows"),
    # Needs
    ("needs", "votes, counted dot by dot", "unit/services/test_needs.py",
     "test_dots_are_counted_one_by_one_and_never_below_none"),
    ("needs", "needs and votes of a group", NUMBERS,
     "test_a_need_s_page_adds_up_its_group_and_lists_what_came_of_it"),
    ("needs", "what came of one", NUMBERS, "test_a_need_s_page_adds_up_its_group_and_lists_what_came_of_it"),
    ("needs", "the columns of the board", NUMBERS, "test_the_columns_of_the_board_hold_the_needs_of_their_status"),
    ("needs", "talks with whom could help", "unit/services/test_proposals.py",
     "test_what_was_talked_about_counts_and_who_is_past_comes_last"),
    ("decisions", "votes for, against, abstained, needs", NUMBERS,
     "test_a_need_s_page_adds_up_its_group_and_lists_what_came_of_it"),
    # A workshop
    ("workshop", "places, marks, attendances, who came how often", NUMBERS,
     "test_a_workshop_s_page_counts_places_marks_and_attendances"),
    ("workshop", "places free", NUMBERS, "test_what_is_left_of_a_workshop_s_places"),
    ("workshop", "which time it is held, of how many", "unit/services/test_repeating.py",
     "test_the_chain_is_seen_from_each_of_its_workshops"),
    ("workshop", "minutes of the agenda", "unit/services/test_agenda.py", "test_the_total_is_that_of_the_rows"),
    ("workshop", "by how much an agenda is too long", "unit/services/test_agenda.py",
     "test_an_agenda_that_is_too_long_says_by_how_much"),
    ("workshop", "forms, means, distribution", "unit/services/test_feedback.py",
     "test_means_distributions_and_counts_come_from_the_rows"),
    ("workshop", "reach by basis", "unit/services/test_reach.py", "test_of_each_workshop_and_each_output"),
    ("workshops", "share led by teachers, from participant to leader", "unit/services/test_leaders.py",
     "test_the_figures_are_those_of_the_rows"),
    # Attendance
    ("attendance", "present, late, excused, absent, unmarked", NUMBERS,
     "test_a_workshop_s_page_counts_places_marks_and_attendances"),
    ("attendance", "the same where two lists are one", "unit/services/test_one_roster.py",
     "test_the_counts_are_of_one_roster"),
    ("attendance", "while a mark is on its way", "gui/test_attendance_models.py",
     "test_a_mark_on_its_way_is_shown_and_counted_and_goes_back_when_refused"),
    ("attendance", "without a slip", "gui/test_attendance_slip.py",
     "test_a_purpose_that_she_did_not_agree_to_counts_her_among_those_to_ask"),
    # A person
    ("person", "workshops, sessions, hours", "unit/services/test_person_page.py",
     "test_totals_are_those_of_every_row_not_of_the_listed_ones"),
    ("person", "contributions of each kind", "unit/services/test_person_page.py",
     "test_everything_somebody_did_is_found_and_counted"),
    ("person", "rows of one who was entered twice", "unit/services/test_person_page.py",
     "test_whoever_was_entered_twice_is_counted_once"),
    # A stakeholder
    ("stakeholder", "contacts, talks, what it supports", NUMBERS,
     "test_a_stakeholder_s_page_holds_its_contacts_engagements_and_what_it_supports"),
    # Tools, solutions, outputs
    ("tool", "sessions it was planned in", NUMBERS, "test_a_tool_s_card_says_in_how_many_sessions_it_was_planned"),
    ("solution", "numbers of its rounds", "unit/services/test_solutions.py",
     "test_rounds_are_numbered_in_order_of_their_days"),
    ("chain", "votes and reach on the cards", "unit/services/test_chain.py", "test_cards_say_what_their_rows_hold"),
    ("chain", "+n more of a stage", "unit/services/test_chain.py",
     "test_a_stage_shows_the_first_and_says_how_many_more"),
    # Voices
    ("surveys", "n and mean of each wave", "unit/services/test_voices.py",
     "test_an_indicator_over_its_waves_is_the_weighted_mean_of_the_rows"),
    # The organisation
    ("organisation", "key figures of today", "unit/services/test_organisation.py",
     "test_each_figure_follows_from_the_rows"),
    ("organisation", "reach by year and province", "unit/services/test_reach.py", "test_years_and_provinces"),
    ("organisation", "reach in all", "unit/services/test_reach.py", "test_the_whole"),
    ("impact report", "key figures of its days", "unit/services/test_impact.py",
     "test_each_figure_follows_from_the_rows"),
    ("impact report", "activities and stakeholders by kind", "unit/services/test_impact.py",
     "test_kinds_of_activities_and_stakeholders_are_counted_from_the_rows"),
    ("impact report", "reach, and that of outputs", "unit/services/test_impact.py",
     "test_reach_is_that_of_the_rows_and_bases_are_never_added_up"),
    ("impact report", "means of feedback and surveys", "unit/services/test_impact.py",
     "test_feedback_and_surveys_are_means_of_what_outsiders_may_see"),
    # Exchange and what leaves
    ("exchange", "changes a colleague has not yet", NUMBERS,
     "test_what_a_colleague_has_not_yet_is_counted_from_the_history"),
    ("exchange", "conflicts and files that wait", NUMBERS,
     "test_conflicts_and_files_that_wait_are_counted_from_their_rows"),
    ("duplicates", "pairs in all", "unit/services/test_duplicates.py", "test_a_limit_cuts_the_list_and_not_the_count"),
    ("personal data", "people past their time", "unit/services/test_retention.py",
     "test_many_and_few_are_found_alike"),
    ("personal data", "requests and exports past their time", "unit/services/test_retention.py",
     "test_requests_and_exports_past_their_time_are_counted_from_the_rows"),
    ("personal data", "notes past their time", "unit/services/test_retention.py",
     "test_notes_about_stakeholders_are_reviewed_one_by_one"),
    ("planning", "members of its communities today", "unit/services/test_person_page.py",
     "test_whoever_was_entered_twice_is_counted_once"),
    ("export", "people in the file", "gui/test_export_dialog.py",
     "test_a_list_says_whose_data_it_holds_and_what_is_left_out"),
    ("print", "people on the sheet", "gui/test_print_preview.py",
     "test_what_is_saved_is_told_with_the_number_of_people"),
)  # fmt: skip


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of the tests of a file."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("screen", "figure", "file", "test"), FIGURES, ids=lambda part: str(part)[:40])
def test_each_figure_on_a_screen_has_a_test_that_counts_it_anew(screen: str, figure: str, file: str, test: str) -> None:
    assert test in names_in(file), f"{screen}: {figure}"


def test_each_number_that_services_hand_to_a_screen_is_of_a_figure_or_it_is_said_why_not() -> None:
    figures = {(screen, figure) for screen, figure, _file, _test in FIGURES}
    assert set(OF_FIGURES) <= figures
    named = [name for names in (*OF_FIGURES.values(), *NO_FIGURES.values()) for name in names.split()]
    assert sorted(named) == sorted(set(named)), "a number is named twice"
    new, gone = found() - set(named), set(named) - found()
    assert not new, f"give these a figure with a test that counts it anew, in figure_fields.py: {sorted(new)}"
    assert not gone, f"these are shown no more: {sorted(gone)}"


def test_a_new_number_would_be_noticed() -> None:
    module = ast.parse(
        "class Page:\n    id: int\n    name: str\n    reached: Numbers\n    def share(self) -> float | None: ...\n"
        "def waiting(connection) -> int: ...\ndef names(connection) -> dict[int, str]: ...\n"
    )
    told = [name for node in module.body for name, _last in numbers_of("page", node)]
    assert told == ["page.Page.id", "page.Page.reached", "page.Page.share", "page.waiting"]
