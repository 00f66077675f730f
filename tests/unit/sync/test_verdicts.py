"""What two laptops say of one pair without knowing of each other: none of it is lost, and none comes back."""

import uuid

import pytest
from sqlalchemy import select

from tests.unit.sync.laptops import Laptop, differences, exchange
from tn_desktop.exchange.sync import merging
from tn_desktop.exchange.sync.scope import Scope
from tn_desktop.exchange.sync.sending import Order
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Conflict
from tn_desktop.model.errors import FileRefused, Refused
from tn_desktop.model.join import Cell, RowState, conflict_uid
from tn_desktop.model.stamps import relation_uid
from tn_desktop.services import conflicts, records, same_as, undo
from tn_desktop.services.merge_undo import undo_batch
from tn_desktop.services.same_as import DIFFERENT, SAME

pytestmark = pytest.mark.both_engines

_conflict = table_of(Conflict)


def keys(laptop: Laptop, pair: list[str], entity: str = "people") -> list[int]:
    with laptop.db.read() as connection:
        return [records.id_of(connection, entity, uid) for uid in pair]


def judge(laptop: Laptop, pair: list[str], verdict: str | None) -> None:
    one, other = keys(laptop, pair)
    with laptop.db.write("judge") as uow:
        same_as.judge(uow, "people", one, other, verdict)


def verdict(laptop: Laptop, pair: list[str]) -> str | None:
    ids = keys(laptop, pair)
    with laptop.db.read() as connection:
        return same_as.verdict_on(connection, "people", *ids)


def as_one(laptop: Laptop) -> bool:
    """Whether lists show the people as one."""
    return len(laptop.rows("people")) == 1


def waiting(laptop: Laptop) -> list[conflicts.OpenConflict]:
    with laptop.db.read() as connection:
        return conflicts.open_conflicts(connection)


def told(laptop: Laptop) -> list[tuple[str | None, str | None]]:
    """(kept, lost) of each conflict."""
    return [(one.kept, one.lost) for one in waiting(laptop)]


def decide(laptop: Laptop, choice: str) -> int:
    """Decide the one conflict that waits; returns the number of the unit of work."""
    (one,) = waiting(laptop)
    with laptop.db.write("decide") as uow:
        return conflicts.resolve(uow, [one.id], choice).lsn


def a_pair(*laptops: Laptop) -> list[str]:
    pair = [laptops[0].add("people", given_name="Ayşe", institution=where) for where in ("Köy Okulu", "Kasaba Okulu")]
    exchange(*laptops)
    return pair


@pytest.fixture
def pair(ayse: Laptop, baran: Laptop) -> list[str]:
    """Two people whom Ayşe calls the same and then Baran, who has not heard of it, different."""
    pair = a_pair(ayse, baran)
    judge(ayse, pair, SAME)
    judge(baran, pair, DIFFERENT)
    return pair


@pytest.mark.some(1)
@pytest.mark.parametrize("first", ["ayse", "baran"])
def test_the_earlier_of_two_verdicts_waits_whoever_hears_first(
    ayse: Laptop, baran: Laptop, pair: list[str], first: str
) -> None:
    laptops = [ayse, baran] if first == "ayse" else [baran, ayse]
    laptops[1].receive(laptops[0].send())
    laptops[0].receive(laptops[1].send())
    for laptop in laptops:
        assert verdict(laptop, pair) == DIFFERENT and not as_one(laptop)
        (one,) = waiting(laptop)
        assert (one.entity, one.field, one.kept, one.lost, one.alive) == ("same_as", "verdict", DIFFERENT, SAME, True)
        assert (one.kept_by, one.lost_by) == (baran.db.device, ayse.db.device) and 0 < one.lost_at <= one.kept_at
        assert one.pair and one.pair.entity == "people" and set(one.pair.uids) == set(pair)
        assert laptop.problems() == []
    assert differences(ayse.state(), baran.state()) == {}
    row = relation_uid("same_as", *sorted(map(uuid.UUID, pair))).bytes
    with ayse.db.read() as connection:
        (held,) = connection.execute(select(_conflict.c.uid, _conflict.c.row_uid, _conflict.c.lost_stamp)).all()
    assert (held.row_uid, held.uid) == (row, conflict_uid(row, "verdict", held.lost_stamp))


