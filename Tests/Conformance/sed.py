"""DESED: tables as the baseline's data sets read them (pandas), with clips of one channel."""

import math

import pandas

import sound


def check(root, report):
    for table in sorted(root.glob("metadata/*/strong.tsv")):
        side = table.parent.name
        strong = pandas.read_csv(table, sep="\t")
        weak = pandas.read_csv(table.parent / "weak.tsv", sep="\t", keep_default_na=False)
        lengths = dict(pandas.read_csv(table.parent / "durations.tsv", sep="\t").values)
        clips = sorted((root / "audio" / side).glob("*.wav"))
        bad, tags = [], {}
        if list(strong.columns) != ["filename", "onset", "offset", "event_label"]:
            bad.append(f"columns {list(strong.columns)}")
        for _, row in strong.iterrows():
            own = tags.setdefault(row["filename"], set())
            if math.isnan(row["onset"]):
                continue
            own.add(row["event_label"])
            if not 0 <= row["onset"] < row["offset"] <= lengths[row["filename"]] + 1e-5:
                bad.append(f"{row.to_dict()}")
        report.check("dcase-sed", f"strong labels ({side})", len(strong) or None, bad)
        bad = [
            f"{name}: {labels}" for name, labels in weak.values
            if {label for label in labels.split(",") if label} != tags[name]
        ]
        for clip in clips:
            samples, _, rate = sound.info(clip)
            if abs(samples / rate - lengths[clip.name]) > 1e-4 or clip.name not in tags:
                bad.append(f"{clip.name}: {samples / rate} s")
        report.check("dcase-sed", f"weak labels and durations ({side})", len(weak) or None, bad)
        sound.check_files(clips, "dcase-sed", report, 16000, 1, "PCM_16")
