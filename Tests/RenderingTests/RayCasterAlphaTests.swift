import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// The alpha rule: what is below the cutoff is a hole.
@Suite struct RayCasterAlphaTests {
  /// Whether a vertical ray meets a 4 m square at texture coordinates (u, v).
  private static func isSolid(_ caster: RayCaster, _ u: Double, _ v: Double) -> Bool {
    caster.nearest(origin: Vector3(4 * u - 2, 2 - 4 * v, 3), direction: Vector3(0, 0, -1)) != nil
  }

  private static func square(_ material: Material) -> RayCaster {
    let body = AnalyticBody(.rectangle(width: 4, height: 4), at: .zero, material: material)
    return RayCaster(snapshot: AnalyticScene(bodies: [body]).snapshot())
  }

  @Test func nearestTexelsMakeSharpHoles() {
    let texture = Texture.chequeredHoles(4, isNearest: true)
    let caster = Self.square(Material(name: "m", baseColorTexture: texture, alpha: .mask(cutoff: 0.5)))
    for y in 0..<40 {
      for x in 0..<40 {
        let (u, v) = ((Double(x) + 0.5) / 40, (Double(y) + 0.5) / 40)
        #expect(Self.isSolid(caster, u, v) == ((x / 10 + y / 10) % 2 == 0), "texel \(x / 10), \(y / 10)")
      }
    }
  }

  /// Between the centres of an opaque and a clear texel alpha falls evenly.
  @Test func bilinearAlphaIsCutWhereItCrossesTheCutoff() {
    let texture = Texture.chequeredHoles(4, isNearest: false)
    for cutoff in [0.25, 0.5, 0.7] {
      let caster = Self.square(
        Material(name: "m", baseColorTexture: texture, alpha: .mask(cutoff: Float(cutoff))))
      // Texel (1, 1) is opaque with its centre at 3/8, texel (2, 1) clear with its centre at 5/8.
      let edge = 0.375 + (1 - cutoff) * 0.25
      #expect(Self.isSolid(caster, edge - 0.001, 0.375))
      #expect(!Self.isSolid(caster, edge + 0.001, 0.375))
    }
  }

  @Test func wrapsReachAcrossTheBorder() {
    // At u = 0 half of the weight lies on the neighbour beyond the border: clear when repeated, the same texel when
    // clamped or mirrored.
    for (wrap, isSolid) in [(Texture.Wrap.repeat, false), (.clamp, true), (.mirror, true)] {
      let texture = Texture.chequeredHoles(4, isNearest: false, wrap: wrap)
      let caster = Self.square(Material(name: "m", baseColorTexture: texture, alpha: .mask(cutoff: 0.6)))
      #expect(Self.isSolid(caster, 0.002, 0.125) == isSolid)
    }
  }

  @Test func blendedSurfacesAreSolidFromOneHalf() {
    for (alpha, isSolid) in [(Float(0.49), false), (0.5, true), (1, true)] {
      let caster = Self.square(Material(name: "m", baseColor: SIMD4(1, 1, 1, alpha), alpha: .blend))
      #expect(Self.isSolid(caster, 0.3, 0.6) == isSolid)
    }
  }

  @Test func opaqueMaterialsIgnoreAlpha() {
    let texture = Texture.chequeredHoles(4, isNearest: true)
    let caster = Self.square(Material(name: "m", baseColor: SIMD4(1, 1, 1, 0), baseColorTexture: texture))
    #expect(Self.isSolid(caster, 0.375, 0.125))
  }

  @Test func factorScalesTheTexture() {
    let texture = Texture.chequeredHoles(4, isNearest: true)
    let material = Material(
      name: "m", baseColor: SIMD4(1, 1, 1, 0.4), baseColorTexture: texture, alpha: .mask(cutoff: 0.5))
    #expect(!Self.isSolid(Self.square(material), 0.125, 0.125))
  }

  @Test func vertexColoursCount() {
    let mesh = Mesh(
      positions: [Vector3f(0, 0, 0), Vector3f(1, 0, 0), Vector3f(0, 1, 0)],
      colors: [SIMD4(1, 1, 1, 0), SIMD4(1, 1, 1, 1), SIMD4(1, 1, 1, 0)], triangles: [SIMD3(0, 1, 2)])
    let asset = Asset(
      name: "a", nativeClass: Ontology.classes[0], pieces: [Asset.Piece(mesh: mesh, material: 0)],
      materials: [Material(name: "m", alpha: .mask(cutoff: 0.25))])
    let entity = Entity(id: 1, name: "e", asset: asset, track: Track(still: .identity))
    let caster = RayCaster(snapshot: World(entities: [entity]).snapshot(at: 0))
    #expect(caster.nearest(origin: Vector3(0.26, 0.1, 1), direction: Vector3(0, 0, -1)) != nil)
    #expect(caster.nearest(origin: Vector3(0.24, 0.1, 1), direction: Vector3(0, 0, -1)) == nil)
  }

  @Test func whatLiesBehindAHoleIsSeenThroughIt() {
    let texture = Texture.chequeredHoles(4, isNearest: true)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(
        .rectangle(width: 4, height: 4), at: Vector3(0, 0, 1),
        material: Material(name: "fence", baseColorTexture: texture, alpha: .mask(cutoff: 0.5))),
      AnalyticBody(.rectangle(width: 4, height: 4), at: .zero),
    ])
    let caster = RayCaster(snapshot: scene.snapshot())
    #expect(caster.nearest(origin: Vector3(-1.5, 1.5, 3), direction: Vector3(0, 0, -1))?.piece == 0)
    #expect(caster.nearest(origin: Vector3(-0.5, 1.5, 3), direction: Vector3(0, 0, -1))?.piece == 1)
    #expect(!caster.isOccluded(from: Vector3(-0.5, 1.5, 3), to: Vector3(-0.5, 1.5, 0)))
    #expect(caster.isOccluded(from: Vector3(-1.5, 1.5, 3), to: Vector3(-1.5, 1.5, 0)))
  }
}
