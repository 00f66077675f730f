"""Own texts of notice and consent travel: every version whole and by itself, never in the place of another's."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.unit.sync.hostile import DEVICE, cells_of, sealed, try_to_take
from tests.unit.sync.laptops import Laptop, differences, exchange
from tests.unit.sync.wire import write_wire
from tn_desktop.exchange.sync.scope import Scope
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import merge_undo, privacy_versions, to_do
from tn_desktop.services.privacy_versions import Wording

pytestmark = pytest.mark.both_engines


def reword(laptop: Laptop, text: str, day: date = date(2026, 3, 14)) -> str:
    with laptop.db.write("texts") as uow:
        words: Mapping[str, Wording] = {
            language: replace(
                privacy_versions.wording(privacy_versions.text(uow.connection, language)),
                consent=f"{text} ({language})",
            )
            for language in ("tr", "en")
        }
        return privacy_versions.save(uow, words, day)


def said(laptop: Laptop, version: str = "") -> tuple[str, str]:
    """The version, and the sentence above its consents."""
    with laptop.db.read() as connection:
        found = privacy_versions.text(connection, "tr", version)
    return found.version, found.consent


def test_the_words_behind_a_consent_are_read_on_every_laptop(ayse: Laptop, baran: Laptop) -> None:
    own = reword(ayse, "Ayşe'nin sözleri")
    exchange(ayse, baran)
    assert said(baran, own) == said(ayse) == (own, "Ayşe'nin sözleri (tr)")
    assert said(baran)[0] != own, "what Baran hands out is his to say"
    with baran.db.write("use") as uow:
        privacy_versions.use(uow, own)
    assert said(baran) == said(ayse)
    assert differences(ayse.state(), baran.state()) == {} and baran.problems() == []


def test_two_who_word_differently_keep_both_and_their_own_in_use(ayse: Laptop, baran: Laptop) -> None:
    hers, his = reword(ayse, "Ayşe'nin sözleri"), reword(baran, "Baran'ın sözleri")
    exchange(ayse, baran)
    for laptop, own in ((ayse, hers), (baran, his)):
        assert said(laptop)[0] == own
        assert said(laptop, hers)[1].startswith("Ayşe") and said(laptop, his)[1].startswith("Baran")
        assert laptop.open_conflicts() == [] and laptop.problems() == []
    assert differences(ayse.state(), baran.state()) == {}


def test_two_who_word_alike_have_one_version(ayse: Laptop, baran: Laptop) -> None:
    assert reword(ayse, "Bizim sözlerimiz") == reword(baran, "Bizim sözlerimiz")
    exchange(ayse, baran)
    exchange(baran, ayse)
    for laptop in (ayse, baran):
        with laptop.db.read() as connection:
            assert len(privacy_versions.own(connection)) == 1
    assert differences(ayse.state(), baran.state()) == {}


def news(laptop: Laptop) -> tuple[str, ...]:
    with laptop.db.read() as connection:
        found = to_do.to_do(connection, date(2026, 3, 14))
        assert found.empty == (not found.texts)
        return found.texts


def test_a_version_that_came_with_a_file_is_told_until_somebody_looks_at_it(ayse: Laptop, baran: Laptop) -> None:
    reword(ayse, "Eski sözler", date(2026, 3, 1))
    own = reword(ayse, "Ayşe'nin sözleri")
    assert news(ayse) == (), "what is worded here is no news here"
    file = ayse.send()
    rehearsed = baran.receive(file, rehearse=True)
    texts = rehearsed.files[0].texts
    assert len(texts) == 2 and texts[own]["tr"].consent == "Ayşe'nin sözleri (tr)" and news(baran) == ()
    report = baran.receive(file)
    assert report.files[0].texts == texts and report.as_json(untranslated)["texts"] == sorted(texts)
    assert news(baran) == (own,), "of those that came, the latest"
    baran.receive(ayse.send())
    assert news(baran) == (own,)
    with baran.db.write("look") as uow:
        privacy_versions.look_at(uow, own)
    assert news(baran) == ()
    baran.receive(ayse.send())
    assert news(baran) == () and "texts" not in baran.receive(ayse.send()).as_json(untranslated)


@pytest.mark.parametrize("how", ["handed out", "taken back"])
def test_a_version_is_no_news_once_it_is(ayse: Laptop, baran: Laptop, how: str) -> None:
    own = reword(ayse, "Ayşe'nin sözleri")
    report = baran.receive(ayse.send())
    assert news(baran) == (own,) and report.batch is not None
    with baran.db.write(how) as uow:
        if how == "handed out":
            privacy_versions.use(uow, own)
        else:
            merge_undo.undo_batch(uow, report.batch)
    assert news(baran) == ()


def test_a_file_of_one_province_has_the_texts_too(ayse: Laptop, baran: Laptop) -> None:
    own = reword(ayse, "Bizim sözlerimiz")
    baran.receive(ayse.send(order=Order(scope=Scope(province="TR-34"))))
    assert said(baran, own)[1] == "Bizim sözlerimiz (tr)"


def test_words_that_were_altered_under_their_version_are_refused(ayse: Laptop, baran: Laptop) -> None:
    own = reword(ayse, "Bizim sözlerimiz")
    for known in (False, True):
        sent = ayse.folder / f"sound-{known}.xlsx"
        send(ayse.db, sent, untranslated, write=write_wire)
        rows = cells_of(sent)
        # Of somebody who has seen the row, so that it is no copy of what is there.
        forged = [
            (row[0], row[1], json.dumps({**json.loads(row[2]), DEVICE: "000000001000"}), *row[3:])
            if row[0] == "own_text"
            else row
            for row in rows
        ]
        forged = [tuple(cell.replace("Bizim sözlerimiz", "Her şeye evet") for cell in row) for row in forged]
        assert sum(one != other for one, other in zip(rows, forged, strict=True)) == 2
        assert try_to_take(baran, sealed(forged, ayse.folder / f"forged-{known}.xlsx")) == "refused"
        assert try_to_take(baran, sent) == "applied"
        assert said(baran, own)[1] == "Bizim sözlerimiz (tr)"
