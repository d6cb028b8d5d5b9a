package import LocatedYAML
package import RandomStreams
import VectorMath
import WorldModel

/// The distortion of a recipe's camera.
package struct DistortionPlan: YAMLDecodable, Sendable {
  package static let summary =
    "How the lens of a brown_conrady camera bends its rays, as OpenCV calibrates it."
  package var k1: Distribution
  package var k2: Distribution
  package var p1: Distribution
  package var p2: Distribution
  package var k3: Distribution

  package init(from fields: FieldReader) {
    func read(_ name: String, _ what: String) -> Distribution {
      fields.read(name, .distribution(in: -10...10), default: 0, what)
    }
    k1 = read("k1", "Radial, of r²: negative for a barrel, positive for a cushion.")
    k2 = read("k2", "Radial, of r⁴.")
    p1 = read("p1", "Tangential, upright.")
    p2 = read("p2", "Tangential, level.")
    k3 = read("k3", "Radial, of r⁶.")
  }

  private var all: [Distribution] { [k1, k2, p1, p2, k3] }

  var isNone: Bool { all.allSatisfy { $0.bounds == 0...0 } }

  /// How many of the radial coefficients may differ from zero, counted to the last one.
  var radialTerms: Int { k3.bounds != 0...0 ? 3 : k2.bounds != 0...0 ? 2 : k1.bounds != 0...0 ? 1 : 0 }

  /// The distortions at the ends of what may be drawn.
  var extremes: [Distortion] {
    let ends = all.map { Array(Set([$0.bounds.lowerBound, $0.bounds.upperBound])).sorted() }
    var lists: [[Double]] = [[]]
    for end in ends { lists = lists.flatMap { list in end.map { list + [$0] } } }
    return lists.map { Distortion(k1: $0[0], k2: $0[1], p1: $0[2], p2: $0[3], k3: $0[4]) }
  }

  func draw(_ path: String, _ draws: inout Draws) -> Distortion {
    func value(_ d: Distribution, _ name: String) -> Double { draws.draw(d, "\(path)/distortion/\(name)") }
    return Distortion(
      k1: value(k1, "k1"), k2: value(k2, "k2"), p1: value(p1, "p1"), p2: value(p2, "p2"), k3: value(k3, "k3"))
  }
}

extension CameraPlan {
  static let foldRemedy =
    "Take smaller coefficients or a narrower field of view; give distributions of coefficients a min and a max."

  /// What is wrong with a camera whose distortion folds within its picture; `nil` for others.
  func fold(of camera: Camera) -> String? {
    guard camera.projection == .brownConrady else { return nil }
    // What is seen is a disc about the axis, bent: a picture lies in it if its border does.
    let (w, h) = (camera.width, camera.height)
    func border(_ u: Int, _ v: Int) -> Bool { camera.hasRay(Double(u) - 0.5, Double(v) - 0.5) }
    let step = max(1, max(w, h) / 64)
    let isWhole =
      stride(from: 0, to: w, by: step).allSatisfy { border($0, 0) && border($0, h) }
      && stride(from: 0, to: h, by: step).allSatisfy { border(0, $0) && border(w, $0) }
      && border(w, h)
    if isWhole { return nil }
    let d = camera.distortion
    let degrees = DeterministicMath.atan(d.limit) * 180 / .pi
    return
      "distortion k1 \(d.k1), k2 \(d.k2), p1 \(d.p1), p2 \(d.p2), k3 \(d.k3) folds the picture \((degrees * 10).rounded() / 10)° off the axis, inside of the image"
  }
}
