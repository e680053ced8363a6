"""The built program is hardened: by what the file says of itself, and, since a compiler may do some of it unasked, by what
the Makefile asks for.

    hardening.py PROGRAM

A build with sanitizers or counters leaves these flags out, and is left out. Ends with: N passed, N failed.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# What it is called, what readelf prints of it, and a pattern that must be there.
HELD = [
    ("the program lies anywhere", "--file-header", r"Type:\s+DYN"),
    ("and the linker was told so", "--dynamic", r"\(FLAGS_1\).*\bPIE\b"),
    ("the tables of the linker are read-only", "--program-headers", r"GNU_RELRO"),
    ("once all functions are looked up, which is at the start", "--dynamic", r"\(FLAGS\).*\bBIND_NOW\b"),
    ("the stack is not executed", "--program-headers", r"GNU_STACK(\s+0x[0-9a-f]+){5}\s+RW\s"),
    ("an overrun of the stack is noticed", "--dyn-syms", r"UND __stack_chk_fail@"),
    ("texts are bounded", "--dyn-syms", r"UND __(sn|vsn|f)printf_chk@"),
    ("copies are bounded, also in memory whose size is known only in the run", "--dyn-syms", r"UND __mem(cpy|move|set)_chk@"),
]
COMPILED = ["-D_FORTIFY_SOURCE=3", "-fstack-protector-strong", "-fPIE"]
LINKED = ["-pie", "-Wl,-z,relro,-z,now"]


def readelf(program, part):
    return subprocess.run(["readelf", "--wide", part, program], capture_output=True, text=True, check=True,
                          env=dict(os.environ, LC_ALL="C")).stdout


def commands(target):
    """What make would run for one target alone."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(["make", "--dry-run", "--always-make", "V=1", target], cwd=ROOT, capture_output=True, text=True,
                          check=True, env=environment).stdout.splitlines()


def missing(target, flags):
    """The flags that some command which makes this target's kind leaves out."""
    lines = [line.split() for line in commands(target) if f"-o {target}" in line]
    return flags if not lines else [flag for flag in flags if any(flag not in line for line in lines)]


def main():
    program = sys.argv[1]
    if re.search(r"__(asan_init|ubsan_|gcov_)", readelf(program, "--syms")):
        print("hardening, of a build with sanitizers or counters: left out")
        print("0 passed, 0 failed")
        return 0
    wrong = [f"{name}: no {pattern} in readelf {part}" for name, part, pattern in HELD
             if not re.search(pattern, readelf(program, part))]
    wrong += [f"the Makefile compiles without {flag}" for flag in missing("build/engine/cli/main.o", COMPILED)]
    wrong += [f"the Makefile links without {flag}" for flag in missing("build/oca", LINKED)]
    for line in wrong:
        print(line)
    n = len(HELD) + len(COMPILED) + len(LINKED)
    print(f"{n - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
