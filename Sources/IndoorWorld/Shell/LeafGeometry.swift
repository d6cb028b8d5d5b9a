import Assets
import VectorMath

/// A door leaf: flush, or stiles and rails around panels or panes. In the y-z plane from the origin along +y and +z,
/// its thickness centred on x = 0.
struct LeafGeometry {
  let width: Double
  let height: Double
  let thickness: Double
  let design: HomeFinishes.DoorDesign
  let isGlazed: Bool
  let variation: AssetVariation

  private(set) var solid = MeshBuilder()
  private(set) var panes = MeshBuilder()

  init(
    width: Double, height: Double, thickness: Double, design: HomeFinishes.DoorDesign, isGlazed: Bool,
    variation: AssetVariation
  ) {
    self.width = width
    self.height = height
    self.thickness = thickness
    self.design = design
    self.isGlazed = isGlazed
    self.variation = variation
  }

  mutating func build() {
    let stile = min(0.115, width * 0.2)
    // Lower edges of fields and their heights, and how many stand side by side.
    var fields: [(z0: Double, z1: Double, count: Int)] = []
    let (low, high) = (0.2, height - stile)
    switch design {
    case .flush:
      if isGlazed { fields = [(low, high, 1)] }
    case .onePanel: fields = [(low * 0.7, high, 1)]
    case .twoPanels: fields = [(low, 0.86, 1), (0.86 + stile, high, 1)]
    case .fourPanels: fields = [(low, 0.8, 2), (0.8 + stile * 1.2, high, 2)]
    }
    guard !fields.isEmpty else {
      add(.zero, Vector2(width, height), upright: true)
      return
    }
    add(.zero, Vector2(stile, height), upright: true)
    add(Vector2(width - stile, 0), Vector2(width, height), upright: true)
    var z = 0.0
    for field in fields + [(height, height, 1)] {
      add(Vector2(stile, z), Vector2(width - stile, field.z0), upright: false)
      z = field.z1
    }
    for (k, field) in fields.enumerated() {
      let gap = field.count > 1 ? stile * 0.8 : 0
      let w = (width - 2 * stile - gap * Double(field.count - 1)) / Double(field.count)
      for i in 0..<field.count {
        let y = stile + Double(i) * (w + gap)
        if i > 0 { add(Vector2(y - gap, field.z0), Vector2(y, field.z1), upright: true) }
        let isPane = isGlazed && (k == fields.count - 1 || design == .onePanel)
        fill(Vector2(y, field.z0), Vector2(y + w, field.z1), isPane: isPane)
      }
    }
  }

  /// A member of the frame.
  private mutating func add(_ a: Vector2, _ b: Vector2, upright: Bool) {
    guard b.x - a.x > 1e-6, b.y - a.y > 1e-6 else { return }
    var box = MeshBuilder.box(
      from: Vector3(-thickness / 2, a.x, a.y), to: Vector3(thickness / 2, b.x, b.y), bevel: 0.0015)
    // The grain runs along the member.
    if upright { box.mapUVs { Vector2($0.y, $0.x) } }
    solid.append(box)
  }

  /// What fills a field: a raised panel between mouldings, or a pane.
  private mutating func fill(_ a: Vector2, _ b: Vector2, isPane: Bool) {
    let lip = 0.016
    for face in [-1.0, 1.0] {
      // A small moulding around the field, falling inwards.
      let x = face * thickness / 2
      let corners = [Vector2(a.x, a.y), Vector2(b.x, a.y), Vector2(b.x, b.y), Vector2(a.x, b.y)]
      let path = (face > 0 ? corners : corners.reversed()).map { Vector3(x - face * 0.004, $0.x, $0.y) }
      solid.append(
        .moulding(
          path, normal: Vector3(face, 0, 0),
          section: [
            Vector2(-0.002, -0.012), Vector2(lip, -0.012), Vector2(lip, -0.006), Vector2(0.004, 0.0),
            Vector2(-0.002, 0),
          ],
          isClosed: true))
    }
    if isPane {
      let (p, q) = (a, b)
      let ids = [Vector3(0, p.x, p.y), Vector3(0, q.x, p.y), Vector3(0, q.x, q.y), Vector3(0, p.x, q.y)].map {
        panes.point($0)
      }
      panes.quad(ids[0], ids[1], ids[2], ids[3])
      panes.quad(ids[0], ids[3], ids[2], ids[1])
      return
    }
    var panel = MeshBuilder.box(
      from: Vector3(-thickness / 2 + 0.012, a.x - 0.004, a.y - 0.004),
      to: Vector3(thickness / 2 - 0.012, b.x + 0.004, b.y + 0.004))
    panel.mapUVs { Vector2($0.y, $0.x) }
    solid.append(panel)
    let inset = 0.045
    if b.x - a.x > 0.2, b.y - a.y > 0.25, design == .fourPanels || design == .twoPanels {
      var raised = MeshBuilder.box(
        from: Vector3(-thickness / 2 + 0.005, a.x + inset, a.y + inset),
        to: Vector3(thickness / 2 - 0.005, b.x - inset, b.y - inset), bevel: 0.006)
      raised.mapUVs { Vector2($0.y, $0.x) }
      solid.append(raised)
    }
  }
}
