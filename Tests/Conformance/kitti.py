"""KITTI object: files parse by the development kit's rules, and 3D boxes project around 2D boxes."""

import math

import numpy
from PIL import Image

TYPES = {"Car", "Van", "Truck", "Pedestrian", "Person_sitting", "Cyclist", "Tram", "Misc", "DontCare"}
CALIBRATION = [
    ("P0", 12), ("P1", 12), ("P2", 12), ("P3", 12), ("R0_rect", 9), ("Tr_velo_to_cam", 12), ("Tr_imu_to_velo", 12)]


def check(root, report):
    folder = root / "training"
    labels = sorted((folder / "label_2").glob("*.txt"))
    problems = {"label rows": [], "angles": [], "2D in 3D box": [], "calibration": [], "pictures": []}
    rows = solid = projected = 0
    for path in labels:
        picture = folder / "image_2" / f"{path.stem}.png"
        if not picture.exists():
            problems["pictures"].append(f"{picture} is missing")
            continue
        with Image.open(picture) as image:
            size = image.size
        matrices = calibration(folder / "calib" / path.name, problems["calibration"])
        for number, line in enumerate(path.read_text().splitlines(), 1):
            rows += 1
            where = f"{path.name}:{number}"
            row = parse(line, where, size, problems["label rows"])
            if row is None or row["type"] == "DontCare" or matrices is None:
                continue
            solid += 1
            check_angles(row, where, problems["angles"])
            projected += check_projection(row, matrices["P2"], size, where, problems["2D in 3D box"])
    report.check("kitti", "pictures", len(labels), problems["pictures"])
    report.check("kitti", "calibration", len(labels), problems["calibration"])
    report.check("kitti", "label rows", rows or None, problems["label rows"])
    report.check("kitti", "angles", solid or None, problems["angles"])
    report.check("kitti", "2D in 3D box", projected or None, problems["2D in 3D box"])
    check_sets(root, labels, report)


def parse(line, where, size, bad):
    words = line.split()
    if len(words) != 15 or words[0] not in TYPES:
        bad.append(f"{where}: {line!r} is no label row")
        return None
    try:
        n = [float(w) for w in words[1:]]
        int(words[2])
    except ValueError:
        bad.append(f"{where}: not numbers")
        return None
    if not all(math.isfinite(x) for x in n):
        bad.append(f"{where}: not finite")
        return None
    left, top, right, bottom = n[3:7]
    if not (0 <= left <= right <= size[0] - 1 and 0 <= top <= bottom <= size[1] - 1):
        bad.append(f"{where}: the box {n[3:7]} is not inside the picture {size}")
    if words[0] == "DontCare":
        if [n[0], n[1], n[2]] != [-1, -1, -10] or n[7:] != [-1, -1, -1, -1000, -1000, -1000, -10]:
            bad.append(f"{where}: DontCare with values")
    else:
        if not 0 <= n[0] <= 1 or words[2] not in ("0", "1", "2", "3"):
            bad.append(f"{where}: truncated {n[0]}, occluded {words[2]}")
        if min(n[7:10]) <= 0 or n[12] <= 0:
            bad.append(f"{where}: dimensions {n[7:10]}, depth {n[12]}")
    return {"type": words[0], "alpha": n[2], "box": n[3:7], "hwl": n[7:10], "location": n[10:13], "ry": n[13]}


def calibration(path, bad):
    if not path.exists():
        bad.append(f"{path} is missing")
        return None
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    if [(w[0].rstrip(":"), len(w) - 1) for w in lines] != CALIBRATION:
        bad.append(f"{path.name}: not the seven rows in order")
        return None
    out = {w[0].rstrip(":"): numpy.array([float(x) for x in w[1:]]).reshape(3, -1) for w in lines}
    for name in ("R0_rect", "Tr_velo_to_cam", "Tr_imu_to_velo"):
        turn = out[name][:, :3]
        if numpy.abs(turn @ turn.T - numpy.eye(3)).max() > 1e-6 or numpy.linalg.det(turn) < 0:
            bad.append(f"{path.name}: {name} is no rotation")
    # Velodyne axes: x forward is ahead of the camera or the camera is turned, never mirrored; z up is −y.
    up = out["R0_rect"] @ out["Tr_velo_to_cam"][:, :3] @ numpy.array([0, 0, 1.0])
    if up[1] > -0.999 and abs(up[2]) < 0.999:
        bad.append(f"{path.name}: the reference frame is not level")
    return out


def check_angles(row, where, bad):
    if not (abs(row["ry"]) <= math.pi and abs(row["alpha"]) <= math.pi):
        bad.append(f"{where}: angle outside [-pi, pi]")
    x, _, z = row["location"]
    difference = row["ry"] - math.atan2(x, z) - row["alpha"]
    difference = (difference + math.pi) % (2 * math.pi) - math.pi
    if abs(difference) > 1e-5:
        bad.append(f"{where}: alpha is off by {difference:.2e} rad")


def check_projection(row, p2, size, where, bad):
    """The 2D box lies in the 3D box's projection, to a pixel; 0 when a corner is not in front."""
    h, w, l = row["hwl"]
    c, s = math.cos(row["ry"]), math.sin(row["ry"])
    x = numpy.array([l, l, -l, -l] * 2) / 2
    y = numpy.array([0.0] * 4 + [-h] * 4)
    z = numpy.array([w, -w, -w, w] * 2) / 2
    corners = numpy.stack([c * x + s * z, y, -s * x + c * z, numpy.full(8, 0)])
    corners[:3] += numpy.array(row["location"])[:, None]
    corners[3] = 1
    image = p2 @ corners
    if (image[2] < 0.1).any():
        return 0
    u, v = image[0] / image[2], image[1] / image[2]
    left, top, right, bottom = row["box"]
    if left < u.min() - 1 or right > u.max() + 1 or top < v.min() - 1 or bottom > v.max() + 1:
        hull = [round(float(t), 1) for t in (u.min(), v.min(), u.max(), v.max())]
        bad.append(f"{where}: {row['type']} {row['box']} leaves the projected box {hull}")
    return 1


def check_sets(root, labels, report):
    bad, listed = [], []
    for side in ("train", "val"):
        path = root / "ImageSets" / f"{side}.txt"
        if not path.exists():
            bad.append(f"{path} is missing")
            continue
        listed += path.read_text().split()
    if sorted(listed) != [p.stem for p in labels]:
        bad.append("train and val do not list every frame once")
    report.check("kitti", "ImageSets", len(listed), bad)
