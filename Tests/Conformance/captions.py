"""COCO captions: pycocotools loads each language; phrases slice to words; a caption scores as its own result."""

import contextlib
import io

from pycocotools.coco import COCO

import coco


def check(root, report):
    paths = sorted(root.glob("*/captions_*.json"))
    pictures = sorted(root.glob("images/*/*.png"))
    if not paths:
        report.check("coco-captions", "pictures", len(pictures), [], "no words")
        return
    numbers = {}
    for path in paths:
        language, side = path.parent.name, path.stem.split("_")[-1]
        name = f"{language} {side}"
        dataset = coco.load(path)
        coco.check_images(root / "images" / side, dataset, f"images ({name})", report, "coco-captions")
        bad, phrases = [], 0
        annotations = dataset.loadAnns(dataset.getAnnIds())
        for a in annotations:
            if a["image_id"] not in dataset.imgs or not a["caption"].strip():
                bad.append(f"annotation {a['id']}: no words about a listed image")
            for phrase in a["diorama"]["phrases"]:
                phrases += 1
                words = a["caption"][phrase["start"]:phrase["end"]]
                if not words or not (words[0] + words[-1]).isalnum():
                    bad.append(f"annotation {a['id']}: the phrase '{words}'")
        numbers.setdefault(side, {})[language] = [(a["id"], a["image_id"]) for a in annotations]
        report.check("coco-captions", f"captions, phrases ({name})", len(annotations) + phrases or None, bad)
        if annotations:
            results = [{"image_id": a["image_id"], "caption": a["caption"]} for a in annotations[:1]]
            with contextlib.redirect_stdout(io.StringIO()):
                loaded = dataset.loadRes(results)
            bad = [] if isinstance(loaded, COCO) and len(loaded.anns) == 1 else ["loadRes refuses a caption"]
            report.check("coco-captions", f"captions as results ({name})", 1, bad)
    bad = [side for side, by in numbers.items() if len({tuple(n) for n in by.values()}) > 1]
    report.check("coco-captions", "languages share numbers", len(numbers), bad)
