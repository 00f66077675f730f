"""The developer's commands of TN Desktop: `python3 dev.py COMMAND [ARGUMENT…]`.

Needs only the standard library: every command first does the set-up it needs (a local .venv from the pinned,
hashed requirements, Qt's system libraries on Linux, forms and translations), which is instant when nothing changed.
"""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

if sys.version_info < (3, 11):
    sys.exit(
        "TN Desktop needs Python 3.11 or newer, and this is Python {}.{}. Start it with a newer one, for example "
        "“python3.12 dev.py run”.".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "tn-desktop-setup"
REQUIREMENTS = ROOT / "requirements-dev.txt"
EXTRAS = ROOT / "requirements-extras.txt"
FORMS = ROOT / "tn_desktop" / "gui" / "forms"
TRANSLATIONS = ROOT / "resources" / "translations"

LANGUAGES = {"tr": ["-target-language", "tr_TR"], "en": ["-target-language", "en_US", "-pluralonly"]}
"""Language -> what lupdate is told beside the sources. English needs nothing but its plurals."""

QT_PARTS = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6PrintSupport.so.6",
    "plugins/iconengines/libqsvgicon.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqwayland.so",
    "plugins/platforms/libqxcb.so",
    "plugins/printsupport/libcupsprintersupport.so",
    "plugins/xcbglintegrations/libqxcb-egl-integration.so",
    "plugins/xcbglintegrations/libqxcb-glx-integration.so",
)
"""What of Qt has to load on Linux for windows, pictures and printing."""


class Failure(Exception):
    """A command cannot go on; the sentence says why and what to do."""


# --- set-up -----------------------------------------------------------------------------------------------------


def setup(args: list[str]) -> int:
    """Make everything ready that the other commands need; --extras adds the fuzzer and the auditor, if to be had."""
    ensure_environment()
    generate(PYTHON)
    if "--extras" in args:
        ensure_extras()
    return 0


def ensure_environment() -> None:
    """Install the pinned packages into .venv, and Qt's system libraries, unless that was done."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    version = python_version()
    if version and STAMP.exists() and STAMP.read_text(encoding="utf-8") == f"{wanted} {version}":
        return
    if not version:
        create_environment()
    if not install_pinned(REQUIREMENTS):
        raise Failure("The packages could not be installed: see above. This first step needs the internet.")
    if ensure_system_libraries():
        STAMP.write_text(f"{wanted} {python_version()}", encoding="utf-8")


def ensure_extras() -> None:
    """Install what only finds faults: no command needs it, and not every system has it."""
    if not install_pinned(EXTRAS):
        print(f"  skipped: the packages of {EXTRAS.name} cannot be had here; what would use them says so", flush=True)


def install_pinned(requirements: Path) -> bool:
    """Install pinned packages into .venv; whether that could be done."""
    print(f"Installing the packages of {requirements.name} into .venv …", flush=True)
    install = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    install += ["--require-hashes", "--only-binary=:all:", "-r", str(requirements)]
    return subprocess.run(install, check=False).returncode == 0


def python_version() -> str:
    """The version of the Python in .venv, such as "3.11"; empty if there is none that runs."""
    show = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run([PYTHON, "-c", show], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def create_environment() -> None:
    """Make .venv with pip in it."""
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(make, capture_output=True, text=True, check=False)
    if made.returncode and "ensurepip" in made.stdout + made.stderr and install_packages(["python3-venv"]):
        made = subprocess.run(make, capture_output=True, text=True, check=False)
    if made.returncode:
        print(made.stdout + made.stderr, file=sys.stderr)
        raise Failure("No environment could be made in .venv. On Debian or Ubuntu: sudo apt-get install python3-venv")


def ensure_system_libraries() -> bool:
    """On Linux, install or name the libraries that Qt lacks. True if none is missing."""
    missing = missing_libraries()
    packages = sorted({debian_package(name) for name in missing})
    if packages and install_packages(packages):
        missing = missing_libraries()
    if missing:
        print(
            f"Qt lacks {', '.join(missing)}. On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}",
            file=sys.stderr,
        )
    return not missing


def debian_package(library: str) -> str:
    """The Debian package of a shared library, by Debian's naming rule: libxcb-icccm.so.4 is in libxcb-icccm4."""
    if library.startswith(("libglib-2.0", "libgthread-2.0")):
        return "libglib2.0-0"
    name, _, version = library.lower().partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else name + version


