package import Diagnostics
package import Geometry
package import VectorMath

/// What stands around sources and listeners: triangles with acoustic surfaces, asked by rays. World frame, metres.
///
/// It stands on the tree that pictures are traced with, so what is seen and what is heard is one geometry.
package struct AcousticScene: Sendable {
  /// What a triangle is made of.
  package struct Surface: Sendable, Hashable {
    package var material: AcousticMaterial
    /// Of the solid behind it, kg/m³: decides what goes through.
    package var density: Double

    package init(_ material: AcousticMaterial, density: Double) {
      self.material = material
      self.density = density
    }

    /// With the density that is usual for the material.
    package init(_ material: AcousticMaterial) {
      self.init(material, density: MaterialTable.density(of: material))
    }
  }

  /// Triangles that share a surface and an owner.
  package struct Body: Sendable {
    package var positions: [Vector3]
    package var triangles: [SIMD3<UInt32>]
    /// Index into the scene's surfaces.
    package var surface: Int
    /// What sounds from within it passes through it; 0 for nobody's.
    package var owner: UInt32

    package init(positions: [Vector3], triangles: [SIMD3<UInt32>], surface: Int, owner: UInt32 = 0) {
      self.positions = positions
      self.triangles = triangles
      self.surface = surface
      self.owner = owner
    }
  }

  /// Where a ray met a surface.
  struct Hit {
    /// Metres from the ray's origin.
    var distance: Double
    var point: Vector3
    /// Unit, on the side from which the ray came.
    var normal: Vector3
    /// Whether that is the outside.
    var isFront: Bool
    /// Index into the surfaces.
    var surface: Int
    /// Index into the planes; −1 for what is too small to mirror.
    var plane: Int
  }

  package let surfaces: [Surface]
  /// Flat faces that are large enough to mirror sound.
  let planes: [MirrorPlane]
  private let hierarchy: BoundingVolumeHierarchy
  private let facets: [Facet]

  private struct Facet {
    var normal: Vector3
    var surface: Int32
    var plane: Int32
    var owner: UInt32
  }

  /// Throws where a body names a surface or a corner that there is not, or there are more triangles than rays can tell apart.
  ///
  /// - Parameter mirror: square metres from which on a flat face gives reflections of its own; smaller ones scatter.
  package init(_ bodies: [Body], surfaces: [Surface], mirror: Double = 0.5) throws(DioramaError) {
    let count = bodies.reduce(0) { $0 + $1.triangles.count }
    guard count < 1 << 24, surfaces.count < 1 << 16 else {
      throw DioramaError(
        .badInput, "\(count) triangles to be heard", remedy: "Keep surroundings below 16 million triangles.")
    }
    var positions: [Vector3] = []
    var triangles: [SIMD3<UInt32>] = []
    var traits: [BoundingVolumeHierarchy.Traits] = []
    var facets: [Facet] = []
    var areas: [Double] = []
    positions.reserveCapacity(bodies.reduce(0) { $0 + $1.positions.count })
    triangles.reserveCapacity(count)
    facets.reserveCapacity(count)
    for body in bodies {
      guard surfaces.indices.contains(body.surface) else {
        throw DioramaError(
          .badInput, "a body names surface \(body.surface) of \(surfaces.count)",
          remedy: "Give every body a surface of the scene.")
      }
      let base = UInt32(positions.count)
      positions += body.positions
      let limit = body.positions.count
      for t in body.triangles {
        guard Int(t.x) < limit, Int(t.y) < limit, Int(t.z) < limit else {
          throw DioramaError(
            .badInput, "a body of \(limit) corners has a triangle \(t.x), \(t.y), \(t.z)",
            remedy: "Triangles name corners of their own body.")
        }
        let (a, b, c) = (body.positions[Int(t.x)], body.positions[Int(t.y)], body.positions[Int(t.z)])
        let n = cross(b - a, c - a)
        let size = length(n)
        triangles.append(t &+ SIMD3(repeating: base))
        // Hits on what may be passed are asked about one by one.
        traits.append(body.owner == 0 ? [] : .isPerforated)
        facets.append(
          Facet(
            normal: size > 0 ? n / size : Vector3(0, 0, 1), surface: Int32(body.surface), plane: -1,
            owner: body.owner))
        areas.append(size / 2)
      }
    }
    let found = MirrorPlane.planes(
      of: facets.indices.map { k in
        (normal: facets[k].normal, point: positions[Int(triangles[k].x)], area: areas[k])
      }, least: mirror)
    for k in facets.indices { facets[k].plane = found.membership[k] }
    self.surfaces = surfaces
    planes = found.planes
    hierarchy = BoundingVolumeHierarchy(positions: positions, triangles: triangles, traits: traits)
    self.facets = facets
  }

  package var triangleCount: Int { facets.count }
  package var bounds: Box3 { hierarchy.bounds }

  /// The first surface along a ray, from either side.
  ///
  /// - Parameters:
  ///   - direction: unit.
  ///   - from, to: metres of the ray that count.
  ///   - passing: an owner whose bodies are passed through; 0 for none.
  func nearest(
    _ origin: Vector3, _ direction: Vector3, from: Double = AcousticScene.skin, to: Double = .infinity,
    passing: UInt32 = 0
  ) -> Hit? {
    guard let ray = PreparedRay(origin: origin, direction: direction) else { return nil }
    let hit = hierarchy.nearest(
      ray, from: from, to: to, faces: .both,
      isSolid: { passing == 0 || facets[$0.triangle].owner != passing })
    guard let hit else { return nil }
    let facet = facets[hit.triangle]
    let faces = dot(facet.normal, direction) <= 0
    return Hit(
      distance: hit.t, point: origin + direction * hit.t, normal: faces ? facet.normal : -facet.normal,
      isFront: faces, surface: Int(facet.surface), plane: Int(facet.plane))
  }

  /// Whether nothing stands between two points; a tenth of a millimetre at both ends does not count.
  package func isFree(from a: Vector3, to b: Vector3, passing: UInt32 = 0) -> Bool {
    let way = b - a
    let reach = length(way)
    guard reach > 2 * AcousticScene.clearance, let ray = PreparedRay(origin: a, direction: way) else {
      return true
    }
    let end = AcousticScene.clearance / reach
    return !hierarchy.isBlocked(
      ray, from: end, to: 1 - end, faces: .both,
      isSolid: { passing == 0 || facets[$0.triangle].owner != passing })
  }

  /// Metres that ways between points leave out at either end: echoes keep their places in single precision.
  static let clearance = 1e-4
  /// Metres after which a ray may meet a surface again. In corners all that is nearer is passed.
  private static let skin = 1e-7
}
