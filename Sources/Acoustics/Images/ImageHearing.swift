import CLanes
import VectorMath

/// Puts one image after the other into responses, as microphones hear them.
struct ImageHearing {
  let rate: Double
  let soundSpeed: Double
  let kernels: KernelTable

  /// Adds what comes from an image: pressure by band at the microphone's place in the open.
  ///
  /// - Parameter offset: from the microphone to the image, metres.
  @inline(__always)
  func add(
    _ pressure: BandValues, from offset: Vector3, distance: Double, to microphone: Microphone,
    into buffer: inout ResponseBuffer
  ) {
    let direction = offset / max(distance, 1e-9)
    var gain = pressure
    var path = distance
    if microphone.pattern == .sphericalHeadEar {
      let cosine = dot(direction, microphone.axis)
      gain *= SphericalHead.shadow(cosine: cosine, soundSpeed: soundSpeed)
      path = max(0, path + SphericalHead.extraPath(cosine: cosine))
    } else {
      gain *= microphone.sensitivity(to: direction)
    }
    let delay = path / soundSpeed * rate
    guard delay < Double(buffer.count) else { return }
    buffer.add(lanes_d_to_f(gain), at: delay, kernels: kernels)
  }
}
