"""Serve a built site on this machine with nginx, by the settings of the image."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.system import ensure

SETTINGS = Path(__file__).resolve().parents[1] / "container/nginx.conf"
LISTEN = "listen 8080;"


def lay_out(folder: Path, site: Path, headers: str) -> None:
    """Make of ``folder`` what /srv is in the image, with a site that stays where it is."""
    (folder / "run").mkdir()
    (folder / "site").symlink_to(site, target_is_directory=True)
    (folder / "headers.conf").write_text(headers, "utf-8")
    shutil.copy(SETTINGS, folder)


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Yield the port of this machine at which nginx serves what is laid out in ``folder`` as in the image's /srv.

    All that differs from the image is the port and, where the tests run as root, the user.
    """
    settings = (folder / "nginx.conf").read_text("utf-8")
    if settings.count(LISTEN) != 1:
        raise ValueError(f"nginx.conf should say '{LISTEN}' once")
    port = free_port()
    own = folder / "nginx-here.conf"
    own.write_text(settings.replace(LISTEN, f"listen 127.0.0.1:{port};"), "utf-8")
    command = [ensure("nginx"), *arguments(f"{folder}/", str(own), user="root" if os.geteuid() == 0 else None)]
    log = folder / "run/log"
    with log.open("w") as errors, subprocess.Popen(command, stderr=errors) as process:
        try:
            if not starts(process, port):
                raise RuntimeError(f"nginx did not start:\n{log.read_text()}")
            yield port
        finally:
            process.terminate()


def arguments(folder: str, settings: str, *, user: str | None = None) -> list[str]:
    """What nginx is started with, here and in the image."""
    directives = f"daemon off; user {user} {user};" if user else "daemon off;"
    return ["-e", "stderr", "-p", folder, "-c", settings, "-g", directives]


def free_port() -> int:
    """A port of this machine that nobody listened on a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def starts(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until a server answers, or has ended, and tell which."""
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return True
    return False
