"""GQA: graphs and questions by the documentation's rules; what programs select and filter is looked up in the graph again."""

import json
import re

from PIL import Image


def check(root, report):
    paths = sorted(root.glob("*/*_sceneGraphs.json"))
    pictures = sorted(root.glob("images/*.png"))
    if not paths:
        report.check("gqa", "pictures", len(pictures), [], "no words")
    for path in paths:
        name = f"{path.parent.name} {path.stem.split('_')[0]}"
        graphs = json.loads(path.read_text())
        questions = json.loads((path.parent / path.name.replace("sceneGraphs", "balanced_questions")).read_text())
        bad = []
        for image, graph in graphs.items():
            with Image.open(root / "images" / f"{image}.png") as picture:
                if picture.size != (graph["width"], graph["height"]):
                    bad.append(f"image {image}: {picture.size}")
            for id, o in graph["objects"].items():
                if o["x"] < 0 or o["y"] < 0 or o["x"] + o["w"] > graph["width"] or o["y"] + o["h"] > graph["height"]:
                    bad.append(f"image {image}, object {id}: box")
                if any(r["object"] not in graph["objects"] for r in o["relations"]):
                    bad.append(f"image {image}, object {id}: relation to nothing")
        report.check("gqa", f"graphs ({name})", len(graphs) or None, bad)
        bad = []
        for id, question in questions.items():
            if question["imageId"] not in graphs:
                bad.append(f"question {id}: no graph")
                continue
            bad += [f"question {id}: {fault}" for fault in faults(question, graphs[question["imageId"]])]
        report.check("gqa", f"questions ({name})", len(questions) or None, bad)


def ids(argument):
    found = re.search(r"\(([^)]*)\)$", argument)
    return set() if found is None or found[1] == "-" else set(found[1].split(","))


def faults(question, graph):
    """Runs select, filter, relate and the sets behind them, in words of the graph."""
    objects = graph["objects"]
    results = []
    for step in question["semantic"]:
        inputs = [results[i] for i in step["dependencies"]]
        operation, argument = step["operation"], step["argument"]
        found = set()
        if operation == "select":
            found = ids(argument)
            name = argument.rsplit(" (", 1)[0]
            named = {i for i, o in objects.items() if o["name"] == name}
            # A wider kind has things of other names too.
            if not named <= found:
                yield f"'{argument}' leaves out {named - found}"
        elif operation.startswith("filter "):
            found = {i for i in inputs[0] if argument in objects[i]["attributes"]}
        elif operation == "relate":
            found = ids(argument)
            relation = argument.split(",")[1]
            if len(inputs[0]) == 1:
                anchor = next(iter(inputs[0]))
                if any({"name": relation, "object": anchor} not in objects[i]["relations"] for i in found):
                    yield f"'{argument}' of {anchor} is not in the graph"
        elif operation == "intersect":
            found = inputs[0] & inputs[1]
        elif operation == "superlative":
            found = set(inputs[0])  # what it chooses is for the answer
        if not found <= set(objects):
            yield f"'{argument}' names what is not in the graph"
        if operation == "exist" and question["answer"] not in (("yes", "有") if inputs[0] else ("no", "没有")):
            yield f"{question['question']} {question['answer']}"
        if operation == "count" and question["answer"] != str(len(inputs[0])):
            yield f"{question['question']} {question['answer']}, not {len(inputs[0])}"
        results.append(found)
    for words, named in question["annotations"]["question"].items():
        if not set(named.split(",")) <= set(objects) or not re.fullmatch(r"\d+(:\d+)?", words):
            yield f"annotation {words}: {named}"
