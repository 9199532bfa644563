"""What happens to journal, ledger and rules: damage, rotation, changes, signals."""
import gzip
import os
import signal
import time

from victim import expect

GOOD = "verbs:\n  gazump: {class: say, frames: [quote, inversion, that, clause]}\n"
BAD = "verbs:\n  gazump: {class: sey, frames: [quote]}\n"


def garbage(count):
    return os.urandom(count)


def ledger_damaged(scene):
    """The ledger is swapped for garbage, cut short or gone, while the daemon works and while it does not."""
    ledger = scene.ledger
    for harm in scene.shuffled(["garbage", "half", "gone", "page", "renamed over", "overwritten", "removed"]):
        running = harm in ("renamed over", "overwritten", "removed")
        if not running or not ledger.exists():
            scene.victim.kill()
            scene.victim.start()
        if not running:
            scene.victim.kill()
        size = ledger.stat().st_size
        if harm == "garbage":
            ledger.write_bytes(garbage(50_000))
        elif harm == "half":
            os.truncate(ledger, size // 2)
        elif harm in ("gone", "removed"):
            scene.remove_ledger()
        elif harm == "page":
            overwrite(ledger, size // 2, garbage(8192))
        elif harm == "renamed over":
            scene.replace_ledger()
        elif harm == "overwritten":
            overwrite(ledger, 0, garbage(size))
        if not running:
            scene.victim.start()
        scene.goes_on()


def overwrite(path, offset, content):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(content)


def torn_tail(scene):
    """A journal ends as no daemon ended it: with half a line, with the zeros of a power cut, with neither text nor end."""
    for tail in scene.some([b'{"id":"sha256:00ab","text":"The ward', bytes(300), b"\xff\xfe\x00{", b'{]\n\x00\x00\n{"id"']):
        scene.victim.kill()
        scene.follow()
        # Lines that are whole in it are the account's to know; what comes after them is torn.
        with open(scene.victim.journal, "ab") as journal, open(scene.home / "planted", "ab") as planted:
            planted.write(tail[:tail.rfind(b"\n") + 1])
            journal.write(tail)
        scene.victim.start()
        scene.goes_on()


def rotation(scene):
    """As logrotate does: rename, HUP, compress what was renamed before. Twice: once the daemon dies between the two."""
    for dies in scene.shuffled([False, True]):
        scene.follow()
        renamed = scene.rename_journal()
        if dies:
            time.sleep(scene.chance.uniform(0, 0.3))
            scene.victim.kill()
            scene.victim.start()
        else:
            scene.victim.signal(signal.SIGHUP)
        scene.victim.wait(scene.victim.journal.exists, "a new journal is begun")
        scene.goes_on()
        scene.follow()
        with open(renamed, "rb") as plain, gzip.open(scene.home / "rotated.gz", "wb") as packed:
            packed.write(plain.read())
        os.chmod(scene.home / "rotated.gz", 0o644)
        pack(scene.home / "rotated.gz", renamed)


def pack(packed, renamed):
    target = renamed.with_name(renamed.name + ".gz")
    target.write_bytes(packed.read_bytes())
    renamed.unlink()


def rules_changed(scene):
    """Good rules, bad rules, good rules: articles go on being annotated by the last good ones."""
    path = scene.victim.rules / "reporting-verbs.yaml"
    for content, problem in ((GOOD, False), (BAD, True), (GOOD + "\n", False)):
        aside = scene.home / "rules.aside"
        aside.write_text(content)
        aside.rename(path)
        scene.victim.signal(signal.SIGHUP)
        scene.victim.wait(
            lambda: bool(scene.victim.status()["rules"].get("problem")) == problem,
            f"rules that are bad: {problem}, are told of")
        scene.goes_on()
    path.unlink()


def hangups(scene):
    """A storm of SIGHUP, from the first instant on at which a process can do anything about signals."""
    scene.victim.kill()
    scene.victim.launch()
    scene.victim.wait(lambda: scene.victim.handles(signal.SIGHUP), "SIGHUP does not end it any more")
    deadline = time.monotonic() + (2 if scene.is_brief else 15)
    while time.monotonic() < deadline:
        scene.victim.signal(signal.SIGHUP)
        time.sleep(scene.chance.uniform(0, 0.01))
    expect(scene.victim.process.poll() is None, "SIGHUP ended the daemon")
    scene.victim.wait(scene.victim.answers, "the status socket answers")
    scene.goes_on()
