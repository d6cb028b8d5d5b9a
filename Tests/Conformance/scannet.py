"""ScanNet by the rules of its own scripts: NYU40 through the tsv, instances through the aggregation, one geometry."""

import csv
import json

import numpy
from PIL import Image
import trimesh


def check(root, report):
    problems = {"frames": [], "labels": [], "mesh": [], "depth on the mesh": []}
    frames = scans = points = 0
    with open(root / "scannetv2-labels.combined.tsv") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    nyu40 = {int(row["id"]): int(row["nyu40id"]) for row in rows}
    raw = {row["raw_category"]: int(row["id"]) for row in rows}
    for scan in sorted((root / "scans").iterdir()):
        k = numpy.loadtxt(scan / "intrinsic" / "intrinsic_depth.txt")
        mesh = mesh_of(scan, nyu40, raw, problems["mesh"])
        scans += mesh is not None
        owner = {}
        for picture in sorted((scan / "color").iterdir(), key=lambda p: int(p.stem)):
            frames += 1
            n = picture.stem
            pose = numpy.loadtxt(scan / "pose" / f"{n}.txt")
            turn = pose[:3, :3]
            images = [Image.open(scan / kind / f"{n}.png") for kind in ("depth", "label-filt", "instance-filt")]
            size = Image.open(picture).size
            if any(i.size != size or not i.mode.startswith("I") for i in images) or pose.shape != (4, 4) \
                    or numpy.abs(turn @ turn.T - numpy.eye(3)).max() > 1e-6 or numpy.linalg.det(turn) < 0:
                problems["frames"].append(f"{scan.name}: {n}")
            depth, label, instance = (numpy.array(i).astype(int) for i in images)
            if not set(numpy.unique(label)) - {0} <= nyu40.keys():
                problems["labels"].append(f"{scan.name}: {n}: unknown categories")
            for i in numpy.unique(instance[instance > 0]):
                found = set(label[instance == i])
                if len(found) != 1 or owner.setdefault(i, found) != found:
                    problems["labels"].append(f"{scan.name}: {n}: instance {i} is {found}")
            if mesh is None:
                continue
            for i, name in mesh[2].items():
                if i in owner and owner[i] != {raw[name]}:
                    problems["labels"].append(f"{scan.name}: instance {i} is {name} and {owner[i]}")
            if n == "0":
                # The mesh is of the first frame: what depth says lies in the box of the thing that is seen there.
                for v in range(2, size[1], 7):
                    for u in range(2, size[0], 7):
                        z, i = depth[v, u] / 1000, instance[v, u]
                        if z == 0 or i == 0:
                            continue
                        points += 1
                        ray = numpy.array([(u - k[0, 2]) / k[0, 0], (v - k[1, 2]) / k[1, 1], 1])
                        place = turn @ (ray * z) + pose[:3, 3]
                        low, high = mesh[1][i]
                        if (place < low - 2e-3).any() or (place > high + 2e-3).any():
                            problems["depth on the mesh"].append(f"{scan.name}: ({u}, {v}): {place}, {i}: {low} {high}")
    report.check("scannet", "frames", frames, problems["frames"])
    report.check("scannet", "labels", frames, problems["labels"])
    report.check("scannet", "mesh", scans or None, problems["mesh"])
    report.check("scannet", "depth on the mesh", points or None, problems["depth on the mesh"])


def mesh_of(scan, nyu40, raw, bad):
    """The mesh, boxes and labels of its instances; None where there is none."""
    path = scan / f"{scan.name}_vh_clean_2.labels.ply"
    if not path.is_file():
        return None
    mesh = trimesh.load(path, process=False)
    plain = trimesh.load(scan / f"{scan.name}_vh_clean_2.ply", process=False)
    label = numpy.array(mesh.metadata["_ply_raw"]["vertex"]["data"]["label"]).ravel().astype(int)
    segs = numpy.array(json.loads((scan / f"{scan.name}_vh_clean_2.0.010000.segs.json").read_text())["segIndices"])
    if len(segs) != len(mesh.vertices) or (plain.vertices != mesh.vertices).any() or (plain.faces != mesh.faces).any():
        bad.append(f"{scan.name}: other vertices")
        return None
    boxes, labels = {}, {}
    left = set(segs)
    for group in json.loads((scan / f"{scan.name}.aggregation.json").read_text())["segGroups"]:
        inside = numpy.isin(segs, group["segments"])
        left -= set(group["segments"])
        if not inside.any() or set(label[inside]) != {nyu40[raw[group["label"]]]}:
            bad.append(f"{scan.name}: group {group['objectId']}: {group['label']} is {set(label[inside])}")
            continue
        instance = group["objectId"] + 1
        labels[instance] = group["label"]
        boxes[instance] = (mesh.vertices[inside].min(0), mesh.vertices[inside].max(0))
    if left:
        bad.append(f"{scan.name}: segments of no group: {left}")
    return mesh, boxes, labels
