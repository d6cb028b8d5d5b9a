"""LibriSpeech: walked as torchaudio and lhotse do (SPEAKER-CHAPTER-UTTERANCE, numbers, one line a file)."""

import re

import sound


def check(root, report):
    files = sorted(root.glob("*/*/*/*.flac"))
    speakers = {}
    for line in open(root / "SPEAKERS.TXT", encoding="utf-8"):
        if not line.startswith(";"):
            number, sex, subset, minutes, name = [field.strip() for field in line.split("|", 4)]
            speakers[int(number)] = (sex, subset, float(minutes), name)
    bad, spoken = [], {}
    for path in files:
        speaker, chapter, utterance = path.stem.split("-")
        transcripts = path.parent / f"{speaker}-{chapter}.trans.txt"
        lines = [line.strip().split(" ", 1) for line in open(transcripts, encoding="utf-8")]
        found = [text for name, text in lines if name == path.stem]
        if len(found) != 1 or int(speaker) not in speakers or path.parent.name != chapter:
            bad.append(f"{path.name}: {len(found)} transcripts")
            continue
        if not re.fullmatch(r"[A-Z']+( [A-Z']+)*|[^\x00-\x7f]+", found[0]):
            bad.append(f"{path.name}: “{found[0]}”")
        spoken[int(speaker)] = spoken.get(int(speaker), 0) + sound.info(path)[0]
    report.check("librispeech", "utterances with transcripts", len(files) or None, bad)
    bad = [
        f"{number}: {speakers[number]}, {samples / 960000:.2f} minutes"
        for number, samples in spoken.items()
        if abs(speakers[number][2] - samples / 960000) > 0.006 or speakers[number][0] not in "MF"
    ]
    chapters = sum(1 for line in open(root / "CHAPTERS.TXT", encoding="utf-8") if not line.startswith(";"))
    if chapters != len({path.parent for path in files}) or set(speakers) != set(spoken):
        bad.append(f"{chapters} chapters, {len(speakers)} speakers")
    report.check("librispeech", "speakers and minutes", len(speakers) or None, bad)
    sound.check_files(files, "librispeech", report, 16000, 1, "PCM_16")
