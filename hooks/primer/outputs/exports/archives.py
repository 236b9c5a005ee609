"""Write archives that are the same whenever and wherever they are written."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

DATED = (1980, 1, 1, 0, 0, 0)
"""The first day that archives know."""
_PACKED = (".apkg", ".docx", ".imscc", ".pdf", ".png", ".xlsx", ".zip")
"""What is packed already."""
_UNIX = 3
_A_FILE = 0o100644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of ``files``, sorted by path."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=6) as writer:
        for path in sorted(files):
            entry = ZipInfo(path, DATED)
            entry.compress_type = ZIP_STORED if path.endswith(_PACKED) else ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _A_FILE
            writer.writestr(entry, files[path])
    return archive.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive."""
    with ZipFile(BytesIO(archive)) as reader:
        return {entry.filename: reader.read(entry) for entry in reader.infolist() if not entry.is_dir()}


def repacked(archive: bytes) -> bytes:
    """Return an archive that a library wrote, without the clock of the machine in it."""
    return packed(unpacked(archive))
