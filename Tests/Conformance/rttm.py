"""RTTM, CTM, STM and UEM by the rules of NIST and of pyannote.database's loader."""

import sound


def check(root, report):
    for table in sorted(root.glob("*.rttm")):
        side = table.stem
        names = open(root / f"{side}.lst", encoding="utf-8").read().split()
        rates = {}
        bad = []
        for name in names:
            samples, _, rate = sound.info(next((root / "audio").glob(name + ".*")))
            rates[name] = (rate, samples / rate)
        judged = {}
        for line in open(root / f"{side}.uem", encoding="utf-8"):
            uri, _, begin, end = line.split()
            judged[uri] = (float(begin), float(end))
            if abs(float(end) - rates[uri][1]) > 1e-6:
                bad.append(f"uem: {line.strip()}")
        if list(judged) != names:
            bad.append("uem: other recordings than the list's")
        report.check("rttm", f"recordings ({side})", len(names) or None, bad)
        bad, turns, last = [], {}, ("", 0.0)
        for line in open(table, encoding="utf-8"):
            # pyannote: nine or ten columns by blanks, of which it takes uri, start, duration and speaker.
            fields = line.split()
            kind, uri, channel, begin, length, speaker = *fields[:5], fields[7]
            begin, length = float(begin), float(length)
            place = (names.index(uri), begin)
            if len(fields) != 10 or kind != "SPEAKER" or fields[5] != "<NA>" or length <= 0 or channel != "1":
                bad.append(line.strip())
            if last[0] == uri and begin < last[1] or begin + length > judged[uri][1] + 1e-5:
                bad.append(f"order or end: {line.strip()}")
            if sound.on_grid(begin, rates[uri][0]) is None:
                bad.append(f"no sample: {line.strip()}")
            last = (uri, begin)
            own = turns.setdefault((uri, speaker), [])
            if any(b < begin + length - 1e-6 and begin < e - 1e-6 for b, e in own):
                bad.append(f"{speaker} speaks twice at once: {line.strip()}")
            own.append((begin, begin + length))
        report.check("rttm", f"segments ({side})", sum(map(len, turns.values())) or None, bad)
        # Words lie in their speakers' segments: the two files tell one truth.
        bad, words = [], 0
        for line in open(root / f"{side}.ctm", encoding="utf-8"):
            uri, channel, begin, length, word, confidence = line.split()
            begin, end = float(begin), float(begin) + float(length)
            words += 1
            if not any(
                b - 1e-5 <= begin and end <= e + 1e-5
                for (u, _), own in turns.items() if u == uri for b, e in own
            ):
                bad.append(f"in no segment: {line.strip()}")
        said = sum(
            len(line.split()) - 6 for line in open(root / f"{side}.stm", encoding="utf-8") if not line.startswith(";;"))
        if said != words:
            bad.append(f"stm has {said} words, ctm {words}")
        report.check("rttm", f"words ({side})", words or None, bad)
