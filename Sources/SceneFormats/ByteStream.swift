package import Diagnostics
import Foundation

/// A file written from front to back; holds a mebibyte at most.
package final class ByteStream {
  private let path: String
  private let handle: FileHandle
  private var pending: [UInt8] = []
  /// Bytes written so far.
  package private(set) var count = 0

  init(_ path: String) throws(DioramaError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: path)
    else {
      throw DioramaError(.cannotCreate, "cannot create \(path)", remedy: "Check the folder's permissions.")
    }
    self.path = path
    self.handle = handle
  }

  deinit { try? handle.close() }

  package func write(_ bytes: some Sequence<UInt8>) throws(DioramaError) {
    let before = pending.count
    pending += bytes
    count += pending.count - before
    if pending.count > 1 << 20 { try flush() }
  }

  package func write(_ text: String) throws(DioramaError) { try write(text.utf8) }

  /// Values in the order of bytes that all these formats have: the least significant first.
  package func write<Value>(little values: [Value], _ bits: (Value) -> UInt32) throws(DioramaError) {
    var start = 0
    while start < values.count {
      let end = min(values.count, start + 65_536)
      for value in values[start..<end] {
        let n = bits(value)
        pending.append(UInt8(truncatingIfNeeded: n))
        pending.append(UInt8(truncatingIfNeeded: n >> 8))
        pending.append(UInt8(truncatingIfNeeded: n >> 16))
        pending.append(UInt8(truncatingIfNeeded: n >> 24))
      }
      count += 4 * (end - start)
      if pending.count > 1 << 20 { try flush() }
      start = end
    }
  }

  package func write(_ word: UInt32) throws(DioramaError) { try write(little: [word]) { $0 } }

  /// Zeros up to the next multiple of `size` bytes.
  package func align(_ size: Int, with byte: UInt8 = 0) throws(DioramaError) {
    try write(repeatElement(byte, count: (size - count % size) % size))
  }

  /// All that another stream holds.
  package func write(all other: ByteStream) throws(DioramaError) {
    try other.flush()
    do {
      try other.handle.seek(toOffset: 0)
      while let piece = try other.handle.read(upToCount: 1 << 20), !piece.isEmpty { try write(piece) }
    } catch let error as DioramaError {
      throw error
    } catch {
      throw DioramaError(.inputOutput, "cannot read \(other.path): \(error.localizedDescription)")
    }
  }

  /// Forces everything onto the device.
  package func close() throws(DioramaError) {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw DioramaError(.inputOutput, "cannot write \(path): \(error.localizedDescription)")
    }
  }

  private func flush() throws(DioramaError) {
    do { try handle.write(contentsOf: pending) } catch {
      throw DioramaError(
        .inputOutput, "cannot write \(path): \(error.localizedDescription)", remedy: "Free some space.")
    }
    pending.removeAll(keepingCapacity: true)
  }
}
