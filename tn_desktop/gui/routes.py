"""Where the wishes of panes lead: each signal of the navigator, followed by the main window."""

from typing import TYPE_CHECKING

from tn_desktop.gui import openers
from tn_desktop.gui.places import PLACES

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow


def connect_routes(window: "MainWindow") -> None:
    """Have the window follow every wish."""
    context, host = window.context, window.host
    navigator = context.navigator
    for name, signal in (
        ("people", navigator.person_wanted),
        ("communities", navigator.community_wanted),
        ("workshops", navigator.workshop_wanted),
        ("stakeholders", navigator.stakeholder_wanted),
    ):
        signal.connect(lambda key, name=name: window.go(name, key))
    navigator.record_wanted.connect(lambda entity, key: window.go(entity, key) if entity in PLACES else None)
    navigator.pane_wanted.connect(window.go)
    navigator.back_wanted.connect(host.back)
    navigator.new_wanted.connect(lambda name: host.show(name).new_record())
    navigator.incomplete_wanted.connect(lambda: host.show("people").show_only("missing"))
    navigator.told.connect(window.ui.status.tell)
    navigator.attendance_wanted.connect(lambda key: window.open_attendance("open_session", key))
    navigator.grid_wanted.connect(lambda key: window.open_attendance("open_grid", key))
    navigator.print_wanted.connect(lambda ids: openers.open_print(context, tuple(ids), window))
    navigator.plan_wanted.connect(lambda wish: openers.open_plan(context, wish, window))
    navigator.export_wanted.connect(lambda scope: openers.open_export(context, scope, window))
    navigator.import_wanted.connect(lambda wish: openers.open_import(context, wish, window))
