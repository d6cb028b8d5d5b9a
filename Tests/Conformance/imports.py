"""Datumaro imports what was written, with as many items and annotations."""

import contextlib
import io
import json
import logging


def check(found, report):
    logging.disable(logging.WARNING)
    for dataset in [path for name, path in found.items() if name.startswith("coco")]:
        root = dataset / "annotations"
        for kind, type_, shape in (
            ("instances", "coco_instances", "bbox"), ("person_keypoints", "coco_person_keypoints", "points"),
            ("panoptic", "coco_panoptic", "mask"),
        ):
            documents = [json.loads(p.read_text()) for p in sorted(root.glob(f"{kind}_*.json"))]
            if not documents:
                continue
            items = sum(len(d["images"]) for d in documents)
            count = sum(
                len(a["segments_info"]) if kind == "panoptic" else 1 for d in documents for a in d["annotations"])
            compare(dataset, type_, shape, items, count, report)
    if "yolo" in found:
        labels = list((found["yolo"] / "labels").glob("*/*.txt"))
        compare(found["yolo"], "yolo", "bbox", len(labels), lines(labels), report)
    if "kitti" in found:
        labels = list((found["kitti"] / "training" / "label_2").glob("*.txt"))
        compare(found["kitti"], "kitti_detection", "bbox", len(labels), lines(labels), report)


def lines(paths):
    return sum(len(p.read_text().splitlines()) for p in paths)


def compare(root, type_, shape, items, count, report):
    # Only here: after it, pandas and with it `datasets` no longer write JSON in this process.
    import datumaro

    name = f"Datumaro import as {type_}"
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            dataset = datumaro.Dataset.import_from(str(root), type_)
            seen = list(dataset)
    except Exception as error:  # whatever the loader raises is the finding
        report.fail(root.name, name, f"{type(error).__name__}: {error}")
        return
    found = sum(a.type.name == shape for item in seen for a in item.annotations)
    bad = []
    if len(seen) != items:
        bad.append(f"{len(seen)} items, {items} written")
    if found != count:
        bad.append(f"{found} annotations, {count} written")
    bad += [f"{item.id}: no picture" for item in seen if item.media is None or item.media.data is None]
    report.check(root.name, name, len(seen), bad, f"{found} annotations")
