/// What the records of samples say of each folder that spans samples, in the order in which folders are first named.
struct SequenceFolders<Content> {
  private var order: [String] = []
  private var contents: [String: Content] = [:]

  init() {}

  /// - Parameter new: what a folder that is named for the first time begins with.
  mutating func update(
    _ name: some StringProtocol, new: @autoclosure () -> Content, _ body: (inout Content) -> Void
  ) {
    let name = String(name)
    if contents[name] == nil { order.append(name) }
    body(&contents[name, default: new()])
  }

  func forEach(_ body: (_ name: String, _ content: Content) throws -> Void) rethrows {
    for name in order {
      if let content = contents[name] { try body(name, content) }
    }
  }

  /// Writes `sequences.txt`, which names the folders, a line each.
  func writeList(into sink: any FormatSink) throws {
    try sink.write(FormatFolder.sequenceList) { put in for name in order { try put(name + "\n") } }
  }
}

extension FormatRecordSource {
  /// Calls `body` with the fields of every record of a stream, which `|` parts; records of another number of fields
  /// are passed over.
  ///
  /// - Parameter count: the last field may hold `|` itself.
  func forEach(_ stream: String, fields count: Int, _ body: ([Substring]) throws -> Void) throws {
    try forEach(stream) { text in
      let fields = text.split(separator: "|", maxSplits: count - 1, omittingEmptySubsequences: false)
      if fields.count == count { try body(fields) }
    }
  }
}
