#!/usr/bin/env python3
"""Damages copies of the datasets in DIR/formats one way at a time: run.py must refuse every one of them."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import h5py
import numpy
from PIL import Image


def edit_json(path, change):
    document = json.loads(path.read_text())
    change(document)
    path.write_text(json.dumps(document))


def edit_rows(folder, change):
    """Changes the first row that `change` accepts; it returns the new words or None."""
    for path in sorted(folder.glob("**/*.txt")):
        rows = path.read_text().splitlines()
        for i, row in enumerate(rows):
            words = change(row.split())
            if words is not None:
                rows[i] = " ".join(words)
                path.write_text("\n".join(rows) + "\n")
                return
    raise LookupError(f"{folder}: no row to change")


def number(index, change, when=lambda words: True):
    def apply(words):
        if not when(words):
            return None
        words[index] = str(change(float(words[index])))
        return words
    return apply


def instances(root):
    return root / "coco/annotations/instances_train.json"


def edit_scene(root, name, change):
    """Changes the first object of the first BOP scene with any."""
    for path in sorted((root / "bop").glob(f"*/*/scene_{name}.json")):
        document = json.loads(path.read_text())
        for items in document.values():
            if items:
                change(items[0])
                path.write_text(json.dumps(document))
                return
    raise LookupError(f"{root}: no object to change")


def solid(words):
    return words[0] in ("Car", "Truck", "Van")


def paint(root):
    path = sorted((root / "coco/annotations/panoptic_train").glob("*.png"))[0]
    pixels = numpy.array(Image.open(path))
    pixels[-1, -1] = (1, 2, 3)
    Image.fromarray(pixels).save(path)


def first(key, index, change):
    """Changes one number of the first annotation's list."""
    def apply(document):
        document["annotations"][0][key][index] += change
    return apply


def swap_calibration(root):
    path = sorted((root / "kitti/training/calib").glob("*.txt"))[0]
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], *lines[:0:-1]]) + "\n")


def rename_class(root):
    path = root / "yolo/data.yaml"
    swap = {'"car"': '"bus"', '"bus"': '"car"'}
    path.write_text(re.sub('"(car|bus)"', lambda m: swap[m[0]], path.read_text()))


def edit_lines(path, change, after):
    """Changes the line after the one that begins so (spaces aside), or the first."""
    lines = path.read_text().splitlines()
    at = 0 if after is None else 1 + next(i for i, line in enumerate(lines) if line.strip().startswith(after))
    lines[at] = change(lines[at])
    path.write_text("\n".join(lines) + "\n")


def edit_array(path, change):
    with h5py.File(path, "r+") as file:
        file["dataset"][...] = change(file["dataset"][...])


def shift_instances(root):
    path = sorted(root.glob("scannet/scans/*/instance-filt/*.png"))[0]
    pixels = numpy.array(Image.open(path)).astype(numpy.uint16)
    Image.fromarray(numpy.roll(pixels, 5, axis=1)).save(path)


