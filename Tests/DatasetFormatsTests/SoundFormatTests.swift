import Annotations
import AudioFiles
import Checks
import DatasetFormats
import Foundation
import Signals
import Testing
import WorldModel

/// What formats of sound say of recordings whose truth is known: to the sample, frame or last decimal.
@Suite struct SoundFormatTests {
  static var options: FormatOptions {
    var options = FormatOptions.test()
    if let split = try? SplitRule(validationFraction: 0) { options.split = split }
    return options
  }

  static func write(_ type: any DatasetFormat.Type, _ recordings: [Sample.Recording]) throws -> Written {
    try Written(type, [SoundDataset.sample(0, recordings)], options)
  }

  /// The sample of the recording that a time in seconds names, exactly.
  static func place(_ seconds: some StringProtocol) -> Int {
    let value = (Double(String(seconds)) ?? .nan) * Double(SoundDataset.rate)
    return abs(value - value.rounded()) < 0.05 ? Int(value.rounded()) : -1
  }

  static func clip(_ written: Written, _ path: String) throws -> AudioClip {
    guard case .bytes(let bytes) = try #require(written.files[path], "no file \(path)") else {
      throw Written.Twice(path: path)
    }
    return try AudioReader.decode(bytes, name: path)
  }

  static let anna = (SoundDataset.english, onset: SoundDataset.english.onset)

  // MARK: DCASE

  @Test func framesOfLocalisationAreThoseHalfFilled() throws {
    let out = try Self.write(SELDFormat.self, SoundDataset.street())
    let stem = "dev-train/fold3_room000000_mix000000_roof"
    var expected: [String] = []
    for k in 0..<30 {
      if (3...8).contains(k) { expected.append("\(k),0,0,90,30,150") }
      if k == 28 { expected.append("28,12,0,10,5,200") }
      if (21...26).contains(k) { expected.append("\(k),13,0,-30,0,4000") }
      // 179.7° is −180°; 7.128 m are 713 cm.
      if (10...12).contains(k) { expected.append("\(k),14,0,-180,-10,713") }
      if (15...16).contains(k) { expected.append("\(k),14,0,-90,0,300") }
      if (12...15).contains(k) { expected.append("\(k),14,1,45,20,1201") }
    }
    let rows = try out.text("metadata_dev/\(stem).csv").split(separator: "\n").map(String.init)
    #expect(rows == expected)
    let map = try out.text("class_map.csv").split(separator: "\n")
    #expect(map.count == 16 && map[14] == "13,\"car_horn\"" && map[15] == "14,\"dog_bark\"")
    #expect(out.files["foa_dev/\(stem).wav"] != nil && !out.order.contains { $0.hasPrefix("mic_dev") })
    let clip = try Self.clip(out, "foa_dev/\(stem).wav")
    #expect(clip.rate == 24_000 && clip.count == 72_000 && clip.channels.count == 4)
  }

  /// Half of a frame's samples are enough, one less is not.
  @Test(arguments: [(2_400, true), (2_401, false)]) func halfAFrame(_ onset: Int, _ isWritten: Bool) throws {
    let events = [SoundDataset.event(1, "knock", onset..<4_800, at: (0, 0, 1), channels: 4)]
    let recording = SoundDataset.recording(
      "roof", array: "tetrahedral", channels: 4, count: 9_600, start: 0, events)
    let out = try Self.write(SELDFormat.self, [recording])
    let text = try out.text("metadata_dev/dev-train/fold3_room000000_mix000000_roof.csv")
    #expect(text == (isWritten ? "0,13,0,0,0,100\n" : ""))
    #expect(out.order.contains { $0.hasPrefix("mic_dev") })
  }

  /// Between two directions the source goes straight: from −170° to 170° by way of the back.
  @Test func directionsAreThoseOfTheFramesCentre() throws {
    var event = SoundDataset.event(1, "knock", 0..<9_600, at: (0, 0, 1), channels: 4)
    event.directions = [(0.0, -170.0, 0.0), (0.1, 170, 0), (0.2, 130, 60)].map {
      SoundEvent.Direction(
        time: $0.0, azimuth: $0.1, elevation: $0.2, distance: 2, radialVelocity: 0, position: [0, 0, 0])
    }
    let recording = SoundDataset.recording(
      "roof", array: "ambisonic", channels: 4, count: 9_600, start: 0, [event])
    let rows = try Self.write(SELDFormat.self, [recording])
      .text("metadata_dev/dev-train/fold3_room000000_mix000000_roof.csv").split(separator: "\n")
    // The chord of ±10° about the back passes it at 2 m × cos 10°.
    #expect(rows.first == "0,13,0,-180,0,197")
    let second = try #require(rows.last).split(separator: ",").compactMap { Int($0) }
    #expect(second[3] > 140 && second[3] < 170 && second[4] > 25 && second[4] < 40 && second[5] < 200)
  }

  @Test func strongLabelsNameSamples() throws {
    let out = try Self.write(SEDFormat.self, SoundDataset.street())
    let rows = try out.text("metadata/train/strong.tsv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t").map(String.init) }.filter { $0[0] == "000000_phone.wav" }
    #expect(rows.map { $0[3] } == ["Speech", "Dog", "Dog", "Dog", "car_horn", "knock"])
    #expect(rows.map { Self.place($0[1]) } == [12_345, 50_001, 55_555, 70_001, 100_003, 135_007])
    #expect(rows.map { Self.place($0[2]) } == [42_348, 61_009, 75_555, 81_009, 130_001, 140_003])
    #expect(try out.text("metadata/train/weak.tsv").contains("000000_phone.wav\tDog,Speech,car_horn,knock\n"))
    // Nobody is heard: the clip stays.
    let silent = SoundDataset.recording("phone", array: "mono", channels: 1, count: 4_800, start: 0, [])
    #expect(
      try Self.write(SEDFormat.self, [silent]).text("metadata/train/strong.tsv").hasSuffix(
        "phone.wav\t\t\t\n"))
  }

  // MARK: JAMS

  @Test func observationsNameSamples() throws {
    let out = try Self.write(JAMSFormat.self, SoundDataset.street())
    let file = try out.json("jams/000000_roof.jams")
    let annotations = try file.list("annotations")
    #expect(annotations.compactMap { $0["namespace"] as? String } == ["scaper", "segment_open", "tag_open"])
    for annotation in annotations.prefix(2) {
      let data = try annotation.list("data")
      let times = data.map { ($0["time"] as? Double ?? -1) * 48_000 }
      let lengths = data.map { ($0["duration"] as? Double ?? -1) * 48_000 }
      #expect(times.map { Int($0.rounded()) } == [0, 12_345, 50_001, 55_555, 70_001, 100_003, 135_007])
      #expect(lengths.map { Int($0.rounded()) } == [143_972, 30_003, 11_008, 20_000, 11_008, 29_998, 4_996])
      #expect((times + lengths).allSatisfy { abs($0 - $0.rounded()) < 1e-3 })
    }
    #expect(
      out.files["audio/000000_roof.flac"] == .native(NativeImage(sample: 0, sensor: "roof", label: "audio")))
  }

  // MARK: Speech

  @Test func utterancesAreCutAtTheirSamples() throws {
    let recordings = SoundDataset.talk()
    let out = try Self.write(LibriSpeechFormat.self, recordings)
    let paths = out.order.filter { $0.hasSuffix(".flac") }.sorted()
    #expect(paths.count == 6 && paths.allSatisfy { $0.hasPrefix("train-clean-100/") })
    let texts = try out.order.filter { $0.hasSuffix(".trans.txt") }.sorted()
      .flatMap { try out.text($0).split(separator: "\n") }
    #expect(texts.map { $0.split(separator: " ", maxSplits: 1)[1] }.sorted().first == "TURN LEFT NOW")
    #expect(texts.filter { $0.hasSuffix("你好吗") }.count == 2)
    let first = try #require(texts.first { $0.hasSuffix("TURN LEFT NOW") }).split(separator: " ")[0]
    let clip = try Self.clip(out, try #require(paths.first { $0.hasSuffix("\(first).flac") }))
    // 12 345 and 42 348 are multiples of three.
    let whole = Resampler(from: 48_000, to: 16_000).resample(recordings[0].channels[0])
    #expect(clip.rate == 16_000 && clip.count == 10_001)
    let error = zip(clip.channels[0], whole[4_115..<14_116]).map { abs($0 - $1) }.max() ?? 1
    #expect(error < 1.6 / 32_768)
    let speakers = try out.text("SPEAKERS.TXT").split(separator: "\n")
    #expect(speakers.count == 3 && speakers.contains { $0.contains("| F |") && $0.hasSuffix("| anna") })
    #expect(try out.text("CHAPTERS.TXT").split(separator: "\n").count == 5)
  }

  @Test func tiersNameSamples() throws {
    let out = try Self.write(TextGridFormat.self, SoundDataset.talk())
    let text = try out.text("textgrid/000000_table.TextGrid")
    let names = text.matches(of: /name = "((?:[^"]|"")*)"/).map { String($0.1) }
    #expect(
      names == [
        "anna - words", "anna - phones", "anna - syllables", "王 \"\"伟\"\" - words", "王 \"\"伟\"\" - phones",
        "王 \"\"伟\"\" - syllables", "王 \"\"伟\"\" - tones", "speakers",
      ])
    let intervals = text.matches(of: /intervals \[\d+\]:\s+xmin = (\S+)\s+xmax = (\S+)\s+text = "([^"]*)"/)
    let left = intervals.filter { $0.3 == "left" }
    #expect(left.map { Self.place($0.1) } == [12_345 + 9_001, 62_003 + 9_001])
    #expect(left.map { Self.place($0.2) } == [12_345 + 17_777, 62_003 + 17_777])
    let both = intervals.filter { $0.3.contains("+") }
    // While the man speaks, the woman ends, pauses, and goes on.
    #expect(both.map { Self.place($0.1) } == [33_456] && both.map { Self.place($0.2) } == [42_348])
    // Whoever speaks alone has tiers without a name.
    let alone = try Self.write(TextGridFormat.self, SoundDataset.street()).text(
      "textgrid/000000_phone.TextGrid")
    #expect(alone.contains("name = \"words\"") && alone.contains("name = \"speakers\""))
  }

  @Test func segmentsAndWordsNameSamples() throws {
    let out = try Self.write(RTTMFormat.self, SoundDataset.talk())
    func lines(_ file: String) throws -> [[String]] {
      try out.text(file).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        .filter { $0.contains("000000_table") }
    }
    let segments = try lines("train.rttm")
    #expect(segments.allSatisfy { $0.count == 10 && $0[0] == "SPEAKER" && $0[2] == "1" })
    #expect(segments.map { Self.place($0[3]) } == [12_345, 31_001, 33_456, 62_003, 83_114])
    #expect(segments.map { Self.place($0[4]) } == [17_777, 20_001, 8_892, 17_777, 8_892])
    #expect(segments[1][7] == FileNames.component("王 \"伟\""))
    let words = try lines("train.ctm")
    #expect(words.map { $0[4] } == ["turn", "left", "你好", "now", "吗", "turn", "left", "now"])
    #expect(
      words.map { Self.place($0[2]) } == [12_345, 21_346, 31_001, 33_456, 42_114, 62_003, 71_004, 83_114])
    let turns = try lines("train.stm")
    #expect(turns.map { Self.place($0[4]) } == [42_348, 51_002, 92_006])
    #expect(turns[0][5...] == ["<o,f0,female>", "turn", "left", "now"] && turns[1][6...] == ["你好", "吗"])
    #expect(try lines("train.uem").map { Self.place($0[3]) } == [96_000])
  }

  @Test func segmentsOfKaldiNameSamples() throws {
    let out = try Self.write(KaldiFormat.self, SoundDataset.talk())
    func rows(_ file: String) throws -> [[String]] {
      try out.text("data/train/\(file)").split(separator: "\n").map {
        $0.split(separator: " ").map(String.init)
      }
    }
    let segments = try rows("segments").filter { $0[1] == "000000_table" }
    #expect(
      segments.map { $0[0] } == [
        "=E7=8E=8B=20=22=E4=BC=9F=22-000000_table-0001", "anna-000000_table-0000", "anna-000000_table-0002",
      ])
    #expect(segments.map { Self.place($0[2]) } == [31_001, 12_345, 62_003])
    #expect(segments.map { Self.place($0[3]) } == [51_002, 42_348, 92_006])
    #expect(try rows("text").contains(["anna-000000_table-0000", "turn", "left", "now"]))
    #expect(try rows("spk2utt").map(\.count) == [3, 5] && rows("wav.scp").count == 2)
    #expect(try Self.clip(out, "wav/000000_table.wav").count == 32_000)
  }

  @Test func manifestsNameSamples() throws {
    let out = try Self.write(NeMoFormat.self, SoundDataset.talk())
    let rows = try out.text("train_manifest.json").split(separator: "\n").prefix(3).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(rows.map { $0["text"] as? String } == ["turn left now", "你好吗", "turn left now"])
    #expect(rows.map { Self.place("\($0["offset"] as? Double ?? -1)") } == [12_345, 31_001, 62_003])
    #expect(rows.map { Self.place("\($0["duration"] as? Double ?? -1)") } == [30_003, 20_001, 30_003])
  }

  @Test func supervisionsNameSamples() throws {
    let folder = try WrittenFolder(
      LhotseFormat.self, [SoundDataset.sample(0, SoundDataset.talk())], Self.options)
    var finding = CheckFinding()
    let reading = try LhotseValidator().read(try FormatFolder(folder.path), into: &finding)
    #expect(finding.violations == 0, "\(finding.first)")
    let objects = try #require(reading.pictures["audio/000000_table.flac"]).objects
    let words = objects.filter { $0.category.hasPrefix("word ") }
    #expect(
      words.map { Self.place("\($0.numbers[0])") } == [
        12_345, 21_346, 33_456, 31_001, 42_114, 62_003, 71_004, 83_114,
      ])
    #expect(objects[1].category == "anna: turn left now" && Self.place("\(objects[1].numbers[1])") == 30_003)
    // The same bytes again: nothing of the clock in them.
    let again = try WrittenFolder(
      LhotseFormat.self, [SoundDataset.sample(0, SoundDataset.talk())], Self.options)
    #expect(try folder.bytes("train_cuts.jsonl.gz") == again.bytes("train_cuts.jsonl.gz"))
  }

  // MARK: Clips

  /// Clips begin with their onset's sample: the tone's edge is the first of them, at any rate.
  @Test func clipsBeginAtTheirOnset() throws {
    let street = SoundDataset.street()
    let esc = try Self.write(ESC50Format.self, street)
    let rows = try esc.text("meta/esc50.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")
    }
    // Of the array without stems only what sounds alone; of the other all but the rain.
    #expect(
      rows.map { $0[3] } == [
        "car_horn", "door_wood_knock", "dog", "dog", "dog", "car_horn", "door_wood_knock",
      ])
    let clip = try Self.clip(esc, "audio/1-10002-A-0.wav")
    #expect(clip.count == 220_500 && clip.rate == 44_100)
    // 11 008 samples at 48 kHz are 10 113.6 at 44.1 kHz.
    let own = Resampler(from: 48_000, to: 44_100).resample(
      Array(street[1].stems[1].channels[0][50_001..<61_009]))
    #expect(zip(clip.channels[0], own).allSatisfy { abs($0 - $1) < 1.6 / 32_768 } && own.count == 10_114)
    #expect(clip.channels[0][10_114...].allSatisfy { abs($0) < 1.6 / 32_768 })

    let urban = try Self.write(UrbanSound8KFormat.self, street)
    let lines = try urban.text("metadata/UrbanSound8K.csv").split(separator: "\n").dropFirst()
    let fields: [[Substring]] = lines.map { $0.split(separator: ",") }
    let slices = fields.filter { $0[1] == "2" }
    #expect(slices.map { Self.place($0[2]) } == [50_001, 55_555, 70_001, 100_003])
    #expect(slices.map { Self.place($0[3]) } == [61_009, 75_555, 81_009, 130_001])
    #expect(slices.map { $0[0] } == ["2-3-2-0.wav", "2-3-4-0.wav", "2-3-3-0.wav", "2-1-5-0.wav"])
    #expect(try Self.clip(urban, "audio/fold1/2-3-2-0.wav").count == 10_114)
  }

  @Test func singleSoundsAreSorted() throws {
    let out = try Self.write(MUSANFormat.self, SoundDataset.street())
    let noise = try out.text("noise/diorama/ANNOTATIONS").split(separator: "\n")
    #expect(noise.count == 7 && noise.contains("noise-diorama-10002 dog_bark"))
    #expect(
      try out.text("speech/diorama/ANNOTATIONS") == "speech-diorama-00007 f en\nspeech-diorama-10007 f en\n")
    #expect(try Self.clip(out, "speech/diorama/speech-diorama-10007.wav").count == 10_001)
  }

  /// Sources and noise sum to the mixtures bit by bit, and a source is what its speaker says.
  @Test func sourcesSumToMixtures() throws {
    let recordings = SoundDataset.talk()
    let out = try Self.write(LibriMixFormat.self, recordings)
    func part(_ kind: String) throws -> [Float] {
      try Self.clip(out, "Libri2Mix/wav16k/max/train-100/\(kind)/000000_table.wav").channels[0]
    }
    let (one, two, noise) = (try part("s1"), try part("s2"), try part("noise"))
    let clean = zip(one, two).map { $0 + $1 }
    #expect(try clean == part("mix_clean") && zip(clean, noise).map { $0 + $1 } == part("mix_both"))
    let man = Resampler(from: 48_000, to: 16_000).resample(recordings[0].stems[1].channels[0])
    #expect(two == man && one.contains { $0 != 0 } && noise.allSatisfy { $0 == 0 })
    let whole = Resampler(from: 48_000, to: 16_000).resample(recordings[0].channels[0])
    #expect(try zip(part("mix_both"), whole).allSatisfy { abs($0 - $1) < 1e-6 })
    // What was not kept apart is left out, and said so.
    let format = LibriMixFormat(options: Self.options)
    let fragment = try format.fragment(for: SoundDataset.sample(0, recordings))
    #expect(fragment.records.count == 1 && fragment.warnings.count == 1)
  }

  @Test func trialsAskAboutEachUtteranceTwice() throws {
    let out = try Self.write(VoxCelebFormat.self, SoundDataset.talk())
    let trials = try out.text("veri_test.txt").split(separator: "\n").map { $0.split(separator: " ") }
    #expect(trials.count == 12 && trials.count { $0[0] == "1" } == 6)
    let utterances = out.order.filter { $0.hasSuffix(".wav") }
    #expect(Set(trials.map { "wav/\($0[1])" }) == Set(utterances) && utterances.count == 6)
    #expect(try out.text("vox1_meta.csv").contains("\tanna\tf\t"))
  }

  @Test func sentencesAreAsWritten() throws {
    let out = try Self.write(CommonVoiceFormat.self, SoundDataset.talk())
    let rows = try out.text("en/train.tsv").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 5 && rows.allSatisfy { $0.count == 10 } && rows[1][2] == "turn left now")
    #expect(
      try out.text("languages.txt") == "en\nzh\n" && out.text("en/validated.tsv") == out.text("en/train.tsv"))
    // 30 003 samples at 48 kHz are 20 002 at 32 kHz; the codec adds up to some frames.
    let clip = try Self.clip(out, "en/clips/common_voice_en_00001.mp3")
    #expect(clip.rate == 32_000 && (20_002...20_002 + 4 * 1_152).contains(clip.count))
  }

  @Test func shardsAreTheSameBytes() throws {
    let out = try Self.write(WebDatasetFormat.self, SoundDataset.talk())
    guard case .bytes(let bytes)? = out.files["train-000000.tar"] else { return #expect(Bool(false)) }
    #expect(bytes.count % 10_240 == 0 && Array(bytes[257..<262]) == Array("ustar".utf8))
    #expect(Array(bytes[136..<147]) == Array("00000000000".utf8))
    #expect(try out.files == Self.write(WebDatasetFormat.self, SoundDataset.talk()).files)
    let rows = try Self.write(AudioFolderFormat.self, SoundDataset.talk()).text("train/metadata.jsonl")
      .split(separator: "\n")
    let row = try #require(try JSONSerialization.jsonObject(with: Data(rows[0].utf8)) as? [String: Any])
    #expect(row["transcription"] as? String == "turn left now 你好吗 turn left now")
    #expect(
      try row.list("events").map { Self.place("\($0["onset"] as? Double ?? -1)") } == [
        12_345, 31_001, 62_003,
      ])
  }

  // MARK: Times of speech

  /// Who goes away at a tenth of the speed of sound is heard a tenth longer.
  @Test func wordsOfMovingSpeakersAreWhereTheyAreHeard() throws {
    var event = SoundDataset.event(1, "speech", 0..<10, at: (0, 0, 1), channels: 1)
    event.speech = SoundDataset.spoken(SoundDataset.english, speaker: "anna", sex: "female", language: "en")
    event.emissionStart = 0
    let delay = 10.0 / 343
    event.onsets = [Int((delay * 48_000).rounded())]
    event.offsets = [event.onsets[0] + 33_004]
    event.directions = (1...7).map { k in
      let emitted = (Double(k) / 10 - delay) / 1.1
      return SoundEvent.Direction(
        time: Double(k) / 10, azimuth: 0, elevation: 0, distance: 10 + 34.3 * emitted, radialVelocity: 34.3,
        position: [0, 0, 0])
    }
    let recording = SoundDataset.recording(
      "phone", array: "mono", channels: 1, count: 48_000, start: 0, [event])
    let words = try Self.write(RTTMFormat.self, [recording]).text("train.ctm").split(separator: "\n")
      .map { $0.split(separator: " ") }
    let places = words.map { Self.place($0[2]) }
    // Before the first known direction the way is taken to be that one's.
    let ideal = [0, 9_001, 21_111].map { 1_399.4 + 1.1 * Double($0) }
    #expect(abs(Double(places[1]) - ideal[1]) <= 1 && abs(Double(places[2]) - ideal[2]) <= 1, "\(places)")
  }

  /// What was said before the recording began is not in it; what is cut in half is, from the first sample.
  @Test func speechThatBeganBeforeIsCut() throws {
    let line = SoundDataset.english
    // The first word is over, the second a third.
    let missing = 12_000
    var event = SoundDataset.event(1, "speech", 0..<line.count - missing, at: (0, 0, 3.43), channels: 1)
    event.speech = SoundDataset.spoken(line, speaker: "anna", sex: "female", language: "en")
    event.emissionStart = -Double(missing) / 48_000 - 0.01
    let recording = SoundDataset.recording(
      "phone", array: "mono", channels: 1, count: 48_000, start: 0, [event])
    let words = try Self.write(RTTMFormat.self, [recording]).text("train.ctm").split(separator: "\n")
      .map { $0.split(separator: " ") }
    #expect(words.map { $0[4] } == ["left", "now"])
    #expect(
      words.map { Self.place($0[2]) } == [0, 9_111] && words.map { Self.place($0[3]) } == [5_777, 8_892])
  }
}
