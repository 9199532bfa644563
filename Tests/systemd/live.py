"""Sees what systemd makes of the unit: runs as root within the container that `live` boots, and nowhere else."""
import contextlib
import grp
import json
import os
import pathlib
import pwd
import re
import shutil
import signal
import subprocess
import time

INBOX, DONE, FAILED = (pathlib.Path("/var/spool/quoted") / name for name in ("inbox", "done", "failed"))
JOURNAL = pathlib.Path("/var/lib/quoted/quoted.jsonl")
ARTICLES = sorted(pathlib.Path("/check/articles").glob("*.txt"))
DROP_IN = pathlib.Path("/etc/systemd/system/quoted.service.d/check.conf")
# Seconds without any progress until something that has to happen counts as never happening.
PATIENCE = 60
IN_FLIGHT = 40
STOP_WITHIN = 5

dropped = 0


class Failure(Exception):
    """What was seen is not what was promised."""


def expect(truth, message):
    if not truth:
        raise Failure(message)


def run(*command, check=True):
    result = subprocess.run(command, capture_output=True, text=True)
    expect(not check or result.returncode == 0, f"{' '.join(command)} ended with {result.returncode}: {result.stderr}")
    return result.stdout


def shown(name):
    return run("systemctl", "show", "--value", f"--property={name}", "quoted").strip()


def status():
    return json.loads(run("quoted", "status", "--json"))


def wait(condition, what, progress=lambda: None):
    """Until the condition holds; a machine that has other work too is slow, so each change of `progress` starts the clock anew."""
    seen, deadline = progress(), time.monotonic() + PATIENCE
    while not condition():
        if (now := progress()) != seen:
            seen, deadline = now, time.monotonic() + PATIENCE
        expect(time.monotonic() < deadline, f"in {PATIENCE} s this did not happen: {what}; at last {seen}")
        time.sleep(0.1)


def wait_until_the_inbox_is_empty(what):
    wait(lambda: not left(), what, progress=left)


def left():
    return len(list(INBOX.iterdir()))


def drop(count, user="reporter"):
    """As somebody who is in the group news and nothing else."""
    global dropped
    person, aside = pwd.getpwnam(user), pathlib.Path("/tmp/aside")
    aside.mkdir()
    aside.chmod(0o755)
    for _ in range(count):
        path = aside / f"{dropped:06d}.txt"
        path.write_bytes(ARTICLES[dropped % len(ARTICLES)].read_bytes() + f"\n\nReference {dropped:06d}\n".encode())
        path.chmod(0o640)
        os.chown(path, person.pw_uid, person.pw_gid)
        dropped += 1
    run("setpriv", f"--reuid={user}", f"--regid={person.pw_gid}", "--clear-groups", "cp", "-t", str(INBOX), *map(str, aside.iterdir()))
    shutil.rmtree(aside)


def records(*journals):
    return [json.loads(line) for journal in journals or [JOURNAL] for line in journal.read_bytes().decode().splitlines()]


def configured(*lines):
    """Starts the service anew with a drop-in of these lines."""
    DROP_IN.parent.mkdir(exist_ok=True)
    DROP_IN.write_text("\n".join(["[Unit]", "StartLimitBurst=100", "[Service]", *lines]) + "\n")
    run("systemctl", "daemon-reload")
    run("systemctl", "restart", "quoted")


def mode_of(path):
    """Mode, owner and group as `ls -l` gives them."""
    info = os.lstat(path)
    return f"{info.st_mode & 0o7777:o} {pwd.getpwuid(info.st_uid).pw_name}:{grp.getgrgid(info.st_gid).gr_name}"


