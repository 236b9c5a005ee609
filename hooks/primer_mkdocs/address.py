"""Tell whether a preview can be served at an address: ``python hooks/primer_mkdocs/address.py 127.0.0.1:8000``.

It imports nothing of ours, so that ``make`` has its answer before anything else is loaded.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys

LOCAL = "127.0.0.1"
PORT = 8000
LARGEST = 65_535
TRIED = 100
"""So many ports are tried for one that is free."""


def refusal(address: str, command: str) -> str | None:
    """Return why nothing can be served at an address such as ``127.0.0.1:8000``, and what to type instead.

    None says that something can. ``command`` is what to type, with ``{}`` for the address.
    """
    parts = _parts(address)
    if isinstance(parts, str):
        digits = address.strip().removeprefix(":")
        port = int(digits) if digits.isascii() and digits.isdecimal() and 0 < int(digits) <= LARGEST else PORT
        return f"{parts}; type: {command.format(_address(LOCAL, _free(LOCAL, port)))}"
    host, port = parts
    error = _bind(host, port)
    if error is None:
        return None
    if error.errno == errno.EADDRINUSE:
        return f"{address} is taken by another program; type: {command.format(_address(host, _free(host, port + 1)))}"
    if error.errno in (errno.EACCES, errno.EPERM):
        ours = _address(host, _free(host, PORT))
        return f"{address} is kept for the system, as all ports below 1024 are; type: {command.format(ours)}"
    local = command.format(_address(LOCAL, _free(LOCAL, port)))
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine; type: {local}"
    return f"nothing can be served at {address}: {os.strerror(error.errno) if error.errno else error}; type: {local}"


def _parts(address: str) -> tuple[str, int] | str:
    """Return the host and the port of an address, or what is wrong with it."""
    host, colon, port = address.strip().rpartition(":")
    if not colon or not host:
        return f"'{address}' needs a host and a port"
    host = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    if host != "localhost":
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return f"'{host}' is neither an IP address nor localhost"
    if not (port.isascii() and port.isdecimal() and int(port) <= LARGEST):
        return f"'{port}' is no port: they are numbers up to {LARGEST}"
    return host, int(port)


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _bind(host: str, port: int) -> OSError | None:
    """Return what keeps a server from an address, as the server of the preview would find it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what just ended keeps no port
            probe.bind((host, port))
    except OSError as error:
        return error
    return None


def _free(host: str, port: int) -> int:
    """Return the first free port from ``port`` on that needs no rights."""
    start = port if 1024 <= port <= LARGEST else PORT
    return next((one for one in range(start, min(start + TRIED, LARGEST + 1)) if _bind(host, one) is None), start)


if __name__ == "__main__":
    sys.exit(refusal(sys.argv[1] if len(sys.argv) > 1 else "", "make serve ADDRESS={}"))