def missing_libraries() -> list[str]:
    """Shared libraries that the parts of Qt in .venv need and Linux does not find."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return []
    qt = next(VENV.glob("lib/python*/site-packages/PySide6/Qt"))
    shown = subprocess.run(["ldd", *(qt / part for part in QT_PARTS)], capture_output=True, text=True, check=False)
    return sorted(set(re.findall(r"(\S+) => not found", shown.stdout)))


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages where that is possible: as root, with apt-get."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing", *packages, "…", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0


def qt_tool(python: Path, tool: str, *arguments: object) -> None:
    """Run uic, lupdate or lrelease as PySide6 brings them."""
    code = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    done = subprocess.run(
        [python, "-c", code, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failure(f"{tool} refused {arguments[-1]}:\n{done.stdout}{done.stderr}")


def generate(python: Path) -> None:
    """Compile ui/*.ui to tn_desktop/gui/forms and the translations to .qm, where the source is newer.

    Args:
        python: an interpreter that has PySide6.
    """
    FORMS.mkdir(exist_ok=True)
    (FORMS / "__init__.py").write_text('"""Made from ui/ by dev.py."""\n', encoding="utf-8")
    forms = {source: FORMS / f"{source.stem}.py" for source in sorted((ROOT / "ui").glob("*.ui"))}
    for orphan in set(FORMS.glob("*.py")) - {*forms.values(), FORMS / "__init__.py"}:
        orphan.unlink()
    catalogues = {source: source.with_suffix(".qm") for source in sorted(TRANSLATIONS.glob("*.ts"))}
    for source, made in (forms | catalogues).items():
        if made.exists() and made.stat().st_mtime > source.stat().st_mtime:
            continue
        # Made under another name first, so that a program that starts meanwhile never reads half a file.
        half = made.with_suffix(f".{os.getpid()}")
        if source in forms:
            qt_tool(python, "uic", "-o", half, source)
            half.write_text(only_used(half.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            qt_tool(python, "lrelease", "-silent", source, "-qm", half)
        half.replace(made)


def only_used(form: str) -> str:
    """A compiled form without the Qt classes it imports but never uses: PySide makes each when it is imported."""
    head = re.compile(r"^from (PySide6\.\w+) import \(([^)]*)\)\n", re.MULTILINE)
    used = set(re.findall(r"\w+", head.sub("", form)))

    def kept(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found[2]) if name in used]
        return f"from {found[1]} import ({', '.join(names)})\n" if names else ""

    return head.sub(kept, form)


# --- running ----------------------------------------------------------------------------------------------------


def call(*command: object, quiet: bool = False, **environment: str) -> int:
    """Run a command of the environment on this source tree, in the caller's folder. Returns its exit status."""
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        [str(part) for part in command],
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.DEVNULL if quiet else None,
        check=False,
    ).returncode


def run(args: list[str]) -> int:
    """Start the window; without a display, do the main job by command line."""
    setup([])
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not screen and not args:
        return show_main_job()
    return call(PYTHON, "-m", "tn_desktop", *args)


TEACHERS = """Ad Soyad;Telefon;İl;Okul;Branş
Ayşe Yılmaz;0532 000 00 01;Iğdır;Atatürk Ortaokulu;Matematik
Mehmet Işık;0532 000 00 02;Iğdır;Atatürk Ortaokulu;Türkçe
Fatma Çelik;0532 000 00 03;Iğdır;Cumhuriyet İlkokulu;Sınıf
Zeynep Öztürk;0532 000 00 04;Iğdır;İnönü Lisesi;Fizik
İrem Güneş;0532 000 00 05;Kars;Kâzım Karabekir Ortaokulu;Fen Bilimleri
Rojîn Ağaoğlu;;Ağrı;Cumhuriyet İlkokulu;Okul Öncesi
"""
"""An invented list, as a facilitator gets it."""


def show_main_job() -> int:
    """List in, session, marks, workbook, sheet and a picture of the window, in a fresh profile."""
    folder = Path(tempfile.mkdtemp(prefix="tn-desktop-"))
    program: list[object] = [PYTHON, "-m", "tn_desktop", "--profile", folder / "profile", "--lang", "tr"]
    print(f"There is no display here, so the main job runs by command line, in {folder}:\n", flush=True)

    def tell(*arguments: object) -> dict[str, object]:
        """Run one command of the program, show it, and return its JSON."""
        print("  tn-desktop", *(f'"{part}"' if " " in str(part) else part for part in arguments), flush=True)
        command = [str(part) for part in (*program, *arguments, "--json")]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False)
        if done.returncode:
            raise Failure("That command failed.")
        answer: dict[str, object] = json.loads(done.stdout)
        return answer

    teachers = folder / "ogretmenler.csv"
    teachers.write_text(TEACHERS, encoding="utf-8")
    community = tell("add", "communities", "name=Iğdır Öğretmen Topluluğu", "province=TR-76")["uid"]
    workshop = tell("add", "workshops", "title=Eleştirel Düşünme Atölyesi", "kind=workshop", "province=TR-76")["uid"]
    today = f"{datetime.now():%Y-%m-%d}"  # noqa: DTZ005 - the wall clock's day, which the window opens on
    when = (f"starts_at={today}T13:00", f"ends_at={today}T16:00", "mode=in_person", "venue=Halk Eğitim Merkezi")
    session = tell("add", "sessions", f"workshop={workshop}", "title=1. oturum", *when)["uid"]
    print("   ", tell("import", teachers, "--community", community, "--workshop", workshop))
    people = tell("list", "people")["rows"]
    assert isinstance(people, list)
    for place, person in enumerate(people):
        tell("mark", session, person["uid"], ("present", "present", "late", "present", "absent", "excused")[place % 6])
    print("   ", tell("export", "attendance", folder / "katilim.xlsx", "--session", session))
    print("   ", tell("sheet", session, folder / "imza-listesi.pdf"))
    picture = folder / "pencere.png"
    if call(*program, "--screenshot", picture, QT_QPA_PLATFORM="offscreen") or not picture.exists():
        raise Failure("The window gave no picture.")
    print("\nMade:", *sorted(path for path in folder.iterdir() if path.is_file()), sep="\n  ")
    print(f"\nLook around in it: python3 dev.py run --profile {folder / 'profile'}")
    return 0


def test(args: list[str]) -> int:
    """Run the everyday tests on every core; --thorough adds the long ones, a path or -k chooses: pytest's arguments."""
    setup([])
    os.chdir(ROOT)
    quick: dict[str, Any] = {}
    if os.environ.get("PYTHONDONTWRITEBYTECODE"):
        # Every test that starts the program would compile all of it again. Nothing is written beside the sources.
        quick = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(VENV / "bytecode")}
    everything = ["-q", "-n", "auto", "--dist", "worksteal"] if set(args) <= {"--thorough"} else []
    return call(PYTHON, "-m", "pytest", *everything, *args, **quick)


def bench(args: list[str]) -> int:
    """Measure the program against its floors."""
    setup([])
    return call(PYTHON, "-m", "tests.bench", *args)


def soak(args: list[str]) -> int:
    """Use the window for a year and look at its memory; `soak kills` kills it a thousand times instead."""
    setup([])
    os.chdir(ROOT)
    return call(PYTHON, "-m", "tests.soak", *args)


def shots(args: list[str]) -> int:
    """Take pictures of every pane and dialog, in both languages, light and dark."""
    setup([])
    return call(PYTHON, "-m", "tests.shots", *args)


def bundle(args: list[str]) -> int:
    """Make dist/tn-desktop with PyInstaller and try it."""
    setup([])
    if call(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *args, ROOT / "build.spec"):
        raise Failure("PyInstaller made no bundle.")
    program = ROOT / "dist" / "tn-desktop" / ("tn-desktop.exe" if os.name == "nt" else "tn-desktop")
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, "window.png")
        for arguments in (["check", "--json"], ["demo", "--people", "50"], ["check"], ["--screenshot", str(picture)]):
            if call(program, "--profile", Path(folder, "profile"), *arguments, QT_QPA_PLATFORM="offscreen"):
                raise Failure(f"The bundled program refused: {' '.join(arguments)}")
        if not picture.exists():
            raise Failure("The bundled program made no picture of its window.")
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{program.parent} works: {size / 1e6:.0f} MB.")
    return 0


# --- checks and translations ------------------------------------------------------------------------------------


def check(args: list[str]) -> int:
    """Lint, format, types, layers, house rules, translations, and known holes in packages."""
    setup([])
    scripts = PYTHON.parent
    commands: dict[str, list[object]] = {
        "ruff check": [scripts / "ruff", "check", ROOT],
        "ruff format": [scripts / "ruff", "format", "--check", "--quiet", ROOT],
        "mypy": [scripts / "mypy", "--config-file", ROOT / "pyproject.toml", "--no-error-summary"],
        "layers": [scripts / "lint-imports", "--no-logo", "--config", ROOT / "pyproject.toml"],
        "house rules": [
            PYTHON,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            ROOT / "tests/unit/test_house_rules.py",
        ],
    }
    os.chdir(ROOT)
    failed = []
    for name, command in commands.items():
        print(f"· {name}", flush=True)
        if call(*command):
            failed.append(name)
    print("· translations", flush=True)
    if problems := translation_problems():
        print(*problems, sep="\n")
        failed.append("translations")
    print("· packages", flush=True)
    if not audit():
        failed.append("packages")
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


ADVISORIES = "https://api.osv.dev/v1/query"
"""Where pip-audit asks for known holes; the variable TN_DESKTOP_ADVISORIES names another place that answers alike."""


def advisories() -> tuple[str, str, int]:
    """Where to ask, and the name and port of the computer there."""
    address = os.environ.get("TN_DESKTOP_ADVISORIES", ADVISORIES)
    place = urlsplit(address)
    return address, place.hostname or "", place.port or (443 if place.scheme == "https" else 80)


def audit() -> bool:
    """Ask pip-audit for known holes in the pinned packages; True too where it cannot be asked, which is said aloud."""
    program = shutil.which("pip-audit") or shutil.which("pip-audit", path=str(PYTHON.parent))
    if program is None:
        print("  skipped: pip-audit is not installed here (python3 dev.py setup --extras)")
        return True
    address, host, port = advisories()
    try:
        socket.create_connection((host, port), timeout=3).close()
    except OSError:
        print(f"  skipped: {host} cannot be reached from here")
        return True
    packages = advice(program, address)
    known = [one for one in packages if "vulns" in one]
    if not known:
        print("  skipped: pip-audit gave no answer")
        return True
    # A package of which nothing is known is named, and never called sound.
    for one in packages:
        if "vulns" not in one:
            print(f"  not audited: {one['name']}: {one.get('skip_reason', '')}")
    holes = [one for one in known if one["vulns"]]
    for one in holes:
        print(f"  {one['name']} {one['version']}: {', '.join(hole['id'] for hole in one['vulns'])}")
    if not holes:
        print(f"  {len(known)} packages without a known hole, says {host}")
    return not holes


def advice(program: str, address: str) -> list[dict[str, Any]]:
    """What pip-audit hears of each pinned package from the place with that address; nothing if it does not answer."""
    command = [program, "--requirement", str(ROOT / "requirements.txt"), "--disable-pip", "--require-hashes"]
    command += [
        "--vulnerability-service",
        "osv",
        "--osv-url",
        address,
        "--progress-spinner",
        "off",
        "--timeout",
        "10",
        "--format",
        "json",
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired):
        return []
    return packages


def translate(args: list[str]) -> int:
    """Bring the .ts files up to date with the text in the code, and list what is not translated."""
    setup([])
    for language in LANGUAGES:
        update_catalogue(language, TRANSLATIONS / f"tn_desktop_{language}.ts")
    print(*(translation_problems() or ["Everything is translated."]), sep="\n")
    return 0


def update_catalogue(language: str, catalogue: Path) -> None:
    """Take the messages of all sources into a .ts file; those no longer used leave it."""
    code = (path for path in (ROOT / "tn_desktop").rglob("*.py") if FORMS not in path.parents)
    sources = sorted(str(path.relative_to(ROOT)) for path in [*code, *(ROOT / "ui").glob("*.ui")])
    flags = ["-locations", "none", "-no-obsolete", "-source-language", "en_US", *LANGUAGES[language]]
    qt_tool(PYTHON, "lupdate", *sources, *flags, "-ts", catalogue)


def translation_problems() -> list[str]:
    """What is missing, unfinished or out of date in the .ts files, a line each."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            kept = TRANSLATIONS / f"tn_desktop_{language}.ts"
            fresh = Path(folder, kept.name)
            if kept.exists():
                shutil.copy(kept, fresh)
            update_catalogue(language, fresh)
            problems += [f"{kept.name}: {line}" for line in catalogue_problems(fresh)]
            if not kept.exists() or messages(kept) != messages(fresh):
                problems.append(f"{kept.name}: not up to date with the code: python3 dev.py translate")
    return problems


def messages(catalogue: Path) -> list[tuple[str, str]]:
    """(context, source text) of every message in a .ts file, sorted."""
    return sorted(
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(catalogue).iter("context")
        for message in context.iter("message")
    )


def catalogue_problems(catalogue: Path) -> list[str]:
    """Messages of a .ts file without a finished translation, or with other placeholders than their source."""
    problems = []
    for context in ET.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
            texts = forms or [(translation.text if translation is not None else None) or ""]
            where = f"{context.findtext('name')} | {source}"
            if not all(texts) or (translation is not None and translation.get("type") == "unfinished"):
                problems.append(f"not translated: {where}")
            elif any(placeholders(text) != placeholders(source) for text in texts):
                problems.append(f"other placeholders: {where} | {' | '.join(texts)}")
    return problems


def placeholders(text: str) -> set[str]:
    """What the program fills in: {name}, %1, %n."""
    return set(re.findall(r"\{\w*[^{}]*\}|%L?[1-9]\d?|%n", text))


def pin(args: list[str]) -> int:
    """Pin the packages of pyproject.toml with hashes (needs uv); --upgrade takes the newest allowed."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(PYTHON.parent))
    if not uv:
        raise Failure("Pinning needs uv: pip install uv")
    os.chdir(ROOT)
    flags = ["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"]
    flags += ["--no-emit-index-url", "--no-header", "--no-annotate"]
    wanted: dict[str, list[str]] = {
        "requirements.txt": ["pyproject.toml"],
        REQUIREMENTS.name: ["pyproject.toml", "--group", "dev", "-c", "requirements.txt"],
        EXTRAS.name: ["--group", "extras", "-c", "requirements.txt", "-c", REQUIREMENTS.name],
    }
    for target, what in wanted.items():
        if call(uv, "pip", "compile", *what, *flags, *args, "-o", target, quiet=True):
            raise Failure(f"{target} could not be pinned: see above.")
    return 0


COMMANDS = {
    command.__name__: command for command in (run, setup, test, check, bench, soak, shots, bundle, translate, pin)
}


def main() -> int:
    """Run the command named on the command line."""
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        print("Usage: python3 dev.py COMMAND [ARGUMENT…]\n")
        for name, command in COMMANDS.items():
            print(f"  {name:10} {command.__doc__}")
        return 0 if sys.argv[1:2] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[sys.argv[1]](sys.argv[2:])
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
