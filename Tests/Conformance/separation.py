"""LibriMix: mixtures are the sums of their sources; WebDataset: shards are tar archives whose keys are whole."""

import io
import json
import tarfile

import numpy
import pandas
import soundfile


def check_librimix(root, report):
    for table in sorted(root.glob("Libri*Mix/metadata/mixture_*.csv")):
        rows = pandas.read_csv(table)
        bad = []
        for _, row in rows.iterrows():
            def read(column):
                data, rate = soundfile.read(str(root / row[column]), dtype="float32")
                if rate != 16000 or data.ndim != 1 or len(data) != row["length"]:
                    bad.append(f"{row[column]}: {rate} Hz, {data.shape}")
                return data

            clean = None
            for column in [c for c in rows.columns if c.startswith("source_")]:
                clean = read(column) if clean is None else clean + read(column)
            both = clean + read("noise_path")
            mixed, _ = soundfile.read(str(root / row["mixture_path"]), dtype="float32")
            dry, _ = soundfile.read(str(root / row["mixture_path"].replace("/mix_both/", "/mix_clean/")), dtype="float32")
            if not numpy.array_equal(both, mixed) or not numpy.array_equal(clean, dry):
                bad.append(f"{row['mixture_ID']}: off by {abs(both - mixed).max()}")
        report.check("librimix", f"sources sum to mixtures ({table.stem})", len(rows) or None, bad)


def check_webdataset(root, report):
    shards = sorted(root.glob("*.tar"))
    listed = [line for name in ("train.txt", "val.txt") if (root / name).exists()
              for line in (root / name).read_text().split()]
    bad, members = [], 0
    if sorted(listed) != [p.name for p in shards]:
        bad.append(f"{len(listed)} shards listed, {len(shards)} found")
    for shard in shards:
        keys = {}
        with tarfile.open(shard) as archive:
            for member in archive:
                members += 1
                key, ending = member.name.split(".", 1)
                keys.setdefault(key, {})[ending] = archive.extractfile(member).read()
                if (member.mtime, member.uid, member.gid, member.uname) != (0, 0, 0, ""):
                    bad.append(f"{shard.name}: {member.name} has a time or an owner")
        for key, parts in keys.items():
            label = json.loads(parts["json"])
            data, rate = soundfile.read(io.BytesIO(parts.get("flac") or parts["wav"]), always_2d=True)
            if (len(data), rate) != (label["count"], label["rate"]) or "txt" not in parts:
                bad.append(f"{shard.name}: {key}: {data.shape} at {rate} Hz")
    report.check("webdataset", "tarfile opens shards", members or None, bad)
