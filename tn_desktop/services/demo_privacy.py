"""The made-up network's slips: who was given the notice, who agreed to what, who took it back; two requests."""

from datetime import timedelta
from typing import Final

from tn_desktop.model.entities.privacy import Consent, DataRequest
from tn_desktop.model.privacy_texts import current_version
from tn_desktop.model.vocabulary import CONSENT, DONE, NOTICE, OPEN
from tn_desktop.services.demo_world import STEP, World

SIGNED: Final = 70
"""Of a hundred people so many have signed a slip."""
AGREED: Final = {"contact": 85, "photo_video": 60, "sharing": 30, "abroad": 15}
"""Of a hundred who signed, how many agreed to each purpose."""
TAKEN_BACK: Final = 4
PEOPLE_MOST: Final = 60_000
OLDER: Final = "2025-1"
"""A text of former years, so that somebody is to be asked again."""


def slips(world: World) -> None:
    """Notices and consents of the first people, and two requests of theirs."""
    chance, uids = world.chance("consents"), world.uids("consents")
    people = min(len(world.people_uids) // 16, PEOPLE_MOST)
    out = world.outbox(Consent)
    for person in range(1, people + 1):
        if chance.random() * 100 >= SIGNED:
            continue
        days = chance.randint(3, 500)
        day = world.today - timedelta(days=days)
        signed = {
            "person_id": person,
            "text_version": OLDER if days > 420 else current_version(),
            "language": "tr",
            "channel": "paper" if chance.random() < 0.8 else "screen",
            "given_at": day.isoformat(),
        }
        out.put(Consent, uid=uids.take(), kind=NOTICE, **signed)
        for purpose, share in AGREED.items():
            if chance.random() * 100 >= share:
                continue
            withdrawn = None
            if chance.random() * 100 < TAKEN_BACK:
                withdrawn = (day + timedelta(days=chance.randint(1, max(1, days - 1)))).isoformat()
            out.put(Consent, uid=uids.take(), kind=CONSENT, purpose=purpose, withdrawn_at=withdrawn, **signed)
        out.flush(least=STEP)
    out.flush()
    if people < 2:
        return
    asked = world.outbox(DataRequest)
    for person, kind, days, status in ((people, "access", 24, OPEN), (people - 1, "correction", 90, DONE)):
        received = world.today - timedelta(days=days)
        closed = (received + timedelta(days=9)).isoformat() if status == DONE else None
        asked.put(
            DataRequest,
            uid=uids.take(),
            person_id=person,
            kind=kind,
            received=received.isoformat(),
            channel="email",
            status=status,
            closed=closed,
        )
    asked.flush()
