"""Conversations about pictures: `datasets` infers one schema and loads all; LLaVA's twin says the same."""

import json
import re
import tempfile

import datasets
import soundfile
from PIL import Image

BOX = re.compile(r"\[(\d\.\d{3}), (\d\.\d{3}), (\d\.\d{3}), (\d\.\d{3})\]")


def check(root, report, twin=None):
    datasets.disable_progress_bars()
    paths = sorted(root.glob("*/*.jsonl"))
    if not paths:
        report.check("multimodal-messages", "pictures", len(list(root.glob("images/*/*.png"))), [], "no words")
    for path in paths:
        name = f"{path.parent.name} {path.stem}"
        if not path.read_text():
            report.check("multimodal-messages", name, None, [], "empty")
            continue
        with tempfile.TemporaryDirectory() as cache:
            rows = datasets.load_dataset("json", data_files=str(path), split="train", cache_dir=cache).to_list()
        bad = []
        for row in rows:
            bad += [f"{row['id']}: {fault}" for fault in faults(root, row)]
        other = None if twin is None else twin / path.parent.name / f"{path.stem}.json"
        if other is not None and other.exists():
            bad += [f"{a['id']}: LLaVA's record differs" for a, b in zip(rows, json.loads(other.read_text()), strict=True)
                    if spoken(a) != spoken_llava(b)]
        report.check("multimodal-messages", name, len(rows), bad)


def spoken(row):
    return row["id"], row["images"], [text(m) for m in row["messages"]]


def text(message):
    return "".join(part["text"] for part in message["content"] if part["type"] == "text")


def spoken_llava(row):
    return row["id"], [row["image"]], [t["value"].removeprefix("<image>\n") for t in row["conversations"]]


def faults(root, row):
    roles = [m["role"] for m in row["messages"]]
    if roles != ["user", "assistant"] * (len(roles) // 2) or not roles:
        yield f"roles {roles}"
    shown = [p["image"] for m in row["messages"] for p in m["content"] if p["type"] == "image"]
    played = [p["audio"] for m in row["messages"] for p in m["content"] if p["type"] == "audio"]
    if shown != row["images"] or played != row.get("audios", []) or len(played or shown) != 1:
        yield f"shows {shown}, plays {played}"
    for path in played:
        if soundfile.info(root / path).frames == 0:
            yield f"{path} is empty"
    for path in row["images"]:
        with Image.open(root / path) as picture:
            picture.load()
    for message in row["messages"]:
        if not text(message).strip():
            yield "an empty message"
        for left, top, right, bottom in BOX.findall(text(message)):
            if not (0 <= float(left) < float(right) <= 1 and 0 <= float(top) < float(bottom) <= 1):
                yield f"the box {left}, {top}, {right}, {bottom}"


def check_llava(root, report):
    paths = sorted(root.glob("*/*.json"))
    if not paths:
        report.check("llava", "pictures", len(list(root.glob("images/*/*.png"))), [], "no words")
    for path in paths:
        bad = []
        rows = json.loads(path.read_text())
        for row in rows:
            turns = row["conversations"]
            if [t["from"] for t in turns] != ["human", "gpt"] * (len(turns) // 2) or not turns:
                bad.append(f"{row['id']}: speakers")
            if not turns[0]["value"].startswith("<image>\n") or sum(t["value"].count("<image>") for t in turns) != 1:
                bad.append(f"{row['id']}: the place of the picture")
            if not (root / row["image"]).exists():
                bad.append(f"{row['id']}: no picture")
        report.check("llava", f"{path.parent.name} {path.stem}", len(rows) or None, bad)
