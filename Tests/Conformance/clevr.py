"""CLEVR: programs run over the scenes by an executor of this file give the answers; nothing but the JSON is known to it."""

import json

import numpy
from PIL import Image


class Executor:
    """The functions of CLEVR's paper that are used, and Diorama's own."""

    extremes = {"leftmost": "left", "rightmost": "right", "closest": "closer", "farthest": "farther"}

    def __init__(self, scene):
        self.objects = scene["objects"]
        self.relations = scene["relationships"]

    def run(self, program):
        results = []
        for step in program:
            inputs = [results[i] for i in step["inputs"]]
            name, _, rest = step["function"].partition("_")
            method = getattr(self, "do_" + (name if name in ("filter", "query", "equal") else step["function"]))
            results.append(method(*inputs, *([rest] if name in ("filter", "query", "equal") else []), *step["value_inputs"]))
        return {True: "yes", False: "no"}[results[-1]] if isinstance(results[-1], bool) else str(results[-1])

    def do_scene(self):
        return list(range(len(self.objects)))

    def do_filter(self, things, attribute, value):
        def holds(o):
            return o[attribute] == value or attribute == "shape" and value in o["kinds"]
        return [i for i in things if holds(self.objects[i])]

    def do_unique(self, things):
        [only] = things
        return only

    def do_relate(self, thing, relation):
        return self.relations[relation][thing]

    def do_intersect(self, a, b):
        return [i for i in a if i in b]

    def do_extreme(self, things, extreme):
        relation = self.relations[self.extremes[extreme]]
        return [i for i in things if all(i in relation[j] for j in things if j != i)]

    def do_count(self, things):
        return len(things)

    def do_exist(self, things):
        return bool(things)

    def do_query(self, thing, attribute):
        return self.objects[thing][attribute]

    def do_equal(self, a, b, _):
        return a == b

    def do_greater_than(self, a, b):
        return a > b

    def do_relates(self, a, b, relation):
        return a in self.relations[relation][b]

    def do_which(self, a, b, relation):
        return self.objects[a if a in self.relations[relation][b] else b]["shape"]

    def do_approaches(self, thing):
        return self.objects[thing]["approaching"]

    def do_reached_within(self, thing, seconds):
        time = self.objects[thing]["seconds_to_reach"]
        return time is not None and time <= float(seconds)


def check(root, report):
    answered = 0
    for path in sorted(root.glob("scenes/CLEVR_*_scenes.json")):
        side = path.stem.split("_")[1]
        scenes = json.loads(path.read_text())["scenes"]
        report.check("clevr", f"scenes ({side})", len(scenes), list(scene_faults(root, side, scenes)))
        for questions in sorted(root.glob(f"*/CLEVR_{side}_questions.json")):
            bad = []
            items = json.loads(questions.read_text())["questions"]
            for index, item in enumerate(items):
                scene = scenes[item["image_index"]]
                if item["question_index"] != index or item["image_filename"] != scene["image_filename"]:
                    bad.append(f"question {index}: indices")
                try:
                    found = Executor(scene).run(item["program"])
                except Exception as error:
                    found = repr(error)
                if found != item["answer_value"]:
                    bad.append(f"question {index}: {item['question']} {item['answer_value']}, not {found}")
            answered += len(items)
            report.check("clevr", f"programs ({questions.parent.name} {side})", len(items) or None, bad)
    if not answered:
        report.check("clevr", "programs", None, [], "no words")


def scene_faults(root, side, scenes):
    for index, scene in enumerate(scenes):
        name = scene["image_filename"]
        if scene["image_index"] != index:
            yield f"{name}: image_index {scene['image_index']}"
        with Image.open(root / "images" / side / name) as picture:
            width, height = picture.size
        axes = {k: numpy.array(v) for k, v in scene["directions"].items()}
        if abs(numpy.cross(axes["right"], axes["behind"]) - axes["above"]).max() > 1e-6:
            yield f"{name}: directions are not right-handed"
        for i, o in enumerate(scene["objects"]):
            x, y, w, h = o["bbox"]
            if x < 0 or y < 0 or x + w > width or y + h > height:
                yield f"{name}, object {i}: bbox"
        for relation, back in (("left", "right"), ("closer", "farther"), ("above", "below"), ("faster", "slower")):
            lists = (scene["relationships"][relation], scene["relationships"][back])
            pairs = [{(j, i) for i, js in enumerate(lists[0]) for j in js}, {(i, j) for i, js in enumerate(lists[1]) for j in js}]
            if pairs[0] != pairs[1]:
                yield f"{name}: {relation} is not the reverse of {back}"
