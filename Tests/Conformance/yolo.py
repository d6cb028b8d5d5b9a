"""Ultralytics tasks: the rules by which its loader calls a label file corrupt, and agreement with COCO."""


import numpy
import yaml
from PIL import Image

from coco import load

SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".webp"}


def check(root, coco_root, report):
    name = root.name
    data = yaml.safe_load((root / "data.yaml").read_text())
    classes = data["names"] if isinstance(data["names"], list) else list(data["names"].values())
    if isinstance(data["names"], dict) and list(data["names"]) != list(range(len(classes))):
        report.fail(name, "data.yaml", "class numbers do not count from 0")
    points = data.get("kpt_shape")
    report.check(name, "data.yaml", len(classes), pose_problems(points, data.get("flip_idx")))
    bad, rows_by_stem, sides = [], {}, []
    for side in dict.fromkeys([data["train"], data["val"]]):
        folder = root / side
        pictures = sorted(p for p in folder.glob("*") if p.suffix.lower() in SUFFIXES)
        if not pictures:
            bad.append(f"{folder}: no pictures")
        for picture in pictures:
            labels = root / "labels" / folder.name / f"{picture.stem}.txt"
            rows_by_stem[(folder.name, picture.stem)] = verify(picture, labels, len(classes), points, bad)
        strays = {p.stem for p in (root / "labels" / folder.name).glob("*.txt")} - {p.stem for p in pictures}
        bad += [f"label {s} has no picture" for s in sorted(strays)]
        sides.append({p.stem for p in pictures})
    if len(sides) == 2 and sides[0] & sides[1]:
        bad.append("a picture is on both sides")
    report.check(name, "corrupt pictures and rows", len(rows_by_stem), bad)
    rows = {k: v for k, v in rows_by_stem.items() if v is not None}
    if name == "yolo-obb":
        report.check(name, "rectangles", sum(map(len, rows.values())) or None, rectangle_problems(rows, root))
    if coco_root is not None:
        compare(name, rows, coco_root, classes, report)


def pose_problems(points, flips):
    if points is None:
        return []
    if flips is None or sorted(flips) != list(range(points[0])):
        return ["flip_idx is no permutation of the points"]
    return [] if all(flips[flips[i]] == i for i in flips) else ["mirroring twice does not restore the points"]


def verify(picture, labels, class_count, points, bad):
    """The rows of a label file, or None after noting why the loader would drop it."""
    with Image.open(picture) as image:
        size = image.size
        image.verify()
    if min(size) < 10:
        bad.append(f"{picture.name}: {size} is smaller than 10 pixels")
        return None
    if not labels.exists():
        bad.append(f"{labels.name} is missing (pictures without objects have empty files)")
        return None
    rows = [[float(w) for w in line.split()] for line in labels.read_text().splitlines() if line.strip()]
    columns = 5 if points is None else 5 + points[0] * points[1]
    has_polygons = points is None and any(len(r) > 6 for r in rows)
    for number, row in enumerate(rows, 1):
        where = f"{labels.name}:{number}"
        if row[0] != int(row[0]) or not 0 <= row[0] < class_count:
            bad.append(f"{where}: class {row[0]}")
        if has_polygons:
            if len(row) < 7 or len(row) % 2 == 0:
                bad.append(f"{where}: {len(row)} columns are no polygon")
        elif len(row) != columns:
            bad.append(f"{where}: {len(row)} columns instead of {columns}")
        values = numpy.array(row[1:])
        if points is not None:
            keys = values[4:].reshape(points)
            if not numpy.isin(keys[:, 2], (0, 1, 2)).all():
                bad.append(f"{where}: visibility is not 0, 1 or 2")
            values = numpy.concatenate([values[:4], keys[:, :2].ravel()])
        if len(values) and (values.min() < 0 or values.max() > 1):
            bad.append(f"{where}: {values.min()} … {values.max()} is not in [0, 1]")
        if not has_polygons and (row[3] <= 0 or row[4] <= 0):
            bad.append(f"{where}: an empty box")
    return rows


