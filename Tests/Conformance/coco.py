"""COCO: pycocotools loads the files, and ground truth scores full marks against itself."""

import contextlib
import io
import json

import numpy
from PIL import Image
from pycocotools import mask as coco_mask
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

import panoptic

SIDES = ("train", "val")


def check(root, report):
    dataset_name = root.name
    image_ids, annotation_ids = [], []
    for side in SIDES:
        path = root / "annotations" / f"instances_{side}.json"
        if not path.exists():
            continue
        dataset = load(path)
        image_ids += dataset.getImgIds()
        annotation_ids += dataset.getAnnIds()
        check_images(root / "images" / side, dataset, f"images ({side})", report, dataset_name)
        check_annotations(dataset, f"masks, boxes, areas ({side})", report, dataset_name)
        for kind in ("bbox", "segm"):
            check_self_score(dataset, kind, f"AP of itself, {kind} ({side})", report, dataset_name)
        people = root / "annotations" / f"person_keypoints_{side}.json"
        if people.exists():
            keypoints = load(people)
            check_keypoints(keypoints, dataset, f"keypoints ({side})", report, dataset_name)
            check_self_score(keypoints, "keypoints", f"AP of itself, keypoints ({side})", report, dataset_name)
        if (root / "annotations" / f"panoptic_{side}.json").exists():
            panoptic.check(root, side, report)
    for name, ids in (("image ids", image_ids), ("annotation ids", annotation_ids)):
        bad = [] if len(set(ids)) == len(ids) else ["an id occurs twice"]
        bad += [f"id {i} is not positive" for i in ids if i < 1]
        report.check(dataset_name, name, len(ids), bad)


def load(path):
    with contextlib.redirect_stdout(io.StringIO()):
        return COCO(str(path))


def check_images(folder, dataset, name, report, dataset_name):
    bad = []
    for image in dataset.loadImgs(dataset.getImgIds()):
        path = folder / image["file_name"]
        if not path.exists():
            bad.append(f"{path} is missing")
            continue
        with Image.open(path) as picture:
            if picture.size != (image["width"], image["height"]):
                bad.append(f"{path} is {picture.size}, the JSON says {image['width']} x {image['height']}")
    report.check(dataset_name, name, len(dataset.getImgIds()), bad)


def check_annotations(dataset, name, report, dataset_name):
    bad = []
    annotations = dataset.loadAnns(dataset.getAnnIds())
    images = {i["id"]: i for i in dataset.dataset["images"]}
    categories = set(dataset.getCatIds())
    for a in annotations:
        where = f"annotation {a['id']}"
        image = images.get(a["image_id"])
        if image is None or a["category_id"] not in categories:
            bad.append(f"{where}: unknown image or category")
            continue
        mask = dataset.annToMask(a)
        if mask.shape != (image["height"], image["width"]):
            bad.append(f"{where}: the mask is {mask.shape}")
            continue
        rows, columns = numpy.nonzero(mask)
        if len(rows) == 0:
            bad.append(f"{where}: the mask is empty")
            continue
        box = [columns.min(), rows.min(), columns.max() - columns.min() + 1, rows.max() - rows.min() + 1]
        # Polygons too: along pixel edges even maskApi's filler, which rounds, gives the mask back.
        if int(mask.sum()) != a["area"]:
            bad.append(f"{where}: area {a['area']}, {int(mask.sum())} pixels")
        if [int(x) for x in box] != a["bbox"]:
            bad.append(f"{where}: box {a['bbox']}, pixels {box}")
        if list(coco_mask.toBbox(dataset.annToRLE(a))) != [float(x) for x in a["bbox"]]:
            bad.append(f"{where}: maskApi finds another box")
        if a["iscrowd"] != 0:
            bad.append(f"{where}: iscrowd {a['iscrowd']}")
    report.check(dataset_name, name, len(annotations), bad)


def check_keypoints(people, instances, name, report, dataset_name):
    bad = []
    annotations = people.loadAnns(people.getAnnIds())
    count = len(people.loadCats(people.getCatIds())[0]["keypoints"])
    for a in annotations:
        where = f"annotation {a['id']}"
        points = numpy.array(a["keypoints"], float).reshape(-1, 3)
        image = people.imgs[a["image_id"]]
        labelled = points[:, 2] > 0
        if len(points) != count or labelled.sum() != a["num_keypoints"]:
            bad.append(f"{where}: {len(points)} points, {labelled.sum()} labelled")
        if points[~labelled].any():
            bad.append(f"{where}: an unlabelled point is not 0 0 0")
        inside = (points[:, 0] >= 0) & (points[:, 0] <= image["width"] - 1)
        inside &= (points[:, 1] >= 0) & (points[:, 1] <= image["height"] - 1)
        if not inside.all():
            bad.append(f"{where}: a point lies outside the image")
        twin = instances.anns.get(a["id"])
        if twin is None or twin["bbox"] != a["bbox"] or twin["image_id"] != a["image_id"]:
            bad.append(f"{where}: not the same in the instance file")
    report.check(dataset_name, name, len(annotations), bad)


def check_self_score(dataset, kind, name, report, dataset_name):
    """Ground truth as prediction, scored by COCOeval."""
    annotations = dataset.loadAnns(dataset.getAnnIds())
    scorable = [a for a in annotations if kind != "keypoints" or a["num_keypoints"] > 0]
    if not scorable:
        report.check(dataset_name, name, None, [], "no annotations")
        return
    results = []
    for a in scorable:
        result = {"image_id": a["image_id"], "category_id": a["category_id"], "score": 1.0}
        if kind == "bbox":
            result["bbox"] = a["bbox"]
        elif kind == "segm":
            rle = dataset.annToRLE(a)
            counts = rle["counts"]
            result["segmentation"] = {
                "size": rle["size"], "counts": counts.decode() if isinstance(counts, bytes) else counts}
        else:
            result["keypoints"] = a["keypoints"]
        results.append(result)
    with contextlib.redirect_stdout(io.StringIO()):
        evaluation = COCOeval(dataset, dataset.loadRes(json.loads(json.dumps(results))), kind)
        per_image = max(len(dataset.getAnnIds(imgIds=[i])) for i in dataset.getImgIds())
        evaluation.params.maxDets = [max(100, per_image)]
        evaluation.params.areaRng = evaluation.params.areaRng[:1]
        evaluation.params.areaRngLbl = evaluation.params.areaRngLbl[:1]
        evaluation.evaluate()
        evaluation.accumulate()
    precision = evaluation.eval["precision"][..., 0, -1]
    recall = evaluation.eval["recall"][..., 0, -1]
    ap = float(precision[precision > -1].mean()) if (precision > -1).any() else 0.0
    ar = float(recall[recall > -1].mean()) if (recall > -1).any() else 0.0
    bad = [] if ap > 1 - 1e-6 and ar > 1 - 1e-6 else [f"AP {ap:.6f}, AR {ar:.6f}"]
    report.check(dataset_name, name, len(scorable), bad, f"AP {ap:.3f}")
