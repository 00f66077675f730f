"""Where the wishes of panes lead: each signal of the navigator, followed by the main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from tn_desktop.gui import openers
from tn_desktop.gui.places import PLACES

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow


def connect_routes(window: "MainWindow") -> None:
    """Have the window follow every wish, and those that need the data as soon as they are open."""
    context, host = window.context, window.host
    navigator = context.navigator

    def follow(signal: SignalInstance, wish: Callable[..., object]) -> None:
        signal.connect(lambda *given: window.when_open(lambda: wish(*given)))

    for name, signal in (
        ("people", navigator.person_wanted),
        ("communities", navigator.community_wanted),
        ("workshops", navigator.workshop_wanted),
        ("stakeholders", navigator.stakeholder_wanted),
    ):
        follow(signal, lambda key, name=name: window.go(name, key))
    follow(navigator.record_wanted, lambda entity, key: open_record(window, entity, key))
    follow(navigator.needs_wanted, lambda wish: host.show("needs").show_wish(wish))
    follow(navigator.texts_wanted, lambda version: openers.open_texts(context, version, window))
    follow(navigator.pane_wanted, window.go)
    follow(navigator.back_wanted, host.back)
    follow(navigator.new_wanted, lambda name: host.show(name).new_record())
    follow(navigator.incomplete_wanted, lambda: host.show("people").show_walk_ins())
    follow(navigator.attendance_wanted, lambda key: window.open_attendance("open_session", key))
    follow(navigator.grid_wanted, lambda key: window.open_attendance("open_grid", key))
    follow(navigator.print_wanted, lambda ids: openers.open_print(context, tuple(ids), window))
    follow(navigator.plan_wanted, lambda wish: openers.open_plan(context, wish, window))
    follow(navigator.export_wanted, lambda scope: openers.open_export(context, scope, window))
    follow(navigator.import_wanted, lambda wish: openers.open_import(context, wish, window))
    navigator.told.connect(window.ui.status.tell)


def open_record(window: "MainWindow", entity: str, key: int) -> None:
    """Show a row where it is at home: in its own pane, a session in its attendance, a decision at its community,
    a round at its solution."""
    if entity in PLACES:
        window.go(entity, key)
    elif entity == "sessions":
        window.open_attendance("open_session", key)
    elif entity in ("outputs", "iterations"):
        window.host.show("solutions").show_record(entity, key)
    elif entity == "surveys":
        window.host.show("quotations").show_record(entity, key)
    elif entity == "decisions":
        window.host.show("communities").show_decision(key)
