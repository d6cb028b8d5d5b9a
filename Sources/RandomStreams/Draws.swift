/// The named draws of one sample, and what they gave.
///
/// A generator carries it along and asks for every value of the recipe by name; the log becomes part of the
/// sample, so that a dataset says what chance decided. Each path is drawn from its own stream; draw a name either
/// directly or in a scope, not both.
package struct Draws: Sendable {
  /// The stream below which paths are meant.
  package let stream: RandomStream
  /// Its path from the root, which the log's paths begin with; empty at the root.
  private let prefix: String
  /// The sample's index, which sequences follow.
  package let index: Int
  /// What was drawn, in order; paths are those of the streams.
  package private(set) var log: [DrawnValue] = []
  /// How often each path was asked for; looked up, never iterated.
  private var uses: [String: Int] = [:]

  /// Draws from `root.child(path)`, or from `root` where `path` is empty.
  package init(stream root: RandomStream, below path: String = "", index: Int) {
    stream = path.isEmpty ? root : root.child(path)
    prefix = path
    self.index = index
  }

  private init(_ source: Source, index: Int) {
    stream = source.stream
    prefix = source.path
    self.index = index
  }

  private struct Source {
    let path: String
    let stream: RandomStream
  }

  /// Draws from the stream at `path` and notes the value.
  ///
  /// Paths are unique: asked for again, `speed` becomes `speed#2`, a new stream.
  package mutating func draw(_ distribution: Distribution, _ path: String) -> Double {
    let source = source(path)
    let value = distribution.sample(source.stream, index: index)
    log.append(DrawnValue(path: source.path, value: .number(value)))
    return value
  }

  /// Draws a text from the stream at `path` and notes it.
  package mutating func draw(_ distribution: TextDistribution, _ path: String) -> String {
    let source = source(path)
    let value = distribution.sample(source.stream, index: index)
    log.append(DrawnValue(path: source.path, value: .text(value)))
    return value
  }

  /// Draws and rounds to a whole number, halves away from zero, clamped to `range`.
  package mutating func count(
    _ distribution: Distribution, _ path: String, in range: ClosedRange<Int> = 0...Int(Int32.max)
  ) -> Int {
    let source = source(path)
    let value = distribution.sample(source.stream, index: index).rounded()
    let whole = max(range.lowerBound, min(range.upperBound, Int(exactly: value) ?? (value < 0 ? .min : .max)))
    log.append(DrawnValue(path: source.path, value: .number(Double(whole))))
    return whole
  }

  /// Chooses an element at `path` and notes `name` of it; `nil` when there is none.
  package mutating func choose<T>(_ items: [T], _ path: String, name: (T) -> String) -> T? {
    let source = source(path)
    var stream = source.stream
    guard let item = stream.choose(items) else { return nil }
    log.append(DrawnValue(path: source.path, value: .text(name(item))))
    return item
  }

  /// A stream of its own for draws that are too many to note one by one. It shares no bits with `draw`.
  package mutating func stream(_ path: String) -> RandomStream { source(path).stream }

  /// Draws of a part: `body` works below `name`, and its log is appended to this one.
  package mutating func scope<T>(_ name: String, _ body: (inout Draws) throws -> T) rethrows -> T {
    var inner = Draws(source(name), index: index)
    defer { log += inner.log }
    return try body(&inner)
  }

  private mutating func source(_ path: String) -> Source {
    let use = uses[path, default: 0] + 1
    uses[path] = use
    let name = use == 1 ? path : "\(path)#\(use)"
    return Source(path: prefix.isEmpty ? name : "\(prefix)/\(name)", stream: stream.child(name))
  }
}
