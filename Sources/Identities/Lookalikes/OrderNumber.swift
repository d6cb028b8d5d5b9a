import CivilCalendar
import RandomStreams

/// A shop's order of sixteen digits: begins with its day, and fails the check of cards.
struct OrderNumber: LookalikeGenerator {
  let reason = "order_number"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    let day = CivilDate(daysSinceEpoch: stream.integer(in: 17_000..<20_400))
    var digits = day.basic
    for _ in 0..<7 { digits += String(stream.integer(in: 0...9)) }
    let right = Luhn.completed(digits).utf8.last ?? 48
    let wrong = 48 + (right - 48 + UInt8(stream.integer(in: 1...9))) % 10
    return Lookalike(resembles: .paymentCard, text: digits + String(UnicodeScalar(wrong)), reason: reason)
  }
}
