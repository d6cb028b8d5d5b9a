/// Archives in the ustar form (POSIX.1-1988) whose bytes depend on names and contents alone: no times, no owners.
enum Tar {
  /// - Parameter members: names of at most 100 bytes.
  static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    for member in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        for (n, byte) in text.utf8.enumerated() { header[place + n] = byte }
      }
      put(String(member.name.prefix(100)), at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      put(octal(member.bytes.count, 11), at: 124)
      put("00000000000", at: 136)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar", at: 257)
      put("00", at: 263)
      let sum = header.reduce(0) { $0 + Int($1) }
      put(octal(sum, 6), at: 148)
      header[154] = 0
      out += header + member.bytes
      out += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
    }
    // Two empty blocks end it; whole records of twenty blocks, as tar writes them.
    out += [UInt8](repeating: 0, count: 1024)
    return out + [UInt8](repeating: 0, count: (10_240 - out.count % 10_240) % 10_240)
  }

  private static func octal(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 8)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The ordinary files of an archive; `nil` where a header's sum is wrong or it ends too early.
  static func members(_ bytes: [UInt8]) -> [(name: String, bytes: ArraySlice<UInt8>)]? {
    var out: [(name: String, bytes: ArraySlice<UInt8>)] = []
    var at = 0
    while at + 512 <= bytes.count {
      let header = bytes[at..<at + 512]
      if header.allSatisfy({ $0 == 0 }) { return out }
      func field(_ place: Int, _ length: Int) -> String {
        String(decoding: header[(at + place)..<(at + place + length)].prefix { $0 != 0 }, as: UTF8.self)
      }
      func number(_ place: Int, _ length: Int) -> Int? {
        Int(field(place, length).filter { $0 != " " }, radix: 8)
      }
      var sum = 8 * 32
      for (n, byte) in header.enumerated() where !(148..<156).contains(n) { sum += Int(byte) }
      guard number(148, 8) == sum, let size = number(124, 12), size >= 0, size <= bytes.count - at - 512
      else {
        return nil
      }
      let kind = header[at + 156]
      if kind == 0 || kind == UInt8(ascii: "0") {
        out.append((field(0, 100), bytes[at + 512..<at + 512 + size]))
      }
      at += 512 + (size + 511) / 512 * 512
    }
    return nil
  }
}
