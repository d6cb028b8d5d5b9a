"""What the checks of sound share: files opened by soundfile, and times that name samples."""

import soundfile


def info(path):
    """Samples, channels and rate."""
    found = soundfile.info(str(path))
    return found.frames, found.channels, found.samplerate


def check_files(paths, name, report, rate=None, channels=None, subtype=None):
    """Opens every file whole."""
    bad = []
    for path in paths:
        data, found = soundfile.read(str(path), always_2d=True)
        about = soundfile.info(str(path))
        if rate and found != rate:
            bad.append(f"{path.name}: {found} Hz")
        if channels and data.shape[1] != channels:
            bad.append(f"{path.name}: {data.shape[1]} channels")
        if subtype and about.subtype != subtype:
            bad.append(f"{path.name}: {about.subtype}")
        if not len(data) or abs(data).max() > 1:
            bad.append(f"{path.name}: {len(data)} samples up to {abs(data).max() if len(data) else 0}")
    report.check(name, "soundfile reads every sound", len(paths) or None, bad)


def on_grid(seconds, rate, slack=0.05):
    """The sample that a time names, None where it names none."""
    place = float(seconds) * rate
    return round(place) if abs(place - round(place)) <= slack else None
