"""TextGrid: Praat itself (parselmouth) opens every file; tiers have no gaps and end with the sound."""

import parselmouth
from parselmouth.praat import call

import sound


def check(root, report):
    files = sorted(root.glob("textgrid/*.TextGrid"))
    bad, intervals = [], 0
    for path in files:
        audio = next((root / "audio").glob(path.stem + ".*"))
        samples, _, rate = sound.info(audio)
        grid = parselmouth.read(str(path))
        if abs(grid.xmax * rate - samples) > 1e-3:
            bad.append(f"{path.name}: ends at {grid.xmax} s")
        for tier in range(1, call(grid, "Get number of tiers") + 1):
            name, end = call(grid, "Get tier name", tier), 0.0
            for k in range(1, call(grid, "Get number of intervals", tier) + 1):
                intervals += 1
                begin = call(grid, "Get start time of interval", tier, k)
                if abs(begin - end) > 1e-12 or sound.on_grid(begin, rate, 1e-3) is None:
                    bad.append(f"{path.name}: {name}, interval {k} begins at {begin} s")
                end = call(grid, "Get end time of interval", tier, k)
                if end <= begin:
                    bad.append(f"{path.name}: {name}, interval {k} is empty")
            if abs(end - grid.xmax) > 1e-12:
                bad.append(f"{path.name}: {name} ends at {end} s")
    report.check("textgrid", "Praat opens tiers without gaps", intervals or None, bad)
