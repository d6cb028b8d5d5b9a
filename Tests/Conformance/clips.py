"""Datasets of clips: ESC-50 and UrbanSound8K, by their tables (pandas) and the loaders' rules for names."""

import pandas

import sound

ESC10 = {0, 1, 10, 11, 12, 20, 21, 38, 40, 41}


def check_esc50(root, report):
    table = pandas.read_csv(root / "meta" / "esc50.csv")
    bad = []
    for _, row in table.iterrows():
        samples, _, rate = sound.info(root / "audio" / row["filename"])
        fold, _, take, target = row["filename"].removesuffix(".wav").split("-")
        if (int(fold), take, int(target)) != (row["fold"], row["take"], row["target"]) or samples != 5 * rate:
            bad.append(f"{row.to_dict()}")
        if row["esc10"] != (row["target"] in ESC10):
            bad.append(f"{row['filename']}: esc10 {row['esc10']}")
    if table.groupby("category")["target"].nunique().gt(1).any():
        bad.append("a category has two targets")
    report.check("esc-50", "rows and clips", len(table) or None, bad)
    sound.check_files(sorted(root.glob("audio/*.wav")), "esc-50", report, 44100, 1, "PCM_16")


def check_urbansound8k(root, report):
    table = pandas.read_csv(root / "metadata" / "UrbanSound8K.csv")
    bad = []
    for _, row in table.iterrows():
        path = root / "audio" / f"fold{row['fold']}" / row["slice_file_name"]
        samples, _, rate = sound.info(path)
        recording, number, _, _ = row["slice_file_name"].removesuffix(".wav").split("-")
        if (int(recording), int(number)) != (row["fsID"], row["classID"]) or not 1 <= row["fold"] <= 10:
            bad.append(f"{row.to_dict()}")
        if abs(row["end"] - row["start"] - samples / rate) > 1e-4 or samples > 4 * rate:
            bad.append(f"{row['slice_file_name']}: {samples / rate} s")
    report.check("urbansound8k", "rows and slices", len(table) or None, bad)
