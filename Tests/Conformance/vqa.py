"""VQA v2: the interface's look-ups and the evaluation's rules, as its documentation and paper give them.

A result scores min(1, equal answers among the nine others / 3), averaged over leaving each of the ten out. Before that,
answers are compared as they are processed: punctuation out, articles out, number words to digits.
"""

import collections
import json
import re

ARTICLES = {"a", "an", "the"}
DIGITS = dict(zip("none zero one two three four five six seven eight nine ten".split(), "0 0 1 2 3 4 5 6 7 8 9 10".split()))


def processed(answer):
    words = re.sub(r"[;/\[\]\"{}()=+\\_\-><@`,?!.]", " ", answer).lower().split()
    return " ".join(DIGITS.get(w, w) for w in words if w not in ARTICLES)


def score(result, answers):
    total = 0
    for i in range(len(answers)):
        others = answers[:i] + answers[i + 1:]
        total += min(1, sum(a == result for a in others) / 3)
    return total / len(answers)


def check(root, report):
    paths = sorted(root.glob("*/Questions/v2_OpenEnded_*_questions.json"))
    pictures = {int(p.stem.rsplit("_", 1)[1]) for p in root.glob("Images/*/*/*.png")}
    report.check("vqa2", "pictures by number", len(pictures), [])
    if not paths:
        report.check("vqa2", "questions", None, [], "no words")
    for path in paths:
        language = path.parent.parent.name
        name = f"{language} {path.stem.split('_')[3]}"
        document = json.loads(path.read_text())
        annotated = json.loads(
            (path.parent.parent / "Annotations" / path.name.replace("OpenEnded_", "").replace("questions", "annotations"))
            .read_text())
        questions = {q["question_id"]: q for q in document["questions"]}
        annotations = {a["question_id"]: a for a in annotated["annotations"]}
        bad = [] if document["task_type"] == "Open-Ended" else ["task_type"]
        for key in ("data_type", "data_subtype"):
            if document[key] != annotated[key] or f"_{document[key]}_" not in path.name:
                bad.append(f"{key}: the interface builds names from it")
        if len(questions) < len(document["questions"]) or set(questions) != set(annotations):
            bad.append("questions and annotations are not one to one")
        counts = collections.defaultdict(collections.Counter)
        for id, annotation in annotations.items():
            answers = [a["answer"] for a in annotation["answers"]]
            said = annotation["multiple_choice_answer"]
            question = questions.get(id)
            if question is None or question["image_id"] != annotation["image_id"] or question["image_id"] not in pictures:
                bad.append(f"{id}: another picture")
            if [a["answer_id"] for a in annotation["answers"]] != list(range(1, 11)):
                bad.append(f"{id}: answers are not ten")
            if score(processed(said) if language == "en" else said, answers) != 1:
                bad.append(f"{id}: '{said}' does not score 1")
            kind = "yes/no" if said in ("yes", "no") else "number" if said.isdigit() else "other"
            if language == "en" and kind != annotation["answer_type"]:
                bad.append(f"{id}: '{said}' is {annotation['answer_type']}")
            counts[annotation["question_type"]][said] += 1
        for kind, by in counts.items():
            # Whoever guesses by the type is right by chance alone.
            if by.keys() <= {"yes", "no"} and len(set(by.values())) > 1:
                bad.append(f"{kind}: {dict(by)}")
        report.check("vqa2", name, len(questions) or None, bad)
