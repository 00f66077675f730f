"""A program that writes beside others: `python server_writer.py PROFILE ADDRESS NAME COUNT SESSION PERSON`.

Adds COUNT people and marks PERSON at SESSION before each, while others do the same.
"""

import sys
from pathlib import Path

from tn_desktop.services import attendance, records
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of


def main() -> None:
    profile, address, name, count, session, person = sys.argv[1:]
    with Database.open(profile_of(Path(profile), address)) as db:
        for number in range(int(count)):
            with db.write("mark") as uow:
                attendance.mark(uow, int(session), int(person), ("present", "late")[number % 2])
                records.add(uow, "people", {"given_name": name, "family_name": f"No{number}"})


if __name__ == "__main__":
    main()
