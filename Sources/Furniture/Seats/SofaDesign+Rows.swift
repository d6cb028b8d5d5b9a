import Assets
import VectorMath

/// Whole rows of seats.
extension SofaDesign {
  /// The asset that a straight row of seats makes.
  func row(_ name: String, nativeClass: String, seats: Int, width: Double) -> AssetBuilder {
    var asset = AssetBuilder(name: name, nativeClass: nativeClass, mainPart: "frame")
    let (rear, front) = (-depth / 2, depth / 2)
    let inner = width / 2 - armWidth
    for side in [-1.0, 1] {
      // Arms end a hand before the seat's front on a rolled or padded suite, as its cushions are shaped around them.
      addArm(
        to: &asset, rear: rear, front: front - (arm == .rolled ? 0.05 : 0.01), inner: side * inner, side: side
      )
    }
    addBase(to: &asset, rear...front, -inner...inner)
    addBack(to: &asset, rear: rear, -inner...inner, seats: seats)
    addSeats(to: &asset, seatRear(rear) - 0.01...front, -inner...inner, seats: seats)
    addFeet(to: &asset, rear...front - 0.01, -width / 2...width / 2, middle: width > 1.7 && foot != .bun)
    return asset
  }

  /// The upholstered frame below the cushions.
  func addBase(to asset: inout AssetBuilder, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    let low = arm == .wooden ? deck - 0.11 : clearance
    let finish = arm == .wooden ? legs : cover
    if arm == .wooden {
      // A frame of rails that carries the cushions.
      for (a, b) in [
        (
          Vector3(x.upperBound - 0.05, y.lowerBound - 0.02, low),
          Vector3(x.upperBound - 0.02, y.upperBound + 0.02, deck)
        ),
        (
          Vector3(x.lowerBound + 0.12, y.lowerBound - 0.02, low),
          Vector3(x.lowerBound + 0.15, y.upperBound + 0.02, deck)
        ),
        (
          Vector3(x.lowerBound + 0.15, y.lowerBound, low + 0.03),
          Vector3(x.upperBound - 0.05, y.upperBound, deck - 0.005)
        ),
      ] { asset.add(.board(a, b, bevel: 0.004), finish) }
      return
    }
    asset.add(
      SoftBlock(
        Vector3(x.lowerBound + 0.03, y.lowerBound - 0.01, low),
        Vector3(x.upperBound - 0.012, y.upperBound + 0.01, deck),
        radius: 0.025, pitch: 0.3
      ).mesh, finish, crease: 1.1)
  }

  /// The back with its cushions, facing positive x.
  func addBack(to asset: inout AssetBuilder, rear: Double, _ y: ClosedRange<Double>, seats: Int) {
    let frame = backFrame(rear: rear, y)
    if arm == .wooden {
      addOpenBack(to: &asset, rear: rear, y)
    } else {
      asset.add(frame.mesh.leaning(lean, from: deck), cover, part: "back", crease: 1.1)
      if back == .tufted {
        asset.add(frame.buttonMesh.leaning(lean, from: deck), cover, part: "back", crease: 1.1)
      }
    }
    guard back == .loose else { return }
    let step = (y.upperBound - y.lowerBound) / Double(seats)
    for i in 0..<seats {
      let low = y.lowerBound + step * Double(i)
      let cushion = backCushion(rear: seatRear(rear) - 0.015, low...low + step, index: i)
      asset.add(cushion.mesh.leaning(lean + 0.03, from: deck), cover, part: "back cushion", crease: 1.1)
      if hasPiping {
        asset.add(
          cushion.piping(axis: 0).leaning(lean + 0.03, from: deck), cover, part: "back cushion", crease: 1.1)
      }
    }
  }

  /// A back of wood that shows behind the cushions: a top rail, a bottom rail and slats between.
  private func addOpenBack(to asset: inout AssetBuilder, rear: Double, _ y: ClosedRange<Double>) {
    let x = rear + lean * (backHeight - deck) + backThickness - 0.03
    func put(_ mesh: MeshBuilder) { asset.add(mesh.leaning(lean, from: deck), legs, part: "back") }
    let (low, top) = (deck + 0.04, backHeight - 0.06)
    put(
      .board(
        Vector3(x - 0.014, y.lowerBound - 0.03, top - 0.05), Vector3(x + 0.014, y.upperBound + 0.03, top),
        bevel: 0.006))
    put(
      .board(
        Vector3(x - 0.012, y.lowerBound, low), Vector3(x + 0.012, y.upperBound, low + 0.04), bevel: 0.004))
    for end in [y.lowerBound - 0.025, y.upperBound + 0.025] {
      put(
        .board(
          Vector3(x - 0.018, end - 0.018, deck - 0.1), Vector3(x + 0.018, end + 0.018, top - 0.01),
          bevel: 0.005))
    }
    let count = max(2, Int((y.upperBound - y.lowerBound) / 0.14))
    for i in 0..<count {
      let cy = y.lowerBound + (y.upperBound - y.lowerBound) * (Double(i) + 0.5) / Double(count)
      put(
        .board(
          Vector3(x - 0.007, cy - 0.012, low + 0.02), Vector3(x + 0.007, cy + 0.012, top - 0.03), bevel: 0.003
        ))
    }
  }

  /// Seat cushions side by side.
  func addSeats(
    to asset: inout AssetBuilder, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, seats: Int,
    first: Int = 0
  ) {
    let step = (y.upperBound - y.lowerBound) / Double(seats)
    for i in 0..<seats {
      let low = y.lowerBound + step * Double(i)
      let cushion = seatCushion(x, low...low + step, index: first + i)
      asset.add(cushion.mesh, cover, part: "seat cushion", crease: 1.1)
      if hasPiping { asset.add(cushion.piping(axis: 2), cover, part: "seat cushion", crease: 1.1) }
    }
  }
}
