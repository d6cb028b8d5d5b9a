import Conversations

/// Times of day, to the half hour.
package enum ClockValues {
  /// - Parameter halfHours: half hours after midnight, 0 … 47.
  /// - Parameter bare: whether `七点半` without the part of the day is said too, where it is clear enough.
  package static func value(halfHours: Int, bare: Bool) -> SlotValue {
    let (hour, half) = (halfHours / 2, halfHours % 2 == 1)
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    let part =
      switch hour {
      case ..<5: "凌晨"
      case ..<9: "早上"
      case ..<12: "上午"
      case 12: "中午"
      case ..<18: "下午"
      default: "晚上"
      }
    let zhSpoken = Numerals.counting(twelve) + "点" + (half ? "半" : "")
    let zhDigits = "\(twelve)点" + (half ? "半" : "")
    let suffix = hour < 12 ? "am" : "pm"
    let digits = half ? "\(twelve):30" : "\(twelve)"
    let word = Numerals.spelled(twelve, .english)
    let spoken = half ? ["half past \(word)", "\(word) thirty"] : ["\(word) o'clock"]
    var zh = [part + zhSpoken, part + zhDigits]
    var inside = ["at \(digits) \(suffix)"]
    var alone = ["\(digits) \(suffix)"]
    if bare {
      zh.append(zhSpoken)
      inside += half ? ["at half past \(word)", "at \(digits)"] : ["at \(word)", "at \(word) o'clock"]
      alone += spoken
    }
    let clock = (hour < 10 ? "0" : "") + "\(hour):" + (half ? "30" : "00")
    return SlotValue(
      clock, zh: .init(part + zhDigits, inside: zh, alone: zh),
      en: .init("\(digits) \(suffix)", inside: inside, alone: alone))
  }

  /// Every half hour of ranges of half hours.
  package static func values(_ ranges: [ClosedRange<Int>], bare: Bool) -> [SlotValue] {
    ranges.flatMap { $0 }.map { value(halfHours: $0, bare: bare) }
  }
}
