"""Folders that others make in the inbox: whose files cannot be moved, or read, or removed, or that lie too deep; and other
ways to the inbox."""
import os
import shutil
import subprocess

import account
from victim import expect

# As many as there are places for files that can be worked on, and more.
MANY = {True: 300, False: 17_000}


def locked_folders(scene):
    """A writer's folder, out of which the daemon cannot take anything, and files that it may not read: nobody waits."""
    locked, private = make(scene, "locked"), make(scene, "private")
    for number in range(MANY[scene.is_brief]):
        path = scene.writer.prepared("locked folder")
        path.rename(locked / path.name)
    if os.geteuid() == 0:
        for number in range(MANY[scene.is_brief] // 10):
            drop_private(scene, private)
    for folder in (locked, private):
        os.chmod(folder, 0o555)
    scene.victim.wait(
        lambda: stuck(scene, "locked") >= len(os.listdir(locked)) > 0, "the status counts the files of the folder",
        scene.victim.line_count)
    scene.goes_on()
    code, said = scene.victim.get("/health")
    expect(code == 503 and b"locked" in said, f"health says nothing of files that cannot be moved: {code} {said}")
    if scene.chance.random() < 0.5:
        scene.victim.kill()
        scene.victim.launch()
        scene.victim.wait(scene.victim.responds, "the status socket answers")
        scene.goes_on()
    os.chmod(locked, 0o777)
    os.chmod(private, 0o777)
    # Whoever mended it says so.
    scene.victim.hang_up()
    scene.victim.wait(
        lambda: not os.listdir(locked) and not os.listdir(private), "what was stuck comes to its end",
        scene.victim.waiting_count)
    scene.goes_on()


def make(scene, name):
    folder = scene.victim.inbox / name
    folder.mkdir(exist_ok=True)
    scene.victim.give(folder)
    return folder


def drop_private(scene, folder):
    content = f"Private number {scene.books.next_number()}\n".encode()
    scene.books.enter_failing("private", content)
    path = scene.writer.aside / "private"
    path.write_bytes(content)
    os.chmod(path, 0o600)
    path.rename(folder / f"{scene.books.next_number():06d}.txt")


def stuck(scene, name):
    folders = scene.victim.status()["inbox"]["stuck_folders"]
    return sum(each["files"] for each in folders if each["folder"] == name)


def deep_tree(scene):
    """As deep as a path can name, and deeper."""
    top = scene.victim.inbox / "deep"
    for levels in scene.some([1990, 100, 4000]):
        top.mkdir()
        dig(top, levels)
        scene.goes_on()
        scene.victim.wait(
            lambda: any("deep" in each and "lies in more than" in each for each in scene.victim.status()["degraded"]),
            "the status tells of folders that lie too deep")
        expect((code := scene.victim.stop()) == 0, f"the daemon ended with {code} where it was to stop")
        scene.victim.start()
        scene.goes_on()
        subprocess.run(["rm", "-rf", top], check=True)


def dig(folder, levels):
    """Makes folders within folders; step by step, since their path may be longer than a path can be."""
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("e", dir_fd=descriptor)
        inner = os.open("e", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = inner
    os.close(descriptor)


def original_stays(scene):
    """A folder of the inbox is another file system, and nothing can be removed from it for a while."""
    if not scene.has_disk:
        return scene.not_done("original stays", "another file system needs a mount, which root can make")
    with scene.mounted(scene.victim.inbox / "reading-room") as folder:
        path = scene.writer.prepared("original stays")
        content = path.read_bytes()
        shutil.copyfile(path, folder / path.name)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        scene.victim.wait(lambda: stuck(scene, folder.name) == 1, "the status tells that the file cannot be moved")
        for _ in range(3):
            scans = scene.victim.status()["inbox"]["scans"]
            scene.victim.hang_up()
            scene.victim.wait(lambda: scene.victim.status()["inbox"]["scans"] > scans, "the inbox is looked through")
        expect(copies(scene, content) == 0, "copies of a file that cannot be removed are left in done/")
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
        scene.victim.hang_up()
        scene.victim.wait(lambda: not (folder / path.name).exists(), "the file is moved", scene.victim.line_count)
        expect(copies(scene, content) == 1, "the file is not in done/ once")


def copies(scene, content):
    return sum(read(path) == content for path in account.files(scene.home / "done"))


def read(path):
    """A file that was written to late may go back into the inbox meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def another_way(scene):
    """A second daemon comes to the inbox by a link, and by a mount; it has a journal and all else of its own."""
    ways = [scene.home / "another-way"]
    ways[0].symlink_to(scene.victim.inbox)
    if scene.has_disk:
        ways.append(scene.home / "mounted-way")
        ways[1].mkdir()
        subprocess.run(["mount", "--bind", scene.victim.inbox, ways[1]], check=True)
    own = scene.home / "second"
    own.mkdir()
    scene.victim.give(own)
    for way in ways:
        options = ["--inbox", way, "--journal", own / "quoted.jsonl", "--status", own / "status.sock", "--done",
                   own / "done", "--failed", own / "failed", "--engine", "rules"]
        second = subprocess.run(
            [*scene.victim.prefix, scene.victim.quoted, "run", *options], capture_output=True, text=True, timeout=120)
        expect(second.returncode == 1 and "is in use" in second.stderr, f"a second daemon works: {second.stderr[-500:]}")
    if scene.has_disk:
        subprocess.run(["umount", ways[1]], check=True)
        ways[1].rmdir()
    ways[0].unlink()
    shutil.rmtree(own)
    scene.goes_on()


def unmounted(scene):
    """The inbox's disk goes away under it, and comes back."""
    if not scene.has_disk:
        return scene.not_done("unmounted", "a disk for the inbox needs a mount, which root can make")
    inbox, away = scene.victim.inbox, scene.home / "inbox.disk"
    scene.crowd.stand_still()
    scene.victim.come_to_rest()
    scene.victim.kill()
    inbox.rename(away)
    inbox.mkdir()
    scene.victim.give(inbox)
    # Another mount, if not another disk: a daemon does not start with its inbox on another than done/.
    subprocess.run(["mount", "--bind", away, inbox], check=True)
    scene.victim.start()
    goes_on_by_copies(scene)
    subprocess.run(["umount", "--lazy", inbox], check=True)
    scene.victim.wait(lambda: scene.victim.get("/health")[0] == 503, "health says that the inbox is not there")
    subprocess.run(["mount", "--bind", away, inbox], check=True)
    scene.victim.wait(scene.victim.answers, "health says that the inbox is there again")
    goes_on_by_copies(scene)
    scene.victim.kill()
    subprocess.run(["umount", "--lazy", inbox], check=True)
    inbox.rmdir()
    away.rename(inbox)
    scene.victim.start()
    scene.crowd.go_on()
    scene.goes_on()


def goes_on_by_copies(scene):
    """As the scene's own, where nothing can be renamed into the inbox."""
    path = scene.writer.prepared("copied to a mount")
    target = scene.victim.inbox / path.name
    shutil.copyfile(path, target)
    scene.victim.wait(lambda: not target.exists(), "work goes on", scene.victim.line_count)


ACTS = [locked_folders, deep_tree, original_stays, another_way, unmounted]
