"""NeMo's manifests and Hugging Face's audiofolder: JSON lines beside sounds; Lhotse's, by its own library or rules."""

import gzip
import json

import sound

try:
    import lhotse
except ImportError:  # it wants torch: its rules are checked without it
    lhotse = None


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as lines:
        return [json.loads(line) for line in lines]


def check_nemo(root, report):
    for path in sorted(root.glob("*_manifest.json")):
        found, bad = rows(path), []
        for row in found:
            samples, channels, rate = sound.info(path.parent / row["audio_filepath"])
            end = row["offset"] + row["duration"]
            if channels != 1 or row["duration"] <= 0 or row["offset"] < 0 or end > samples / rate + 1e-4:
                bad.append(f"{row}")
            if not row["text"].strip() or row["text"] != row["text"].lower() or set(row) != set(found[0]):
                bad.append(f"{row}")
        report.check("nemo", f"utterances ({path.stem})", len(found) or None, bad)


def check_audiofolder(root, report):
    for path in sorted(root.glob("*/metadata.jsonl")):
        found, bad = rows(path), []
        known = {row["file_name"]: row for row in found}
        for row in found:
            samples, _, rate = sound.info(path.parent / row["file_name"])
            if abs(samples / rate - row["duration"]) > 1e-8 or list(row) != list(found[0]):
                bad.append(f"{row['file_name']}: {row['duration']} s, {list(row)}")
            partner = row.get("clean_file_name", row["file_name"])
            # What is played at another speed is as much longer or shorter as its events lie later or earlier.
            ends = [max((e["offset"] for e in r["events"]), default=1) for r in (known.get(partner, row), row)]
            length = samples if ends[0] == ends[1] else samples * ends[0] / ends[1]
            if abs(sound.info(path.parent / partner)[0] - length) > (0 if ends[0] == ends[1] else 3):
                bad.append(f"{row['file_name']}: its partner {partner} is not as long")
            for event in row["events"]:
                on, off = sound.on_grid(event["onset"], rate, 1e-3), sound.on_grid(event["offset"], rate, 1e-3)
                if on is None or off is None or not 0 <= on < off <= samples:
                    bad.append(f"{row['file_name']}: {event}")
        report.check("audiofolder", f"rows ({path.parent.name})", len(found) or None, bad)
    from datasets import load_dataset

    files = {p.parent.name: str(p) for p in sorted(root.glob("*/metadata.jsonl")) if p.stat().st_size}
    if not files:
        return
    loaded = load_dataset("json", data_files=files)
    bad = [f"{side}: {len(loaded[side])} rows" for side, p in files.items() if len(loaded[side]) != len(rows(root / side / "metadata.jsonl"))]
    report.check("audiofolder", "datasets loads all rows under one schema", len(files) or None, bad)


def check_lhotse(root, report):
    for path in sorted(root.glob("*_recordings.jsonl.gz")):
        side = path.name.split("_")[0]
        bad, recordings = [], {row["id"]: row for row in rows(path)}
        for row in recordings.values():
            samples, channels, rate = sound.info(root / row["sources"][0]["source"])
            if (samples, rate) != (row["num_samples"], row["sampling_rate"]) or channels != len(row["channel_ids"]):
                bad.append(f"{row['id']}: {samples} samples at {rate} Hz")
            if abs(row["duration"] - samples / rate) > 1e-8:
                bad.append(f"{row['id']}: {row['duration']} s")
        items = 0
        supervisions = rows(root / f"{side}_supervisions.jsonl.gz")
        for row in supervisions:
            rate = recordings[row["recording_id"]]["sampling_rate"]
            for kind, aligned in row["alignment"].items():
                for symbol, start, length, _ in aligned:
                    items += 1
                    inside = row["start"] - 1e-8 <= start and start + length <= row["start"] + row["duration"] + 1e-8
                    if not inside or length <= 0 or sound.on_grid(start, rate, 1e-3) is None:
                        bad.append(f"{row['id']}: {kind} {symbol} at {start}")
        report.check("lhotse", f"recordings and alignments ({side})", items + len(recordings) or None, bad)
        if lhotse is None or not recordings:
            continue
        bad = []
        try:
            cuts = lhotse.load_manifest(str(root / f"{side}_cuts.jsonl.gz"))
            recs = lhotse.load_manifest(str(path)).with_path_prefix(str(root))
            sups = lhotse.load_manifest(str(root / f"{side}_supervisions.jsonl.gz"))
            lhotse.validate(recs, read_data=True)
            lhotse.validate(sups)
            lhotse.validate(cuts)
            lhotse.qa.validate_recordings_and_supervisions(recs, sups)
            made = lhotse.CutSet.from_manifests(recordings=recs, supervisions=sups)
            if len(list(made)) != len(list(cuts)) or sum(len(c.supervisions) for c in cuts) != len(list(sups)):
                bad.append("cuts are not those of recordings and supervisions")
        except AssertionError as error:
            bad.append(str(error)[:200])
        report.check("lhotse", f"lhotse validates ({side})", len(recordings) or None, bad)