def rectangle_problems(rows, root):
    bad = []
    for (side, stem), list_ in rows.items():
        with Image.open(next((root / "images" / side).glob(f"{stem}.*"))) as image:
            size = image.size
        for row in list_:
            p = numpy.array(row[1:]).reshape(-1, 2) * size
            if len(p) != 4:
                bad.append(f"{stem}: {len(p)} corners")
                continue
            a, b = p[1] - p[0], p[3] - p[0]
            if abs(a @ b) > 1e-3 * numpy.linalg.norm(a) * numpy.linalg.norm(b):
                bad.append(f"{stem}: corners are not square")
            if numpy.abs(p[0] + p[2] - p[1] - p[3]).max() > 1e-3:
                bad.append(f"{stem}: opposite sides differ")
            if abs(a[0] * b[1] - a[1] * b[0]) < 0.99:
                bad.append(f"{stem}: smaller than a pixel")
    return bad


def fill(polygon, width, height):
    """The pixels whose centres a polygon encloses, by the even-odd rule."""
    inside = numpy.zeros((height, width), bool)
    rows = numpy.arange(height) + 0.5
    columns = numpy.arange(width) + 0.5
    for (x0, y0), (x1, y1) in zip(polygon, numpy.roll(polygon, -1, axis=0)):
        if y0 == y1:
            continue
        crossed = (y0 > rows) != (y1 > rows)
        x = x0 + (rows - y0) / (y1 - y0) * (x1 - x0)
        inside ^= crossed[:, None] & (columns[None, :] < x[:, None])
    return inside


def compare(name, rows, coco_root, classes, report):
    """Rows and COCO annotations of one picture come in the same order when both write all classes."""
    bad, compared = [], 0
    for side in ("train", "val"):
        path = coco_root / "annotations" / f"instances_{side}.json"
        if not path.exists():
            continue
        dataset = load(path)
        names = {c["id"]: c["name"] for c in dataset.dataset["categories"]}
        if name != "yolo-pose" and set(names.values()) != set(classes):
            report.check(name, "agreement with COCO", None, [], "other classes")
            return
        for image in dataset.dataset["images"]:
            stem = image["file_name"].rsplit(".", 1)[0]
            mine = rows.get((side, stem))
            if mine is None:
                bad.append(f"{stem}: not among the {side} pictures")
                continue
            truth = dataset.loadAnns(sorted(dataset.getAnnIds(imgIds=[image["id"]])))
            if name == "yolo-pose":
                truth = [a for a in truth if names[a["category_id"]] in ("person", "rider")]
            if len(truth) != len(mine):
                bad.append(f"{stem}: {len(mine)} rows, {len(truth)} annotations")
                continue
            for row, a in zip(mine, truth):
                compared += 1
                if name != "yolo-pose" and classes[int(row[0])] != names[a["category_id"]]:
                    bad.append(f"{stem}: class {classes[int(row[0])]} is {names[a['category_id']]}")
                problem = disagreement(name, row, a, image, dataset)
                if problem:
                    bad.append(f"{stem}, annotation {a['id']}: {problem}")
    report.check(name, "agreement with COCO", compared or None, bad)


def disagreement(name, row, annotation, image, dataset):
    size = numpy.array([image["width"], image["height"]], float)
    x, y, w, h = annotation["bbox"]
    if name in ("yolo", "yolo-pose"):
        center, extent = numpy.array(row[1:3]) * size, numpy.array(row[3:5]) * size
        box = numpy.concatenate([center - extent / 2, extent])
        return None if numpy.abs(box - [x, y, w, h]).max() < 0.01 else f"box {box}, not {[x, y, w, h]}"
    polygon = numpy.array(row[1:]).reshape(-1, 2) * size
    mask = dataset.annToMask(annotation).astype(bool)
    if name == "yolo-segment":
        # Corners lie on the pixel grid; what printing took from them is below a thousandth.
        mine = fill(numpy.round(polygon, 3), image["width"], image["height"])
        iou = (mine & mask).sum() / (mine | mask).sum()
        low, high = polygon.min(axis=0), polygon.max(axis=0)
        if numpy.abs(numpy.concatenate([low, high - low]) - [x, y, w, h]).max() > 0.01:
            return "the polygon's box is not the visible one"
        return None if iou == 1 else f"IoU of the filled polygon {iou:.4f}"
    rows, columns = numpy.nonzero(mask)
    pixels = numpy.stack([columns + 0.5, rows + 0.5], axis=1)
    for a, b in zip(polygon, numpy.roll(polygon, -1, axis=0)):
        edge = b - a
        depth = (edge[0] * (pixels[:, 1] - a[1]) - edge[1] * (pixels[:, 0] - a[0])) / numpy.linalg.norm(edge)
        if depth.min() < 0.49:
            return f"a pixel leaves the rectangle by {0.5 - depth.min():.2f}"
    return None
