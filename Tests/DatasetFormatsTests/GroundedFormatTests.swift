import Annotations
import Checks
import DatasetFormats
import Diagnostics
import Foundation
import GroundedLanguage
import Testing
import WorldModel

/// Formats of words, by ways of reading that share no code with how they were written.
@Suite struct GroundedFormatTests {
  private static let options = FormatOptions.test(cameras: TrapDataset.cameras)
  private static let samples = Array(TrapDataset.samples.prefix(7))

  private static func written(_ type: any DatasetFormat.Type) throws -> Written {
    try Written(type, samples, options)
  }

  private static let types: [any DatasetFormat.Type] = [
    COCOCaptionsFormat.self, RefCOCOFormat.self, VQAFormat.self, CLEVRFormat.self, GQAFormat.self,
    MultimodalMessagesFormat.self, LLaVAFormat.self,
  ]

  /// The same entry has one number in all languages, and its texts are those of the native labels.
  @Test func languagesShareNumbers() throws {
    let out = try Self.written(VQAFormat.self)
    var numbers: [[Int]] = []
    for language in ["en", "zh"] {
      let path = "\(language)/Questions/v2_OpenEnded_diorama_train_questions.json"
      numbers.append(try out.json(path).list("questions").map { try $0.int("question_id") })
    }
    #expect(numbers[0] == numbers[1] && numbers[0].count > 20 && Set(numbers[0]).count == numbers[0].count)
  }

  /// What is not said in a dataset is said once, in one warning that names the label.
  @Test(arguments: types.indices) func wordlessDatasetsAreWrittenWithOneWarning(_ number: Int) throws {
    let type = Self.types[number]
    let bare = Self.samples.map { sample in
      var sample = sample
      for i in sample.views.indices {
        var labels = LabelSet()
        for (name, raster) in sample.views[i].labels.rasters { labels.set(name, raster) }
        for label in sample.views[i].labels.structured
        where !GroundedLanguageLabels.names.contains(Swift.type(of: label).name) { labels.set(label) }
        sample.views[i].labels = labels
      }
      return sample
    }
    let format = try type.init(options: Self.options)
    let warnings = Set(try bare.flatMap { try format.fragment(for: $0).warnings })
    #expect(warnings.count == 1 && warnings.allSatisfy { $0.message.contains("label") })
    #expect(try format.fragment(for: Self.samples[0]).warnings.isEmpty)
    let folder = try WrittenFolder(type, bare, Self.options)
    var finding = CheckFinding()
    _ = try type.validator.read(try FormatFolder(folder.path), into: &finding)
    #expect(finding.violations == 0 && finding.examined > 0, "\(finding.first.map(\.description))")
  }

  /// English answers are as VQA's evaluation compares them.
  @Test(arguments: [
    ("the Living room", "living room"), ("two", "2"), ("partly-hidden", "partly hidden"),
    ("an apple", "apple"),
    ("none", "0"), ("yes", "yes"),
  ])
  func answersAreNormal(_ said: String, _ normal: String) { #expect(VQAAnswer.normal(said) == normal) }

  /// Words that GQA's annotations name, sliced by spaces, hold what the native phrases say.
  @Test func annotationsOfWordsSliceToPhrases() throws {
    let out = try Self.written(GQAFormat.self)
    let questions = try out.json("en/train_balanced_questions.json")
    var native: [String: GroundedText] = [:]
    for sample in Self.samples {
      for (c, view) in sample.views.enumerated() {
        for entry in view.labels[QuestionsLabel.self]?.entries ?? [] {
          native[String((3 * sample.index + c + 1) * 1000 + entry.id)] = entry.texts.first {
            $0.language == "en"
          }
        }
      }
    }
    var count = 0
    for (id, value) in questions {
      let item = try #require(value as? [String: Any])
      let words = try #require(item["question"] as? String).split(separator: " ").map(String.init)
      let annotations = try #require((item["annotations"] as? [String: [String: String]])?["question"])
      let said = try #require(native[id])
      var expected: [String: String] = [:]
      for phrase in said.phrases where !phrase.objects.isEmpty {
        let scalars = Array(said.text.unicodeScalars)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[phrase.start..<phrase.end])
        expected[String(view)] = phrase.objects.map { String($0) }.joined(separator: ",")
      }
      for (key, ids) in annotations {
        let ends = key.split(separator: ":").compactMap { Int($0) }
        let slice = words[ends[0]..<(ends.count == 2 ? ends[1] : ends[0] + 1)].joined(separator: " ")
        #expect(expected.contains { slice.hasPrefix($0.key) && $0.value == ids }, "\(slice): \(said.text)")
        count += 1
      }
    }
    #expect(count > 20)
  }

