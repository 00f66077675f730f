"""Which tests an everyday run leaves out: those marked `thorough`, and all but some cases of those marked `some`.

tests/conftest.py has the hooks.

Whoever names a path, a word (-k) or a mark (-m) gets all that it names, and CI everything.
"""

import os
import random
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

LEFT = pytest.StashKey[int]()
"""How many tests were left for a thorough run."""
EVERYDAY = "everyday"
"""What a worker of xdist is told, and tells."""
CHOICE = "choice"
"""The same choice of cases in every worker."""
SEED = pytest.StashKey[int]()
"""What decides which cases an everyday run tries."""
SHARE = 10
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
    told: dict[str, Any] = getattr(config, "workerinput", {})
    config.stash[SEED] = told.get(CHOICE) or random.SystemRandom().randrange(1, 2**32)
    # A shared machine is no stopwatch; on CI the same examples every time, so that a failure can be repeated.
    settings.register_profile(
        "tn",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize="CI" in os.environ,
        max_examples=examples(100),
    )
    settings.load_profile("tn")
    if "CI" in os.environ:
        _forget_what_is_loaded()


def _forget_what_is_loaded() -> None:
    """hypothesis likes the constants of the modules that are loaded by then: others with each order of the tests, and
    with each change of the program. On CI the examples are to be the same all the same.
    """
    from hypothesis.internal.conjecture import providers

    if hasattr(providers, "_get_local_constants"):  # its own affair, which another version may do otherwise
        providers._get_local_constants = lambda: providers._local_constants


def chosen(items: list[pytest.Item], seed: int) -> set[pytest.Item]:
    """What an everyday run tries; of the cases of a test marked `some` as many as that says, others each time."""
    short = [item for item in items if not item.get_closest_marker("thorough")]
    cases: dict[tuple[str, str], list[pytest.Item]] = defaultdict(list)
    for item in short:
        parent = "" if item.parent is None else item.parent.nodeid
        cases[parent, getattr(item, "originalname", item.name)].append(item)
    tried: set[pytest.Item] = set()
    for name, alike in cases.items():
        mark = alike[0].get_closest_marker("some")
        many = len(alike) if mark is None else min(mark.args[0], len(alike))
        tried.update(random.Random(f"{seed} {name}").sample(alike, many))
    return tried


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of an everyday run what is not chosen for it."""
    if is_everyday(config):
        tried = chosen(items, config.stash[SEED])
        left = [item for item in items if item not in tried]
        config.stash[LEFT] = len(left)
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item in tried]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker which run it is."""
    node.workerinput[EVERYDAY] = is_everyday(node.config)
    node.workerinput[CHOICE] = node.config.stash[SEED]


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
