import Assets
import VectorMath
package import WorldModel

/// An L-shaped sofa: a row of seats and, at one end, a chaise longue or a second row at right angles.
///
/// Its back is the plane of least x; the part that comes forward is at the side of positive y where `isLeft`.
package struct SofaCorner: FurnitureAsset {
  package static let assetName = "sofa_corner"
  /// Along the wall, metres.
  package var width: Double
  /// How far the other part comes forward from the wall, metres.
  package var reach: Double
  /// Whether that part is on the left of one who looks out of the sofa (positive y).
  package var isLeft: Bool
  /// Whether the part that comes forward has a back of its own.
  package var hasSecondBack: Bool
  private let design: SofaDesign

  package init(_ look: Look) {
    let v = look.variation
    width = v.number("width", in: 2.4...2.85)
    hasSecondBack = v.unit("second back") < 0.4
    reach = hasSecondBack ? v.number("reach", in: 1.9...2.3) : v.number("reach", in: 1.5...1.7)
    isLeft = v.unit("left") < 0.5
    var design = SofaDesign(look)
    // A tight or an open back cannot turn the corner.
    if design.back != .loose { design.back = .loose }
    if design.arm == .wooden { (design.arm, design.armWidth, design.foot) = (.track, 0.14, .tapered) }
    if design.arm == .rolled { (design.arm, design.armWidth) = (.padded, 0.22) }
    // So many cushions need no finer ones.
    design.pitch = 1.5
    if hasSecondBack { design.hasPiping = false }
    self.design = design
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "sofa", mainPart: "frame")
    let d = design
    let side = isLeft ? 1.0 : -1
    let (rear, front) = (-reach / 2, reach / 2)
    let row = rear + d.depth
    let far = -width / 2 + d.armWidth
    let wing = d.depth * (hasSecondBack ? 1 : 0.86)
    let bend = width / 2 - wing
    func y(_ a: Double, _ b: Double) -> ClosedRange<Double> { side > 0 ? a...b : -b ... -a }
    d.addArm(to: &asset, rear: rear, front: row - 0.01, inner: side * far, side: -side)
    let seat = d.seatRear(rear) - 0.01
    if hasSecondBack {
      let seats = max(1, Int(((bend - far) / 0.75).rounded()))
      d.addBase(to: &asset, rear...row, y(far, width / 2 - 0.03))
      d.addBase(to: &asset, rear + 0.1...front - d.armWidth, y(bend, width / 2 - 0.03))
      d.addBack(to: &asset, rear: rear, y(far, width / 2 - 0.02), seats: seats + 1)
      d.addSeats(to: &asset, seat...row, y(far, bend), seats: seats)
      addWing(to: &asset, rear: rear, front: front, row: row, side: side, bend: bend)
    } else {
      let edge = width / 2 - d.armWidth
      let seats = max(1, Int(((bend - far) / 0.72).rounded()))
      d.addBase(to: &asset, rear...row, y(far, bend))
      d.addBase(to: &asset, rear...front, y(bend, edge))
      d.addArm(to: &asset, rear: rear, front: row - 0.01, inner: side * edge, side: side)
      d.addBack(to: &asset, rear: rear, y(far, edge), seats: seats + 1)
      d.addSeats(to: &asset, seat...row, y(far, bend), seats: seats)
      d.addSeats(to: &asset, seat...front, y(bend, edge), seats: 1, first: seats)
      d.addFeet(to: &asset, row...front - 0.01, y(bend, edge), middle: false)
    }
    d.addFeet(to: &asset, rear...row - 0.01, y(-width / 2, width / 2), middle: true)
    return asset.asset()
  }

  /// The second row: seats that look along y, with a back at the side and an arm at the front.
  private func addWing(
    to asset: inout AssetBuilder, rear: Double, front: Double, row: Double, side: Double, bend: Double
  ) {
    let d = design
    // In a frame turned so that the wing's back is its least x: its y runs along the asset's x.
    let rearOfWing = -width / 2
    func turned(_ mesh: MeshBuilder) -> MeshBuilder {
      // (x, y) of the wing to (y', x') of the asset: the back at +y for side > 0.
      mesh.transformed(
        AffineTransform(
          linear: Matrix3(rows: Vector3(0, 1, 0), Vector3(-side, 0, 0), Vector3(0, 0, 1)), translation: .zero)
      )
    }
    let inner = front - d.armWidth
    let frame = d.backFrame(rear: rearOfWing, rear + 0.1...inner)
    asset.add(turned(frame.mesh.leaning(d.lean, from: d.deck)), d.cover, part: "back", crease: 1.1)
    let seat = d.seatRear(rearOfWing) - 0.01
    let start = d.seatRear(rear) - 0.01
    let count = max(1, Int(((inner - row) / 0.8).rounded()))
    let cuts = [start, row] + (1...count).map { row + (inner - row) * Double($0) / Double(count) }
    for (i, pair) in zip(cuts, cuts.dropFirst()).enumerated() {
      let cushion = d.seatCushion(seat ... -bend, pair.0...pair.1, index: 10 + i)
      asset.add(turned(cushion.mesh), d.cover, part: "seat cushion", crease: 1.1)
      let low = i == 0 ? pair.0 + 0.16 : pair.0
      let rest = d.backCushion(rear: seat - 0.005, low...pair.1, index: 10 + i)
      asset.add(
        turned(rest.mesh.leaning(d.lean + 0.03, from: d.deck)), d.cover, part: "back cushion", crease: 1.1)
    }
    // The arm at the wing's front end.
    d.addArm(to: &asset, rear: rearOfWing, front: -bend - 0.01, inner: inner, side: 1, turn: turned)
    d.addFeet(to: &asset, row...front, side > 0 ? bend...width / 2 : -width / 2 ... -bend, middle: false)
  }
}
