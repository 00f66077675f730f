"""Pictures of solutions, their rounds, outputs, reach and the chain."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.shots.registry import Stage, shot
from tn_desktop.services import records


def _solution(stage: Stage) -> Any:
    """The pane of solutions with one chosen that has rounds and outputs."""
    pane = stage.pane("solutions")
    pane.show_view("solutions")
    model = pane.solutions.model
    rows = [model.row_at(number) for number in range(model.rowCount())]
    best = max(range(len(rows)), key=lambda number: (rows[number].outputs, rows[number].rounds))
    stage.choose(pane.solutions, best)
    return pane.solutions


@shot("solutions-rounds")
def rounds(stage: Stage) -> QWidget:
    """The sequence of rounds."""
    _solution(stage)
    return stage.window


@shot("solutions-round-open", size=(1366, 740))
def round_open(stage: Stage) -> QWidget:
    """A new round with the one before it in view."""
    pane = _solution(stage)
    pane.page.rounds.begin()
    stage.settle()
    return stage.window


@shot("solutions-rounds-small", size=(1024, 640))
def rounds_small(stage: Stage) -> QWidget:
    """The sequence in a small window."""
    return rounds(stage)


@shot("solutions-chain")
def chain(stage: Stage) -> QWidget:
    """The chain beside the list: rows."""
    pane = _solution(stage)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.chain_tab)
    stage.settle()
    return stage.window


@shot("solutions-chain-wide", size=(2500, 900))
def chain_wide(stage: Stage) -> QWidget:
    """The chain where there is room: columns."""
    return chain(stage)


@shot("solutions-details")
def details(stage: Stage) -> QWidget:
    """All fields."""
    pane = _solution(stage)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.details_tab)
    stage.settle()
    return stage.window


@shot("solutions-outputs")
def outputs(stage: Stage) -> QWidget:
    """Outputs of one solution."""
    pane = _solution(stage)
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.outputs_tab)
    stage.settle()
    return stage.window


@shot("outputs-reach")
def output(stage: Stage) -> QWidget:
    """The list of outputs, one of them with its reach."""
    pane = stage.pane("solutions")
    pane.show_view("outputs")
    stage.settle()
    stage.choose(pane.outputs, 2)
    return stage.window


@shot("outputs-small", size=(1024, 640))
def output_small(stage: Stage) -> QWidget:
    """The same in a small window."""
    return output(stage)


@shot("outputs-file")
def output_file(stage: Stage) -> QWidget:
    """A large file is being kept with an output whose former file has not come yet."""
    output(stage)
    pane = stage.pane("solutions")
    page, database = pane.outputs.page, stage.window.context.tasks.database
    assert database is not None and page.key is not None
    with database.write("change") as uow:
        changes = records.change(uow, "outputs", page.key, {"file": f"{'0' * 64}/Ders planı.pdf"})
    stage.window.context.tasks.changed.emit(changes, None)
    stage.settle()
    page.ui.working_text.setText(page.file.tr("“{name}” is being kept …").format(name="Atölye kaydı.mp4"))
    page.ui.progress.setRange(0, 1000)
    page.ui.progress.setValue(430)
    page.ui.working.show()
    page.ui.attach.setEnabled(False)
    return stage.window


@shot("solutions-empty", empty=True)
def empty(stage: Stage) -> QWidget:
    """Nothing yet."""
    stage.pane("solutions")
    return stage.window


@shot("workshop-reach")
def workshop_reach(stage: Stage) -> QWidget:
    """Whom a workshop reached beyond its list."""
    pane = stage.pane("workshops")
    stage.choose(pane, 8)
    pane.page.ui.tabs.setCurrentWidget(pane.page.reach.page)
    stage.settle()
    return stage.window


@shot("workshop-chain")
def workshop_chain(stage: Stage) -> QWidget:
    """The chain of a workshop."""
    pane = stage.pane("workshops")
    stage.choose(pane, 8)
    pane.page.ui.tabs.setCurrentWidget(pane.page.reach.page)
    pane.page.reach.show_view("chain")
    stage.settle()
    return stage.window


@shot("need-chain")
def need_chain(stage: Stage) -> QWidget:
    """The chain of a need."""
    pane = stage.pane("needs")
    rows = [pane.model.row_at(number) for number in range(pane.model.rowCount())]
    stage.choose(pane, next(number for number, row in enumerate(rows) if row.status == "addressed"))
    pane.page.ui.tabs.setCurrentWidget(pane.page.chain)
    stage.settle()
    return stage.window
