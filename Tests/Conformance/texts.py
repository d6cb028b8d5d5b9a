#!/usr/bin/env python3
"""Opens the text formats in DIR/formats with the libraries that people use, and by the formats' own rules where a
library is too large to install; holds each against the native texts. Exits with 0 only if every check holds."""

import argparse
import collections
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import conllu
    import datasets
    import seqeval.metrics
    import seqeval.scheme
    import spacy
    import text_libraries
    import yaml
    from spacy.tokens import DocBin
except ImportError as error:
    sys.exit(f"{error}\nhelp: pip install -r {pathlib.Path(__file__).with_name('requirements.txt')}")
from report import Report

# Where libraries may leave what they make.
SCRATCH = tempfile.TemporaryDirectory()


class Native:
    """The texts of a dataset as it has them itself."""

    def __init__(self, root):
        self.texts = collections.defaultdict(dict)
        self.samples = []
        self.labels = {}
        for path in sorted(root.glob("samples/*/*/texts.jsonl")):
            for line in path.read_text(encoding="utf-8").split("\n"):
                if not line:
                    continue
                sample = json.loads(line)
                self.samples.append(sample)
                self.labels[sample["index"]] = sample.get("labels") or {}
                for text in sample["texts"]:
                    text["intent"] = sample.get("intent")
                    self.texts[text["language"]][sample["index"]] = text

    @property
    def has_conversations(self):
        return any("messages" in text for by_index in self.texts.values() for text in by_index.values())

    def sentences(self, language):
        """Text by text: words, and entities as (label, surface), outermost."""
        return collections.Counter(
            (text["text"], text["intent"], tuple(outermost(text))) for text in self.texts[language].values()
        )

    def all_sentences(self, language):
        return collections.Counter(
            (text["text"], text["intent"], tuple(sorted((e["start"], e["end"], e["entity"]) for e in text["entities"])))
            for text in self.texts[language].values()
        )


def outermost(text):
    out, end = [], 0
    for entity in text["entities"]:
        if entity["start"] >= end:
            out.append((entity["entity"], text["text"][entity["start"] : entity["end"]]))
            end = entity["end"]
    return out


def difference(found, native):
    """What one has and the other has not, as texts."""
    return [f"missing: {item}" for item in native - found] + [f"not native: {item}" for item in found - native]


