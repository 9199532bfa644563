"""The completions: bash, zsh and fish load them and offer every subcommand and option, and the words that a choice has.

usage: completions.py PROGRAM BASH-FILE ZSH-FILE FISH-FILE
"""

import os
import re
import subprocess
import sys
import tempfile

import spoken


def fail(message):
    sys.exit(f"packaging: {message}")


def shell(program, script, arguments, path):
    done = subprocess.run(
        [*program, script, *arguments], capture_output=True, text=True,
        env={"PATH": path, "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})
    if done.stderr:
        fail(f"{program[0]} says while completing {arguments}: {done.stderr}")
    return done.stdout.splitlines()


# The last word is what has been typed of the one to complete. As bash-completion calls the function.
BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
function_name=$(complete -p quoted | sed 's/.*-F \\([^ ]*\\).*/\\1/')
"$function_name" quoted "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""

# fish is asked as a user asks it.
FISH = "source $argv[1]; complete --do-complete (string join ' ' -- $argv[2..])"

# zsh's own functions want a terminal. These print what they are to show: the names of options, what the one before the
# cursor may be, and the words of a list.
ZSH = """
compdef() { }
_arguments() {
  for spec in "$@"; do
    case "$spec" in
    "${before}["*:{*}) eval "${${spec##*:\\{}%\\}}" ;;
    *--*'['*) print -r -- "${${spec%%\\[*}##*[)*]}" ;;
    *'->command') (( $#words > 2 )) && state=arg || state=command ;;
    esac
  done
  words=("${(@)words[2,-1]}")
}
_describe() { print -rl -- "${(@P)3}"; }
autoload() { }
source "$1"; shift
words=("$@") CURRENT=$# before=$@[-2]
"_quoted"
"""


def offered_by_bash(file, words, path):
    return set(shell(["bash", "--norc", "-c"], BASH, ["bash", file, *words], path))


def offered_by_fish(file, words, path):
    return {line.split("\t")[0] for line in shell(["fish", "--no-config", "-c"], FISH, [file, *words], path)}


def offered_by_zsh(file, words, path):
    lines = shell(["zsh", "-f", "-c"], ZSH, ["zsh", file, *words], path)
    return {line.split(":")[0] for line in lines}


SHELLS = {"bash": offered_by_bash, "zsh": offered_by_zsh, "fish": offered_by_fish}


def wanted(commands):
    """What is typed, and what has to be offered then."""
    for command in commands:
        long = {name for option in command.options for name in spoken.names(option) if name.startswith("--")}
        yield [*command.words, "--"], long
        if command.below:
            yield [*command.words, ""], {below.words[-1] for below in command.below}
    yield ["quoted", "annotate", "--engine", ""], {"model", "rules"}
    yield ["quoted", "run", "--after", ""], {"move", "keep", "delete"}


def missing(name, file, typed, words, path):
    return words - SHELLS[name](file, typed, path)


def refuses(name, file, path):
    """That an option that is spelled wrongly in the completion is found missing."""
    with tempfile.NamedTemporaryFile("w+") as changed:
        changed.write(re.sub("omit-text", "omit-txet", open(file).read()))
        changed.flush()
        if not missing(name, changed.name, ["quoted", "annotate", "--"], {"--omit-text"}, path):
            fail(f"a completion of {name} without --omit-text passes")


def main(program, *files):
    commands = spoken.command(program).everyone()
    path = f"{os.path.dirname(os.path.abspath(program))}:/usr/bin:/bin"
    for name, file in zip(SHELLS, files):
        for typed, words in wanted(commands):
            if left_out := missing(name, file, typed, words, path):
                fail(f"{name} completes “{' '.join(typed)}” without {sorted(left_out)}")
        refuses(name, file, path)
    print(f"packaging: {', '.join(SHELLS)} complete {len(list(wanted(commands)))} beginnings")


main(*sys.argv[1:])
