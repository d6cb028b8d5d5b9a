"""RefCOCO: pickles are the JSON's twins, and lead where REFER's own look-ups would: from a sentence to one mask.

REFER is a script, not a package; its rules are these: refs are indexed by ref_id, ann_id and image_id, a reference's
annotation by ann_id, sentences by sent_id, and a mask is drawn from polygons alone.
"""

import json
import pickle

import coco


def check(root, report):
    dataset = coco.load(root / "instances.json")
    for side in coco.SIDES:
        inside = [i for i in dataset.dataset["images"] if i["file_name"].startswith(side + "/")]
        bad = [i["file_name"] for i in inside if not (root / "images" / i["file_name"]).exists()]
        report.check("refcoco", f"images ({side})", len(inside) or None, bad)
    coco.check_annotations(dataset, "masks, boxes, areas", report, "refcoco")
    polygons = [a["id"] for a in dataset.dataset["annotations"] if not isinstance(a["segmentation"][0], list)]
    report.check("refcoco", "polygons for REFER", len(dataset.dataset["annotations"]), polygons)
    paths = sorted(root.glob("refs(*).json"))
    if not paths:
        report.check("refcoco", "references", None, [], "no words")
    for path in paths:
        references = json.loads(path.read_text())
        with path.with_suffix(".p").open("rb") as file:
            bad = [] if pickle.load(file) == references else ["the pickle differs from the JSON"]
        sentences = {}
        for reference in references:
            where = f"reference {reference['ref_id']}"
            annotation = dataset.anns.get(reference["ann_id"])
            if annotation is None or any(annotation[k] != reference[k] for k in ("image_id", "category_id")):
                bad.append(f"{where}: another picture's or category's annotation")
                continue
            image = dataset.imgs[reference["image_id"]]
            if reference["file_name"] != image["file_name"] or reference["split"] not in coco.SIDES:
                bad.append(f"{where}: file_name or split")
            if reference["sent_ids"] != [s["sent_id"] for s in reference["sentences"]]:
                bad.append(f"{where}: sent_ids")
            for sentence in reference["sentences"]:
                if sentence["sent_id"] in sentences:
                    bad.append(f"{where}: sentence {sentence['sent_id']} twice")
                sentences[sentence["sent_id"]] = (reference["image_id"], sentence["raw"])
                joined = "".join(sentence["tokens"])
                if joined != sentence["sent"].replace(" ", "") or sentence["sent"] != sentence["raw"].lower():
                    bad.append(f"{where}: tokens are not the sentence")
        if len({r["ref_id"] for r in references}) < len(references):
            bad.append("a ref_id twice")
        # An expression means one thing: in one picture no two references share it.
        if len(set(sentences.values())) < len(sentences):
            bad.append("an expression twice in one picture")
        report.check("refcoco", path.name, len(references), bad)