MUTATIONS = {
    "box width one short": lambda r: edit_json(instances(r), first("bbox", 2, -1)),
    "box shifted": lambda r: edit_json(instances(r), first("bbox", 0, 1)),
    "area off by one": lambda r: edit_json(
        instances(r), lambda d: d["annotations"][0].update(area=d["annotations"][0]["area"] + 1)),
    "annotation id twice": lambda r: edit_json(
        instances(r), lambda d: d["annotations"][1].update(id=d["annotations"][0]["id"])),
    "unknown category": lambda r: edit_json(instances(r), lambda d: d["annotations"][0].update(category_id=9999)),
    "picture size": lambda r: edit_json(instances(r), lambda d: d["images"][0].update(width=1)),
    "keypoint count": lambda r: edit_json(
        r / "coco/annotations/person_keypoints_train.json", lambda d: d["annotations"][0].update(num_keypoints=3)),
    "panoptic pixel": paint,
    "panoptic area": lambda r: edit_json(
        r / "coco/annotations/panoptic_train.json",
        lambda d: d["annotations"][0]["segments_info"][0].update(area=1)),
    "KITTI heading mirrored": lambda r: edit_rows(
        r / "kitti/training/label_2", number(14, lambda x: -x, lambda w: solid(w) and abs(float(w[14])) > 0.1)),
    "KITTI centre instead of bottom": lambda r: edit_rows(
        r / "kitti/training/label_2", number(12, lambda y: y - 1.5, solid)),
    "KITTI box beyond the picture": lambda r: edit_rows(
        r / "kitti/training/label_2", number(6, lambda x: x + 1000)),
    "KITTI 15 columns": lambda r: edit_rows(r / "kitti/training/label_2", lambda w: w[:-1]),
    "KITTI calibration order": swap_calibration,
    "KITTI frame unlisted": lambda r: (r / "kitti/ImageSets/train.txt").write_text("000000\n"),
    "YOLO centre half a pixel off": lambda r: edit_rows(r / "yolo/labels", number(1, lambda x: x + 0.5 / 160)),
    "YOLO coordinate above 1": lambda r: edit_rows(r / "yolo/labels", number(1, lambda x: 1.2)),
    "YOLO class beyond the list": lambda r: edit_rows(r / "yolo/labels", number(0, lambda x: 500)),
    "YOLO names swapped": rename_class,
    "YOLO label missing": lambda r: sorted((r / "yolo/labels/train").glob("*.txt"))[0].unlink(),
    "YOLO polygon corner moved": lambda r: edit_rows(
        r / "yolo-segment/labels", number(2, lambda y: y - 3 / 96 if y > 0.5 else y + 3 / 96)),
    "YOLO pose without visibility": lambda r: edit_rows(r / "yolo-pose/labels", lambda w: w[:-1]),
    "YOLO rectangle too small": lambda r: edit_rows(
        r / "yolo-obb/labels", lambda w: [w[0]] + [str(0.5 + 0.9 * (float(x) - 0.5)) for x in w[1:]]),
    "BOP object two metres aside": lambda r: edit_scene(
        r, "gt", lambda item: item["cam_t_m2c"].__setitem__(0, item["cam_t_m2c"][0] + 2000)),
    "BOP rotation mirrored": lambda r: edit_scene(
        r, "gt", lambda item: item.update(cam_R_m2c=[-x for x in item["cam_R_m2c"]])),
    "BOP visible pixels off by one": lambda r: edit_scene(
        r, "gt_info", lambda item: item.update(px_count_visib=item["px_count_visib"] - 1)),
    "BOP box one narrower": lambda r: edit_scene(
        r, "gt_info", lambda item: item["bbox_visib"].__setitem__(2, item["bbox_visib"][2] - 1)),
    "BOP unknown model": lambda r: edit_scene(r, "gt", lambda item: item.update(obj_id=9999)),
    "BOP diameter too short": lambda r: edit_json(
        r / "bop/models/models_info.json",
        lambda d: next(iter(d.values())).update(diameter=next(iter(d.values()))["diameter"] - 1)),
    "BOP model in metres": lambda r: edit_lines(
        sorted((r / "bop/models").glob("*.ply"))[0],
        lambda line: " ".join([str(float(line.split()[0]) / 1000), *line.split()[1:]]), "end_header"),
    "EuRoC extrinsics mirrored": lambda r: edit_lines(
        sorted(r.glob("euroc/*/mav0/cam0/sensor.yaml"))[0], lambda line: line.replace("[", "[7"), "rows"),
    "EuRoC state lost": lambda r: edit_lines(
        sorted(r.glob("euroc/*/mav0/state_groundtruth_estimate0/data.csv"))[0],
        lambda line: "1" + line, "#timestamp"),
    "EuRoC picture renamed": lambda r: sorted(r.glob("euroc/*/mav0/cam0/data/*.png"))[0].rename(
        r / "euroc/elsewhere.png"),
    "ScanNet pose transposed": lambda r: edit_lines(
        sorted(r.glob("scannet/scans/*/pose/*.txt"))[0], lambda line: "2 " + line.split(" ", 1)[1], None),
    "ScanNet instances shifted": shift_instances,
    "ScanNet categories without ids": lambda r: edit_lines(
        r / "scannet/scannetv2-labels.combined.tsv", lambda line: line.replace("id", "number", 1), None),
    "Structured3D line without a plane": lambda r: edit_json(
        sorted(r.glob("structured3d/*/annotation_3d.json"))[0], lambda d: d["planeLineMatrix"][0].__setitem__(0, 0)),
    "Structured3D plane from the other side": lambda r: edit_json(
        sorted(r.glob("structured3d/*/annotation_3d.json"))[0],
        lambda d: d["planes"][1].update(offset=-d["planes"][1]["offset"])),
    "Structured3D without outer walls": lambda r: edit_json(
        sorted(r.glob("structured3d/*/annotation_3d.json"))[0], lambda d: d["semantics"].pop()),
    "Structured3D maps of another size": lambda r: Image.new("L", (3, 3)).save(
        sorted(r.glob("structured3d/**/semantic.png"))[0]),
    "Hypersim orientation of another length": lambda r: edit_array(
        sorted(r.glob("hypersim/*/_detail/cam_00/camera_keyframe_orientations.hdf5"))[0], lambda a: a * 1.01),
    "Hypersim class 0": lambda r: edit_array(
        sorted(r.glob("hypersim/*/images/*/frame.*.semantic.hdf5"))[0], lambda a: a * 0),
    "Hypersim field of view": lambda r: edit_lines(
        r / "hypersim/metadata_camera_parameters.csv",
        lambda line: ",".join(line.split(",")[:5] + ["0.123"] + line.split(",")[6:]), "scene_name"),
    "COLMAP picture size": lambda r: edit_rows(
        r / "colmap/000000/sparse/0", number(2, lambda x: int(x) + 1, lambda w: w[1:2] == ["PINHOLE"])),
    "COLMAP image lost": lambda r: (r / "colmap/000000/sparse/0/images.txt").write_text(""),
    "NeRF axes mirrored": lambda r: edit_json(
        r / "nerf/000000/transforms.json",
        lambda d: d["frames"][0]["transform_matrix"].reverse()),
    "a row lost": lambda r: edit_rows(r / "yolo/labels", lambda w: []),
}


def main():
    source = pathlib.Path(sys.argv[1]) / "formats"
    run = pathlib.Path(__file__).with_name("run.py")
    missed = []
    for name, mutate in MUTATIONS.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "formats"
            shutil.copytree(source, copy)
            mutate(copy)
            result = subprocess.run([sys.executable, str(run), folder], capture_output=True, text=True)
        seen = result.returncode == 1 and "FAILED" in result.stdout
        print("refused " if seen else "ACCEPTED", name)
        if not seen:
            missed.append(name)
            print(result.stderr[-500:])
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
