"""Hard times: no room, no permission, no descriptors, no watches, no inbox, too many events, a clock that is wrong."""
import os
import pathlib
import shutil
import signal
import subprocess
import time

from victim import expect


def full_disk(scene):
    """The journal's disk is full while it works, when it is killed, and when it starts."""
    if not scene.has_disk:
        return scene.not_done("full disk", "a small file system needs a mount, which root can make")
    fill(scene)
    scene.victim.wait(lambda: scene.victim.get("/health")[0] == 503, "the status tells that the disk is full")
    time.sleep(scene.chance.uniform(0, 2))
    if scene.chance.random() < 0.7:
        scene.victim.kill()
        said = scene.victim.refuses_to_start()
        if said is None:
            time.sleep(1)
    (scene.victim.folder / "filler").unlink()
    if scene.victim.process.poll() is not None:
        scene.victim.start()
    scene.goes_on()


def fill(scene):
    with open(scene.victim.folder / "filler", "wb", buffering=0) as filler:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    filler.write(bytes(size))
            except OSError:
                continue


def read_only_folder(scene):
    """Nothing can be made or renamed beside the journal: not by rotation, not by repair, not at a start."""
    folder = scene.victim.folder
    try:
        os.chmod(folder, 0o555)
        scene.victim.signal(signal.SIGHUP)
        time.sleep(1)
        scene.victim.kill()
        scene.victim.refuses_to_start()
        if scene.victim.process.poll() is None:
            scene.victim.stop()
            said = scene.victim.refuses_to_start()
            expect(said is None or "permission" in said.lower(), f"it does not say what is to be done: {said}")
    finally:
        os.chmod(folder, 0o755)
    if scene.victim.process.poll() is not None:
        scene.victim.start()
    scene.goes_on()


def inbox_remade(scene):
    """The inbox is taken away and made again; what lay in it comes back."""
    inbox, away = scene.victim.inbox, scene.home / "inbox.away"
    scene.crowd.stand_still()
    inbox.rename(away)
    scene.victim.wait(
        lambda: any("inbox" in each for each in scene.victim.status()["degraded"]),
        "the status tells that the inbox is gone")
    inbox.mkdir()
    scene.victim.give(inbox)
    bring_back(away, inbox)
    scene.crowd.go_on()
    scene.goes_on()


def bring_back(folder, target):
    """File by file where the daemon has made the folder, or a file of that name, anew: for one that was written to late."""
    for path in folder.iterdir():
        if (target / path.name).is_dir():
            bring_back(path, target / path.name)
        elif (target / path.name).exists():
            path.rename(target / f"again-{path.name}")
        else:
            path.rename(target / path.name)
    folder.rmdir()


def few_descriptors(scene):
    """It is started with hardly any, which it may raise or not, and loses them while it works."""
    for limit in scene.some(["12:12", "24:24", "40:40", "100:100", "160:160", "24:4096"]):
        scene.victim.kill()
        scene.victim.refuses_to_start(wrapper=["prlimit", f"--nofile={limit}"])
        time.sleep(0.5)
        if scene.victim.process.poll() is None:
            scene.victim.kill()
    scene.victim.start()
    scene.victim.limit_descriptors(len(os.listdir(f"/proc/{scene.victim.process.pid}/fd")))
    time.sleep(3 if scene.is_brief else 8)
    scene.victim.limit_descriptors(1024)
    scene.goes_on()


def few_watches(scene):
    """inotify has too few watches for the inbox's folders, or none."""
    for kind in ("watches", "instances"):
        limit = f"echo 2 > /proc/sys/user/max_inotify_{kind} && exec \"$@\""
        if kind == "instances":
            limit = limit.replace("2", "0", 1)
        wrapper = ["unshare", "--user", "--map-root-user", "sh", "-c", limit, "sh"]
        if subprocess.run([*scene.victim.prefix, *wrapper, "true"], capture_output=True).returncode:
            return scene.not_done("few watches", "this system lets nobody make a user namespace")
        for desk in ("a", "b", "c"):
            (scene.victim.inbox / desk).mkdir(exist_ok=True)
        scene.victim.kill()
        scene.victim.start(wrapper=wrapper)
        scene.victim.wait(lambda: scene.victim.status()["degraded"], f"the status tells that {kind} are short")
        scene.goes_on()
    scene.victim.kill()
    scene.victim.start()


def overflow(scene):
    """More events than the kernel keeps: 20,000 files come while the watcher sleeps."""
    before = scene.victim.status()["inbox"]["overflows"]
    watcher = scene.victim.watcher()
    os.kill(watcher, signal.SIGSTOP)
    try:
        flood(scene, 20_000)
    finally:
        os.kill(watcher, signal.SIGCONT)
    scene.victim.wait(lambda: scene.victim.status()["inbox"]["overflows"] > before, "the status tells of the overflow")
    scene.goes_on()


def flood(scene, count):
    """Articles; in the short form most of them are files that the daemon leaves alone and that make events all the same."""
    for number in range(count):
        if scene.is_brief and number % 400:
            path = scene.victim.inbox / f".{number}"
            path.touch()
            path.unlink()
        else:
            scene.writer.prepared("flood").rename(scene.victim.inbox / f"flood-{scene.books.next_number():06d}.txt")


def stopped(scene):
    scene.victim.signal(signal.SIGSTOP)
    time.sleep(4 if scene.is_brief else 60)
    scene.victim.signal(signal.SIGCONT)
    scene.goes_on()


def clock_set_back(scene):
    """By more than a year, while it works; and back to now."""
    compiler, library, clock = shutil.which("clang") or shutil.which("cc"), scene.home / "clock.so", scene.home / "clock"
    if not compiler:
        return scene.not_done("clock set back", "what shifts it is to be compiled, and there is neither clang nor cc")
    source = pathlib.Path(__file__).with_name("clock.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    clock.write_text("0")
    scene.victim.kill()
    scene.victim.start(wrapper=["env", f"LD_PRELOAD={library}"], QUOTED_CLOCK=str(clock))
    for seconds in (-400 * 86400, 0):
        clock.write_text(str(seconds))
        scene.goes_on()
        day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + seconds))
        expect((scene.home / "done" / day).exists(), f"the clock was not set to {day}")
    scene.victim.kill()
    scene.victim.start()
