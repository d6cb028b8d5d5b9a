import Signals
import VectorMath

/// The sum over images where neither walls nor air colour sound: one amplitude an image, the fastest way.
struct FlatImageSum {
  let axes: [ImageAxis]
  /// Pressure gains by axis and image.
  let gains: [[Double]]
  let maxOrder: Int
  /// Metres.
  let reach: Double
  let samplesPerMetre: Double

  /// Adds all images as `microphone` hears them; its position is in the room's frame.
  ///
  /// - Returns: images added.
  func add(to buffer: inout ResponseBuffer, microphone: Microphone) -> Int {
    let count = buffer.count
    var added = 0
    if buffer.isTrain {
      buffer.withTrain(0) { out in
        added = visit(microphone, count: count) { amplitude, delay in
          ImpulseTrain.add(amplitude, at: delay, to: out)
        }
      }
    } else {
      FractionalDelay.standard.table.withUnsafeBufferPointer { table in
        guard let base = table.baseAddress else { return }
        let kernels = KernelTable(base: base)
        buffer.withKernels { out in
          added = visit(microphone, count: count) { amplitude, delay in
            let whole = Int(delay)
            kernels.add(amplitude, fraction: delay - Double(whole), to: out + whole)
          }
        }
      }
    }
    return added
  }

  /// Amplitude and delay in samples (0 ..< count) of every image.
  @inline(__always)
  private func visit(_ microphone: Microphone, count: Int, _ body: (Float, Double) -> Void) -> Int {
    let m = microphone.position
    let share = microphone.pattern.omnidirectionalShare
    let axis = microphone.axis * (1 - share)
    let (x, y, z) = (offsets(0, m.x), offsets(1, m.y), offsets(2, m.z))
    // Squares once a place; images farther than the response is long are not heard.
    let reach2 = min(reach, (Double(count) - 1) / samplesPerMetre)
    let limit = reach2 > 0 ? reach2 * reach2 : -1
    let z2 = z.map { $0 * $0 }
    let firstZ = axes[2].numbers.lowerBound
    var added = 0
    z.withUnsafeBufferPointer { z in
      z2.withUnsafeBufferPointer { z2 in
        gains[2].withUnsafeBufferPointer { gz in
          for (a, i) in axes[0].numbers.enumerated() {
            for (b, j) in axes[1].numbers.enumerated() {
              let left = maxOrder - abs(i) - abs(j)
              let flat = x[a] * x[a] + y[b] * y[b]
              guard left >= 0, flat <= limit else { continue }
              let gain = gains[0][a] * gains[1][b] / (4 * Double.pi)
              let along = axis.x * x[a] + axis.y * y[b]
              let first = max(0, -left - firstZ)
              let last = min(z.count - 1, left - firstZ)
              guard first <= last else { continue }
              for c in first...last {
                let square = flat + z2[c]
                guard square <= limit else { continue }
                let distance = square.squareRoot()
                let near = 1 / max(distance, 1e-3)
                let sensitivity = share + (along + axis.z * z[c]) * near
                body(Float(gain * gz[c] * near * sensitivity), distance * samplesPerMetre)
                added = added &+ 1
              }
            }
          }
        }
      }
    }
    return added
  }

  private func offsets(_ axis: Int, _ receiver: Double) -> [Double] {
    axes[axis].places.map { $0 - receiver }
  }
}
