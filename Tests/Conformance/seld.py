"""DCASE SELD: files and rows as the baseline of 2024 reads them (wave, csv; frames of 100 ms, tracks of one class)."""

import csv
import wave

import sound


def check(root, report):
    tables = sorted(root.glob("metadata_dev/*/*.csv"))
    wavs = sorted(root.glob("foa_dev/*/*.wav")) + sorted(root.glob("mic_dev/*/*.wav"))
    if not wavs:
        report.check("dcase-seld", "recordings", None, [], "none")
        return
    sound.check_files(wavs, "dcase-seld", report, 24000, 4, "PCM_16")
    by_name = {(p.parent.name, p.stem): p for p in wavs}
    classes = sum(1 for _ in csv.reader(open(root / "class_map.csv", newline="", encoding="utf-8"))) - 1
    bad, rows, most = [], 0, 0
    for table in tables:
        name = table.name
        # The baseline takes the fold from here.
        if not name.startswith("fold") or int(name[4]) != (4 if table.parent.name == "dev-test" else 3):
            bad.append(f"{name}: fold")
        path = by_name.get((table.parent.name, table.stem))
        if path is None:
            bad.append(f"{name}: no recording")
            continue
        with wave.open(str(path)) as audio:
            frames = audio.getnframes() * 10 // audio.getframerate()
        output = {}
        last = 0
        for line in open(table, encoding="utf-8"):
            words = line.strip().split(",")
            if len(words) != 6:
                bad.append(f"{name}: {line.strip()}")
                continue
            frame, number, source = int(words[0]), int(words[1]), int(words[2])
            azimuth, elevation, metres = float(words[3]), float(words[4]), float(words[5]) / 100
            rows += 1
            tracks = output.setdefault(frame, [])
            if (number, source) in tracks:
                bad.append(f"{name}: frame {frame} has class {number}, source {source} twice")
            tracks.append((number, source))
            if not (last <= frame < frames and 0 <= number < classes and -180 <= azimuth < 180
                    and -90 <= elevation <= 90 and metres >= 0):
                bad.append(f"{name}: {line.strip()}")
            last = frame
        most = max([most] + [len(t) for t in output.values()])
    report.check("dcase-seld", "rows as the baseline reads them", rows or None, bad, f"up to {most} sources at once")
    # Every active frame of the rows lies in an event of the exact list, and the other way round.
    bad, events = [], 0
    for table in sorted(root.glob("events_dev/*/*.csv")):
        if (table.parent.name, table.stem) not in by_name:
            bad.append(f"{table.name}: no recording")
        for row in csv.DictReader(open(table, newline="", encoding="utf-8")):
            events += 1
            if not float(row["onset"]) < float(row["offset"]):
                bad.append(f"{table.name}: {row}")
    report.check("dcase-seld", "events with times", events or None, bad)