@pytest.mark.some(1)
@pytest.mark.parametrize("choice", [conflicts.KEEP, conflicts.TAKE])
def test_who_decides_decides_for_all_and_lists_follow(
    ayse: Laptop, baran: Laptop, pair: list[str], choice: str
) -> None:
    exchange(ayse, baran)
    decide(ayse, choice)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        taken = choice == conflicts.TAKE
        assert verdict(laptop, pair) == (SAME if taken else DIFFERENT) and as_one(laptop) == taken
        assert waiting(laptop) == [] == laptop.problems()
    assert differences(ayse.state(), baran.state()) == {}


def test_a_decision_is_undone_with_what_followed_from_it(ayse: Laptop, baran: Laptop, pair: list[str]) -> None:
    exchange(ayse, baran)
    lsn = decide(ayse, conflicts.TAKE)
    assert as_one(ayse) and waiting(ayse) == []
    with ayse.db.write("undo") as uow:
        undo.undo(uow, lsn)
    assert not as_one(ayse) and verdict(ayse, pair) == DIFFERENT and told(ayse) == [(DIFFERENT, SAME)]
    exchange(ayse, baran)
    assert told(baran) == [(DIFFERENT, SAME)] and differences(ayse.state(), baran.state()) == {}


def test_agreement_and_knowing_change_are_no_conflict(ayse: Laptop, baran: Laptop) -> None:
    pair = a_pair(ayse, baran)
    judge(ayse, pair, SAME)
    judge(baran, pair, SAME)
    exchange(ayse, baran)
    judge(ayse, pair, DIFFERENT)
    exchange(ayse, baran)
    judge(baran, pair, None)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert verdict(laptop, pair) is None and waiting(laptop) == []


def test_a_pair_that_is_left_for_later_stands_against_no_verdict(ayse: Laptop, baran: Laptop) -> None:
    pair = a_pair(ayse, baran)
    judge(ayse, pair, SAME)
    judge(baran, pair, None)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert verdict(laptop, pair) == SAME and waiting(laptop) == []
    assert differences(ayse.state(), baran.state()) == {}


@pytest.mark.some(1)
@pytest.mark.parametrize("later", [DIFFERENT, None])
def test_a_verdict_that_was_taken_back_stands_against_one_that_did_not_know(
    ayse: Laptop, baran: Laptop, later: str | None
) -> None:
    pair = a_pair(ayse, baran)
    judge(ayse, pair, SAME)
    exchange(ayse, baran)
    judge(ayse, pair, None if later else DIFFERENT)
    judge(baran, pair, later)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert verdict(laptop, pair) == later and told(laptop) == [(later, None if later else DIFFERENT)]
    decide(baran, conflicts.TAKE)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert verdict(laptop, pair) == (None if later else DIFFERENT) and waiting(laptop) == []


@pytest.mark.some(1)
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_three_laptops_end_equal_in_any_order(
    ayse: Laptop, baran: Laptop, ceren: Laptop, order: tuple[int, int, int]
) -> None:
    laptops = [ayse, baran, ceren]
    pair = a_pair(*laptops)
    for laptop, said in zip(laptops, (SAME, None, DIFFERENT), strict=True):
        judge(laptop, pair, SAME if said is None else said)
        if said is None:
            judge(laptop, pair, None)
    one, other, last = (laptops[place] for place in order)
    other.receive(one.send())
    last.receive(other.send())
    exchange(*laptops)
    for laptop in laptops:
        assert verdict(laptop, pair) == DIFFERENT and (DIFFERENT, SAME) in told(laptop)
        assert laptop.problems() == []
    assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())


def test_a_batch_that_is_taken_back_takes_its_conflict_along(ayse: Laptop, baran: Laptop, pair: list[str]) -> None:
    report = ayse.receive(baran.send())
    assert report.batch is not None and told(ayse) == [(DIFFERENT, SAME)] and not as_one(ayse)
    with ayse.db.write("undo") as uow:
        undo_batch(uow, report.batch)
    assert verdict(ayse, pair) == SAME and as_one(ayse) and waiting(ayse) == [] == ayse.problems()
    exchange(ayse, baran)
    assert told(ayse) == told(baran) == [(DIFFERENT, SAME)] and differences(ayse.state(), baran.state()) == {}


