#!/usr/bin/env python3
"""Compares what is linked with what docs/THIRD-PARTY.md says of it.

usage: check.py SCRATCH-FOLDER
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = ROOT / "docs" / "THIRD-PARTY.md"


def pins(path):
    """Package → version, as they were resolved."""
    return {pin["identity"]: pin["state"]["version"] for pin in json.loads(pathlib.Path(path).read_text())["pins"]}


def declared():
    """What Package.swift names."""
    urls = re.findall(r'\.package\(url: "[^"]*/([^/"]+)"', (ROOT / "Package.swift").read_text())
    return {url.removesuffix(".git").lower() for url in urls}


def rows(text):
    """Package → version and licence, of all tables; a row may name several packages and their versions."""
    listed = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4:
            names, versions = cells[0].split(", "), cells[1].split(", ")
            for number, name in enumerate(names):
                listed[name.lower()] = (versions[min(number, len(versions) - 1)], cells[3])
    return listed


def numbers(version):
    return [int(part) for part in re.findall(r"\d+", version)]


def packages(resolved, listed, checkouts):
    for name, version in sorted(resolved.items()):
        if name not in listed:
            yield f"{name} {version} is linked and not listed"
            continue
        said, licence = listed[name]
        if not licence:
            yield f"{name} is listed without a licence"
        if numbers(version)[0] != numbers(said)[0] or numbers(version) < numbers(said):
            yield f"{name} is listed as {said} and linked as {version}"
        folder = next((path for path in checkouts.iterdir() if path.name.lower() == name), None)
        if not folder or not [path for path in folder.iterdir() if re.match("licen[sc]e", path.name, re.IGNORECASE)]:
            yield f"{name} brings no licence along that could be installed"
    for name in sorted(declared() - set(resolved)):
        yield f"{name} is in Package.swift and was not resolved"


def libraries(program):
    """Debian packages of the shared libraries that a program loads; those of the Swift toolchain are none."""
    paths = re.findall(r"=> (/\S+)", subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout)
    for path in paths:
        if path.startswith(("/lib", "/usr/lib")):
            found = subprocess.run(["dpkg", "-S", pathlib.Path(path).resolve()], capture_output=True, text=True).stdout
            found = found or subprocess.run(["dpkg", "-S", path], capture_output=True, text=True).stdout
            yield path, found.split(":")[0]


def loaded(scratch, listed, text):
    for program in ("quoted", "quoted-watch"):
        for path, package in libraries(scratch / "debug" / program):
            if package and package not in listed and not re.search(rf"\b{re.escape(package)} \(", text):
                yield f"{program} loads {path} of {package}, which is not listed"


def main(scratch):
    text = LIST.read_text()
    listed, resolved = rows(text), pins(ROOT / "Package.resolved")
    problems = list(packages(resolved, listed, scratch / "checkouts"))
    # A check that accepts everything is none.
    for spoilt in ({"unheard-of": "1.0.0"}, {"hummingbird": "1.0.0"}, {"hummingbird": "99.0.0"}):
        if not [problem for problem in packages(spoilt, listed, scratch / "checkouts") if next(iter(spoilt)) in problem]:
            problems.append(f"{spoilt} would not be noticed")
    if shutil.which("dpkg") and shutil.which("ldd"):
        problems += loaded(scratch, listed, text)
    else:
        print("supply: NOT CHECKED: the libraries that are loaded, since this is no Debian")
    if problems:
        sys.exit("\n".join(f"supply: {problem}; mend {LIST.name}" for problem in problems))
    print(f"supply: {len(resolved)} packages and what Debian ships are listed with version and licence")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
