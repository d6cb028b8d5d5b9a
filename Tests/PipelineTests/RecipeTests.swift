import Diagnostics
import Foundation
import JSON
import LocatedYAML
import Pipeline
import Testing
import WorldModel

/// Recipes: decoding, schema, messages.
struct RecipeTests {
  static func recipe(_ text: String) throws -> Recipe {
    try Recipe(document: YAMLDocument(text: text, file: "test.yaml"), path: "test.yaml")
  }

  @Test func everyGeneratorDescribesItself() {
    for kind in WorldCatalog.all {
      func problems<W: WorldDescription>(_ kind: W.Type) -> [String] {
        descriptionProblems(of: RecipeFile<W>.self)
      }
      #expect(problems(kind) == [], "\(kind.kind)")
    }
  }

  @Test func aRecipeNeedsAGenerator() {
    #expect(throws: DioramaError.self) { try Self.recipe("name: x") }
    let result = Result { try Self.recipe("generator: tabeltop") }
    guard case .failure(let error) = result else { Issue.record("accepted"); return }
    #expect("\(error)".contains("did you mean tabletop?"))
  }

  @Test func unknownKeysNameTheNearest() {
    let result = Result { try Self.recipe("generator: tabletop\nworld:\n  objcts: 3\n") }
    guard case .failure(let error) = result else { Issue.record("accepted"); return }
    #expect("\(error)".contains("objects"))
    #expect("\(error)".contains("test.yaml:3"))
  }

  @Test func tabletopShapesAreChosenByName() throws {
    let result = Result { try Self.recipe("generator: tabletop\nworld:\n  shapes: [traffic_con]\n") }
    guard case .failure(let error) = result else { Issue.record("accepted"); return }
    #expect("\(error)".contains("did you mean traffic_cone?"))
    #expect("\(error)".contains("test.yaml:3"))
    #expect(throws: Never.self) { try Self.recipe("generator: tabletop\nworld:\n  shapes: [house, bin]\n") }
  }

  @Test func labelsBringTheirObjects() throws {
    let recipe = try Self.recipe("generator: tabletop\nlabels: [boxes2d, depth]\n")
    #expect(recipe.annotatorNames == ["depth", "objects", "boxes2d"])
  }

  /// A language that labels are not written in is spoken only; what a manifest keeps reads back equal.
  @Test(arguments: [
    ("de", [], ["de"]), ("zh", ["zh"], ["zh"]), ("{}", ["en", "zh"], ["en", "zh"]),
    ("{languages: [en], spoken: [de, en]}", ["en"], ["de", "en"]),
    ("{languages: [en], captions: 9}", ["en"], ["en"]),
  ])
  func languagesAreWrittenAndSpoken(_ text: String, written: [String], spoken: [String]) throws {
    let recipe = try Self.recipe(
      "generator: stage\nlanguage: \(text)\nworld: {talk: {says: [Ja.]}}\nsound: on\ncameras: []\n")
    #expect(recipe.language.tongues == written && recipe.language.spoken == spoken)
    let again = try Self.recipe(recipe.resolved.canonicalText)
    #expect(again.language == recipe.language)
  }

  @Test(arguments: [
    ("generator: home\nlanguage: de\nsound: on\n", "not de"),
    ("generator: stage\nlanguage: de\nlabels: [caption]\nworld: {talk: {says: [Ja.]}}\n", "spoken: [de]"),
    (
      "generator: stage\nlanguage: de\nsound: on\ncameras: []\nworld: {talk: {dialogue: dialogue-hotel}}\n",
      "in de"
    ),
  ])
  func languagesThatNobodySpeaksThereAreNamed(_ text: String, message: String) throws {
    let recipe = try Self.recipe(text)
    do {
      _ = try SamplePlan(recipe) { _ in }
      Issue.record("accepted")
    } catch let error as DioramaError {
      #expect(error.reason == .badInput && "\(error)".contains(message), "\(error)")
    }
  }

  @Test func twoCamerasOfOneNameAreRefused() {
    #expect(throws: DioramaError.self) {
      try Self.recipe("generator: tabletop\ncameras: [{name: a}, {name: a}]\n")
    }
  }

  /// What a manifest keeps of a recipe makes the same samples again: every recipe, with all its defaults written out.
  @Test func whatRecipesResolveToReadsBack() throws {
    let scenes = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scenes")
      .standardized
    let files = try #require(FileManager.default.enumerator(at: scenes, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }
    #expect(files.count > 10)
    for file in files {
      let recipe = try Recipe(document: YAMLDocument(path: file.path), path: file.path)
      let text = recipe.resolved.canonicalText
      let again = try Recipe(document: YAMLDocument(text: text, file: "resolved"), path: file.path)
      #expect(again.resolved.canonicalText == text, "\(file.lastPathComponent)")
    }
  }
}