  /// Every native program, in CLEVR's functions, has inputs that come earlier and one step that nobody takes: its last.
  @Test func programsAreTrees() throws {
    var seen: Set<String> = []
    for sample in Self.samples {
      for entry in sample.views.flatMap({ $0.labels[QuestionsLabel.self]?.entries ?? [] }) {
        let steps = CLEVRProgram(try #require(Program(entry.program))).steps
        seen.formUnion(steps.map(\.function))
        #expect(steps.indices.allSatisfy { i in steps[i].inputs.allSatisfy { $0 < i } })
        #expect(steps.flatMap(\.inputs).sorted() == Array(0..<(steps.count - 1)))
      }
    }
    #expect(seen.isSuperset(of: ["scene", "filter_shape", "unique", "exist"]), "\(seen.sorted())")
  }

  /// Two relations at once, which no chain of CLEVR's can say, become an intersection.
  @Test func twoRelationsIntersect() {
    let van = ObjectSet.every("van")
    let set = ObjectSet.related(
      .leftOf, to: van, of: .related(.rightOf, to: .every("tree"), of: .every("car")))
    #expect(
      CLEVRProgram(.count(set)).steps.map(\.function) == [
        "scene", "filter_shape", "unique", "relate", "scene", "filter_shape", "unique", "relate",
        "filter_shape",
        "intersect", "count",
      ])
  }

  /// Boxes in conversations come back to the native ones within half of the last decimal.
  @Test func boxesOfConversationsAreTheNativeOnes() throws {
    let out = try Self.written(LLaVAFormat.self)
    let data = Data(try out.text("en/train.json").utf8)
    let records = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let first = try #require(records.first)
    let view = Self.samples[0].views[0]
    let boxes = view.labels[ReferringLabel.self]?.entries.map(\.thing.box) ?? []
    let turns = try #require(first["conversations"] as? [[String: String]])
    let found = turns.filter { $0["from"] == "gpt" }.compactMap { $0["value"] }.filter { $0.hasPrefix("[") }
    #expect(found.count == boxes.count && !boxes.isEmpty)
    for (text, box) in zip(found, boxes) {
      let n = text.dropFirst().dropLast().split(separator: ", ").compactMap { Double(String($0)) }
      let (w, h) = (Double(view.camera.width), Double(view.camera.height))
      let wanted = [
        Double(box.x) / w, Double(box.y) / h, Double(box.x + box.width) / w, Double(box.y + box.height) / h,
      ]
      #expect(n.count == 4 && zip(n, wanted).allSatisfy { abs($0 - $1) <= 0.00051 }, "\(text)")
    }
  }

