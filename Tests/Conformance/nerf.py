"""transforms.json by the rules of nerfstudio's data parser: pictures, intrinsics and OpenGL camera poses."""

import json

import numpy
from PIL import Image


def check(root, report):
    problems = {"pictures": [], "intrinsics": [], "poses": []}
    count = 0
    for path in sorted(root.glob("*/transforms.json")):
        for frame in json.loads(path.read_text())["frames"]:
            count += 1
            name = f"{path.parent.name}/{frame['file_path']}"
            with Image.open(path.parent / frame["file_path"]) as image:
                if image.size != (frame["w"], frame["h"]):
                    problems["pictures"].append(f"{name}: {image.size}")
            if min(frame["fl_x"], frame["fl_y"]) <= 0 or not (
                    0 < frame["cx"] < frame["w"] and 0 < frame["cy"] < frame["h"]):
                problems["intrinsics"].append(name)
            pose = numpy.array(frame["transform_matrix"])
            turn = pose[:3, :3]
            if pose.shape != (4, 4) or numpy.abs(turn @ turn.T - numpy.eye(3)).max() > 1e-6 \
                    or numpy.linalg.det(turn) < 0 or list(pose[3]) != [0, 0, 0, 1]:
                problems["poses"].append(f"{name}: no rigid pose")
    for name, found in problems.items():
        report.check("nerf", name, count, found)
