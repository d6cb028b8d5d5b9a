import Acoustics
import Foundation
import RandomStreams
import Signals
import VectorMath

let size = Vector3(6, 5, 3)
let source = Vector3(4.1, 3.2, 1.5)
let ear = Vector3(1.9, 1.7, 1.2)

/// A room whose six walls absorb alike, without air.
func plainRoom(_ absorption: Double, size: Vector3 = size) throws -> ShoeboxRoom {
  try ShoeboxRoom(size: size, walls: Array(repeating: .uniform(absorption), count: 6), airAbsorbs: false)
}

/// A furnished room: walls, floor and ceiling differ.
func livingRoom(airAbsorbs: Bool = true) throws -> ShoeboxRoom {
  let names = ["plaster", "curtain_heavy", "gypsum_board", "brick", "parquet", "plaster"]
  return try ShoeboxRoom(size: size, walls: names.compactMap { MaterialTable[$0] }, airAbsorbs: airAbsorbs)
}

/// Images alone, exactly as they are.
func bare(order: Int, duration: Double? = nil) -> RoomAcoustics.Options {
  var options = RoomAcoustics.Options()
  options.method = .images(order: order)
  options.duration = duration
  options.displacement = 0
  options.highPass = nil
  return options
}

func omni(_ place: Vector3, _ name: String = "mono") -> Microphone { Microphone(name: name, position: place) }

let chance = RandomStream(seed: 11).child("room")

/// RMS of the difference over RMS of the expected, in dB.
func error(_ found: [Float], _ expected: [Float]) -> Double {
  var (difference, whole) = (0.0, 0.0)
  for n in 0..<max(found.count, expected.count) {
    let a = n < found.count ? Double(found[n]) : 0
    let b = n < expected.count ? Double(expected[n]) : 0
    difference += (a - b) * (a - b)
    whole += b * b
  }
  return difference == 0 ? -400 : 10 * log10(difference / whole)
}

/// White noise in ±1.
func noise(_ count: Int) -> [Float] {
  var stream = chance.child("noise")
  return (0..<count).map { _ in Float(stream.uniform(-1, 1)) }
}

/// Noise as sources make it: nothing near half the rate, where the kernel that places images falls off.
func sourceNoise(_ count: Int) -> [Float] {
  FilterCascade.butterworthLowPass(order: 16, 0.35, rate: 1).filtered(noise(count))
}