  /// Pickles alone are read, ours and those of Python 2, which recall what they have said before.
  @Test func picklesAloneAreRead() throws {
    let samples = Self.samples
    let folder = try WrittenFolder(RefCOCOFormat.self, samples, Self.options)
    for language in ["en", "zh"] { try folder.remove("refs(\(language)).json") }
    let validator = RefCOCOValidator()
    var finding = CheckFinding()
    var comparison = FormatComparison(
      try validator.read(try FormatFolder(folder.path), into: &finding))
    for sample in samples {
      comparison.compare(try validator.expected(of: sample, Self.options), sample: sample.index, slack: 1e-3)
    }
    comparison.close()
    #expect(
      finding.violations == 0 && comparison.finding.violations == 0,
      "\(finding.first) \(comparison.finding.first)")
    let old = "(lp1\n(dp2\nS'ref_id'\np3\nI7\nsS'split'\np4\nS'train'\np5\nsS'sent_ids'\np6\n(lp7\nI8\naS"
    let rest =
      "'ann_id'\nI1\nsS'image_id'\nI1\nsS'category_id'\nI0\nsS'sentences'\n(lp8\n(dp9\nS'sent_id'\nI8\nsS'raw'\n"
      + "V\\u6811\nsS'sent'\ng5\nsS'tokens'\n(lp10\ng5\nasasa."
    // The list of ids is put into the dictionary once it is whole.
    try folder.write(Array((old.dropLast() + "sS" + rest).utf8), "refs(old).p")
    finding = CheckFinding()
    let reading = try validator.read(try FormatFolder(folder.path), into: &finding)
    #expect(finding.first.allSatisfy { $0.description.contains("category_id 0") }, "\(finding.first)")
    let words = reading.pictures.filter { $0.key.contains("(old)") }.values.flatMap(\.objects)
    #expect(words.count == 1 && words.first?.category.hasSuffix(": 树") == true, "\(words)")
  }

  /// A chat about a recording plays it once, beside the picture that its questions mean, and says what the label says.
  @Test func chatsPlayRecordings() throws {
    var sample = Self.samples[0]
    sample.recordings = Array(SoundDataset.talk().prefix(1))
    let camera = sample.views[1].sensor
    let texts = [
      GroundedText(language: "en", text: "Who speaks first, he or she?", answer: "the woman", phrases: []),
      GroundedText(language: "zh", text: "先开口的是他还是她？", answer: "那位女士", phrases: []),
    ]
    sample.recordings[0].labels.set(
      HeardQuestionsLabel(
        picture: camera,
        entries: [
          .init(
            id: 0, block: 0, family: "heard_first", program: [], answer: "female", events: [], things: [],
            texts: texts)
        ]))
    let folder = try WrittenFolder(MultimodalMessagesFormat.self, [sample], Self.options)
    let line = String(decoding: try folder.bytes("en/train-heard.jsonl"), as: UTF8.self)
    let data = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let record = try #require(data)
    let sound = try #require((record["audios"] as? [String])?.first)
    let messages = try #require(record["messages"] as? [[String: Any]])
    let parts = try #require(messages[0]["content"] as? [[String: String]])
    #expect(parts.map { $0["type"] } == ["image", "audio", "text"] && parts[1]["audio"] == sound)
    #expect((record["images"] as? [String])?.first == parts[0]["image"])
    let size = try folder.bytes(sound).count
    #expect(parts[0]["image"]?.contains(camera) == true && size > 0)
    let last = try #require(messages.last?["content"] as? [[String: String]])
    #expect(last[0]["text"] == "The woman." && messages.count % 2 == 0)
    // Read back it says the same; a sound that is not there is found.
    let validator = MultimodalMessagesValidator()
    for isWhole in [true, false] {
      if !isWhole {
        try folder.edit("zh/train-heard.jsonl") { $0.replacing(sound, with: "audio/train/none.flac") }
      }
      var finding = CheckFinding()
      var comparison = FormatComparison(
        try validator.read(try FormatFolder(folder.path), into: &finding))
      comparison.compare(try validator.expected(of: sample, Self.options), sample: 0, slack: 0)
      comparison.close()
      #expect((finding.violations == 0) == isWhole, "\(finding.first.map(\.description))")
      #expect(
        (comparison.finding.violations == 0) == isWhole, "\(comparison.finding.first.map(\.description))")
    }
  }
}
