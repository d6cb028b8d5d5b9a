"""JAMS: the reference library loads every file, validates it strictly, and hands out intervals that name samples."""

import json
import warnings

import jams

import sound


def check(root, report):
    files = sorted(root.glob("jams/*.jams"))
    bad, observations = [], 0
    for path in files:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the library's own
            try:
                jam = jams.load(str(path), validate=True, strict=True)
            except Exception as error:
                bad.append(f"{path.name}: {error}"[:200])
                continue
        audio = root / json.load(open(path, encoding="utf-8"))["file_metadata"]["identifiers"]["audio"]
        samples, _, rate = sound.info(audio)
        if abs(jam.file_metadata.duration * rate - samples) > 1e-3:
            bad.append(f"{path.name}: duration {jam.file_metadata.duration}")
        for namespace in ("scaper", "segment_open"):
            intervals, _ = jam.annotations[namespace, 0].to_interval_values()
            observations += len(intervals)
            for begin, end in intervals:
                if sound.on_grid(begin, rate, 1e-3) is None or sound.on_grid(end, rate, 1e-3) is None:
                    bad.append(f"{path.name}: {begin} to {end} s are no samples")
        events = [[o.time, o.duration] for o in jam.annotations["scaper", 0].data]
        said = [[o.value["event_time"], o.value["event_duration"]] for o in jam.annotations["scaper", 0].data]
        tags = {o.value for o in jam.annotations["tag_open", 0].data}
        if events != said or tags != {o.value for o in jam.annotations["segment_open", 0].data}:
            bad.append(f"{path.name}: scaper, segments and tags differ")
    report.check("jams", "jams validates strictly", observations or None, bad)
    sound.check_files(sorted(root.glob("audio/*.flac")), "jams", report)
