"""A part of a workbook whose content comes while other parts are written: pressed as it comes, kept in memory so far.

An archive is written part by part, and to keep the content itself would take a hundred megabytes.
"""

import zipfile
import zlib


class KeptPart:
    """Bytes that are pressed one after the other as an archive holds them, then put into it at once."""

    def __init__(self, level: int) -> None:
        self._press = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._pressed: list[bytes] = []
        self._sum = 0
        self._size = 0

    def write(self, content: bytes) -> None:
        """Take bytes in; zlib leaves Python free meanwhile."""
        self._sum = zlib.crc32(content, self._sum)
        self._size += len(content)
        self._pressed.append(self._press.compress(content))

    def into(self, archive: zipfile.ZipFile, path: str) -> None:
        """Put it into an archive that is being written, as its next part; nothing may be written afterwards.

        `zipfile` takes only what it presses itself, so its list of parts is added to here.
        """
        self._pressed.append(self._press.flush())
        part = zipfile.ZipInfo(path)
        part.compress_type = zipfile.ZIP_DEFLATED
        part.external_attr = 0o600 << 16
        part.CRC, part.file_size, part.compress_size = self._sum, self._size, sum(map(len, self._pressed))
        part.header_offset = archive.start_dir
        file = archive.fp
        assert file is not None
        file.write(part.FileHeader(zip64=False))
        for piece in self._pressed:
            file.write(piece)
        archive.filelist.append(part)
        archive.NameToInfo[path] = part
        archive.start_dir = file.tell()
