import CLanes
import Geometry
import VectorMath
import WorldModel

/// What rays from smooth surfaces see, lit from the cache.
final class MirrorRays {
  private let scene: IndoorScene
  private let cache: LightCache
  private let atlas: TextureAtlas
  private let sky: Sky
  private let sunDirection: Vector3
  private let sun: Vector3f
  /// What mirror images need to know of materials, which are too large to be passed around for each ray.
  private let finishes: [Finish]

  private struct Finish {
    var colour: Vector3f
    var glow: Vector3f
    var isUnlit: Bool
    var isMirror: Bool
    /// In the atlas; 0 = none.
    var colourTexture: Int32
    var glowTexture: Int32
  }

  init(_ scene: IndoorScene, _ cache: LightCache, _ atlas: TextureAtlas) {
    self.scene = scene
    self.cache = cache
    self.atlas = atlas
    sky = scene.snapshot.sky
    sunDirection = scene.snapshot.sun.direction
    sun = scene.snapshot.sun.irradiance
    finishes = scene.snapshot.materials.map {
      Finish(
        colour: Vector3f($0.baseColor.x, $0.baseColor.y, $0.baseColor.z), glow: $0.emissive,
        isUnlit: $0.isUnlit, isMirror: $0.metallic > 0.5 && $0.roughness < 0.15,
        colourTexture: atlas.index($0.baseColorTexture), glowTexture: atlas.index($0.emissiveTexture))
    }
  }

  /// Linear RGB radiance × π that arrives along a ray.
  ///
  /// - Parameters:
  ///   - origin: world, metres.
  ///   - direction: unit, away from the origin.
  ///   - spread: how much the ray widens a metre; picks the textures' level.
  ///   - travelled: metres from the eye to the origin.
  ///   - isFaint: whether little of it will be seen.
  ///   - depth: mirrors that may yet be met.
  func radiance(
    origin: Vector3, direction: Vector3, spread: Double, travelled: Double, isFaint: Bool = false,
    depth: Int = 1
  ) -> (colour: Vector3f, distance: Double) {
    guard let hit = scene.caster.nearest(origin: origin, direction: direction, from: 1e-4) else {
      return (SkyLight.radiance(Float(direction.z), sky), 1e3)
    }
    let w = Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2)
    let r = scene.receiver(piece: hit.piece, triangle: hit.triangle, w, back: !hit.isFront)
    let shape = scene.pieces[hit.piece]
    let finish = finishes[shape.material]
    let (colour, glow) = colours(hit, w, shape, finish, footprint: spread * (travelled + hit.t))
    if finish.isUnlit { return (colour, hit.t) }
    if depth > 0, finish.isMirror {
      let d = direction - r.normal * (2 * dot(direction, r.normal))
      let seen = radiance(
        origin: r.point, direction: normalized(d), spread: spread, travelled: travelled + hit.t,
        isFaint: isFaint, depth: depth - 1)
      return (seen.colour * colour + glow, hit.t)
    }
    var e: Vector3f
    if r.room >= 0 {
      let place = LightCache.Place(
        piece: hit.piece, triangle: hit.triangle, weights: SIMD3<Float>(w), back: !hit.isFront,
        room: r.room, point: r.point, normal: r.normal, footprint: Float(spread * (travelled + hit.t)))
      if isFaint {
        let l = cache.faintLight(place, hit, direction: direction)
        e = Vector3f(l[0], l[1], l[2])
      } else {
        let l = cache.light(place)
        e = Vector3f(l[0], l[1], l[2])
      }
    } else {
      let dome = sky.zenith * 0.6 + sky.horizon * 0.4
      e = sky.ground + (dome - sky.ground) * Float(r.normal.z * 0.5 + 0.5)
    }
    let cosine = dot(r.normal, sunDirection)
    if cosine > 0, sunDirection.z > -0.02, Emitter.luminance(sun) > 1e-5, scene.seesSun(r.point) {
      e += sun * Float(cosine)
    }
    return (colour * e + glow, hit.t)
  }

  private func colours(
    _ hit: RayCaster.Hit, _ w: Vector3, _ shape: IndoorScene.Piece, _ finish: Finish, footprint: Double
  ) -> (colour: Vector3f, glow: Vector3f) {
    var (colour, glow) = (finish.colour, finish.glow)
    let mesh = shape.mesh
    let t = mesh.triangles[hit.triangle]
    let (i, j, k) = (Int(t.x), Int(t.y), Int(t.z))
    if !mesh.colors.isEmpty {
      let c = mesh.colors[i] * Float(w.x) + mesh.colors[j] * Float(w.y) + mesh.colors[k] * Float(w.z)
      colour *= Vector3f(c.x, c.y, c.z)
    }
    guard !mesh.uvs.isEmpty, finish.colourTexture > 0 || finish.glowTexture > 0 else { return (colour, glow) }
    let (ua, ub, uc) = (mesh.uvs[i], mesh.uvs[j], mesh.uvs[k])
    let uv = ua * Float(w.x) + ub * Float(w.y) + uc * Float(w.z)
    let (pa, pb, pc) = scene.caster.corners(of: hit)
    let world = length(cross(pb - pa, pc - pa))
    let image = Double(cross(ub - ua, uc - ua).magnitude)
    let step = Float((image / Swift.max(world, 1e-12)).squareRoot() * footprint)
    atlas.withSampling { sampling in
      func sample(_ index: Int32) -> Vector3f {
        let s = SIMD8<Float>(repeating: step)
        let texel = sampling.sample(
          SIMD8(repeating: index), SIMD8(repeating: uv.x), SIMD8(repeating: uv.y), s, .zero, .zero, s)[0]
        func linear(_ shift: UInt32) -> Float { ToneMapping.decode[Int(texel >> shift & 255)] }
        return Vector3f(linear(0), linear(8), linear(16))
      }
      if finish.colourTexture > 0 { colour *= sample(finish.colourTexture) }
      if finish.glowTexture > 0 && glow != .zero { glow *= sample(finish.glowTexture) }
    }
    return (colour, glow)
  }
}
