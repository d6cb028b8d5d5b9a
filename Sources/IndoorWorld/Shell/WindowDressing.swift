import Assets
import Furniture
import InteriorSurfaces
import VectorMath
import WorldModel

/// What hangs before a window: curtains on a rail, or a roller blind in the reveal.
///
/// Frame: x into the room, y along the wall, z up; the origin in the room's face of the wall, on the floor below the
/// middle of the window.
struct WindowDressing {
  let opening: HomePlan.Opening
  let finishes: HomeFinishes
  /// Of the room, metres.
  let roomHeight: Double
  /// How far the rail may reach to either side of the opening's middle: towards +y, towards -y; metres.
  let reach: (left: Double, right: Double)
  let variation: AssetVariation

  /// From the wall to the middle of the rail, so that folds pass before the window board, metres.
  private static let railOffset = 0.112

  private var railHeight: Double {
    min(roomHeight - 0.06, max(opening.head + 0.1, min(opening.head + 0.18, roomHeight - 0.12)))
  }

  /// The pole with its brackets and finials.
  func rail() -> Asset {
    var b = AssetBuilder(name: "curtain_rail", nativeClass: "curtain", mainPart: "rail")
    let metal = b.material(IndoorMaterial.metal(finishes.palette.metal))
    let z = railHeight
    let (y0, y1) = (-reach.right, reach.left)
    b.add(
      .cylinder(
        from: Vector3(Self.railOffset, y0, z), to: Vector3(Self.railOffset, y1, z), radius: 0.0125, sides: 14),
      material: metal)
    for (y, out) in [(y0, -1.0), (y1, 1.0)] {
      b.add(
        .sphere(center: Vector3(Self.railOffset, y + out * 0.012, z), radius: 0.02, sides: 14),
        material: metal,
        part: "finial")
      b.add(
        .cylinder(
          from: Vector3(-0.003, y - out * 0.07, z), to: Vector3(Self.railOffset, y - out * 0.07, z),
          radius: 0.007,
          sides: 10),
        material: metal, part: "bracket")
      b.add(
        .cylinder(
          from: Vector3(-0.003, y - out * 0.07, z), to: Vector3(0.006, y - out * 0.07, z), radius: 0.024,
          sides: 16),
        material: metal, part: "bracket")
    }
    return b.asset()
  }

  /// A pair of curtains that together cover `share` of the rail.
  func curtains(_ colour: Colour, share: Double) -> [Asset] {
    [1.0, -1.0].map { side in
      var b = AssetBuilder(name: "curtain", nativeClass: "curtain", mainPart: "cloth")
      let fabric = b.material(IndoorMaterial.fabric(colour), tile: IndoorMaterial.fabricTile)
      let total = reach.left + reach.right
      let width = max(0.16, total * min(1, share) / 2 - 0.01)
      let outer = (side > 0 ? reach.left : reach.right) - 0.02
      b.add(cloth(width: width, outer: outer, side: side), material: fabric, crease: 1.2)
      var rings = MeshBuilder()
      let metal = b.material(IndoorMaterial.metal(finishes.palette.metal))
      let count = max(4, Int(width / 0.09))
      for i in 0..<count {
        let y = side * (outer - width * (Double(i) + 0.5) / Double(count))
        rings.append(
          MeshBuilder.torus(radius: 0.02, tube: 0.0028, sides: 14, rings: 6).transformed(
            AffineTransform(
              linear: Matrix3(columns: Vector3(1, 0, 0), Vector3(0, 0, 1), Vector3(0, -1, 0)),
              translation: Vector3(Self.railOffset, y, railHeight - 0.007))))
      }
      b.add(rings, material: metal, part: "ring")
      return b.asset()
    }
  }

