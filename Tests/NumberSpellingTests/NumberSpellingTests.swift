import NumberSpelling
import Testing

/// Numbers in words, read back by another way: the values of words, multiplied and added up.
@Suite struct NumberSpellingTests {
  /// Every digit at every place, zeros between, and what lies beside powers.
  static let numbers: [Int] = {
    var out = Array(0...2500)
    var power = 1000
    while power < 1_000_000_000_000_000 {
      out += [power - 1, power, power + 1, 2 * power, 12 * power - 7, 2002 * power / 10]
      power *= 10
    }
    var state: UInt64 = 1
    for k in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      out.append(Int(state >> 14) % [100_000, 1_000_000_000, 1_000_000_000_000_000][k % 3])
    }
    return out.filter { $0 < 1_000_000_000_000_000 }
  }()

  private func chinese(_ text: String) -> Int? {
    let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    // 万亿 is one unit of its own.
    let groups: [Character: Int] = ["万": 10_000, "亿": 100_000_000, "兆": 1_000_000_000_000]
    var (total, group, digit) = (0, 0, 0)
    for character in text.replacing("万亿", with: "兆") {
      if let value = Array("零一二三四五六七八九").firstIndex(of: character) {
        digit = value
      } else if character == "两" {
        digit = 2
      } else if let unit = units[character] {
        group += max(1, digit) * unit
        digit = 0
      } else if let unit = groups[character] {
        total += (group + digit) * unit
        (group, digit) = (0, 0)
      } else {
        return nil
      }
    }
    return total + group + digit
  }

  private func english(_ words: [String]) -> Int? {
    let powers = [
      "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var (total, group) = (0, 0)
    for word in words.flatMap({ $0.split(separator: "-") }) where word != "and" {
      if let value = EnglishNumber.small.firstIndex(of: String(word)) {
        group += value
      } else if let value = tens.firstIndex(of: String(word)) {
        group += 10 * (value + 2)
      } else if word == "hundred" {
        group *= 100
      } else if let power = powers[String(word)] {
        (total, group) = (total + group * power, 0)
      } else {
        return nil
      }
    }
    return total + group
  }

  @Test func readBack() {
    for number in Self.numbers {
      for flag in [false, true] {
        #expect(english(EnglishNumber.words(number, hasAnd: flag)) == number)
        #expect(chinese(ChineseNumber.cardinal(number, isSpoken: flag)) == number)
      }
    }
  }

  @Test func asWrittenAndAsSaid() {
    #expect(ChineseNumber.cardinal(100_120_000) == "一亿零一十二万" && ChineseNumber.cardinal(12) == "十二")
    #expect(ChineseNumber.cardinal(22_000) == "二万二千")
    #expect(ChineseNumber.cardinal(22_000, isSpoken: true) == "两万两千")
    #expect(ChineseNumber.cardinal(200, isSpoken: true) == "二百" && ChineseNumber.cardinal(-1).isEmpty)
    #expect(EnglishNumber.words(1042).joined(separator: " ") == "one thousand forty-two")
    #expect(EnglishNumber.words(1042, hasAnd: true).joined(separator: " ") == "one thousand and forty-two")
    #expect(EnglishNumber.words(-1).isEmpty && EnglishNumber.words(1_000_000_000_000_000).isEmpty)
    #expect(EnglishNumber.ordinal(of: "twenty") == "twentieth" && EnglishNumber.ordinal(of: "six") == "sixth")
  }
}
