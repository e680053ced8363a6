"""Chooses what is kept of what fuzzing discovered: the fewest and smallest inputs that go wherever it went.

    keep.py BUILD [--corpus FOLDER] TARGET…

What the fuzzers of BUILD (made with FUZZ=1) discovered lies in FOLDER/TARGET, or BUILD/corpus/TARGET. It and what was kept
before are run once more, some thousand in a process of the fuzzer; then corpus/TARGET.zip is written anew. Of all inputs
the one is taken that adds most edges of the program's flow for its bytes, deflated, until none adds any; where the
archive still has room, the same again with how often an edge was gone along. What the seeds reach needs no other input.
Ends with a line a target.
"""
import argparse
import contextlib
import functools
import hashlib
import heapq
import operator
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib

import seeds

CHUNK = 2000  # inputs of one process, which tells all that each reaches
MOST = 250_000  # bytes of an archive; edges alone may take more
LARGEST = 20_000  # bytes of an input, deflated
ENTRY = 200  # bytes of an archive for each input beside its content
WHOLE = 1 << 20  # bytes of a seed

# The fuzzer numbers eight features for each edge: how often it was gone along, by steps. In a set of features as bytes, a bit
# for each, a byte is an edge.
GONE = bytes([0] + [1] * 255)


def reached(build, target, inputs):
    """Name → the features that this input reaches; `inputs` is {name: bytes}. Of nothing the fuzzer tells nothing; an input
    that ends the run twice is told, and left out."""
    names, found = sorted(name for name, content in inputs.items() if content), {}
    for first in range(0, len(names), CHUNK):
        some = {name: inputs[name] for name in names[first:first + CHUNK]}
        found.update(run_once(build, target, some))
        found.update(run_once(build, target, {name: content for name, content in some.items() if name not in found}))
    for name in set(names) - set(found):
        print(f"{target}: {name} ends the run: a finding?")
    return found


def run_once(build, target, inputs):
    """The same of one process of the fuzzer, without those that end it."""
    if not inputs:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        given, kept, told, ended = (os.path.join(folder, name) for name in ("given", "kept", "told", "ended"))
        os.mkdir(kept)
        for name, content in inputs.items():
            seeds.write(given, name, content)
        # What is slow is not sought here, and the fuzzer's clock is that on the wall.
        subprocess.run([os.path.join(build, "tests", "fuzz", f"fuzz_{target}"), "-set_cover_merge=1", "-timeout=600",
                        "-rss_limit_mb=2048", f"-merge_control_file={told}", f"-max_len={WHOLE}", f"-artifact_prefix={ended}-",
                        kept, given], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return told_in(told)


def told_in(path):
    """The same as the fuzzer notes it: the number of inputs and of those kept before, their names, and a line for each."""
    with open(path, encoding="utf-8") as file:
        n, _ = int(next(file)), next(file)
        names = [os.path.basename(next(file).strip()) for _ in range(n)]
        lines = (line.split() for line in file)
        return {names[int(words[1])]: as_bytes([int(word) for word in words[2:]]) for words in lines if words[0] == "FT"}


def as_bytes(features):
    found = bytearray(max(features, default=0) // 8 + 1)
    for feature in features:
        found[feature // 8] |= 1 << feature % 8
    return bytes(found)


def sets(features, edges=False):
    """The same as numbers, a bit for each feature, or for each edge."""
    return {name: int.from_bytes(found.translate(GONE) if edges else found, "little") for name, found in features.items()}


def union(some):
    return functools.reduce(operator.or_, some, 0)


def chosen(reaches, sizes, done, most=None):
    """Names that together reach all that `reaches` holds beyond `done`, or as much as fits into `most` bytes."""
    def gain(name):
        return (reaches[name] & ~done).bit_count() / sizes[name]

    taken, size = [], 0
    waiting = [(-gain(name), name) for name in reaches]
    heapq.heapify(waiting)
    while waiting:
        before, name = heapq.heappop(waiting)
        now = -gain(name)
        if now == 0 or (most is not None and size + sizes[name] > most):
            continue
        if now > before and waiting and now > waiting[0][0]:  # others took some of what it adds
            heapq.heappush(waiting, (now, name))
            continue
        taken.append(name)
        size += sizes[name]
        done |= reaches[name]
    return taken


def needed(taken, reaches, sizes, done):
    """Those of `taken` without which something would be missing, the largest left out first."""
    left = sorted(taken, key=lambda name: (-sizes[name], name))
    for name in list(left):
        if not reaches[name] & ~union([done, *(reaches[other] for other in left if other != name)]):
            left.remove(name)
    return left


def files_in(folder):
    """Name → bytes; while a fuzzer runs, it takes some away for smaller ones."""
    found = {}
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        with contextlib.suppress(FileNotFoundError):
            content = seeds.read(os.path.join(folder, name))
            found[hashlib.sha1(content).hexdigest()] = content
    return found


def write(path, inputs):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(inputs):
            archive.writestr(zipfile.ZipInfo(name), inputs[name], compress_type=zipfile.ZIP_DEFLATED)


def keep(build, corpus, target, seeded):
    """Writes the archive of one target; what is to be told of it."""
    path = os.path.join(seeds.CORPUS, f"{target}.zip")
    with tempfile.TemporaryDirectory() as folder:
        if os.path.exists(path):
            zipfile.ZipFile(path).extractall(folder)
        inputs = {**files_in(folder), **files_in(os.path.join(corpus, target))}
    sizes = {name: len(zlib.compress(content, 9)) + ENTRY for name, content in inputs.items()}
    inputs = {name: content for name, content in inputs.items() if sizes[name] <= LARGEST}
    features, begun = (reached(build, target, some) for some in (inputs, files_in(os.path.join(seeded, target))))
    edges, counts = sets(features, edges=True), sets(features)
    of_seeds = union(sets(begun, edges=True).values())
    taken = needed(chosen(edges, sizes, of_seeds), edges, sizes, of_seeds)
    done = union([*sets(begun).values(), *(counts[name] for name in taken)])
    more = chosen(counts, sizes, done, MOST - sum(sizes[name] for name in taken))
    write(path, {name: inputs[name] for name in taken + more})
    return (f"{target}: {len(taken)} of {len(inputs)} inputs for {(union(edges.values()) & ~of_seeds).bit_count()} edges beyond the"
            f" {of_seeds.bit_count()} of the seeds, {len(more)} for how often; {os.path.getsize(path)} bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=os.path.abspath)
    parser.add_argument("--corpus", type=os.path.abspath)
    parser.add_argument("targets", nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as seeded:
        seeds.make(seeded, os.path.join(seeds.ROOT, "build", "oca"))
        for target in options.targets:
            print(keep(options.build, options.corpus or os.path.join(options.build, "corpus"), target, seeded), flush=True)


if __name__ == "__main__":
    sys.exit(main())
