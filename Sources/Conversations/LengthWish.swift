package import RandomStreams

/// Which reply of a pair is to be the longer one: drawn before anything that may fail, and each as often, so that whoever
/// prefers long replies, or short ones, learns nothing else from many pairs.
package struct LengthWish: Sendable {
  private let sign: Int

  /// - Parameter stream: of this wish alone.
  package init(_ stream: RandomStream) {
    var stream = stream
    sign = stream.bool() ? 1 : -1
  }

  /// The first candidate whose rejected reply is as long, or longer, or shorter, as wished; else the first.
  /// - Parameter excess: how much longer the rejected reply is than the chosen one.
  package func choose<T>(_ candidates: some Sequence<T>, _ excess: (T) -> Int) -> T? {
    var first: T?
    for candidate in candidates {
      if [0, sign].contains(excess(candidate).signum()) { return candidate }
      if first == nil { first = candidate }
    }
    return first
  }
}
