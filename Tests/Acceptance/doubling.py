"""Counts the processor's instructions for each hostile text and file at a size and at twice the size, by callgrind: no
clock is looked at. Whatever grows faster than its text is told. It takes half an hour: whom "he" means is looked for among the last
250 names, so that a text must have more of them.

usage: doubling.py FOLDER-OF-BINARIES
"""

import pathlib
import re
import subprocess
import sys
import tempfile

# What a hash table or an array does when it grows comes at once.
MOST = 2.5
# Instructions that do not depend on the size.
LEAST = 3_000_000


def dumps(bench, folder):
    """The lines that the program printed, and the instructions that callgrind counted for each."""
    project = pathlib.Path(__file__).parents[2]
    # Valgrind gives up at what Swift writes down for debuggers.
    binary = folder / "quoted-bench"
    subprocess.run(["objcopy", "--strip-debug", bench, binary], check=True)
    symbols = subprocess.run(["nm", binary], capture_output=True, text=True, check=True).stdout
    # By its whole name: a pattern is looked for when counting begins, and not when it ends.
    function = next(line.split()[-1] for line in symbols.splitlines() if "DoublingBenchmarkV9workedOff" in line)
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--toggle-collect={function}", f"--dump-after={function}",
         f"--callgrind-out-file={folder}/out", binary, "doubling", "--size", "32768", "--project", project],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"doubling: {done.stderr[-2000:]}")
    counts = []
    for file in sorted(folder.glob("out.*"), key=lambda file: int(file.suffix[1:])):
        found = re.search(r"^(?:summary|totals): (\d+)", file.read_text(errors="replace"), re.MULTILINE)
        counts.append(int(found[1]) if found else 0)
    return done.stdout.splitlines(), counts


def main():
    with tempfile.TemporaryDirectory() as folder:
        lines, counts = dumps(pathlib.Path(sys.argv[1]) / "quoted-bench", pathlib.Path(folder))
    if not lines or len(counts) < len(lines) or max(counts) < LEAST:
        sys.exit(f"doubling: {len(lines)} files were worked off, and {len(counts)} counted")
    worst = (0, "")
    failures = []
    for at in range(0, len(lines), 2):
        (once, what), twice = lines[at].split("\t", 1), lines[at + 1].split("\t", 1)[0]
        # As a member of a container may be an item more or less.
        ratio = counts[at + 1] / max(counts[at], LEAST) / (int(twice) / int(once)) * 2
        worst = max(worst, (ratio, what))
        if ratio > MOST:
            failures.append(f"{what}: {ratio:.2f} times the work for twice the text")
    if failures:
        sys.exit("doubling: " + "\n".join(failures))
    print(f"doubling: {len(lines) // 2} texts and files, {worst[0]:.2f} times the work for twice the text at most ({worst[1]})")


main()
