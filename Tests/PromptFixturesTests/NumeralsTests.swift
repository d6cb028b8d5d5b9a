import Conversations
import Testing

/// Numbers in words, read back by another way: the words of a number, added up.
@Suite struct NumeralsTests {
  private func chinese(_ text: String) -> Int? {
    let digits: [Character: Int] = [
      "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    var (total, digit) = (0, 0)
    for character in text {
      if let value = digits[character] {
        digit = value
      } else if let unit = units[character] {
        total += max(1, digit) * unit
        digit = 0
      } else {
        return nil
      }
    }
    return total + digit
  }

  private func english(_ text: String) -> Int? {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var (total, part) = (0, 0)
    for word in text.split(whereSeparator: { $0 == " " || $0 == "-" }) where word != "and" {
      if let value = small.firstIndex(of: String(word)) {
        part += value
      } else if let value = tens.firstIndex(of: String(word)) {
        part += 10 * (value + 2)
      } else if word == "hundred" {
        part *= 100
      } else if word == "thousand" {
        (total, part) = (total + part * 1000, 0)
      } else {
        return nil
      }
    }
    return total + part
  }

  @Test func readBack() {
    for number in 0...9999 {
      #expect(chinese(Numerals.spelled(number, .chinese)) == number)
      #expect(english(Numerals.spelled(number, .english)) == number)
    }
    #expect(Numerals.spelled(205, .chinese) == "二百零五" && Numerals.spelled(12, .chinese) == "十二")
    #expect(Numerals.spelled(2050, .chinese) == "二千零五十" && Numerals.spelled(112, .chinese) == "一百一十二")
    #expect(Numerals.spelled(1234, .english) == "one thousand two hundred and thirty-four")
  }
}
