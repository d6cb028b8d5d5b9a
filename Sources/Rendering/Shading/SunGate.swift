import CLanes
import Geometry
import VectorMath
import WorldModel

/// Where the sun may shine at all: outdoors, and in rooms on what lies behind a window as seen along its rays.
///
/// Rooms have few such places, so that little of the sun's maps need be drawn. Without windows nothing is known.
struct SunGate {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  /// What lies this far outside of a room's box is outdoors, metres.
  private static let skin = 0.01
  /// Holes in walls are wider than their panes by up to this, metres.
  private static let margin = 0.25

  /// Least and greatest corner.
  private struct Room {
    var low: SIMD4<Float>
    var high: SIMD4<Float>
  }

  /// Functions of a place: x, y and z steps and a constant.
  private struct Window {
    /// Metres along the sun's rays from the window.
    var behind: SIMD4<Float>
    /// Where its ray passed the window: −1…1 between the edges, and how much more is let pass.
    var u: SIMD4<Float>
    var v: SIMD4<Float>
    var mostU: Float
    var mostV: Float
  }

  private let rooms: [Room]
  private let windows: [Window]

  /// - Parameter eye: places are given as world-aligned metres from here.
  /// - Returns: `nil` where there are no rooms with windows.
  init?(_ snapshot: Snapshot, eye: Vector3) {
    guard !snapshot.interiors.isEmpty, !snapshot.portals.isEmpty else { return nil }
    let skin = Vector3(repeating: Self.skin)
    rooms = snapshot.interiors.map {
      let (low, high) = ($0.min - skin - eye, $0.max + skin - eye)
      return Room(
        low: SIMD4(Float(low.x), Float(low.y), Float(low.z), 0),
        high: SIMD4(Float(high.x), Float(high.y), Float(high.z), 0))
    }
    let sun = snapshot.sun.direction
    windows = snapshot.portals.compactMap { portal in
      let n = normalized(cross(portal.halfU, portal.halfV))
      let entering = -dot(n, sun)
      guard entering > 1e-4 else { return nil }
      let center = portal.center - eye
      // p + t·sun lies in the window's plane for t = n·(p − c) / entering.
      let behind = n / entering
      let start = -dot(behind, center)
      func part(_ half: Vector3) -> SIMD4<Float> {
        let axis = half / dot(half, half)
        let s = axis + behind * dot(axis, sun)
        return SIMD4(Float(s.x), Float(s.y), Float(s.z), Float(start * dot(axis, sun) - dot(axis, center)))
      }
      return Window(
        behind: SIMD4(Float(behind.x), Float(behind.y), Float(behind.z), Float(start)),
        u: part(portal.halfU), v: part(portal.halfV),
        mostU: Float(1 + Self.margin / length(portal.halfU)),
        mostV: Float(1 + Self.margin / length(portal.halfV)))
    }
  }

  /// Set where the sun may shine.
  @inline(never)
  func admits(_ p: Triple) -> SIMD8<Int32> {
    var inside = SIMD8<Int32>.zero
    for r in rooms {
      let below = lanes_max(lanes_max(r.low.x - p.x, r.low.y - p.y), r.low.z - p.z)
      let above = lanes_max(lanes_max(p.x - r.high.x, p.y - r.high.y), p.z - r.high.z)
      inside |= lanes_less(lanes_max(below, above), .zero)
    }
    var open = ~inside
    for w in windows where lanes_mask(open) != 0xff {
      @inline(__always)
      func value(_ f: SIMD4<Float>) -> Lanes { p.x * f.x + p.y * f.y + p.z * f.z + f.w }
      // Reveals lie before the pane.
      let behind = lanes_less(Lanes(repeating: -1), value(w.behind))
      let u = lanes_less(lanes_abs(value(w.u)), Lanes(repeating: w.mostU))
      let v = lanes_less(lanes_abs(value(w.v)), Lanes(repeating: w.mostV))
      open |= behind & u & v
    }
    return open
  }

  /// The same for one place.
  func admits(_ p: Vector3) -> Bool {
    lanes_mask(
      admits(
        (Lanes(repeating: Float(p.x)), Lanes(repeating: Float(p.y)), Lanes(repeating: Float(p.z))))) != 0
  }
}
