"""Which tests an everyday run leaves out: those marked `thorough`. tests/conftest.py has the hooks.

Whoever names a path, a word (-k) or a mark (-m) gets all that it names, and CI everything.
"""

import os
from typing import Any

import pytest
from hypothesis import settings

LEFT = pytest.StashKey[int]()
"""How many tests were left for a thorough run."""
EVERYDAY = "everyday"
"""What a worker of xdist is told, and tells."""
SHARE = 4
"""An everyday run tries one of so many invented examples; they are others each time."""
_hasty = False


def examples(many: int) -> int:
    """How many invented examples this run tries of those that a thorough run tries."""
    return max(2, many // SHARE) if _hasty else many


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--thorough`, which CI always means."""
    parser.addoption(
        "--thorough", action="store_true", default="CI" in os.environ, help="leave nothing out, as CI does"
    )


def is_everyday(config: pytest.Config) -> bool:
    """Whether the long tests are left out."""
    worker = getattr(config, "workerinput", None)
    if worker is not None:
        # The one that started it names every path to it.
        return bool(worker[EVERYDAY])
    option = config.option
    chosen = option.thorough or option.keyword or option.markexpr or getattr(option, "lf", False)
    return not chosen and config.args_source is not pytest.Config.ArgsSource.ARGS


def pytest_configure(config: pytest.Config) -> None:
    """Fewer invented examples in an everyday run."""
    global _hasty
    _hasty = is_everyday(config)
    # A shared machine is no stopwatch; on CI the same examples every time, so that a failure can be repeated.
    settings.register_profile("tn", deadline=None, derandomize="CI" in os.environ, max_examples=examples(100))
    settings.load_profile("tn")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is marked `thorough` out of an everyday run."""
    if is_everyday(config):
        left = [item for item in items if item.get_closest_marker("thorough")]
        config.stash[LEFT] = len(left)
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker which run it is."""
    node.workerinput[EVERYDAY] = is_everyday(node.config)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells how many it left out."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told[EVERYDAY] = session.config.stash.get(LEFT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Every worker left out the same; one that died tells nothing."""
    told = (getattr(node, "workeroutput", None) or {}).get(EVERYDAY, 0)
    node.config.stash[LEFT] = max(node.config.stash.get(LEFT, 0), told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Nothing is left out in silence."""
    left = terminalreporter.config.stash.get(LEFT, 0)
    if left:
        say = f"{left} long tests were left out of this everyday run; “python3 dev.py test --thorough” runs them too."
        terminalreporter.write_line(say, yellow=True)
