#!/usr/bin/env python3
"""Makes small datasets of words twice and compares every file: in one run; and in two shards, the first of which is killed
(SIGKILL) as soon as something of it stands and then resumed, merged and exported. Exits with 0 only if all bytes are the
same.

    restarts.py DIORAMA DIR
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import time

from report import Report

# Texts in blocks of 4096, with a format; a street whose narration comes with the last frame of a sequence.
RECIPES = {
    "people": (["templates/identities.yaml", "-n", "6200"], ["csv"]),
    "street": (
        ["scenes/questions.yaml", "-n", "4", "--set", "sequence.frames=2", "--set", "cameras.0.width=160",
         "--set", "cameras.0.height=90", "--set", "labels=[caption, questions, narration]",
         "--set", "world.road.network=straight", "--set", "world.buildings=0"],
        [],
    ),
}


def files(root):
    """All files of a dataset by their paths."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def difference(found, expected):
    out = [f"{path} is missing" for path in expected.keys() - found.keys()]
    out += [f"{path} is one too many" for path in found.keys() - expected.keys()]
    return out + [f"{path} differs" for path in expected if found.get(path, expected[path]) != expected[path]]


def killed(command, folder):
    """Starts a run and kills it when its first sample stands. Returns how many stand then."""
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None and not any(folder.glob("samples/*/*")):
        time.sleep(0.002)
    run.kill()
    run.wait()
    return len(list(folder.glob("samples/*/*")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("diorama", type=pathlib.Path, help="the program")
    parser.add_argument("directory", type=pathlib.Path, help="where the datasets are made; what is there is removed")
    options = parser.parse_args()
    shutil.rmtree(options.directory, ignore_errors=True)
    report = Report()

    def call(*words):
        run = subprocess.run([options.diorama, *map(str, words)], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{words}: {run.stderr}")

    for name, (recipe, formats) in RECIPES.items():
        wanted = [word for format in formats for word in ("--format", format)]
        make = ["generate", *recipe, "--workers", "1", "--check", "none", "--progress", "none"]
        whole, first, second, merged = (options.directory / name / way for way in ("whole", "first", "second", "merged"))
        call(*make, *wanted, "-o", whole)
        shard = [*make, "--shard", "0/2", "-o", str(first)]
        stood = killed([str(options.diorama), *shard], first)
        call(*shard, "--resume")
        total = len(list(first.glob("samples/*/*")))
        report.check(name, "killed on the way", total, [] if 0 < stood < total else [f"{stood} of {total} samples stood"])
        call(*make, "--shard", "1/2", "-o", second)
        # The later shard first: order is the indices'.
        call("merge", second, first, "-o", merged)
        if wanted:
            call("export", merged, *wanted)
        # The manifest lists files of formats only where they were written with the samples.
        found, expected = files(merged), files(whole)
        if wanted:
            for part in (found, expected):
                part.pop("manifest.json", None)
        report.check(name, "merged", len(expected), difference(found, expected))
    report.print()
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
