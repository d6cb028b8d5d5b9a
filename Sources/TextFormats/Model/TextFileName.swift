package import Diagnostics
import TextModel

/// Where files of a language and part stand: `zh/train.jsonl`.
enum TextFileName {
  static func file(_ placed: PlacedText, _ ending: String) -> String {
    "\(placed.text.language)/\(placed.part.rawValue)\(ending)"
  }

  /// Language and part by a path: the last folder and the name without its ending; with `folders`, the part is a folder
  /// of its own, `zh/train/nlu.yml`.
  static func place(of path: String, folders: Bool = false) -> (language: String, part: String) {
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    if folders {
      let part = parts.popLast() ?? ""
      return (parts.last ?? "", part)
    }
    return (parts.last ?? "", String(name.prefix { $0 != "." }))
  }
}

extension TextFormat {
  /// Why a text cannot be written.
  func refusal(of text: NativeText, _ why: String, remedy: String) -> DioramaError {
    DioramaError(
      .badInput, "\(name) cannot hold sample \(text.index) in \(text.language): \(why)", remedy: remedy)
  }

  /// The labelled sentence of a text, with mentions that name nothing where the format can tell them from entities.
  func labelled(_ placed: PlacedText) throws(DioramaError) -> LabelledText {
    guard let text = placed.labelled else { throw contentMismatch(placed.text.content) }
    return LabelledText(placed: placed, text: holds.contains(.relations) ? text : text.withoutMentions)
  }

  /// Why a dataset's content does not fit.
  package func contentMismatch(_ found: TextContent) -> DioramaError {
    DioramaError(
      .usage, "the format \(name) takes \(content.noun), and the dataset holds \(found.noun)",
      remedy: "Choose a format of \(found.noun): "
        + TextFormatCatalog.all.filter { $0.content.suits(found) }.map(\.name).joined(separator: ", ") + ".")
  }
}

extension TextContent {
  /// In words, for people.
  package var noun: String {
    switch self {
    case .labelled: "labelled sentences"
    case .instructions: "instructions and replies"
    case .people: "people"
    }
  }
}
