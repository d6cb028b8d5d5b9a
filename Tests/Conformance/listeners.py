#!/usr/bin/env python3
"""Independent judges of sound: loudness by pyloudnorm, words by PocketSphinx; exits with 0 only if every check holds.

`listeners.py DATASET…` compares the loudness that labels of recordings give with pyloudnorm's; `--words DATASET` lets
PocketSphinx, with the language model that it brings, write down what is said there. Recordings are native files.
"""

import argparse
import json
import pathlib
import re
import sys
import warnings

import pyloudnorm
import soundfile
from pocketsphinx import Decoder

from report import Report

# Loudness units, and words wrong of a hundred.
LOUDNESS = 0.1
WORDS = 0.15


def recordings(dataset):
    """Label, samples of the first microphone, rate."""
    for path in sorted(dataset.glob("samples/**/recording.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        found = [p for p in (path.with_name("audio.flac"), path.with_name("audio.wav")) if p.exists()]
        samples, rate = soundfile.read(str(found[0]), always_2d=True)
        yield "/".join(path.parts[-3:-1]), label, samples[:, 0], rate


def check_loudness(datasets, report):
    for dataset in datasets:
        count, bad, worst = 0, [], 0
        for name, label, samples, rate in recordings(dataset):
            if label.get("loudness") is None:
                continue
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of samples beyond full scale
                # Its other filters only come near those of BS.1770.
                found = pyloudnorm.Meter(rate, filter_class="DeMan").integrated_loudness(samples)
            count += 1
            worst = max(worst, abs(found - label["loudness"]))
            if abs(found - label["loudness"]) > LOUDNESS:
                bad.append(f"{name}: {label['loudness']:.2f} LUFS, pyloudnorm {found:.2f}")
        report.check(dataset.name, "loudness is pyloudnorm's", count, bad, f"within {worst:.3f} LU")


def mistakes(said, heard):
    """Words to exchange, leave out or put in (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        last, row[0] = row[:], i
        for j, other in enumerate(heard, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word != other))
    return row[-1]


def check_words(dataset, report):
    decoder = Decoder(samprate=16000, loglevel="FATAL")
    wrong = words = count = 0
    heard = []
    for name, label, samples, rate in recordings(dataset):
        assert rate == 16000, f"{name}: PocketSphinx listens at 16 kHz"
        said = " ".join(e["speech"]["transcript"] for e in label["events"] if e.get("speech")).split()
        loud = samples / max(abs(samples).max(), 1e-9) * 0.5
        decoder.start_utt()
        decoder.process_raw((loud * 32767).astype("<i2").tobytes(), full_utt=True)
        decoder.end_utt()
        found = decoder.hyp().hypstr.split() if decoder.hyp() else []
        found = [re.sub(r"\(\d+\)", "", word) for word in found]
        wrong, words, count = wrong + mistakes(said, found), words + len(said), count + 1
        heard.append(f"{name}: {' '.join(said)} / {' '.join(found)}")
    rate = wrong / max(words, 1)
    report.check(
        dataset.name, "PocketSphinx understands what is said", count, heard if rate > WORDS else [],
        f"{wrong} of {words} words wrong ({rate:.3f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datasets", type=pathlib.Path, nargs="*", help="with recordings, for their loudness")
    parser.add_argument("--words", type=pathlib.Path, help="a dataset whose words are written down")
    options = parser.parse_args()
    report = Report()
    check_loudness(options.datasets, report)
    if options.words:
        check_words(options.words, report)
    report.print()
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
