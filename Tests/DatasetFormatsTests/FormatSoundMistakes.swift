import DatasetFormats
import Foundation

/// Mistakes in formats of sound, and what only the native samples tell.
extension FormatValidatorTests {
  private static let seld = "metadata_dev/dev-train/fold3_room000000_mix000000_ball.csv"
  private static let jams = "jams/000000_table.jams"
  private static let grid = "textgrid/000000_table.TextGrid"
  private static let strong = "metadata/train/strong.tsv"

  private static let recording =
    #"{"id":"r","sources":[{"type":"file","channels":[0],"source":"audio/000000_table.flac"}],"sampling_rate":48000,"#
    + #""num_samples":96000,"duration":2}"#

  /// Exchanges the first occurrence in the first file that ends so.
  @Sendable private static func swapFirst(_ ending: String, _ a: String, _ b: String)
    -> @Sendable (WrittenFolder) throws -> Void
  {
    { folder in try swap(try first(ending, folder), a, b)(folder) }
  }

  private static func first(_ ending: String, _ folder: WrittenFolder) throws -> String {
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    guard let file = all.filter({ $0.hasSuffix(ending) }).min() else { throw Written.Twice(path: ending) }
    return file
  }

  static let soundMistakes: [Mistake] = [
    Mistake("dcase-seld", "five fields", at: "ball.csv:1", swap(seld, #",\d+\n"#, "\n")),
    Mistake("dcase-seld", "an azimuth of 180", at: "ball.csv:1", swap(seld, #"^3,0,0,20,"#, "3,0,0,180,")),
    Mistake("dcase-seld", "a class that is none", at: "ball.csv:1", swap(seld, #"^3,0,"#, "3,99,")),
    Mistake("dcase-seld", "a row twice", at: "ball.csv:2") {
      try $0.edit(seld) { text in text.split(separator: "\n").first.map { $0 + "\n" + text } ?? "" }
    },
    Mistake("dcase-seld", "a frame beyond the end", at: "ball.csv") {
      try $0.edit(seld) { $0 + "20,0,0,0,0,100\n" }
    },
    Mistake("dcase-seld", "no rows for a recording", at: seld) { try $0.remove(seld) },
    Mistake("dcase-seld", "a recording that is none", at: "ball.wav") {
      try $0.write([1, 2], "foa_dev/dev-train/fold3_room000000_mix000000_ball.wav")
    },
    Mistake(
      "jams", "an event beyond the end", at: "observation 0",
      swap(jams, #""time":0\.2571875"#, #""time":1.99"#)),
    Mistake(
      "jams", "scaper's own time", at: "observation 0",
      swap(jams, #""event_time":0\.257"#, #""event_time":0.258"#)),
    Mistake("jams", "a role that is none", at: "observation 0", swap(jams, "foreground", "middleground")),
    Mistake(
      "jams", "another duration", at: jams,
      swap(jams, #""duration":2,"identifiers""#, #""duration":2.1,"identifiers""#)),
    Mistake(
      "jams", "no namespace", at: "annotation 0", swap(jams, #""namespace":"scaper""#, #""name":"scaper""#)),
    Mistake("jams", "a path that leaves", at: jams, swap(jams, #""audio":"audio"#, #""audio":"../audio"#)),
    Mistake("librispeech", "small letters", at: ".trans.txt", swapFirst(".trans.txt", "[A-Z]+$", "hello")),
    Mistake("librispeech", "a transcript without file", at: "trans.txt:1") {
      try $0.remove(try first("-0000.flac", $0))
    },
    Mistake("librispeech", "a file without transcript", at: ".flac") {
      try $0.edit(try first(".trans.txt", $0)) {
        $0.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
      }
    },
    Mistake("librispeech", "a speaker who is not listed", at: "trans.txt") {
      try $0.edit("SPEAKERS.TXT") { $0.split(separator: "\n").dropLast().map { $0 + "\n" }.joined() }
    },
    Mistake("librispeech", "a rate of 48 kHz", at: "-0000.flac") {
      let sample = SoundDataset.sample(0)
      let image = NativeImage(sample: 0, sensor: "table", label: "audio")
      guard let bytes = try SoundDataset.native(image, [sample]) else { return }
      try $0.write(bytes, try first("-0000.flac", $0))
    },
    Mistake("textgrid", "a gap", at: "tier 1, interval 2", swap(grid, #"xmin = 0\.2571875"#, "xmin = 0.3")),
    Mistake(
      "textgrid", "an interval too few", at: "tier",
      swap(grid, #"intervals: size = \d+"#, "intervals: size = 3")),
    Mistake("textgrid", "a tier too many", at: "tier", swap(grid, #"\nsize = 8"#, "\nsize = 9")),
    Mistake("textgrid", "another end", at: grid, swap(grid, "xmax = 2", "xmax = 2.5")),
    Mistake("textgrid", "no header", at: grid, swap(grid, "ooTextFile", "oooTextFile")),
    Mistake("rttm", "nine fields", at: "train.rttm:1", swap("train.rttm", #" <NA>\n"#, "\n")),
    Mistake(
      "rttm", "a duration of nothing", at: "train.rttm:1",
      swap("train.rttm", #" 0\.\d+ <NA>"#, " 0.000000 <NA>")),
    Mistake("rttm", "who speaks twice at once", at: "train.rttm") {
      try $0.edit("train.rttm") { text in text.split(separator: "\n").first.map { text + $0 + "\n" } ?? "" }
    },
    Mistake("rttm", "a word after the end", at: "train.ctm:1", swap("train.ctm", #" 1 \d\."#, " 1 7.")),
    Mistake("rttm", "nothing to judge", at: "train.uem:1", swap("train.uem", #" 2\.000000"#, " 0.000000")),
    Mistake("rttm", "a recording that is none", at: "train.lst:1", swap("train.lst", "^0", "9")),
    Mistake(
      "dcase-sed", "an offset before the onset", at: "strong.tsv:2",
      swap(strong, #"\t0\.\d+\t0\.\d+"#, "\t0.9\t0.8")),
    Mistake(
      "dcase-sed", "an event beyond the end", at: "strong.tsv:2", swap(strong, #"\t0\.882250\t"#, "\t2.1\t")),
    Mistake("dcase-sed", "a clip that is none", at: "strong.tsv:2", swap(strong, #"\n0"#, "\n9")),
    Mistake(
      "dcase-sed", "another class in weak", at: "weak.tsv:2", swap("metadata/train/weak.tsv", "Speech", "Dog")
    ),
    Mistake(
      "dcase-sed", "another duration", at: "durations.tsv:2",
      swap("metadata/train/durations.tsv", #"\t2\."#, "\t3.")),
    Mistake("kaldi", "another order", at: "data/train/segments:2") {
      try $0.edit("data/train/segments") { $0.split(separator: "\n").reversed().map { $0 + "\n" }.joined() }
    },
    Mistake(
      "kaldi", "a segment beyond the end", at: "segments:1",
      swap("data/train/segments", #" \d\.\d+\n"#, " 9.5\n")),
    Mistake("kaldi", "no text", at: "segments:1", swap("data/train/text", "^.*\n", "")),
    Mistake("kaldi", "another speaker", at: "segments:1", swap("data/train/utt2spk", #" \S+\n"#, " bob\n")),
    Mistake("kaldi", "an utterance without segment", at: "text:1", swap("data/train/segments", "^.*\n", "")),
    Mistake("kaldi", "no sound", at: "wav.scp:1") { try $0.remove(try first("000000_ball.wav", $0)) },
    Mistake(
      "nemo", "no words", at: "manifest.json:1",
      swap("train_manifest.json", #""text":"[^"]*""#, #""text":"""#)),
    Mistake(
      "nemo", "beyond the end", at: "manifest.json:1",
      swap("train_manifest.json", #""offset":0"#, #""offset":7"#)),
    Mistake(
      "nemo", "a column less", at: "manifest.json:2",
      swap("train_manifest.json", #","lang":"zh""#, "")),
    Mistake("nemo", "no JSON", at: "manifest.json:1", swap("train_manifest.json", "^.", "[")),
    Mistake("lhotse", "samples that are not the duration's", at: "train_recordings.jsonl:1") {
      try $0.remove("train_recordings.jsonl.gz")
      try $0.write(Array((recording.replacing("96000", with: "96001") + "\n").utf8), "train_recordings.jsonl")
    },
    Mistake("lhotse", "words after the end", at: "train_supervisions.jsonl:1") {
      try $0.write(Array((recording + "\n").utf8), "train_recordings.jsonl")
      let words = #"{"id":"a","recording_id":"r","start":1.5,"duration":0.6,"text":"now"}"#
      try $0.write(Array((words + "\n").utf8), "train_supervisions.jsonl")
    },
    Mistake("lhotse", "a word before its utterance", at: "word now") {
      try $0.write(Array((recording + "\n").utf8), "train_recordings.jsonl")
      let words =
        #"{"id":"a","recording_id":"r","start":1.5,"duration":0.3,"text":"now","alignment":{"word":[["now",1.4,0.2]]}}"#
      try $0.write(Array((words + "\n").utf8), "train_supervisions.jsonl")
    },
    Mistake("lhotse", "a cut without its words", at: "train_cuts.jsonl:1") {
      try $0.write(Array((recording + "\n").utf8), "train_recordings.jsonl")
      let cut = #"{"id":"r","type":"MonoCut","recording":{"id":"r"},"supervisions":[{"id":"a"}]}"#
      try $0.write(Array((cut + "\n").utf8), "train_cuts.jsonl")
    },
    Mistake(
      "audiofolder", "a column less", at: "metadata.jsonl:2",
      swap("train/metadata.jsonl", #","sensor":"ball""#, "")),
    Mistake("audiofolder", "a sound that is gone", at: "metadata.jsonl:1") {
      try $0.remove("train/audio/000000_table.flac")
    },
    Mistake(
      "audiofolder", "an event beyond the end", at: "event 0",
      swap("train/metadata.jsonl", #""offset":0"#, #""offset":5"#)),
    Mistake(
      "esc-50", "another category", at: "esc50.csv:2",
      swap("meta/esc50.csv", ",dog,|,car_horn,|,door_wood_knock,", ",cat,")),
    Mistake("esc-50", "another fold", at: "esc50.csv:2", swap("meta/esc50.csv", #"\.wav,\d"#, ".wav,9")),
    Mistake("esc-50", "a clip that is gone", at: "esc50.csv:2") { try $0.remove(try first(".wav", $0)) },
    Mistake(
      "urbansound8k", "another class", at: "UrbanSound8K.csv:3",
      swap("metadata/UrbanSound8K.csv", ",dog_bark", ",dog_bork")),
    Mistake(
      "urbansound8k", "a longer time", at: "UrbanSound8K.csv:2",
      swap("metadata/UrbanSound8K.csv", #",2\.083396,"#, ",0.083396,")),
    Mistake(
      "urbansound8k", "a salience of 3", at: "UrbanSound8K.csv:2",
      swap("metadata/UrbanSound8K.csv", ",1,", ",3,")),
    Mistake(
      "common-voice", "no sentence", at: "validated.tsv:2", swap("en/validated.tsv", "turn left now", "")),
    Mistake(
      "common-voice", "another language", at: "validated.tsv:2", swap("zh/validated.tsv", "\tzh\t", "\ten\t")),
    Mistake("common-voice", "a clip that is gone", at: "validated.tsv:2") {
      try $0.remove(try first("_en_00001.mp3", $0))
    },
    Mistake("common-voice", "a clip in two splits", at: "train.tsv") {
      try $0.edit("en/train.tsv") { text in text + (text.split(separator: "\n").last ?? "") + "\n" }
    },
    Mistake("musan", "no such file", at: "ANNOTATIONS:1") {
      try $0.remove(try first("speech-diorama-00001.wav", $0))
    },
    Mistake(
      "musan", "a file without annotation", at: ".wav", swap("speech/diorama/ANNOTATIONS", "^.*\n", "")),
    Mistake(
      "musan", "a sex that is none", at: "ANNOTATIONS:1", swap("speech/diorama/ANNOTATIONS", " f en", " x en")
    ),
    Mistake("voxceleb", "a trial turned around", at: "veri_test.txt:1", swap("veri_test.txt", "^1", "0")),
    Mistake(
      "voxceleb", "an utterance that is none", at: "veri_test.txt:1",
      swap("veri_test.txt", #"\.wav "#, ".wave ")),
    Mistake("voxceleb", "a speaker who is not listed", at: "wav/id") {
      try $0.edit("vox1_meta.csv") { $0.split(separator: "\n").dropLast().map { $0 + "\n" }.joined() }
    },
    Mistake("librimix", "a source that is another", at: "mixture_train-100_mix_both.csv:2") {
      let top = "Libri2Mix/wav16k/max/train-100/"
      try $0.write(try $0.bytes(top + "s2/000000_table.wav"), top + "s1/000000_table.wav")
    },
    Mistake(
      "librimix", "another length", at: "mixture_train-100_mix_both.csv:2",
      swap("Libri2Mix/metadata/mixture_train-100_mix_both.csv", ",32000", ",32001")),
    Mistake("librimix", "no noise", at: "mixture_train-100_mix_both.csv:2") {
      try $0.remove("Libri2Mix/wav16k/max/train-100/noise/000000_table.wav")
    },
    Mistake("webdataset", "a header's sum", at: "train-000000.tar") {
      var bytes = try $0.bytes("train-000000.tar")
      bytes[0] ^= 1
      try $0.write(bytes, "train-000000.tar")
    },
    Mistake("webdataset", "a shard cut short", at: "train-000000.tar") {
      try $0.write(Array(try $0.bytes("train-000000.tar").prefix(100_000)), "train-000000.tar")
    },
    Mistake("webdataset", "a shard that is none", at: "train.txt:1", swap("train.txt", "^t", "s")),
  ]

  static let soundDrifts: [Mistake] = [
    Mistake("dcase-seld", "a degree aside", at: "ball.csv:1", swap(seld, #"^3,0,0,20,"#, "3,0,0,21,")),
    Mistake("dcase-seld", "another source", at: "ball.csv:1", swap(seld, #"^3,0,0,"#, "3,0,1,")),
    Mistake("dcase-seld", "a class in place of another", at: "ball.csv:1", swap(seld, #"^3,0,"#, "3,1,")),
    Mistake("dcase-seld", "another recording's sound", at: "ball.wav") {
      let path = "foa_dev/dev-train/fold3_room000000_mix000000_ball.wav"
      var bytes = try $0.bytes(path)
      bytes[bytes.count - 3] ^= 1
      try $0.write(bytes, path)
    },
    // One sample is 20.8 µs.
    Mistake(
      "jams", "a sample later", at: "annotation 1, observation 0",
      swap(
        jams, #""time":0\.2571875,"duration":0\.6250625,"value":"speech""#,
        #""time":0.257208333,"duration":0.6250625,"value":"speech""#)),
    Mistake("librispeech", "another word", at: "trans.txt:1", swapFirst(".trans.txt", #"TURN|你好"#, "STAY")),
    Mistake("textgrid", "a sample later", at: "interval 2") {
      try $0.edit(grid) { $0.replacing("0.2571875", with: "0.257208333") }
    },
    Mistake("rttm", "a sample later", at: "train.rttm:1", swap("train.rttm", #" 0\.257188 "#, " 0.257208 ")),
    Mistake("rttm", "another word", at: "train.ctm:1", swap("train.ctm", " turn ", " burn ")),
    Mistake("dcase-sed", "a sample later", at: "strong.tsv:2", swap(strong, #"\t0\.257188"#, "\t0.257208")),
    Mistake(
      "kaldi", "a sample later", at: "segments", swap("data/train/segments", #" 0\.257188"#, " 0.257208")),
    Mistake(
      "nemo", "a sample later", at: "manifest.json:1", swap("train_manifest.json", #"0\.257188"#, "0.257208")),
    Mistake(
      "audiofolder", "a sample later", at: "event 0",
      swap("train/metadata.jsonl", #""onset":0\.2571875"#, #""onset":0.257208333"#)),
    Mistake("esc-50", "another clip's sound", at: "A-0.wav") {
      try $0.write(try $0.bytes(try first("-A-43.wav", $0)), try first("A-0.wav", $0))
    },
    Mistake("urbansound8k", "a sample later", at: "UrbanSound8K.csv:3") {
      try $0.edit("metadata/UrbanSound8K.csv") { $0.replacing("1.041688", with: "1.041708") }
    },
    Mistake(
      "common-voice", "another sentence", at: "validated.tsv:2",
      swap("en/validated.tsv", "turn left", "turn right")),
    Mistake(
      "musan", "another language", at: "ANNOTATIONS:1", swap("speech/diorama/ANNOTATIONS", " f en", " f fr")),
    Mistake("voxceleb", "another utterance's sound", at: "wav/id") {
      try $0.write(try $0.bytes(try first("/00002.wav", $0)), try first("/00001.wav", $0))
    },
    Mistake("librimix", "louder by a little", at: "s1/000000_table.wav") { folder in
      // The same bit in a source and in the mixture: the sum holds.
      for kind in ["s1", "mix_both"] {
        let path = "Libri2Mix/wav16k/max/train-100/\(kind)/000000_table.wav"
        var bytes = try folder.bytes(path)
        // Sample 5000 of 32 000, while the woman speaks alone: one bit of its mantissa.
        bytes[bytes.count - 4 * 27_000 + 1] ^= 0x80
        try folder.write(bytes, path)
      }
    },
    Mistake("webdataset", "another place", at: "train-000000.tar") {
      var bytes = try $0.bytes("train-000000.tar")
      guard let at = Data(bytes).range(of: Data("12345".utf8)) else { return }
      bytes[at.lowerBound] = UInt8(ascii: "2")
      try $0.write(bytes, "train-000000.tar")
    },
  ]
}
