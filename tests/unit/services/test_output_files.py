"""Files of outputs: kept by content, opened under their own name, never outside their folder."""

from pathlib import Path

import pytest

from tn_desktop.model.errors import FieldError
from tn_desktop.services import output_files


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Ders planı.pdf", "Ders planı.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\system.ini", "system.ini"),
        ("a/b\\c:d?.pdf", "cd.pdf"),
        ("..", "file"),
        ("", "file"),
        (".pdf", "pdf"),
        ("CON.pdf", "CON_.pdf"),
        ("com1", "com1_"),
        ("rapor\u202efdp.exe", "raporfdp.exe"),
        ("satır\nbaşı\x00.txt", "satırbaşı.txt"),
        ("nokta. . .", "nokta"),
        ("Işıl ve Çağrı’nın ödevi.docx", "Işıl ve Çağrı’nın ödevi.docx"),
    ],
)
def test_a_name_is_a_name_everywhere(name: str, safe: str) -> None:
    assert output_files.safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = output_files.safe_name("ş" * 400 + ".pdf")
    assert name.endswith("ş.pdf") and len(name) == output_files.LONGEST


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    folder, source, other = tmp_path / "files", tmp_path / "plan.pdf", tmp_path / "öbür" / "plan.pdf"
    other.parent.mkdir()
    source.write_bytes(b"one")
    other.write_bytes(b"one")
    kept = output_files.keep(folder, source)
    assert output_files.keep(folder, other) == kept
    place = output_files.place_of(folder, kept)
    assert place is not None and place.read_bytes() == b"one" and place.name == "plan.pdf"
    assert output_files.name_of(kept) == "plan.pdf"
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["plan.pdf"]
    source.write_bytes(b"two")
    assert output_files.keep(folder, source) != kept


@pytest.mark.parametrize(
    "text",
    [
        None, "", "plan.pdf", "../plan.pdf", "../../etc/passwd", "/etc/passwd", f"{'a' * 32}/..",
        f"{'a' * 32}/../../secret", f"{'a' * 32}\\plan.pdf", f"{'A' * 32}/plan.pdf", f"{'a' * 32}/./plan.pdf",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_is_ever_named(tmp_path: Path, text: str | None) -> None:
    folder = tmp_path / "files"
    (folder / ("a" * 32)).mkdir(parents=True)
    (tmp_path / "secret").write_text("x")
    (tmp_path / "plan.pdf").write_text("x")
    assert output_files.place_of(folder, text) is None


def test_a_file_of_another_laptop_has_a_name_and_no_place(tmp_path: Path) -> None:
    kept = f"{'0' * 32}/plan.pdf"
    assert output_files.place_of(tmp_path, kept) is None and output_files.name_of(kept) == "plan.pdf"


def test_what_is_too_large_or_no_file_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_files, "LARGEST", 10)
    source = tmp_path / "video.mp4"
    source.write_bytes(b"x" * 11)
    for wrong in (source, tmp_path, tmp_path / "missing.pdf"):
        with pytest.raises(FieldError) as refused:
            output_files.keep(tmp_path / "files", wrong)
        assert refused.value.field == "file"
    assert not (tmp_path / "files").exists()


def test_programs_are_told_apart() -> None:
    assert output_files.runs(Path("a/oyun.EXE")) and output_files.runs(Path("x.desktop"))
    assert not output_files.runs(Path("ders.pdf"))
