"""Kaldi: what utils/validate_data_dir.sh asks of a data directory, in the C locale."""

import sound


def check(root, report):
    for folder in sorted(root.glob("data/*")):
        def table(name):
            return [line.rstrip("\n").split(" ", 1) for line in open(folder / name, encoding="utf-8")]

        bad = []
        for path in sorted(folder.iterdir()):
            keys = [line.split(b" ", 1)[0] for line in path.read_bytes().splitlines()]
            if keys != sorted(set(keys)):
                bad.append(f"{path.name} is not sorted by bytes, or repeats a key")
        report.check("kaldi", f"sorted ({folder.name})", 7, bad)
        wav, text, speaker = dict(table("wav.scp")), dict(table("text")), dict(table("utt2spk"))
        reco2dur = dict(table("reco2dur"))
        bad = []
        for name, path in wav.items():
            samples, channels, rate = sound.info(root / path)
            if channels != 1 or rate != 16000 or abs(samples / rate - float(reco2dur[name])) > 1e-4:
                bad.append(f"{name}: {channels} channels, {samples} samples")
        report.check("kaldi", f"recordings ({folder.name})", len(wav) or None, bad)
        bad = []
        segments = table("segments")
        for utterance, rest in segments:
            recording, begin, end = rest.split()
            if recording not in wav or not 0 <= float(begin) < float(end) <= float(reco2dur[recording]) + 1e-6:
                bad.append(f"{utterance} {rest}")
            if not utterance.startswith(speaker[utterance]) or not text[utterance].strip():
                bad.append(f"{utterance}: {speaker[utterance]}")
        if not (list(text) == list(speaker) == [u for u, _ in segments]):
            bad.append("text, utt2spk and segments name other utterances")
        # utils/utt2spk_to_spk2utt.pl
        inverse = {}
        for utterance, who in speaker.items():
            inverse.setdefault(who, []).append(utterance)
        if [(who, rest.split()) for who, rest in table("spk2utt")] != sorted(inverse.items(), key=lambda i: i[0].encode()):
            bad.append("spk2utt is not utt2spk turned around")
        report.check("kaldi", f"utterances ({folder.name})", len(segments) or None, bad)
