"""The made-up organisation: who it is, what it looks back on, its key figures at the end of each year."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from tn_desktop.model.entities.organisation import Milestone, Organisation
from tn_desktop.model.normalise import phone
from tn_desktop.services.demo_needs import network_story
from tn_desktop.services.demo_world import World
from tn_desktop.services.organisation import ORGANISATION_UID

SHARES: Final = ((-3, 28), (-2, 51), (-1, 78))
"""Years before this one, and how much of what there is today there was at their end, in hundredths."""
LED_BY_TEACHERS: Final = (34, 47, 58)


def organisation(world: World) -> None:
    """The page, milestones and awards of its years, and three snapshots of its figures."""
    told = network_story()
    values = dict(told["organisation"])
    values["phone"] = phone("phone", values["phone"])
    world.write(Organisation, [{**values, "uid": ORGANISATION_UID.bytes}])
    chance, uids = world.chance("milestones"), world.uids("milestones")
    rows = []
    for years, kind, title, description in told["milestones"]:
        day = date(world.today.year + years, chance.randint(1, 12), chance.randint(1, 28))
        rows.append({"kind": kind, "title": title, "description": description, "date": day.isoformat()})
    for (years, share), led in zip(SHARES, LED_BY_TEACHERS, strict=True):
        figures = {title: max(1, number * share // 100) for title, number in _today(world).items()}
        figures["Öğretmenlerin yürüttüğü atölye (%)"] = led
        day = date(world.today.year + years, 12, 31)
        rows += [
            {"kind": "figure", "title": title, "number": number, "date": day.isoformat(), "source": "Yıl sonu sayımı"}
            for title, number in figures.items()
        ]
    world.write(Milestone, [{**row, "uid": uids.take()} for row in rows])


def _today(world: World) -> Mapping[str, int]:
    """Roughly what there is today, under the names that the program gives its own figures in Turkish."""
    held = [one for made in world.workshops.values() for workshop in made for one in workshop.sessions if one.marked]
    present = min(len(world.people_uids) // 16 * 4 // 5, 9 * len(held))
    return {
        "Yapılan oturum": len(held),
        "Etkinliklere katılan farklı kişi": present,
        "Etkinliklerin ulaştığı kişi": present + world.reached.get("session", 0),
        "Çıktıların ulaştığı kişi": world.reached.get("output", 0),
        "Etkinlik yapılan il": len({circle.block.iso for circle in world.circles}),
        "Etkin topluluk": sum(circle.values["status"] == "active" for circle in world.circles),
        "Paylaşılan çıktı": world.made.get("output", 0),
    }
