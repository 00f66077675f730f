"""Syncthing on this computer alone: instances that know nobody but each other."""

import json
import os
import re
import subprocess
import urllib.error
import urllib.request
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from tests.postgresql import free_port

KEY = "only-for-this-test"
FOLDER = "tn"


class Syncthing:
    """One instance with one shared folder.

    Attributes:
        home: its configuration and database.
        folder: what it keeps in step.
        id: by which others know it.
        port: on which it listens for them, of this computer alone.
    """

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder
        self.port, self._gui = free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True)
        made = self._run("generate", "--no-default-folder", "--skip-port-probing")
        known = re.search(r"[A-Z2-7]{7}(?:-[A-Z2-7]{7}){7}", made)
        self.id = known[0] if known else self._id_in_config()

    def _id_in_config(self) -> str:
        device = ET.parse(self.home / "config.xml").getroot().find("device")
        assert device is not None
        return device.attrib["id"]

    def _run(self, *words: str) -> str:
        command = ["syncthing", words[0], f"--home={self.home}", *words[1:]]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=self._environment)
        return done.stdout + done.stderr

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "HOME": str(self.home), "STNOUPGRADE": "1", "STNORESTART": "1"}

    def know(self, *others: "Syncthing") -> None:
        """Write the whole configuration: the folder, the others' addresses, and nothing that leaves this computer."""
        everybody = (self, *others)
        members = "".join(f'<device id="{one.id}"/>' for one in everybody)
        devices = "".join(
            f'<device id="{one.id}" name="{one.home.name}" compression="never">'
            f"<address>tcp://127.0.0.1:{one.port}</address></device>"
            for one in everybody
        )
        off = "".join(
            f"<{name}>{value}</{name}>"
            for name, value in {
                "listenAddress": f"tcp://127.0.0.1:{self.port}",
                "globalAnnounceEnabled": "false",
                "localAnnounceEnabled": "false",
                "relaysEnabled": "false",
                "natEnabled": "false",
                "crashReportingEnabled": "false",
                "urAccepted": "-1",
                "autoUpgradeIntervalH": "0",
                "startBrowser": "false",
                "reconnectionIntervalS": "1",
                "sendFullIndexOnUpgrade": "false",
            }.items()
        )
        (self.home / "config.xml").write_text(
            f'<configuration version="35"><folder id="{FOLDER}" path="{self.folder}" type="sendreceive" '
            f'rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">{members}</folder>{devices}'
            f'<gui enabled="true" tls="false"><address>127.0.0.1:{self._gui}</address><apikey>{KEY}</apikey></gui>'
            f"<options>{off}</options></configuration>",
            encoding="utf-8",
        )

    def start(self) -> None:
        """Switch the laptop's Syncthing on."""
        log = (self.home / "log").open("ab")
        command = ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart", "--logflags=0"]
        self._process = subprocess.Popen(command, stdout=log, stderr=log, env=self._environment)
        log.close()

    def stop(self) -> None:
        """Switch it off."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(180)
            self._process = None

    def ask(self, path: str, method: str = "GET") -> Any:
        """The answer of its own interface, None while it starts."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._gui}/rest/{path}", headers={"X-API-Key": KEY}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                text = answer.read()
        except (urllib.error.URLError, OSError):
            return None
        return json.loads(text) if text else {}

    def scan(self) -> bool:
        """Have it look at its folder now; whether it could."""
        return self.ask(f"db/scan?folder={FOLDER}", "POST") is not None

    def log(self) -> str:
        """What it said, for a failure."""
        return (self.home / "log").read_text(encoding="utf-8", errors="replace")[-3_000:]
