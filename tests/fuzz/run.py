"""Fuzzes, each target until it has used so many seconds of processor time, and enters what ran in runs.csv.

    run.py BUILD --seconds N [TARGET…]

BUILD/corpus/TARGET is where the fuzzer keeps what it discovers, BUILD/seeds/TARGET and tests/fuzz/corpus/TARGET what it
begins with; a finding is written to BUILD/found and ends the run of its target. Ends with a line a target; fails after
a finding.
"""
import argparse
import csv
import glob
import os
import re
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = os.path.join(HERE, "runs.csv")
LONGEST = {"workbook": 60000, "xlsx": 30000, "whole": 30000, "books": 12000}  # bytes of an input; others 16,000
SLOW = 25  # seconds that an input may take
OPTIONS = [f"-timeout={SLOW}", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0", "-reload=0"]
TICK = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def only_waited(command, slow):
    """Whether what the fuzzer stopped as slow was waiting for a processor: its clock is that on the wall."""
    before = os.times().children_user
    done = subprocess.run([command[0], "-timeout=600", slow], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0 and os.times().children_user - before < SLOW


def once(command, seconds, log):
    """(exit status, processor seconds, executions) of one run of the fuzzer, which ends after so many seconds."""
    used = 0.0
    with open(log, "w", encoding="utf-8") as told:
        process = subprocess.Popen(command, stderr=told, stdout=told)
    try:
        while process.poll() is None:
            used = processor_seconds(process.pid)
            if used >= seconds:
                process.send_signal(signal.SIGUSR1)  # ends when the input at hand is done
            time.sleep(0.5)
    finally:
        process.kill()
    with open(log, encoding="utf-8", errors="replace") as told:
        said = told.read()
    executions = re.findall(r"stat::number_of_executed_units:\s+(\d+)", said)
    return process.returncode, used, int(executions[-1]) if executions else 0


def fuzz(build, target, seconds):
    """(processor seconds, executions, findings) of one target."""
    kept, seeds, old = (os.path.join(build, "corpus", target), os.path.join(build, "seeds", target),
                        os.path.join(HERE, "corpus", target))
    found = os.path.join(build, "found", "")
    for folder in (kept, found):
        os.makedirs(folder, exist_ok=True)
    command = [os.path.join(build, "tests", "fuzz", f"fuzz_{target}"), f"-max_len={LONGEST.get(target, 16000)}", *OPTIONS,
               f"-dict={build}/seeds/words.dict", f"-artifact_prefix={found}{target}-", kept,
               *(folder for folder in (seeds, old) if os.path.isdir(folder))]
    used, executions, log = 0.0, 0, os.path.join(found, f"{target}.log")
    while True:
        status, more, ran = once(command, seconds - used, log)
        used, executions = used + more, executions + ran
        slow = glob.glob(f"{found}{target}-timeout-*")
        if not status or len(slow) != 1 or not only_waited(command, slow[0]):
            break
        os.remove(slow[0])
        status = 0
        if used >= seconds:
            break
    if status:
        with open(log, encoding="utf-8", errors="replace") as told:
            print(told.read()[-6000:])
    return used, executions, int(status != 0)


def enter(target, used, executions, findings):
    fresh = not os.path.exists(RUNS)
    with open(RUNS, "a", encoding="ascii", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        if fresh:
            out.writerow(["target", "processor_seconds", "executions", "findings"])
        out.writerow([target, round(used), executions, findings])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=os.path.abspath)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("targets", nargs="+")
    options = parser.parse_args()
    failed = 0
    for target in options.targets:
        used, executions, findings = fuzz(options.build, target, options.seconds)
        enter(target, used, executions, findings)
        failed += findings
        print(f"{target}: {used:.0f} s of processor time, {executions} executions, {findings} findings", flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