def languages(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


# Rasa: the pattern by which its reader finds entities in an example, and its YAML.
RASA_ENTITY = re.compile(
    r"\[(?P<text>[^\]]+?)\](\((?P<entity>[^:)]+?)(?:\:(?P<value>[^)]+))?\)|\{(?P<dict>[^}]+?)\})"
)


def rasa(folder, native, report):
    for language in languages(folder):
        found, problems = collections.Counter(), []
        domain = yaml.safe_load((folder / language / "domain.yml").read_text(encoding="utf-8"))
        entities = {name if isinstance(name, str) else next(iter(name)) for name in domain["entities"]}
        for path in sorted(folder.glob(f"{language}/*/nlu.yml")):
            document = yaml.safe_load(path.read_text(encoding="utf-8"))
            if document["version"] != "3.1" or set(document) != {"version", "nlu"}:
                problems.append(f"{path}: not version 3.1 with nlu")
            for item in document["nlu"]:
                if set(item) != {"intent", "examples"} or item["intent"] not in domain["intents"]:
                    problems.append(f"{path}: {item['intent']} is no intent of the domain")
                for line in item["examples"].splitlines():
                    example = line[1:].strip("\n\r ")
                    spans = []
                    for match in RASA_ENTITY.finditer(example):
                        entity = json.loads("{%s}" % match["dict"])["entity"] if match["dict"] else match["entity"]
                        spans.append((entity, match["text"]))
                        if entity not in entities:
                            problems.append(f"{path}: {entity} is no entity of the domain")
                    text = RASA_ENTITY.sub(lambda match: match["text"], example)
                    found[(text, item["intent"], tuple(spans))] += 1
        for path in sorted(folder.glob(f"{language}/*/nlu.json")):
            for example in json.loads(path.read_text(encoding="utf-8"))["rasa_nlu_data"]["common_examples"]:
                spans = tuple((e["entity"], example["text"][e["start"] : e["end"]]) for e in example["entities"])
                found[(example["text"], example["intent"], spans)] += 1
        problems += difference(found, native.sentences(language))
        report.check("rasa", f"{language}: read as Rasa does", sum(found.values()), problems)


def snips(folder, native, report):
    """The rules of snips-nlu's dataset validation."""
    for language in languages(folder):
        found, problems = collections.Counter(), []
        for path in sorted(folder.glob(f"{language}/*.json")):
            dataset = json.loads(path.read_text(encoding="utf-8"))
            if set(dataset) != {"language", "intents", "entities"} or dataset["language"] != language:
                problems.append(f"{path}: not language, intents, entities")
            for entity in dataset["entities"].values():
                keys = {"data", "use_synonyms", "automatically_extensible", "matching_strictness"}
                if set(entity) != keys or not all(set(row) == {"value", "synonyms"} for row in entity["data"]):
                    problems.append(f"{path}: an entity has other members")
            for name, intent in dataset["intents"].items():
                slots = {}
                for utterance in intent["utterances"]:
                    text, spans = "", []
                    for chunk in utterance["data"]:
                        text += chunk["text"]
                        if "entity" in chunk:
                            spans.append((chunk["entity"], chunk["text"]))
                            if slots.setdefault(chunk["slot_name"], chunk["entity"]) != chunk["entity"]:
                                problems.append(f"{path}: the slot {chunk['slot_name']} has two entities")
                            if chunk["entity"] not in dataset["entities"]:
                                problems.append(f"{path}: {chunk['entity']} is not defined")
                    found[(text, name, tuple(spans))] += 1
        problems += difference(found, native.sentences(language))
        report.check("snips", f"{language}: chunks and entities", sum(found.values()), problems)


def conll2003(folder, native, report):
    for language in languages(folder):
        words, tags, problems = [], [], []
        for path in sorted(folder.glob(f"{language}/*.txt")):
            lines = path.read_text(encoding="utf-8").split("\n")
            if lines[:2] != ["-DOCSTART- -X- -X- O", ""]:
                problems.append(f"{path}: no -DOCSTART-")
            sentence = []
            for line in lines[2:]:
                if line:
                    sentence.append(line.split(" "))
                elif sentence:
                    if any(len(row) != 4 for row in sentence):
                        problems.append(f"{path}: {sentence} has not four columns")
                    words.append([row[0] for row in sentence])
                    tags.append([row[-1] for row in sentence])
                    sentence = []
        # The evaluator's strict scheme refuses what is no IOB2; the tags against themselves are right.
        score = seqeval.metrics.f1_score(tags, tags, mode="strict", scheme=seqeval.scheme.IOB2)
        if any(tag != "O" for row in tags for tag in row) and score != 1:
            problems.append(f"F1 {score} of the tags against themselves")
        found = collections.Counter()
        for row, names in zip(words, tags):
            spans = seqeval.metrics.sequence_labeling.get_entities(names)
            found[("".join(row), tuple((label, "".join(row[a : b + 1])) for label, a, b in spans))] += 1
        expected = collections.Counter()
        for (text, _, spans), count in native.sentences(language).items():
            expected[(text.replace(" ", ""), tuple((a, b.replace(" ", "")) for a, b in spans))] += count
        problems += difference(found, expected)
        report.check("conll2003", f"{language}: strict IOB2", len(words), problems)


def conllu_files(folder, native, report):
    for language in languages(folder):
        found, problems = collections.Counter(), []
        for path in sorted(folder.glob(f"{language}/*.conllu")):
            with open(path, encoding="utf-8") as file:
                for sentence in conllu.parse_incr(file):
                    text, spans, gap = "", [], ""
                    if [token["id"] for token in sentence] != list(range(1, len(sentence) + 1)):
                        problems.append(f"{path}: {sentence.metadata['sent_id']} is not numbered from 1")
                    for token in sentence:
                        misc = token["misc"] or {}
                        tag = misc.get("NER", "O")
                        if tag.startswith("I-"):
                            spans[-1][1] += gap
                        text += gap
                        if tag.startswith("B-"):
                            spans.append([tag[2:], ""])
                        if tag != "O":
                            spans[-1][1] += token["form"]
                        text += token["form"]
                        gap = "" if misc.get("SpaceAfter") == "No" else misc.get("SpacesAfter", " ").replace("\\s", " ")
                    if text != sentence.metadata["text"]:
                        problems.append(f"{path}: words give {text}, not {sentence.metadata['text']}")
                    found[(text, sentence.metadata["intent"], tuple(tuple(span) for span in spans))] += 1
        problems += difference(found, native.sentences(language))
        report.check("conllu", f"{language}: conllu parses, text rebuilt", sum(found.values()), problems)


def spacy_files(folder, native, report):
    # The script writes beside itself.
    folder = pathlib.Path(shutil.copytree(folder, pathlib.Path(SCRATCH.name) / "spacy"))
    run = subprocess.run([sys.executable, str(folder / "to_docbin.py")], capture_output=True, text=True)
    problems = [run.stderr.strip().splitlines()[-1]] if run.returncode else []
    report.check("spacy", "to_docbin.py", 1, problems)
    for language in languages(folder):
        found, problems = collections.Counter(), []
        for path in sorted(folder.glob(f"{language}/*.spacy")):
            vocab = spacy.blank("xx").vocab
            for doc in DocBin().from_disk(path).get_docs(vocab):
                intents = [name for name, value in doc.cats.items() if value == 1]
                spans = tuple(sorted((s.start_char, s.end_char, s.label_) for s in doc.spans["sc"]))
                found[(doc.text, intents[0] if len(intents) == 1 else None, spans)] += 1
                if len(doc.ents) > len(spans):
                    problems.append(f"{path}: more entities than spans in {doc.text}")
        problems += difference(found, native.all_sentences(language))
        report.check("spacy", f"{language}: DocBin", sum(found.values()), problems)


def label_studio(folder, native, report):
    for language in languages(folder):
        found, problems = collections.Counter(), []
        view = xml.etree.ElementTree.parse(folder / language / "config.xml").getroot()
        labels = {node.get("value") for node in view.iter("Label")}
        controls = {node.get("name") for node in view.iter() if node.get("toName")}
        for path in sorted(folder.glob(f"{language}/*.json")):
            for task in json.loads(path.read_text(encoding="utf-8")):
                text, intent, spans = task["data"]["text"], None, []
                units = text.encode("utf-16-le")
                ids = [result["id"] for result in task["annotations"][0]["result"]]
                if len(ids) != len(set(ids)):
                    problems.append(f"{path}: ids repeat in {text}")
                for result in task["annotations"][0]["result"]:
                    value = result["value"]
                    if result["from_name"] not in controls or result["to_name"] != "text":
                        problems.append(f"{path}: {result['from_name']} is not in the interface")
                    if result["type"] == "choices" and result["from_name"] == "intent":
                        intent = value["choices"][0]
                    if result["type"] == "labels":
                        # A browser slices UTF-16.
                        surface = units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le")
                        if surface != value["text"] or value["labels"][0] not in labels:
                            problems.append(f"{path}: {value} in {text}")
                        start = len(units[: 2 * value["start"]].decode("utf-16-le"))
                        spans.append((start, start + len(surface), value["labels"][0]))
                found[(text, intent, tuple(sorted(spans)))] += 1
        problems += difference(found, native.all_sentences(language))
        report.check("label-studio", f"{language}: UTF-16 slices, interface", sum(found.values()), problems)


def doccano(folder, native, report):
    for language in languages(folder):
        found = collections.Counter(
            (row["text"], row["cats"][0] if row["cats"] else None, tuple(sorted((a, b, label) for a, b, label in row["label"])))
            for path in sorted(folder.glob(f"{language}/*.jsonl"))
            for row in json_lines(path)
        )
        problems = difference(found, native.all_sentences(language))
        report.check("doccano", f"{language}: slices", sum(found.values()), problems)


def brat(folder, native, report):
    """The grammar of the standoff format, and its configuration."""
    for language in languages(folder):
        found, problems = collections.Counter(), []
        configuration = (folder / language / "annotation.conf").read_text(encoding="utf-8")
        names = set(configuration.split("[relations]")[0].split("\n")[1:])
        for path in sorted(folder.glob(f"{language}/*/*.txt")):
            text = path.read_text(encoding="utf-8")
            rows = collections.defaultdict(list)
            for line in path.with_suffix(".ann").read_text(encoding="utf-8").split("\n"):
                match = re.fullmatch(r"T\d+\t(\S+) (\d+) (\d+)\t(.*)", line)
                if match:
                    label, start, end = match[1], int(match[2]), int(match[3])
                    if text[start:end] != match[4] or label not in names:
                        problems.append(f"{path}: {line}")
                    number = text.count("\n", 0, start)
                    offset = text.rfind("\n", 0, start) + 1
                    rows[number].append((start - offset, end - offset, label))
                elif line and not re.fullmatch(r"A\d+\tRole T\d+ \S+|#\d+\tAnnotatorNotes T\d+\t.*", line):
                    problems.append(f"{path}: {line}")
            for number, line in enumerate(text.split("\n")[:-1]):
                found[(line, tuple(sorted(rows[number])))] += 1
        expected = collections.Counter()
        for (text, _, spans), count in native.all_sentences(language).items():
            expected[(text, spans)] += count
        problems += difference(found, expected)
        report.check("brat", f"{language}: standoff", sum(found.values()), problems)


def huggingface(folder, native, report):
    for language in datasets.get_dataset_config_names(str(folder)):
        loaded = datasets.load_dataset(str(folder), language, cache_dir=SCRATCH.name)
        found, problems = collections.Counter(), []
        for part in loaded.values():
            intents = part.features["intent"].names
            for row in part:
                spans = tuple(sorted((e["start"], e["end"], e["label"]) for e in row["entities"]))
                found[(row["text"], intents[row["intent"]], spans)] += 1
                if len(row["tokens"]) != len(row["ner_tags"]):
                    problems.append(f"{row['text']}: as many tags as words")
        problems += difference(found, native.all_sentences(language))
        if set(loaded) - {"train", "validation", "test"}:
            problems.append(f"splits {sorted(loaded)}")
        report.check("huggingface", f"{language}: load_dataset", sum(found.values()), problems)


def presidio(folder, native, report):
    """What InputSample.from_json and Span of presidio-research take."""
    for language in languages(folder):
        found, problems = collections.Counter(), []
        for path in sorted(folder.glob(f"{language}/*.json")):
            for row in json.loads(path.read_text(encoding="utf-8")):
                if set(row) != {"full_text", "masked", "spans", "template_id", "metadata"}:
                    problems.append(f"{path}: members {sorted(row)}")
                text, rebuilt = row["full_text"], row["masked"]
                for span in row["spans"]:
                    if set(span) != {"entity_type", "entity_value", "start_position", "end_position"}:
                        problems.append(f"{path}: members {sorted(span)}")
                    if text[span["start_position"] : span["end_position"]] != span["entity_value"]:
                        problems.append(f"{path}: {span} in {text}")
                    rebuilt = rebuilt.replace("{{%s}}" % span["entity_type"], span["entity_value"], 1)
                if rebuilt != text:
                    problems.append(f"{path}: the mask of {text} is {row['masked']}")
                found[(text, tuple((s["entity_type"], s["entity_value"]) for s in row["spans"]))] += 1
        expected = collections.Counter()
        for (text, _, spans), count in native.sentences(language).items():
            expected[(text, spans)] += count
        problems += difference(found, expected)
        report.check("presidio", f"{language}: samples", sum(found.values()), problems)


def csv_tables(folder, native, report):
    """Tables of people, as Python's own reader takes RFC 4180."""
    expected = {}
    for sample in native.samples:
        row = {field["kind"]: field["value"] for field in sample["fields"]}
        expected[str(sample["index"])] = {"sample": str(sample["index"]), "locale": sample["locale"], **row}
    found, problems, headers = {}, [], set()
    for path in sorted(folder.glob("*/*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file, strict=True)
            headers.add(tuple(reader.fieldnames))
            for row in reader:
                if row["sample"] in found or None in row or None in row.values():
                    problems.append(f"{path}: {row}")
                found[row["sample"]] = {name: value for name, value in row.items() if value}
    if len(headers) != 1:
        problems.append(f"{len(headers)} different headers")
    problems += [f"{key}: {found.get(key)}" for key in expected if found.get(key) != expected[key]]
    problems += [f"{key} is no person" for key in found.keys() - expected.keys()]
    report.check("csv", "a row a person", len(found), problems)


def tab_separated(folder, native, report):
    """Tables as Python's reader takes them: as many tags as words, masks that give the text again."""
    for language in languages(folder):
        samples, problems, tags, count = native.texts[language], [], [], 0
        tasks = collections.Counter(path.name.split(".")[1] for path in folder.glob(f"{language}/*.*.tsv"))
        for path in sorted(folder.glob(f"{language}/*.tsv")):
            task = path.name.split(".")[1] if path.name.count(".") == 2 else None
            with open(path, newline="", encoding="utf-8") as file:
                for row in csv.DictReader(file, delimiter="\t", strict=True):
                    count += 1
                    text = samples[int(row["sample"])]
                    words = [text["text"][start:end] for start, end in text["tokens"]]
                    if row["words"].split(" ") != words:
                        problems.append(f"{path}: {row['words']} are not the words of {text['text']}")
                    if task is None:
                        lists = [row[name].split(" ") for name in ("entities", "pos", "lemmas", "features")]
                        blank = ["_"] * len(words)
                        if lists[1:] != [text.get(name, blank) for name in ("pos", "lemmas", "features")]:
                            problems.append(f"{path}: {row}")
                        tags.append(lists[0])
                        spans = seqeval.metrics.sequence_labeling.get_entities(lists[0])
                        found = [(label, "".join(words[a : b + 1])) for label, a, b in spans]
                        if found != [(label, surface.replace(" ", "")) for label, surface in outermost(text)]:
                            problems.append(f"{path}: {found} in {text['text']}")
                        continue
                    rebuilt = row["masked"]
                    for label, surface in outermost(text):
                        rebuilt = rebuilt.replace("{{%s}}" % label, surface, 1)
                    labels = text.get("labels") or native.labels[int(row["sample"])]
                    if row["text"] != text["text"] or rebuilt != text["text"]:
                        problems.append(f"{path}: the mask of {text['text']} is {row['masked']}")
                    if row["label"] != (text["intent"] if task == "intent" else labels.get(task)):
                        problems.append(f"{path}: {row['label']} is not the {task} of {text['text']}")
        if any(tag != "O" for row in tags for tag in row):
            score = seqeval.metrics.f1_score(tags, tags, mode="strict", scheme=seqeval.scheme.IOB2)
            if score != 1:
                problems.append(f"F1 {score} of the tags against themselves")
        if len(tags) != len(samples) or not tasks:
            problems.append(f"{len(tags)} rows of {len(samples)} texts; tasks {sorted(tasks)}")
        report.check("tsv", f"{language}: rows, tags, masks, labels", count, problems)


def checklist(folder, native, report):
    """Every label has a case of its own; twins differ from their text and expect what their kind says."""
    for language in languages(folder):
        samples, found, problems, count = native.texts[language], collections.Counter(), [], 0
        for path in sorted(folder.glob(f"{language}/*.jsonl")):
            for row in json_lines(path):
                count += 1
                text = samples[row["sample"]]["text"]
                if row["kind"] == "MFT":
                    found[(row["sample"], row["task"], row["label"])] += 1
                    if row["text"] != text:
                        problems.append(f"{path}: {row['text']} is not {text}")
                    continue
                clean, noisy = row["pair"]["clean"]["text"], row["pair"]["noisy"]["text"]
                is_same = row["expected"] == row["label"]
                if clean != text or noisy == clean or is_same != (row["expectation"] in ("same", "not-weaker")):
                    problems.append(f"{path}: {row}")
        expected = collections.Counter()
        for index, text in samples.items():
            labels = {**(text.get("labels") or native.labels[index]), "intent": text["intent"]}
            expected.update((index, task, label) for task, label in labels.items() if label is not None)
        problems += difference(found, expected)
        report.check("checklist", f"{language}: cases and twins", count, problems)


def sentence_pairs(folder, native, report):
    """The first sentence is a text, the second another one; a text has one pair of a kind at most."""
    for language in languages(folder):
        samples, kinds, problems, count = native.texts[language], collections.Counter(), [], 0
        for path in sorted(folder.glob(f"{language}/*.jsonl")):
            loaded = datasets.load_dataset("json", data_files=str(path), split="train", cache_dir=SCRATCH.name)
            for row in loaded:
                count += 1
                kinds[(row["sample"], row["label"])] += 1
                if row["text_a"] != samples[row["sample"]]["text"] or row["text_b"] == row["text_a"]:
                    problems.append(f"{path}: {row}")
        problems += [f"{key} stands {n} times" for key, n in kinds.items() if n > 1]
        report.check("pairs", f"{language}: load_dataset", count, problems)


# What trainers take: columns and their types, by Arrow's own reading of the files.
def turns(value, *roles):
    return [turn["role"] for turn in value] == list(roles) and all(turn["content"] for turn in value)


def said(value):
    return value if isinstance(value, str) else value[0]["content"]


def is_side(name, value, role):
    return isinstance(value, str) and value != "" if name.endswith("-text") else turns(value, role)


TRAINING = {
    "messages": (
        {"messages"},
        lambda name, row: turns(row["messages"], "user", "assistant"),
        lambda row: [(said(row["messages"][:1]), said(row["messages"][1:]))],
        lambda text: [(text["prompt"], text["reply"])],
    ),
    "sharegpt": (
        {"conversations"},
        lambda name, row: [turn["from"] for turn in row["conversations"]] == ["human", "gpt"],
        lambda row: [tuple(turn["value"] for turn in row["conversations"])],
        lambda text: [(text["prompt"], text["reply"])],
    ),
    "alpaca": (
        {"instruction", "input", "output"},
        lambda name, row: bool(row["instruction"] and row["output"]),
        lambda row: [(row["instruction"], row["output"])],
        lambda text: [(text["prompt"], text["reply"])],
    ),
    "trl-language-modeling": (
        {"text"},
        lambda name, row: bool(row["text"]),
        lambda row: [row["text"]],
        lambda text: [text["prompt"] + "\n\n" + text["reply"]],
    ),
    "trl-prompt-only": (
        {"prompt"},
        lambda name, row: is_side(name, row["prompt"], "user"),
        lambda row: [said(row["prompt"])],
        lambda text: [text["prompt"]],
    ),
    "trl-prompt-completion": (
        {"prompt", "completion"},
        lambda name, row: is_side(name, row["prompt"], "user") and is_side(name, row["completion"], "assistant"),
        lambda row: [(said(row["prompt"]), said(row["completion"]))],
        lambda text: [(text["prompt"], text["reply"])],
    ),
    "trl-preference": (
        {"prompt", "chosen", "rejected"},
        lambda name, row: is_side(name, row["prompt"], "user")
        and is_side(name, row["chosen"], "assistant")
        and is_side(name, row["rejected"], "assistant"),
        lambda row: [(said(row["prompt"]), said(row["chosen"]), said(row["rejected"]))],
        lambda text: [tuple(text["preference"][key] for key in ("prompt", "chosen", "rejected"))]
        if "preference" in text
        else [],
    ),
    "trl-unpaired-preference": (
        {"prompt", "completion", "label"},
        lambda name, row: is_side(name, row["prompt"], "user") and isinstance(row["label"], bool),
        lambda row: [(said(row["completion"]), row["label"])],
        lambda text: [(text["preference"]["chosen"], True), (text["preference"]["rejected"], False)]
        if "preference" in text
        else [],
    ),
    "trl-stepwise-supervision": (
        {"prompt", "completions", "labels"},
        lambda name, row: len(row["completions"]) == len(row["labels"]) > 0 and all(row["labels"][:-1]),
        lambda row: [(row["prompt"], tuple(row["completions"]), tuple(row["labels"]))],
        lambda text: [
            (
                text["prompt"],
                tuple(step["text"] for step in text["steps"]),
                tuple(step["right"] for step in text["steps"]),
            )
        ],
    ),
}


def training(name, folder, native, report):
    columns, is_sound, row_says, text_says = TRAINING[name.removesuffix("-text")]
    found, expected, problems = collections.Counter(), collections.Counter(), []
    for path in sorted([*folder.glob("*/*.json"), *folder.glob("*/*.jsonl")]):
        loaded = datasets.load_dataset(
            "json", data_files=str(path), split="train", cache_dir=SCRATCH.name
        )
        if set(loaded.column_names) != columns:
            problems.append(f"{path}: columns {loaded.column_names}")
            continue
        for row in loaded:
            if not is_sound(name, row):
                problems.append(f"{path}: {row}")
            found.update(row_says(row))
    for texts in native.texts.values():
        for text in texts.values():
            expected.update(text_says(text))
    problems += difference(found, expected)
    report.check(name, "load_dataset, columns, roles", sum(found.values()), problems)


# Conversations of many turns, with tools or without: the same formats, by what trainers and chat templates need.
def bare(turn):
    """What a turn says, without the empty members that Arrow fills in."""
    calls = tuple((call["id"], call["function"]["name"], call["function"]["arguments"]) for call in turn.get("tool_calls") or [])
    return turn["role"], turn["content"], calls, turn.get("tool_call_id")


def conversation_faults(turns):
    """Roles by turns, nothing empty, every call answered once before the assistant goes on."""
    spoken = turns[1:] if turns[0][0] == "system" else turns
    before, open_calls, faults = "assistant", set(), []
    for role, content, calls, answers in spoken:
        if not content and not calls:
            faults.append("an empty turn")
        if role == "tool":
            if answers not in open_calls:
                faults.append(f"{answers} answers no call")
            open_calls.discard(answers)
        elif open_calls or role not in {"assistant": ("user",), "user": ("assistant",), "tool": ("assistant",)}[before]:
            faults.append(f"{role} after {before}")
        open_calls |= {call[0] for call in calls}
        before = role
    return faults


def conversations(name, folder, native, report):
    texts = [text for by_index in native.texts.values() for text in by_index.values()]
    whole = [tuple(bare(turn) for turn in text["messages"]) for text in texts]
    plain = [turns for turns in whole if not any(turn[2] or turn[3] for turn in turns)]
    pairs = [text["preference"] for text in texts if "preference" in text]
    short = [t for t in pairs if len(t["prompt"]) == 1 and not any(x[0].get("tool_calls") for x in (t["chosen"], t["rejected"]))]
    kind, is_text = name.removesuffix("-text"), name.endswith("-text")
    rows, problems = [], []
    for path in sorted([*folder.glob("*/*.json"), *folder.glob("*/*.jsonl")]):
        rows += datasets.load_dataset("json", data_files=str(path), split="train", cache_dir=SCRATCH.name)
    if kind == "messages":
        found = collections.Counter(tuple(bare(turn) for turn in row["messages"]) for row in rows)
        problems += [fault for turns in found for fault in conversation_faults(turns)]
        problems += difference(found, collections.Counter(whole))
    elif kind == "sharegpt":
        for row in rows:
            speakers = [turn["from"] for turn in row["conversations"] if turn["from"] != "system"]
            if any(speaker not in (("human", "observation"), ("gpt", "function_call"))[i % 2] for i, speaker in enumerate(speakers)):
                problems.append(f"{speakers}")
        said = collections.Counter(row["conversations"][-1]["value"] for row in rows)
        problems += difference(said, collections.Counter(turns[-1][1] for turns in whole))
    elif kind == "alpaca":
        said = collections.Counter((row["instruction"], row["output"]) for row in rows)
        problems += difference(said, collections.Counter((turns[-2][1], turns[-1][1]) for turns in plain))
    elif kind == "trl-language-modeling":
        said = collections.Counter(row["text"] for row in rows)
        problems += difference(said, collections.Counter("\n\n".join(turn[1] for turn in turns) for turns in plain))
    elif kind in ("trl-preference", "trl-unpaired-preference"):
        expected = (short if is_text else pairs) * (2 if kind == "trl-unpaired-preference" else 1)
        if len(rows) != len(expected):
            problems.append(f"{len(rows)} rows of {len(expected)}")
        for row in rows:
            if not is_text and row["prompt"][-1]["role"] != "user":
                problems.append(f"{row['prompt'][-1]}")
    else:
        wanted = [turns for turns in whole if len(turns) == 2] if is_text else whole
        if kind != "trl-stepwise-supervision" and len(rows) != len(wanted):
            problems.append(f"{len(rows)} rows of {len(wanted)}")
        for row in rows:
            if not is_text and row["prompt"][-1]["role"] != "user":
                problems.append(f"{row['prompt'][-1]}")
    report.check(name, "load_dataset, turns, calls", len(rows) or None, problems)


LABELLED = {
    "rasa": rasa,
    "snips": snips,
    "conll2003": conll2003,
    "conllu": conllu_files,
    "spacy": spacy_files,
    "label-studio": label_studio,
    "doccano": doccano,
    "brat": brat,
    "huggingface": huggingface,
    "presidio": presidio,
    "tsv": tab_separated,
    "checklist": checklist,
    "pairs": sentence_pairs,
    "csv": csv_tables,
}


def leakage(root, native, report):
    """By what the formats' folders say of their split: no template in two parts."""
    folder = root / "formats" / "spacy"
    if not folder.is_dir():
        return
    if json.loads((folder / "format.json").read_text(encoding="utf-8"))["split"]["by"] != "template":
        return
    parts, count = collections.defaultdict(set), 0
    for path in folder.glob("*/*.jsonl"):
        for row in json_lines(path):
            parts[row["meta"]["template"]].add(path.stem)
            count += 1
    report.check("split", "templates", count, [f"{name} in {sorted(p)}" for name, p in parts.items() if len(p) > 1])


def by_their_owners(formats, report):
    """The formats' own libraries, one format's fault being no reason to leave out the others."""
    scratch = pathlib.Path(SCRATCH.name)
    for name, check in (
        ("label-studio", lambda: text_libraries.label_studio(formats / "label-studio", report)),
        ("presidio", lambda: text_libraries.presidio(formats / "presidio", scratch, report)),
        ("trl", lambda: text_libraries.trl_forms(formats, scratch, report)),
    ):
        if any(formats.glob(name + "*")):
            try:
                check()
            except ImportError as error:
                alone = pathlib.Path(__file__).with_name("requirements-alone.txt")
                report.fail(name, "by its own library", f"{error}; pip install --no-deps -r {alone}")
            except Exception as error:  # what its own library cannot take at all
                report.fail(name, "taken by its own library", f"{type(error).__name__}: {error}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=pathlib.Path, help="a dataset of texts with a folder 'formats'")
    root = parser.parse_args().directory
    if not (root / "formats").is_dir():
        sys.exit(f"{root / 'formats'}: no such folder\nhelp: generate with --format rasa --format conll2003")
    datasets.disable_progress_bars()
    native, report = Native(root), Report()
    for folder in sorted(path for path in (root / "formats").iterdir() if path.is_dir() and path.name[0] != "."):
        try:
            if folder.name in LABELLED:
                LABELLED[folder.name](folder, native, report)
            elif folder.name.removesuffix("-text") in TRAINING and native.has_conversations:
                conversations(folder.name, folder, native, report)
            elif folder.name.removesuffix("-text") in TRAINING:
                training(folder.name, folder, native, report)
            else:
                report.fail(folder.name, "known", "there is no check of this format")
        except Exception as error:  # a file so wrong that a check cannot go on
            report.fail(folder.name, "readable", f"{type(error).__name__}: {error}")
    leakage(root, native, report)
    by_their_owners(root / "formats", report)
    report.print()
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
