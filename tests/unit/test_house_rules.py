"""House rules that no linter knows, each with its reason."""

import ast
import re
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tn_desktop"
OUTGROWN = 420
"""Lines. What is longer does more than one thing; the house aims at 400."""

OF_ONE_PLACE = re.compile(r"(?<![\w.])[/](?:work|root)[/]\w+|pypi[.]org|pythonhosted[.]org")
"""Folders of a developer's machine, and hosts of a registry, of which there are others."""


def modules() -> list[Path]:
    """Our own modules; gui/forms is generated."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if PACKAGE / "gui" / "forms" not in path.parents]


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the source tree that a person writes."""
    folders = [ROOT / name for name in ("tn_desktop", "tests", "ui", "resources", ".ci")]
    files = [
        path for folder in folders for path in sorted(folder.rglob("*")) if ROOT / "tests" / "data" not in path.parents
    ]
    # In a linked worktree, .git is a file.
    for path in [*files, *sorted(path for path in ROOT.glob("*.*") if path.name != ".git")]:
        if path.is_file() and path.suffix in {
            "",
            ".csv",
            ".html",
            ".md",
            ".py",
            ".spec",
            ".toml",
            ".ts",
            ".txt",
            ".ui",
        }:
            yield path, path.read_text(encoding="utf-8")


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names of the modules, and of what is taken from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def lines_of(module: Path) -> int:
    return module.read_text(encoding="utf-8").count("\n")


def test_every_module_fits_one_room() -> None:
    assert [module.relative_to(ROOT).as_posix() for module in modules() if lines_of(module) > OUTGROWN] == []


@pytest.mark.thorough
@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_fits_one_room(module: Path) -> None:
    assert lines_of(module) <= OUTGROWN


def test_sheets_paint_without_widgets() -> None:
    """A sheet has to be made by the command line too, where no widget can be."""
    for module in sorted((PACKAGE / "sheets").rglob("*.py")):
        for name in imported(ast.parse(module.read_text(encoding="utf-8"))):
            if name.startswith("PySide6"):
                assert name.startswith(("PySide6.QtCore", "PySide6.QtGui")), f"{module.name} imports {name}"


def test_a_pane_knows_no_other_pane() -> None:
    """Panes meet in the window alone, so that each can be changed by itself. A pane is a folder, or modules
    whose names begin with the same word.

    list_pane is no pane but the base of those that are lists.
    """
    panes = PACKAGE / "gui" / "panes"
    for module in sorted(panes.rglob("*.py")):
        own = module.relative_to(panes).parts[0].removesuffix(".py")
        for name in imported(ast.parse(module.read_text(encoding="utf-8"))):
            if name.startswith("tn_desktop.gui.panes.") and not name.startswith("tn_desktop.gui.panes.list_pane"):
                other = name.split(".")[3]
                family = other.partition("_")[0] == own.partition("_")[0]
                assert family, f"{module.relative_to(panes)} imports {name}"


def test_threads_may_import_whatever_they_like_at_the_same_time() -> None:
    """Of two threads that wait for each other's module Python gives one half of it, and it finds a name missing.

    They never do as long as modules import each other in no circle, and packages, which are imported on the way to
    any of their modules, import none of them. The command line is loaded before there is another thread.
    """
    needed: dict[str, set[str]] = {}
    for module in modules():
        name = ".".join(module.relative_to(ROOT).with_suffix("").parts)
        needed[name.removesuffix(".__init__")] = set(when_loaded(ast.parse(module.read_text(encoding="utf-8")).body))
    for name, others in needed.items():
        others &= needed.keys()
        others |= {parent for other in others for parent in parents(other)} - {name, *parents(name)}
    packages = {parent for name in needed for parent in parents(name)} - {"tn_desktop.cli"}
    assert {name: others for name, others in needed.items() if name in packages and others} == {}
    TopologicalSorter(needed).prepare()


def when_loaded(body: Iterable[ast.stmt]) -> Iterator[str]:
    """What statements import as soon as their module is: not what stands in a function, or is for types alone."""
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield from imported(statement)
            if isinstance(statement, ast.ImportFrom) and statement.module:
                yield statement.module
        elif isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            yield from when_loaded(statement.orelse)
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ("body", "orelse", "finalbody"):
                yield from when_loaded(getattr(statement, part, ()))
            for handler in getattr(statement, "handlers", ()):
                yield from when_loaded(handler.body)


def parents(name: str) -> list[str]:
    """The packages a module is in."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts))]


def test_nothing_names_a_machine_or_a_registry() -> None:
    """What is written down has to be true on every computer."""
    assert [
        f"{path.relative_to(ROOT)}: {match}" for path, text in texts() for match in OF_ONE_PLACE.findall(text)
    ] == []


def test_tests_wait_for_conditions_not_for_time() -> None:
    """A wait by the clock is too short on a slow machine and wasted on a fast one."""
    waits = re.compile(r"(?:time\.sleep|qtbot\.wait|QTest\.q(?:Wait|Sleep))\(")
    found = [
        path.name
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if path != Path(__file__) and waits.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_signal_is_waited_for_in_a_with_block() -> None:
    """`qtbot.waitSignal(...)` by itself tests nothing."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                called = node.value.func
                waits = isinstance(called, ast.Attribute) and called.attr.startswith("waitSignal")
                assert not waits, f"{path.name}:{node.lineno}"


def named_tests(text: str) -> Iterator[Path]:
    """The files of tests that a text names; a bare name lies in the folder of the one before it on its line."""
    for line in text.splitlines():
        folder = Path()
        for name in re.findall(r"`((?:tests/[\w/]+/)?test_\w+[.]py)`", line):
            folder = Path(name).parent if "/" in name else folder
            yield folder / Path(name).name


def test_each_test_that_a_promise_names_is_there() -> None:
    """A promise without its test is only a claim."""
    named = set(named_tests((ROOT / "SECURITY.md").read_text(encoding="utf-8")))
    assert len(named) > 20
    assert [str(path) for path in sorted(named) if not (ROOT / path).is_file()] == []
