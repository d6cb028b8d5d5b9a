"""COCO panoptics: pictures and JSON agree, and panoptic quality against itself is 100."""

import json

import numpy
from PIL import Image

VOID = 0


def check(root, side, report):
    document = json.loads((root / "annotations" / f"panoptic_{side}.json").read_text())
    folder = root / "annotations" / f"panoptic_{side}"
    images = {i["id"]: i for i in document["images"]}
    categories = {c["id"]: c for c in document["categories"]}
    bad, segments = [], 0
    pairs = []
    for a in document["annotations"]:
        where = a["file_name"]
        picture = numpy.asarray(Image.open(folder / a["file_name"]).convert("RGB"), dtype=numpy.uint32)
        ids = picture[..., 0] + 256 * picture[..., 1] + 65536 * picture[..., 2]
        image = images[a["image_id"]]
        if ids.shape != (image["height"], image["width"]):
            bad.append(f"{where}: the picture is {ids.shape}")
        listed = {s["id"]: s for s in a["segments_info"]}
        segments += len(listed)
        if len(listed) != len(a["segments_info"]):
            bad.append(f"{where}: a segment is listed twice")
        present = set(numpy.unique(ids).tolist()) - {VOID}
        if present != set(listed):
            bad.append(f"{where}: pixels of {sorted(present ^ set(listed))} do not match the list")
        stuff = [s["category_id"] for s in listed.values() if not categories[s["category_id"]]["isthing"]]
        if len(set(stuff)) != len(stuff):
            bad.append(f"{where}: one kind of stuff is two segments")
        for s in listed.values():
            rows, columns = numpy.nonzero(ids == s["id"])
            if len(rows) != s["area"]:
                bad.append(f"{where}: segment {s['id']} has {len(rows)} pixels, area {s['area']}")
                continue
            box = [columns.min(), rows.min(), columns.max() - columns.min() + 1, rows.max() - rows.min() + 1]
            if [int(x) for x in box] != s["bbox"]:
                bad.append(f"{where}: segment {s['id']} has the box {box}, not {s['bbox']}")
        pairs.append((ids, {k: s["category_id"] for k, s in listed.items()}))
    report.check(root.name, f"panoptic segments ({side})", segments, bad)
    quality = panoptic_quality([(gt, gt, names, names) for gt, names in pairs])
    wrong = [] if abs(quality - 1) < 1e-12 else [f"PQ {100 * quality:.3f}"]
    report.check(root.name, f"PQ of itself ({side})", len(pairs), wrong, f"PQ {100 * quality:.1f}")


def panoptic_quality(pairs):
    """Mean over categories of sum(IoU of matches) / (TP + FP / 2 + FN / 2) (Kirillov et al. 2019).

    `pairs`: (truth ids, predicted ids, truth categories by id, predicted categories by id). Void pixels of
    the truth do not count against a prediction.
    """
    iou_sum, tp, fp, fn = {}, {}, {}, {}
    for truth, prediction, truth_of, prediction_of in pairs:
        both, count = numpy.unique(truth.astype(numpy.uint64) << 32 | prediction, return_counts=True)
        overlap = {(int(b) >> 32, int(b) & 0xFFFFFFFF): int(c) for b, c in zip(both, count)}
        area_t, area_p = {}, {}
        for (t, p), c in overlap.items():
            area_t[t] = area_t.get(t, 0) + c
            area_p[p] = area_p.get(p, 0) + c
        matched_t, matched_p = set(), set()
        for (t, p), c in overlap.items():
            if t == VOID or p == VOID or truth_of[t] != prediction_of[p]:
                continue
            union = area_t[t] + area_p[p] - c - overlap.get((VOID, p), 0)
            if c / union > 0.5:
                category = truth_of[t]
                iou_sum[category] = iou_sum.get(category, 0) + c / union
                tp[category] = tp.get(category, 0) + 1
                matched_t.add(t)
                matched_p.add(p)
        for t, category in truth_of.items():
            if t not in matched_t:
                fn[category] = fn.get(category, 0) + 1
        for p, category in prediction_of.items():
            if p not in matched_p and overlap.get((VOID, p), 0) <= 0.5 * area_p.get(p, 0):
                fp[category] = fp.get(category, 0) + 1
    categories = set(tp) | set(fp) | set(fn)
    if not categories:
        return 1.0
    scores = [
        iou_sum.get(c, 0) / (tp.get(c, 0) + fp.get(c, 0) / 2 + fn.get(c, 0) / 2) for c in sorted(categories)
    ]
    return sum(scores) / len(scores)
