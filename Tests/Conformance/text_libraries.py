"""Texts by the libraries of those who defined the formats: Label Studio's validator of tasks, Presidio's evaluation samples,
TRL's own code for data. They come without what they depend on (requirements-alone.txt): none of it runs here."""

import collections
import json
import logging
import sys
import types
import warnings

import datasets
import spacy

# Of each file: its texts are made alike.
ENOUGH = 150


def trl_data():
    """TRL's code for data. It names two types of transformers, in annotations of functions that tokenize; none of them is
    called here."""
    try:
        import transformers  # noqa: F401
    except ImportError:
        named = types.ModuleType("transformers")
        named.PreTrainedTokenizerBase = named.ProcessorMixin = type("Named", (), {})
        sys.modules["transformers"] = named
    warnings.filterwarnings("ignore", message="Failed to check transformers version")
    from trl import data_utils

    return data_utils


def label_studio(folder, report):
    """The interface is valid; tasks and annotations fit it."""
    from label_studio_sdk.label_interface import LabelInterface

    for config in sorted(folder.glob("*/config.xml")):
        interface, count, problems = LabelInterface(config.read_text(encoding="utf-8")), 0, []
        interface.validate()
        for path in sorted(config.parent.glob("*.json")):
            for task in json.loads(path.read_text(encoding="utf-8"))[:ENOUGH]:
                count += 1
                if not interface.validate_task({"data": task["data"]}):
                    problems.append(f"{path}: {task['data']}")
                for annotation in task["annotations"]:
                    # The same code judges annotations, but keeps its reasons to itself.
                    problems += interface.validate_prediction(annotation, return_errors=True)
        report.check("label-studio", f"{config.parent.name}: label-studio-sdk validates", count, problems)


def presidio(folder, scratch, report):
    """Samples are constructed with tags for tokens, and those tags give back the entities that end where tokens end. Of
    entities that touch, as they do in Chinese, Presidio leaves the last token of the first untagged."""
    logging.getLogger("presidio-evaluator").setLevel(logging.ERROR)
    from presidio_evaluator.data_objects import InputSample

    for language in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        model = scratch / f"blank-{language}"
        spacy.blank(language[:2]).to_disk(model)
        count, problems = 0, []
        for path in sorted(folder.glob(f"{language}/*.json")):
            for row in json.loads(path.read_text(encoding="utf-8"))[:ENOUGH]:
                values = [span["entity_value"] for span in row["spans"]]
                sample = InputSample.from_json(row, scheme="BIO", token_model_version=str(model))
                count += 1
                found, text = [], sample.full_text
                for token, tag in zip(sample.tokens, sample.tags, strict=True):
                    if tag.startswith("B-"):
                        found.append([tag[2:], token.idx, token.idx + len(token)])
                    elif tag.startswith("I-") and found:
                        found[-1][2] = token.idx + len(token)
                found = {tuple(span) for span in found}
                starts, ends = {t.idx for t in sample.tokens}, {t.idx + len(t): t.idx for t in sample.tokens}
                following = {span.start_position for span in sample.spans}
                for span in sample.spans:
                    start, end = span.start_position, span.end_position
                    shorter = ends.get(end) if end in following else end
                    is_whole = start in starts and end in ends
                    if is_whole and not {(span.entity_type, start, e) for e in (end, shorter)} & found and shorter != start:
                        problems.append(f"{path}: {span.entity_value} in {text}, but tags say {sorted(found)}")
                if [span["entity_value"] for span in sample.to_dict()["spans"]] != values:
                    problems.append(f"{path}: {text} has other spans")
        report.check("presidio", f"{language}: presidio-evaluator's samples", count, problems)


def rows_of(folder, scratch):
    rows = []
    for path in sorted([*folder.glob("*/*.json"), *folder.glob("*/*.jsonl")]):
        rows += datasets.load_dataset("json", data_files=str(path), split="train", cache_dir=str(scratch))
    return rows


def bare(turns):
    """Turns without the empty members that Arrow fills in."""
    return [{key: value for key, value in turn.items() if value is not None} for turn in turns]


def trl_forms(formats, scratch, report):
    """Conversational formats are conversations by TRL's own test and plain ones are not; pairs have their prompt, or give it
    back where it stands inside of both replies; unpaired, pairs are the rows of the unpaired format; ShareGPT's
    conversations are the messages."""
    trl = trl_data()
    for folder in sorted(path for path in formats.glob("trl-*") if path.is_dir()):
        rows, problems = rows_of(folder, scratch), []
        is_plain = folder.name.endswith("-text") or folder.name in ("trl-language-modeling", "trl-stepwise-supervision")
        for row in rows:
            if trl.is_conversational(row) == is_plain:
                problems.append(f"{row}")
            if folder.name == "trl-preference":
                if trl.maybe_extract_prompt(row) != row:
                    problems.append(f"the prompt of {row} is taken from its replies")
                inside = trl.extract_prompt({side: row["prompt"] + row[side] for side in ("chosen", "rejected")})
                if inside["prompt"] != row["prompt"]:
                    problems.append(f"the prompt of {row} comes out as {inside['prompt']}")
        report.check(folder.name, "trl's forms", len(rows) or None, problems)
    for form in ("", "-text"):
        paired, unpaired = formats / f"trl-preference{form}", formats / f"trl-unpaired-preference{form}"
        if not (paired.is_dir() and unpaired.is_dir()):
            continue
        pairs = [{side: row[side] for side in ("prompt", "chosen", "rejected")} for row in rows_of(paired, scratch)]
        if not pairs:
            continue
        made = trl.unpair_preference_dataset(datasets.Dataset.from_list(pairs))
        key = lambda row: json.dumps([row["prompt"], row["completion"], row["label"]], sort_keys=True, ensure_ascii=False)
        # Arrow's empty members are of one file only.
        plain = lambda row: {k: bare(v) if isinstance(v, list) else v for k, v in row.items()}
        made, written = (collections.Counter(key(plain(row)) for row in rows) for rows in (made, rows_of(unpaired, scratch)))
        problems = [f"missing: {row}" for row in made - written] + [f"not of a pair: {row}" for row in written - made]
        report.check(f"trl-unpaired-preference{form}", "trl unpairs the pairs", sum(made.values()), problems)
    sharegpt, messages = formats / "sharegpt", formats / "messages"
    if sharegpt.is_dir() and messages.is_dir():
        names = {"human": "user", "gpt": "assistant", "system": "system"}
        found, problems = [], []
        for row in rows_of(sharegpt, scratch):
            turns = trl.maybe_convert_to_chatml({"conversations": bare(row["conversations"])})["messages"]
            if not trl.is_conversational({"messages": turns}):
                problems.append(f"{turns}")
            # Calls and their results have roles of their own there.
            if all(turn["role"] in names for turn in turns):
                found.append(json.dumps([[names[turn["role"]], turn["content"]] for turn in turns], ensure_ascii=False))
        said = [[[turn["role"], turn["content"]] for turn in row["messages"]] for row in rows_of(messages, scratch) if not any(
            turn.get("tool_calls") or turn["role"] == "tool" for turn in row["messages"])]
        said = collections.Counter(json.dumps(turns, ensure_ascii=False) for turns in said)
        problems += [f"not among the messages: {row}" for row in collections.Counter(found) - said]
        report.check("sharegpt", "trl's messages are ours", len(found), problems)
