/// Checks of identifiers written from their standards, with other arithmetic than the generators: what this file
/// accepts is valid whoever made it.
enum Validators {
  /// Digits doubled by table, from the left, by parity of the length.
  static func luhn(_ text: String) -> Bool {
    let doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == text.count, digits.count > 1 else { return false }
    var sum = 0
    for (i, digit) in digits.enumerated() { sum += (digits.count - i) % 2 == 0 ? doubled[digit] : digit }
    return sum % 10 == 0
  }

  /// The whole number is expanded to decimal digits and reduced by long division in blocks of seven.
  static func iban(_ text: String) -> Bool {
    let lengths = ["DE": 22, "FR": 27, "ES": 24, "IT": 27]
    guard lengths[String(text.prefix(2))] == text.count else { return false }
    let moved = text.dropFirst(4) + text.prefix(4)
    var digits = ""
    for character in moved {
      guard let value = Int(String(character), radix: 36) else { return false }
      digits += String(value)
    }
    var rest = ""
    while !digits.isEmpty {
      let block = rest + digits.prefix(7)
      digits = String(digits.dropFirst(7))
      rest = String((Int(block) ?? -1) % 97)
    }
    return rest == "1"
  }

  /// Horner's rule of ISO 7064: double and add, the check character as last summand; the result is 1 modulo 11.
  static func residentID(_ text: String) -> Bool {
    guard text.count == 18 else { return false }
    var value = 0
    for (i, character) in text.enumerated() {
      guard let digit = character == "X" && i == 17 ? 10 : character.wholeNumberValue else { return false }
      value = (value * 2 + digit) % 11
    }
    guard value == 1 else { return false }
    let year = Int(text.dropFirst(6).prefix(4)) ?? 0
    let month = Int(text.dropFirst(10).prefix(2)) ?? 0
    let day = Int(text.dropFirst(12).prefix(2)) ?? 0
    let isLeap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1900...2025).contains(year) && (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
  }

  /// Horner from the right with factor 3: the weighted sum with the check value added is 0 modulo 31.
  static func creditCode(_ text: String) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let values = text.compactMap { alphabet.firstIndex(of: $0) }
    guard values.count == 18, text.count == 18 else { return false }
    var sum = 0
    for value in values.dropLast().reversed() { sum = (sum * 3 + value) % 31 }
    guard (sum + values[17]) % 31 == 0 else { return false }
    // The organisation code inside: weights 3 7 9 10 5 8 4 2, and 1 for the check; the sum is 0 modulo 11.
    let organisation = Array(text.dropFirst(8).prefix(9))
    var total = 0
    for (character, weight) in zip(organisation, [3, 7, 9, 10, 5, 8, 4, 2, 1]) {
      let isCheck = weight == 1
      guard let value = isCheck && character == "X" ? 10 : Int(String(character), radix: 36) else {
        return false
      }
      total += value * weight
    }
    return total % 11 == 0
  }

  /// Letters by the rows of the standard's table.
  static func vehicleNumber(_ text: String) -> Bool {
    let rows = ["AJ", "BKS", "CLT", "DMU", "ENV", "FW", "GPX", "HY", "RZ"]
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    let characters = Array(text)
    guard characters.count == 17 else { return false }
    var sum = 0
    for (character, weight) in zip(characters, weights) {
      let row = rows.firstIndex { $0.contains(character) }.map { $0 + 1 }
      guard let value = character.wholeNumberValue ?? row else { return false }
      sum += value * weight
    }
    return characters[8] == (sum % 11 == 10 ? "X" : Character(String(sum % 11)))
  }

  /// Both lines of a passport, field by field.
  static func machineReadableZone(_ text: String) -> Bool {
    let lines = text.split(separator: "\n").map { Array($0) }
    guard lines.count == 2, lines[0].count == 44, lines[1].count == 44 else { return false }
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    func check(_ characters: ArraySlice<Character>) -> Character {
      var sum = 0
      for (i, character) in characters.enumerated() {
        sum += (alphabet.firstIndex(of: character) ?? 0) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1)
      }
      return Character(String(sum % 10))
    }
    let second = lines[1]
    guard lines[0].allSatisfy({ $0 == "<" || ("A"..."Z").contains($0) }) else { return false }
    return second[9] == check(second[0..<9]) && second[19] == check(second[13..<19])
      && second[27] == check(second[21..<27])
      && second[43] == check(second[0..<10] + second[13..<20] + second[21..<43])
  }

  /// Pairs of weights from the left, for thirteen digits.
  static func gtin13(_ text: String) -> Bool {
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == 13, text.count == 13 else { return false }
    return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
  }

  /// Running sums of running sums: the ISSN's weights come out by themselves.
  static func issn(_ text: String) -> Bool {
    guard text.count == 8 else { return false }
    var (sum, total) = (0, 0)
    for (i, character) in text.enumerated() {
      guard let digit = character == "X" && i == 7 ? 10 : character.wholeNumberValue else { return false }
      sum += digit
      total += sum
    }
    return total % 11 == 0
  }

  static func routingNumber(_ text: String) -> Bool {
    let d = text.compactMap(\.wholeNumberValue)
    guard d.count == 9, text.count == 9 else { return false }
    return (3 * (d[0] + d[3] + d[6]) + 7 * (d[1] + d[4] + d[7]) + d[2] + d[5] + d[8]) % 10 == 0
  }

  /// National check characters inside of an IBAN.
  static func domestic(_ iban: String) -> Bool {
    let body = iban.dropFirst(4)
    func number(_ text: some StringProtocol) -> Int { Int(text) ?? -1 }
    switch iban.prefix(2) {
    case "FR":
      // Bank, branch, account and key are together a multiple of 97.
      return body.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 } == 0
    case "ES":
      let d = body.compactMap(\.wholeNumberValue)
      guard d.count == 20 else { return false }
      // Powers of two modulo 11, the check digit as a summand (10 is written 1).
      func holds(_ digits: [Int], _ check: Int) -> Bool {
        var power = 1 << (10 - digits.count)
        var sum = 0
        for digit in digits {
          sum += digit * (power % 11)
          power *= 2
        }
        let rest = (11 - sum % 11) % 11
        return check == (rest == 10 ? 1 : rest)
      }
      return holds(Array(d[0..<8]), d[8]) && holds(Array(d[10..<20]), d[9])
    case "IT":
      guard let letter = body.first, let index = letter.asciiValue else { return false }
      let odd = ["0": 1, "1": 0, "2": 5, "3": 7, "4": 9, "5": 13, "6": 15, "7": 17, "8": 19, "9": 21]
      var sum = 0
      for (i, character) in body.dropFirst().enumerated() {
        sum += i % 2 == 0 ? odd[String(character)] ?? 0 : number(String(character))
      }
      return Int(index) - 65 == sum % 26
    default: return true
    }
  }

  /// The validator of a kind that has a checksum.
  static func of(_ kind: String) -> ((String) -> Bool)? {
    switch kind {
    case "payment_card", "test_card", "imei": luhn
    case "iban": { iban($0) && domestic($0) }
    case "cn_resident_id": residentID
    case "cn_credit_code": creditCode
    case "vin": vehicleNumber
    case "mrz": machineReadableZone
    case "isbn", "ean": gtin13
    case "issn": issn
    case "us_routing_number": routingNumber
    default: nil
    }
  }
}