def is_ready_after_the_first_scan_began():
    drop(1)
    run("systemctl", "start", "--no-block", "quoted")
    phases, deadline = [], time.monotonic() + PATIENCE
    while not phases or phases[-1][0] != "active":
        expect(time.monotonic() < deadline, f"it is not ready after {PATIENCE} s: {phases[-1:]}")
        state, report = shown("ActiveState"), None
        with contextlib.suppress(Failure, ValueError):
            report = status()
        if report or state == "active":
            phases.append((state, report["phase"] if report else None, report["inbox"]["scans"] if report else 0))
    state, phase, scans = phases[-1]
    expect(phase == "running" and scans >= 1, f"systemd has it for ready when it is {phase} after {scans} scans")
    wait(lambda: status()["files"]["done"] == 1, "the article that lay there is annotated")
    wait(lambda: re.fullmatch(r"0 pending, 0 in work, 1 done, 0 repeats, 0 failed", shown("StatusText")), "STATUS tells of it")
    return "READY comes after the first scan began, and STATUS tells the counts"


def works_as_its_own_user():
    report, pid = status(), shown("MainPID")
    facts = dict(line.split(":\t", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line)
    user = pwd.getpwnam("quoted")
    expect(facts["Uid"].split() == [str(user.pw_uid)] * 4, f"it runs as {facts['Uid']}")
    expect({facts[f"Cap{kind}"] for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")} == {"0" * 16}, "it has capabilities")
    expect(facts["NoNewPrivs"] == "1" and facts["Seccomp"] == "2", "it is not confined")
    expect(report["engine"] == "model" and records()[0]["producer"]["engine"] == "model", "the model did not annotate")
    log = run("journalctl", "--unit=quoted", "--output=cat", "--no-pager")
    # The unit says why that one is refused.
    log = "\n".join(line for line in log.splitlines() if "Failed to set thread priority" not in line)
    expect("not permitted" not in log and "errno=1" not in log, f"a filter is in the way: {log[-2000:]}")
    return "the model annotates within the hardened unit, as the user quoted and without capabilities"


def has_its_modes():
    expected = {"/run/quoted": "750 quoted:news", "/run/quoted/status.sock": "660 quoted:news", "/run/quoted/status.sock.owner": "600 quoted:news",
                "/var/lib/quoted": "750 quoted:news",
                JOURNAL: "640 quoted:news", INBOX: "2770 quoted:news", DONE: "2750 quoted:news", FAILED: "2750 quoted:news"}
    for path, mode in expected.items():
        expect(mode_of(path) == mode, f"{path} is {mode_of(path)} and not {mode}")
    reads = {"reporter": True, "stranger": False}
    for user, may in reads.items():
        for command in (["cat", str(JOURNAL)], ["quoted", "status"], ["ls", str(INBOX)]):
            group = pwd.getpwnam(user).pw_gid
            ended = subprocess.run(["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", *command], capture_output=True)
            expect((ended.returncode == 0) == may, f"{' '.join(command)} by a {user} ends with {ended.returncode}")
    return "socket, journal and folders have their modes: the group news uses them, and nobody else does"


def reloads():
    before, rules = status()["rules"]["languages"][0]["digest"], pathlib.Path("/etc/quoted/rules.d/reporting-verbs.yaml")
    rules.write_text("verbs:\n  yodel: {class: say, frames: [quote, inversion]}\n")
    old = JOURNAL.with_name("quoted.jsonl.1")
    lines = len(records())
    JOURNAL.rename(old)
    run("systemctl", "reload", "quoted")
    wait(lambda: status()["rules"]["languages"][0]["digest"] != before and shown("ActiveState") == "active", "the rules are read again")
    wait(JOURNAL.exists, "a new journal is there")
    expect(mode_of(JOURNAL) == "640 quoted:news", f"the new journal is {mode_of(JOURNAL)}")
    drop(1)
    wait(lambda: len(records()) == 1, "the next line is in the new journal")
    expect(len(records(old)) == lines, "lines went on to the old journal")
    rules.unlink()
    return "reload reads the rules again and opens the journal anew"


def is_restarted_when_it_stops():
    configured("WatchdogSec=4s", "TimeoutAbortSec=2s")
    pid, restarts = int(shown("MainPID")), int(shown("NRestarts"))
    os.kill(pid, signal.SIGSTOP)
    drop(3)
    wait(lambda: int(shown("NRestarts")) > restarts and shown("ActiveState") == "active", "the watchdog restarts it")
    expect(int(shown("MainPID")) != pid, "it is the same process")
    wait_until_the_inbox_is_empty("the articles are annotated afterwards")
    return "the watchdog restarts a process that stands still"


def is_restarted_when_the_pipeline_hangs():
    # In debug builds only.
    if b"within-annotation" not in pathlib.Path("/usr/bin/quoted").read_bytes():
        return "NOT CHECKED: a pipeline that hangs, since this build has no fault point for it"
    failed = status()["files"]["failed"]
    configured("WatchdogSec=4s", "TimeoutAbortSec=2s", "Environment=QUOTED_FAULT=within-annotation:1:hang QUOTED_DEADLINE=1s QUOTED_WORKERS=1")
    global dropped
    drop(1)
    name = f"{dropped - 1:06d}.txt"
    wait((FAILED / name).exists, "an article that hangs is counted out")
    said = FAILED / f"{name}.json"
    wait(said.exists, "it is said why")
    note = json.loads(said.read_text())
    expect(note["code"] == "crashed" and failed == 0, f"it failed with {note}")
    expect(int(shown("NRestarts")) >= 2, "it was not the watchdog that ended it")
    (FAILED / name).unlink()
    said.unlink()
    dropped -= 1
    configured("WatchdogSec=60s")
    return "the watchdog restarts a daemon whose pipeline hangs, and the article is counted out"


def stops_in_time_and_loses_nothing():
    done = status()["files"]["done"]
    drop(IN_FLIGHT)
    wait(lambda: status()["files"]["working"] > 0 and status()["files"]["done"] > done, "work is in flight")
    began = time.monotonic()
    run("systemctl", "stop", "quoted")
    took = time.monotonic() - began
    expect(took < STOP_WITHIN, f"to stop took {took:.1f} s")
    expect(shown("Result") == "success", f"it ended as {shown('Result')}")
    undone = left()
    expect(undone > 0, "nothing was left to do: more has to be dropped for this test")
    expect(not run("pgrep", "quoted", check=False), "a process was left behind")
    run("systemctl", "start", "quoted")
    wait_until_the_inbox_is_empty("the rest is annotated after the next start")
    return f"it stops in {took:.1f} s with {undone} of {IN_FLIGHT} articles to do, and does them after the next start"


def each_article_has_one_line():
    run("systemctl", "stop", "quoted")
    paths = sorted(record["file"]["path"] for record in records(JOURNAL, JOURNAL.with_name("quoted.jsonl.1")))
    expect(paths == sorted(set(paths)), "an article has two lines")
    names = {f"{number:06d}.txt" for number in range(dropped)}
    expect(len(paths) >= dropped and names <= set(paths), f"{sorted(names - set(paths))[:3]} have no line")
    expect(not any(FAILED.iterdir()), f"failed: {list(FAILED.iterdir())}")
    return f"each of {len(paths)} articles has one line"


def main():
    run("useradd", "--no-create-home", "--gid=news", "reporter")
    run("useradd", "--no-create-home", "stranger")
    expect(mode_of(INBOX) == "2770 quoted:news", f"the inbox is {mode_of(INBOX)}")
    for check in (is_ready_after_the_first_scan_began, works_as_its_own_user, has_its_modes, reloads, is_restarted_when_it_stops,
                  is_restarted_when_the_pipeline_hangs, stops_in_time_and_loses_nothing, each_article_has_one_line):
        print(f"systemd live: {check()}", flush=True)
    pathlib.Path("/check/passed").touch()


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        print(f"systemd live: {failure}")
        print(shutil.which("journalctl") and run("journalctl", "--unit=quoted", "--no-pager", "--lines=40", check=False))
        raise SystemExit(1) from None