def test_of_a_removed_row_nothing_is_said_again(ayse: Laptop, baran: Laptop, pair: list[str]) -> None:
    exchange(ayse, baran)
    ayse.remove("people", pair[0])
    (one,) = waiting(ayse)
    assert not one.alive and one.pair and list(one.pair.ids).count(None) == 1
    with pytest.raises(Refused, match="not here"):
        decide(ayse, conflicts.TAKE)
    decide(ayse, conflicts.KEEP)
    assert waiting(ayse) == []


def test_a_province_takes_the_conflicts_of_its_verdicts_along(ayse: Laptop, baran: Laptop, ceren: Laptop) -> None:
    pair = [ayse.add("people", given_name="Ayşe", province=province) for province in ("TR-36", "TR-36")]
    exchange(ayse, baran)
    judge(ayse, pair, SAME)
    judge(baran, pair, DIFFERENT)
    exchange(ayse, baran)
    ceren.receive(ayse.send(order=Order(scope=Scope(province="TR-36"))))
    assert told(ceren) == [(DIFFERENT, SAME)] == told(ayse)


class TestErasure:
    def uids(self, pair: list[str]) -> list[uuid.UUID]:
        return [uuid.UUID(pair[0]), relation_uid("same_as", *sorted(map(uuid.UUID, pair)))]

    def is_clean(self, laptop: Laptop, pair: list[str]) -> bool:
        """Neither she nor the verdict on her is named anywhere but in the set of who was erased."""
        state = {key: value for key, value in laptop.state().items() if not key.startswith("erased")}
        with laptop.db.read() as connection:
            history = connection.exec_driver_sql("SELECT entity, before FROM history_row").all()
        text = f"{state} {[tuple(row) for row in history]}"
        return not any(form in text for uid in self.uids(pair) for form in (uid.hex, str(uid)))

    @pytest.mark.some(1)
    @pytest.mark.parametrize("decided", ["", conflicts.KEEP, conflicts.TAKE])
    def test_the_conflict_goes_with_her_everywhere(
        self, ayse: Laptop, baran: Laptop, ceren: Laptop, pair: list[str], decided: str
    ) -> None:
        exchange(ayse, baran, ceren)
        if decided:
            decide(baran, decided)
        old = baran.send()
        ayse.erase(pair[0])
        exchange(ayse, baran, ceren)
        for laptop in (ayse, baran, ceren):
            laptop.receive(old)
            assert waiting(laptop) == [] == laptop.problems() and self.is_clean(laptop, pair)
            with laptop.db.read() as connection:
                assert connection.execute(select(_conflict.c.id)).all() == []
        assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())

    @pytest.mark.thorough
    def test_who_never_heard_of_the_verdicts_keeps_no_conflict_about_them(
        self, ayse: Laptop, baran: Laptop, ceren: Laptop
    ) -> None:
        pair = a_pair(ayse, baran, ceren)
        judge(ayse, pair, SAME)
        judge(baran, pair, DIFFERENT)
        exchange(ayse, baran)
        ceren.erase(pair[0])
        ceren.receive(ayse.send())
        assert waiting(ceren) == [] and self.is_clean(ceren, pair)
        exchange(ayse, baran, ceren)
        for laptop in (ayse, baran, ceren):
            assert waiting(laptop) == [] == laptop.problems() and self.is_clean(laptop, pair)
        assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())

    @pytest.mark.thorough
    def test_of_two_erasures_all_keep_the_same_day_for_what_fell_with_both(
        self, ayse: Laptop, baran: Laptop, ceren: Laptop
    ) -> None:
        pair = a_pair(ayse, baran, ceren)
        judge(ayse, pair, DIFFERENT)
        exchange(ayse, baran, ceren)
        ayse.erase(pair[0], "2026-03-14", "biri")
        baran.erase(pair[1], "2026-03-12", "öteki")
        ceren.receive(ayse.send(), baran.send())
        exchange(ayse, baran, ceren)
        assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())


def test_a_verdict_under_another_rows_uid_is_refused() -> None:
    """It would let that row fall with whomever the verdict names."""
    low, high = sorted((uuid.uuid4(), uuid.uuid4()), key=lambda uid: uid.bytes)
    cells = {"low_uid": Cell("", low.hex), "high_uid": Cell("", high.hex), "verdict": Cell("", SAME)}
    state = RowState("same_as", "", cells, {})
    merging._check_uid("same_as", relation_uid("same_as", low, high).bytes, state)
    with pytest.raises(FileRefused):
        merging._check_uid("same_as", low.bytes, state)
