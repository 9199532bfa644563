#!/usr/bin/env python3
"""Asks a daemon's status socket for its status, many at once, as fast as it answers, until it is ended.

usage: askers.py SOCKET CONNECTIONS
"""
import selectors
import socket
import sys

GET = b"GET /status HTTP/1.1\r\nHost: quoted\r\n\r\n"


def connect(selector, path):
    """- Returns: whether there was room in the queue of those that wait to be taken."""
    client = socket.socket(socket.AF_UNIX)
    client.setblocking(False)
    try:
        client.connect(path)
        client.send(GET)
    except OSError:
        client.close()
        return False
    selector.register(client, selectors.EVENT_READ)
    return True


def main(path, count):
    selector = selectors.DefaultSelector()
    while True:
        while len(selector.get_map()) < count and connect(selector, path):
            pass
        for key, _ in selector.select(timeout=0.01):
            try:
                if key.fileobj.recv(1 << 16):
                    continue
            except BlockingIOError:
                continue
            except OSError:
                pass
            selector.unregister(key.fileobj)
            key.fileobj.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
