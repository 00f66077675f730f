"""Pictures of needs, decisions and the page of a community, over a story of its own."""

from PySide6.QtWidgets import QWidget

from tests.gui.keys import type_text
from tests.shots.registry import Stage, shot
from tn_desktop.gui.context import NeedsWish

TITLES = (
    ("Kalabalık sınıflarda herkese söz vermek", "raised", 4, "Sınıf yönetimi", "Söz hakkı"),
    ("Okuma alışkanlığı kazandırmak", "discussed", 11, "Okuma", "Okuma"),
    ("Göçle gelen çocukların dili", "chosen", 14, "Göç, Dil", ""),
    ("Okulda internet olmadan kaynak bulmak", "raised", 2, "Dijital beceriler", ""),
    ("Velilerle düzenli konuşabilmek", "raised", 7, "Veli", ""),
    ("Sınav kaygısı", "addressed", 9, "Esenlik", ""),
    ("Yeni gelen öğretmenin yalnızlığı", "chosen", 12, "Esenlik, Dayanışma", ""),
    ("Birleştirilmiş sınıf için etkinlik", "dropped", 1, "Sınıf yönetimi", ""),
    ("Tartışmayı öğretmek", "discussed", 6, "Eleştirel düşünme", "Söz hakkı"),
)


def tell(stage: Stage) -> int:
    """Write needs of the first community, once; its id."""
    from tn_desktop.services import records

    community = stage.first_id("communities")
    database = stage.context.tasks.database
    assert database is not None
    with database.read() as connection:
        told = records.listing(connection, "needs", "Kalabalık sınıflarda", limit=1)[0]
    if not told:
        with database.write("Story") as uow:
            for number, (title, status, votes, themes, cluster) in enumerate(TITLES):
                values = {
                    "title": title, "status": status, "votes": votes, "themes": themes, "cluster": cluster,
                    "community": community, "raised_at": f"2026-02-{10 + number}",
                }  # fmt: skip
                records.add(uow, "needs", values)
            for question, votes in (("Hangi ihtiyaçla başlayalım?", 14), ("Ayda bir buluşalım mı?", 17)):
                values = {
                    "community": community, "question": question, "date": "2026-02-20", "votes": votes,
                    "votes_against": 2, "votes_abstained": 1, "result": "Kabul edildi",
                    "needs": [3] if votes == 14 else [],
                }  # fmt: skip
                records.add(uow, "decisions", values)
            group = {"name": "Göç ve Dil Çalışma Grubu", "kind": "working_group", "grown_from": [community]}
            records.add(uow, "communities", {**group, "founded": "2026-03-01"})
    return community


def community_page(stage: Stage, tab: str) -> QWidget:
    """A tab of the page of the community the needs are of."""
    community = tell(stage)
    pane = stage.pane("communities")
    pane.go_to(community)
    stage.settle()
    pane.page.ui.tabs.setCurrentWidget(getattr(pane.page.ui, f"{tab}_tab"))
    stage.settle()
    return stage.window


def _register(tab: str) -> None:
    @shot(f"community-{tab}")
    def page(stage: Stage) -> QWidget:
        return community_page(stage, tab)


for _tab in ("members", "needs", "decisions", "groups", "path", "timeline"):
    _register(_tab)


@shot("community-path-small", size=(1024, 640))
def path_small(stage: Stage) -> QWidget:
    """The path on a small screen."""
    return community_page(stage, "path")


@shot("community-decide")
def decide(stage: Stage) -> QWidget:
    """A new decision."""
    community_page(stage, "needs")
    page = stage.window.host.pane("communities").page
    page.ui.needs.selectRow(0)
    page.ui.decide.click()
    stage.settle()
    return page.deciding


@shot("community-decisions-printed")
def decisions_printed(stage: Stage) -> QWidget:
    """The list of decisions as it will be printed."""
    community_page(stage, "decisions")
    page = stage.window.host.pane("communities").page
    page.ui.print_decisions.click()
    stage.settle()
    return page.decisions.preview


@shot("community-working-group")
def working_group(stage: Stage) -> QWidget:
    """A new working group."""
    community_page(stage, "members")
    page = stage.window.host.pane("communities").page
    page.ui.members.selectRow(0)
    page.ui.set_up_group.click()
    stage.settle()
    return page.founding


@shot("needs")
def needs(stage: Stage) -> QWidget:
    """The list and a page."""
    tell(stage)
    stage.choose(stage.pane("needs"), 2)
    return stage.window


@shot("needs-small", size=(1024, 640))
def needs_small(stage: Stage) -> QWidget:
    """The same on a small screen."""
    tell(stage)
    stage.choose(stage.pane("needs"), 2)
    return stage.window


@shot("needs-empty", empty=True)
def needs_empty(stage: Stage) -> QWidget:
    """No need yet."""
    stage.pane("needs")
    return stage.window


@shot("needs-several")
def needs_several(stage: Stage) -> QWidget:
    """Several needs chosen."""
    tell(stage)
    pane = stage.pane("needs")
    pane.table.selectAll()
    stage.settle()
    return stage.window


@shot("needs-board")
def needs_board(stage: Stage) -> QWidget:
    """The board."""
    tell(stage)
    pane = stage.pane("needs")
    pane.show_view("board")
    stage.settle()
    pane.focus_list()
    stage.settle()
    return stage.window


@shot("needs-board-small", size=(1024, 640))
def needs_board_small(stage: Stage) -> QWidget:
    """The board on a small screen."""
    return needs_board(stage)


@shot("needs-count")
def needs_count(stage: Stage) -> QWidget:
    """Counting votes."""
    community = tell(stage)
    pane = stage.pane("needs")
    pane.show_wish(NeedsWish("count", community, "Topluluk"))
    stage.settle()
    pane.focus_list()
    type_text(pane.counting.table, "ok")
    stage.settle()
    return stage.window
