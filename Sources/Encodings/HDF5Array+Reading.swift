extension HDF5Array {
  /// The dataset `dataset` of a file; `nil` for what is not of this kind: other layouts (chunks, compression), other
  /// element types, other superblocks, and whatever is broken.
  package init?(reading file: [UInt8]) {
    guard file.starts(with: Self.signature) else { return nil }
    let bytes = Bytes(file)
    guard bytes[8, 1] == 0, bytes[13, 1] == 8, bytes[14, 1] == 8, let root = bytes.address(64),
      let group = Self.messages(bytes, root)[0x11]?.first, let tree = bytes.address(group.lowerBound),
      let heap = bytes.address(group.lowerBound + 8), let object = Self.find(bytes, tree, heap)
    else { return nil }
    let messages = Self.messages(bytes, object)
    guard let space = messages[1]?.first?.lowerBound, let type = messages[3]?.first?.lowerBound,
      let layout = messages[8]?.first?.lowerBound, bytes[layout, 1] == 3, bytes[layout + 1, 1] == 1,
      let at = bytes.address(layout + 2), let rank = bytes[space + 1, 1], bytes[space, 1] == 1,
      rank <= 8, let kind = bytes[type, 1], let size = bytes[type + 4, 4], let order = bytes[type + 1, 1],
      order & 1 == 0
    else { return nil }
    var shape: [Int] = []
    var count = 1
    for k in 0..<Int(rank) {
      guard let length = bytes[space + 8 + 8 * k, 8], length <= 1 << 31 else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: Int(length))
      guard !overflow else { return nil }
      count = product
      shape.append(Int(length))
    }
    guard count <= file.count / max(1, Int(size)), at <= file.count - count * Int(size) else { return nil }
    func all<T>(_ convert: (UInt64) -> T) -> [T] {
      (0..<count).map { convert(bytes[at + $0 * Int(size), Int(size)] ?? 0) }
    }
    switch (kind & 15, size, order & 8) {
    case (1, 4, _): self.init(shape, .float(all { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }))
    case (1, 8, _): self.init(shape, .double(all { Double(bitPattern: $0) }))
    case (0, 2, 8): self.init(shape, .int16(all { Int16(truncatingIfNeeded: $0) }))
    case (0, 4, 8): self.init(shape, .int32(all { Int32(truncatingIfNeeded: $0) }))
    default: return nil
    }
  }

  /// Little-endian numbers at places that may lie outside.
  private struct Bytes {
    let file: [UInt8]
    init(_ file: [UInt8]) { self.file = file }

    subscript(at: Int, size: Int) -> UInt64? {
      guard at >= 0, size <= 8, at <= file.count - size else { return nil }
      return (0..<size).reduce(0) { $0 | UInt64(file[at + $1]) << (8 * UInt64($1)) }
    }

    /// A place in the file that is written there.
    func address(_ at: Int) -> Int? {
      guard let found = self[at, 8], found < UInt64(file.count) else { return nil }
      return Int(found)
    }

    func says(_ text: String, at place: Int) -> Bool {
      place >= 0 && place <= file.count - text.utf8.count && file[place...].starts(with: Array(text.utf8))
    }
  }

  /// Bodies of an object header's messages by type, continuations included.
  private static func messages(_ bytes: Bytes, _ at: Int) -> [Int: [Range<Int>]] {
    guard bytes[at, 1] == 1, let size = bytes[at + 8, 4] else { return [:] }
    var out: [Int: [Range<Int>]] = [:]
    var blocks = [(at + 16, Int(size))]
    var next = 0
    while next < blocks.count, blocks.count < 64 {
      var (place, left) = blocks[next]
      next += 1
      while left >= 8, let type = bytes[place, 2], let length = bytes[place + 2, 2] {
        let body = (place + 8)..<(place + 8 + Int(length))
        guard body.upperBound <= bytes.file.count, Int(length) + 8 <= left else { break }
        if type == 0x10, let more = bytes.address(body.lowerBound), let size = bytes[body.lowerBound + 8, 8],
          size <= UInt64(bytes.file.count)
        {
          blocks.append((more, Int(size)))
        }
        out[Int(type), default: []].append(body)
        left -= 8 + Int(length)
        place = body.upperBound
      }
    }
    return out
  }

  /// The header of the object of that name in a group's leaves.
  private static func find(_ bytes: Bytes, _ tree: Int, _ heap: Int) -> Int? {
    guard bytes.says("TREE", at: tree), bytes[tree + 5, 1] == 0, let used = bytes[tree + 6, 2],
      bytes.says("HEAP", at: heap), let names = bytes.address(heap + 24)
    else { return nil }
    for k in 0..<Int(used) {
      guard let leaf = bytes.address(tree + 32 + 16 * k), bytes.says("SNOD", at: leaf),
        let count = bytes[leaf + 6, 2]
      else { return nil }
      for i in 0..<Int(count) {
        guard let offset = bytes[leaf + 8 + 40 * i, 8], offset < UInt64(bytes.file.count),
          let object = bytes.address(leaf + 16 + 40 * i)
        else { return nil }
        if bytes.says(name + "\0", at: names + Int(offset)) { return object }
      }
    }
    return nil
  }
}
