"""The real program dies in the middle of its work, as by a fault below it. Usage: crash_visitor.py PROFILE."""

import faulthandler
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tn_desktop import app


def main(folder: str) -> int:
    show = app.Application.show

    def show_and_die(program: app.Application) -> None:
        program.window.first_data.connect(faulthandler._sigsegv)  # type: ignore[attr-defined]
        show(program)

    app.Application.show = show_and_die  # type: ignore[assignment, method-assign]
    return app.run(["--profile", folder])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
