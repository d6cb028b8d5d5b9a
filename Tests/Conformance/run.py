#!/usr/bin/env python3
"""Opens the datasets in DIR/formats with other people's loaders; exits with 0 only if every check holds."""

import argparse
import pathlib
import sys

try:
    import bop
    import captions
    import clevr
    import clips
    import coco
    import colmap
    import conversations
    import euroc
    import hypersim
    import floor_plan
    import gqa
    import imports
    import jams_files
    import kaldi
    import kitti
    import librispeech
    import manifests
    import nerf
    import refcoco
    import rttm
    import scannet
    import sed
    import seld
    import separation
    import speakers
    import structured3d
    import textgrid_files
    import tum
    import vqa
    import yolo
except ImportError as error:
    sys.exit(f"{error}\nhelp: pip install -r {pathlib.Path(__file__).with_name('requirements.txt')}")
from report import Report


# Formats of sound.
SOUND = {
    "audiofolder": manifests.check_audiofolder,
    "common-voice": speakers.check_common_voice,
    "dcase-sed": sed.check,
    "dcase-seld": seld.check,
    "esc-50": clips.check_esc50,
    "jams": jams_files.check,
    "kaldi": kaldi.check,
    "lhotse": manifests.check_lhotse,
    "librimix": separation.check_librimix,
    "librispeech": librispeech.check,
    "musan": speakers.check_musan,
    "nemo": manifests.check_nemo,
    "rttm": rttm.check,
    "textgrid": textgrid_files.check,
    "urbansound8k": clips.check_urbansound8k,
    "voxceleb": speakers.check_voxceleb,
    "webdataset": separation.check_webdataset,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=pathlib.Path, help="a dataset with a folder 'formats'")
    formats = parser.parse_args().directory / "formats"
    if not formats.is_dir():
        sys.exit(f"{formats}: no such folder\nhelp: generate with --format coco --format kitti --format yolo")
    report = Report()
    found = {path.name: path for path in sorted(formats.iterdir()) if path.is_dir()}
    checks = []
    for name in found:
        if name == "bop":
            checks.append((name, lambda: bop.check(found["bop"], report)))
        if name == "colmap":
            checks.append((name, lambda: colmap.check(found["colmap"], report)))
        if name == "floor_plan":
            checks.append((name, lambda: floor_plan.check(found["floor_plan"], report)))
        if name == "clevr":
            checks.append((name, lambda: clevr.check(found["clevr"], report)))
        if name == "coco-captions":
            checks.append((name, lambda: captions.check(found["coco-captions"], report)))
        elif name.startswith("coco"):
            checks.append((name, lambda name=name: coco.check(found[name], report)))
        if name == "euroc":
            checks.append((name, lambda: euroc.check(found["euroc"], report)))
        if name == "gqa":
            checks.append((name, lambda: gqa.check(found["gqa"], report)))
        if name == "hypersim":
            checks.append((name, lambda: hypersim.check(found["hypersim"], report)))
        if name == "kitti":
            checks.append((name, lambda: kitti.check(found["kitti"], report)))
        if name == "llava":
            checks.append((name, lambda: conversations.check_llava(found["llava"], report)))
        if name == "multimodal-messages":
            checks.append(
                (name, lambda: conversations.check(found["multimodal-messages"], report, found.get("llava"))))
        if name == "nerf":
            checks.append((name, lambda: nerf.check(found["nerf"], report)))
        if name == "refcoco":
            checks.append((name, lambda: refcoco.check(found["refcoco"], report)))
        if name == "scannet":
            checks.append((name, lambda: scannet.check(found["scannet"], report)))
        if name == "structured3d":
            checks.append((name, lambda: structured3d.check(found["structured3d"], report)))
        if name == "tum-rgbd":
            checks.append((name, lambda: tum.check(found["tum-rgbd"], report)))
        if name == "vqa2":
            checks.append((name, lambda: vqa.check(found["vqa2"], report)))
        if name in SOUND:
            checks.append((name, lambda name=name: SOUND[name](found[name], report)))
        if name.startswith("yolo"):
            checks.append((name, lambda name=name: yolo.check(found[name], found.get("coco"), report)))
    checks.append(("all", lambda: imports.check(found, report)))
    for name, check in checks:
        try:
            check()
        except Exception as error:  # a file so wrong that a check cannot go on
            report.fail(name, "readable", f"{type(error).__name__}: {error}")
    report.print()
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
