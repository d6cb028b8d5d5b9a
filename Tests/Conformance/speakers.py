"""Common Voice, MUSAN and VoxCeleb: files by speaker and kind, with their tables."""

import pandas

import sound


def check_common_voice(root, report):
    for language in (root / "languages.txt").read_text().split():
        folder = root / language
        tables = {
            name: pandas.read_csv(folder / f"{name}.tsv", sep="\t", quoting=3, keep_default_na=False)
            for name in ("train", "dev", "validated")
        }
        bad = []
        for _, row in tables["validated"].iterrows():
            samples, channels, _ = sound.info(folder / "clips" / row["path"])
            if channels != 1 or samples == 0 or not row["sentence"].strip() or row["locale"] != language:
                bad.append(f"{row.to_dict()}")
        split = list(tables["train"]["path"]) + list(tables["dev"]["path"])
        if sorted(split) != sorted(tables["validated"]["path"]):
            bad.append("train and dev are not what is validated")
        report.check("common-voice", f"clips ({language})", len(tables["validated"]) or None, bad)


def check_musan(root, report):
    files, bad = 0, []
    for table in sorted(root.glob("*/*/ANNOTATIONS")):
        kind, source = table.parts[-3:-1]
        names = [line.split() for line in open(table, encoding="utf-8")]
        found = sorted(p.stem for p in table.parent.glob("*.wav"))
        if sorted(fields[0] for fields in names) != found or not (table.parent / "LICENSE").exists():
            bad.append(f"{kind}: annotations and files differ")
        for fields in names:
            files += 1
            if not fields[0].startswith(f"{kind}-{source}-") or kind == "speech" and fields[1] not in "mf":
                bad.append(" ".join(fields))
        sound.check_files(sorted(table.parent.glob("*.wav")), "musan", report, 16000, 1, "PCM_16") if found else None
    report.check("musan", "annotations", files or None, bad)


def check_voxceleb(root, report):
    lines = [line.split() for line in open(root / "veri_test.txt", encoding="utf-8")]
    bad = [
        " ".join(line) for line in lines
        if (line[1].split("/")[0] == line[2].split("/")[0]) != (line[0] == "1")
        or not all((root / "wav" / path).exists() for path in line[1:])
    ]
    same = sum(line[0] == "1" for line in lines)
    report.check("voxceleb", "trials", len(lines) or None, bad, f"{same} of {len(lines)} of one speaker")
    listed = pandas.read_csv(root / "vox1_meta.csv", sep="\t", dtype=str)["VoxCeleb1 ID"]
    found = sorted(p.name for p in root.glob("wav/*"))
    report.check(
        "voxceleb", "speakers", len(found) or None, [] if sorted(listed) == found else [f"{len(listed)} listed, {len(found)} found"])
    sound.check_files(sorted(root.glob("wav/*/*/*.wav")), "voxceleb", report, 16000, 1, "PCM_16")
