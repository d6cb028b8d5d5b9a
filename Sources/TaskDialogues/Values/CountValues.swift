import Conversations

/// How many of something: people, nights, tickets.
package enum CountValues {
  /// Guests: 四位, 四个人; four people.
  package static func guests(_ counts: ClosedRange<Int>) -> [SlotValue] {
    counts.map { n in
      let zh = Numerals.counting(n)
      let en = Numerals.spelled(n, .english)
      let noun = n == 1 ? "person" : "people"
      var zhForms = ["\(zh)个人", "\(n)个人"]
      if n <= 2 { zhForms[1] = n == 1 ? "就我一个人" : "就我们俩" }
      return SlotValue(
        String(n), zh: .init("\(zh)位", inside: ["\(zh)个人", "\(zh)位"], alone: zhForms),
        en: .init(
          "\(en) \(noun)",
          inside: n == 1 ? ["for one person", "just for me"] : ["for \(en)", "for \(en) people"],
          alone: n == 1 ? ["just me", "one person"] : ["\(en) of us", "\(en) people"]))
    }
  }

  /// Nights: 三晚; three nights.
  package static func nights(_ counts: ClosedRange<Int>) -> [SlotValue] {
    counts.map { n in
      let zh = Numerals.counting(n)
      let en = Numerals.spelled(n, .english) + (n == 1 ? " night" : " nights")
      return SlotValue(
        String(n), zh: .init("\(zh)晚", inside: ["住\(zh)晚", "住\(zh)个晚上"], alone: ["\(zh)晚", "住\(zh)个晚上"]),
        en: .init(en, inside: ["for \(en)"], alone: [en, n == 1 ? "just \(en)" : en]))
    }
  }

  /// Tickets: 两张; two tickets.
  package static func tickets(_ counts: ClosedRange<Int>) -> [SlotValue] {
    counts.map { n in
      let zh = Numerals.counting(n)
      let en = Numerals.spelled(n, .english) + (n == 1 ? " ticket" : " tickets")
      let noun = n == 1 ? "passenger" : "passengers"
      return SlotValue(
        String(n), zh: .init("\(zh)张票", inside: ["\(zh)张票", "\(zh)个人"], alone: ["\(zh)张", "\(zh)个人"]),
        en: .init(
          en, inside: ["for \(Numerals.spelled(n, .english)) \(noun)"],
          alone: [en, "\(Numerals.spelled(n, .english)) \(noun)"]))
    }
  }
}
