"""What makes and drops the databases of other tests is never held up for ever, and says by whom."""

import psycopg
import pytest

from tests import databases
from tests.databases import Server


def test_a_statement_that_is_held_up_ends_and_names_who_holds_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(server.address.replace("+psycopg", "")) as holder:
        holder.execute("LOCK TABLE pg_database IN SHARE MODE")
        with monkeypatch.context() as patch:
            patch.setattr(databases, "PATIENCE", 1)
            with pytest.raises(psycopg.Error) as caught:
                server._run("DROP DATABASE tn_test_nobody WITH (FORCE)")
        pid = str(holder.info.backend_pid)
    assert any("held up: DROP" in note and pid in note for note in caught.value.__notes__)