  /// Cloth in folds: even pleats at the top that wander and open towards the hem.
  private func cloth(width: Double, outer: Double, side: Double) -> MeshBuilder {
    let top = railHeight - 0.03
    let bottom = 0.012
    // The less it is drawn, the deeper and narrower the folds: the cloth is about as long as the half rail and a half.
    let full = (reach.left + reach.right) / 2 * 1.5
    let folds = max(3, (full / 0.24).rounded())
    let wave = width / folds
    // Of a sine the arc length is about 1 + (π a / wave)² / ... : solved roughly for the depth of the folds.
    let stretch = max(1.15, full / width)
    let depth = min(0.055, wave * ((stretch - 1) * 0.45).squareRoot() * 0.5 + 0.01)
    let columns = min(160, Int(folds) * 9)
    func at(_ u: Double, _ v: Double) -> Vector3 {
      let fall = v
      let wander = 0.22 * fall * (variation.unit("wander", side > 0 ? 1 : 2) - 0.5)
      let bend = DeterministicMath.sin(2 * .pi * (u * 1.3 + variation.unit("bend"))) * 0.25 * fall
      let phase = 2 * Double.pi * (u * folds + bend + wander)
      // Folds are not all alike.
      let own =
        0.75 + 0.25 * DeterministicMath.sin(2 * .pi * (u * 2.7 + variation.unit("own", side > 0 ? 1 : 2)))
      let amplitude = depth * (0.75 + 0.4 * fall * own)
      let (s, c) = DeterministicMath.sincos(phase)
      let x = Self.railOffset + amplitude * s + 0.006 * fall
      // Gathered at the top, a little wider at the hem.
      let spread = 1 + 0.05 * fall
      let y = side * (outer - width * u * spread) + 0.12 * wave * c * DeterministicMath.sin(2 * phase) * 0.5
      let hem = 0.004 * DeterministicMath.sin(phase * 0.5)
      return Vector3(x, y, top + (bottom - top) * v + hem * v)
    }
    let thickness = 0.0022
    var b = MeshBuilder.slab(
      columns: columns, rows: 7, front: { at($0, $1) + Vector3(thickness, 0, 0) }, back: { at($0, $1) })
    let height = top - bottom
    b.mapUVs { Vector2($0.x * full, $0.y * height) }
    return b
  }

  /// A blind of cloth on a roller at the top of the reveal, let down by `share` of the opening.
  ///
  /// - Parameter depth: from the room's face to the window's frame, metres.
  func blind(_ colour: Colour, share: Double, depth: Double) -> Asset {
    var b = AssetBuilder(name: "blind", nativeClass: "blind", mainPart: "cloth")
    let cloth = b.material(IndoorMaterial.fabric(colour), tile: IndoorMaterial.fabricTile)
    let plastic = b.material(IndoorMaterial.plastic(Colour(0xf0f0ee)))
    let w = opening.width / 2 - 0.02
    let x = -depth + WindowUnit.frameDepth / 2 + 0.085
    let top = opening.head - 0.045
    let bottom = max(opening.sill + 0.05, top - (opening.height - 0.1) * max(0.04, share))
    b.add(
      .cylinder(from: Vector3(x, -w, top), to: Vector3(x, w, top), radius: 0.024, sides: 18), material: cloth,
      part: "roller")
    for side in [-1.0, 1.0] {
      b.add(
        .box(
          from: Vector3(x - 0.03, side * w, top - 0.03),
          to: Vector3(x + 0.03, side * (w + 0.008), opening.head + 0.003), bevel: 0.002),
        material: plastic, part: "bracket")
    }
    var sheet = MeshBuilder.box(
      from: Vector3(x + 0.0225, -w + 0.008, bottom), to: Vector3(x + 0.024, w - 0.008, top))
    sheet.setUVs { Vector2($0.y, -$0.z) }
    b.add(sheet, material: cloth)
    b.add(
      .box(
        from: Vector3(x + 0.017, -w + 0.006, bottom - 0.02), to: Vector3(x + 0.03, w - 0.006, bottom + 0.004),
        bevel: 0.003),
      material: plastic, part: "bar")
    return b.asset()
  }
}
