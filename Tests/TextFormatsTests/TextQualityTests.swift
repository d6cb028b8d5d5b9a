import Foundation
import JSON
import Language
import Testing
import TextFormats
import TextModel

@Suite struct TextQualityTests {
  private func report(_ texts: [PlacedText]) -> JSONValue {
    var quality = TextQuality()
    for text in texts { quality.add(text) }
    return quality.report["en"] ?? .null
  }

  private func number(_ value: JSONValue, _ path: String...) -> Double? {
    let found = path.reduce(value as JSONValue?) { $0?[$1] }
    switch found {
    case .integer(let n)?: return Double(n)
    case .number(let x)?: return x
    default: return nil
    }
  }

  /// Counted by hand: eight texts with one fault of each kind.
  @Test func faultsAreCounted() throws {
    let texts = [
      PlacedText(try sentence("go to ‹city=paris Paris›", index: 0), .train),
      PlacedText(try sentence("go to ‹city=rome Rome›", index: 1), .train),
      // The same sentence but for its city, in another part.
      PlacedText(try sentence("go to ‹city=oslo Oslo›", index: 2), .test),
      // And under another intent.
      PlacedText(try sentence("go to ‹city=bern Bern›", index: 3, intent: "stay"), .train),
      // Said before, and once more in other letters.
      PlacedText(try sentence("go to ‹city=rome Rome›", index: 4), .dev),
      PlacedText(try sentence("Go to ‹city=rome Rome›!", index: 5, template: "go/en/2"), .train),
      // One word for two values.
      PlacedText(try sentence("leave ‹city=paris_tx Paris› now", index: 6, template: "go/en/3"), .train),
      PlacedText(
        try sentence(
          "this long sentence is about the very same thing as that", index: 7, template: "go/en/4"), .train),
    ]
    let found = report(texts)
    #expect(number(found, "texts") == 8)
    #expect(number(found, "duplicates", "exact") == 1)
    #expect(number(found, "duplicates", "letters_and_digits") == 2)
    #expect(number(found, "leakage", "texts_in_two_parts") == 1)
    #expect(number(found, "leakage", "skeletons_in_two_parts", "count") == 2)
    #expect(number(found, "consistency", "same_skeleton_other_label", "count") == 1)
    #expect(number(found, "consistency", "same_words_other_value", "count") == 1)
    #expect(number(found, "completeness", "classes", "fewest") == 1)
    #expect(number(found, "completeness", "classes", "kinds") == 2)
    #expect(number(found, "completeness", "templates", "kinds") == 4)
    #expect(number(found, "completeness", "entities", "most") == 7)
    // Of seven and one: 1 / (49 + 1) · 64, of two.
    #expect(number(found, "completeness", "classes", "evenness") == 0.64)
  }

  @Test func nearDuplicatesAndDiversity() throws {
    let same = try (0..<4).map { number in
      PlacedText(
        try sentence("please take me to the old station by the river number \(number)", index: number), .train
      )
    }
    let found = report(same + [PlacedText(try sentence("a quite different sentence", index: 9), .train)])
    #expect(number(found, "duplicates", "near") == 4)
    #expect(number(found, "duplicates", "exact") == 0)
    // Four times twelve words, ten different ones that all have, four numbers; and four others.
    #expect(number(found, "diversity", "words") == 18)
    #expect(number(found, "diversity", "distinct_1") == (18.0 / 52 * 1e4).rounded() / 1e4)
    #expect(number(found, "diversity", "lengths", "12") == 4)
  }

  /// Sizes after the standard's tables; a sheet of different texts, the same for the same seed.
  @Test func sheetsHaveTheirSize() throws {
    for (lot, size, accept) in [(1, 1, 0), (500, 50, 1), (1200, 80, 2), (10_000, 200, 5), (35_000, 315, 7)] {
      let sheet = AcceptanceSheet(lot: lot, seed: 1)
      #expect(sheet.size == size && sheet.accept == accept, "\(lot)")
    }
    func rows(_ seed: UInt64) throws -> [[String]] {
      var sheet = AcceptanceSheet(lot: 300, seed: seed)
      for number in 0..<300 {
        sheet.add(PlacedText(try sentence("say ‹n=\(number) \(number)›", index: number), .train))
      }
      return try SeparatedValues(sheet.text, file: "sheet.csv").rows.map(\.cells)
    }
    let first = try rows(1)
    #expect(first.count == 50 && Set(first.map { $0[3] }).count == 50)
    #expect(
      first.allSatisfy { $0[3] == "say \($0[0])" && $0[4] == "intent=go" && $0[5] == "n=\($0[0]) (\($0[0]))" }
    )
    #expect(try rows(1) == first)
    #expect(try rows(2) != first)
  }
}
