#!/usr/bin/env python3
"""How far one gets with the questions of a dataset without ever seeing a picture.

    question-only.py DATASET...

Reads `questions.json` of the samples alone; needs nothing but Python. By what is listened to:

  family, kinds, form   the most frequent answer among questions of one family, that name the same kinds, that have one
                        form: learnt by heart and asked again
  sides                 likewise, whether the sides that a question names are the same one
  words (en, zh)        naive Bayes over words and pairs of words of the sentences, learnt on one half of the samples and
                        asked on the other, both ways round; of the answers that the question offers the likeliest
  any two words         the same over all pairs of words, however far apart

Chance is one divided by the number of answers that a question has.
"""
import collections
import itertools
import json
import math
import pathlib
import sys


def read(folder):
    files = sorted(pathlib.Path(folder, "samples").rglob("*questions.json"))
    out = []
    for number, file in enumerate(files):
        entries = json.loads(file.read_text())["entries"]
        blocks = collections.defaultdict(list)
        for entry in entries:
            blocks[entry["block"]].append(entry)
        for block in blocks.values():
            answers = sorted({entry["answer"] for entry in block})
            for entry in block:
                out.append((folder, number, len(files), entry, answers))
    return out


def kinds(entry):
    named = [s["values"][0] for s in entry["program"] if s["function"] == "filter_class"]
    return tuple(named[-1:] if entry["family"] == "count_relation" else named)


def form(entry):
    return tuple(s["function"] for s in entry["program"])


def sides(entry):
    named = [word for s in entry["program"][:-1] if s["function"] in ("relate", "extreme", "filter_side") for word in s["values"]]
    named = ["left" if "left" in word else "right" for word in named if "left" in word or "right" in word]
    return tuple(side == named[0] for side in named)


def by_heart(questions, key):
    cells = collections.defaultdict(collections.Counter)
    for _, _, _, entry, _ in questions:
        cells[(entry["family"], key(entry))][entry["answer"]] += 1
    return sum(c.most_common(1)[0][1] for c in cells.values()) / len(questions)


def words(entry, language, apart=False):
    text = next((t["text"] for t in entry["texts"] if t["language"] == language), "").lower()
    parts = list(text) if language == "zh" else text.replace("?", " ").replace(",", " ").replace(":", " ").split()
    pairs = itertools.combinations(sorted(set(parts)), 2) if apart else zip(parts, parts[1:])
    return ["family " + entry["family"]] + parts + [" ".join(p) for p in pairs]


def bayes(questions, language, apart=False):
    said = {id(q): words(q[3], language, apart) for q in questions}
    right = asked = 0
    for side in (0, 1):
        seen = collections.defaultdict(collections.Counter)
        totals = collections.Counter()
        for question in questions:
            _, number, files, entry, _ = question
            if (2 * number >= files) != side:
                for word in said[id(question)]:
                    seen[(entry["family"], entry["answer"])][word] += 1
                totals[(entry["family"], entry["answer"])] += 1
        sizes = {key: sum(c.values()) for key, c in seen.items()}
        for question in questions:
            _, number, files, entry, answers = question
            if (2 * number >= files) != side:
                continue

            def score(answer):
                key = (entry["family"], answer)
                base = math.log(totals[key] + 1)
                return base + sum(
                    math.log((seen[key][word] + 0.5) / (sizes.get(key, 0) + 5000)) for word in said[id(question)])

            # Of equally likely answers neither is better than chance.
            scores = sorted(((score(a), a) for a in answers), reverse=True)
            ties = [a for s, a in scores if s == scores[0][0]]
            asked += 1
            right += (entry["answer"] in ties) / len(ties)
    return right / max(1, asked)


def main():
    questions = [q for folder in sys.argv[1:] for q in read(folder)]
    if not questions:
        sys.exit("no questions: give datasets with the label `questions`")
    chance = sum(1 / len(answers) for *_, answers in questions) / len(questions)
    families = collections.Counter(entry["family"] for *_, entry, _ in questions)
    print(f"{len(questions)} questions of {len(families)} families; chance {100 * chance:.1f} %")
    ways = [("family", lambda e: ()), ("kinds", kinds), ("form", form), ("sides", sides), ("kinds and form", lambda e: (kinds(e), form(e)))]
    for name, key in ways:
        print(f"  {name:16} {100 * (by_heart(questions, key) - chance):+.1f} %")
    for language in ("en", "zh"):
        print(f"  words ({language})       {100 * (bayes(questions, language) - chance):+.1f} %")
        print(f"  any two ({language})     {100 * (bayes(questions, language, apart=True) - chance):+.1f} %")
    if len(sys.argv) == 2:
        for family in sorted(families):
            own = [q for q in questions if q[3]["family"] == family]
            base = sum(1 / len(q[4]) for q in own) / len(own)
            print(f"    {family:18} {len(own):5}  kinds {100 * (by_heart(own, kinds) - base):+5.1f}  "
                  f"words {100 * (bayes(own, 'en') - base):+5.1f}")


main()
