import CLanes
import VectorMath
import WorldModel

/// All that is known about the light in the rooms of one snapshot; kept as long as nothing moves.
final class IndoorLight {
  let scene: IndoorScene
  let atlas: TextureAtlas
  let cache: LightCache
  let mirrors: MirrorRays
  let glass: GlassLayers
  /// Exposures that have been metered, by what saw.
  var metered: [Metering.View: Vector3f] = [:]

  init(_ snapshot: Snapshot, _ caster: RayCaster, atlas: TextureAtlas) {
    self.atlas = atlas
    scene = IndoorScene(snapshot, caster)
    cache = LightCache(scene)
    mirrors = MirrorRays(scene, cache, atlas)
    glass = GlassLayers(snapshot)
  }
}

/// Reads the light of eight samples of a picture.
final class IndoorLanes {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  let light: IndoorLight
  let surfaces: SurfaceTable
  let records: UnsafePointer<RasterTriangle>
  /// The camera's place, world.
  let eye: Vector3
  /// Width of a pixel at a metre's distance, metres.
  let spread: Double
  private let memo = SampleMemo()

  init(
    light: IndoorLight, surfaces: SurfaceTable, records: UnsafePointer<RasterTriangle>, eye: Vector3,
    spread: Double
  ) {
    self.light = light
    self.surfaces = surfaces
    self.records = records
    self.eye = eye
    self.spread = spread
  }

  /// Rougher surfaces blur what they mirror over more than a pixel.
  private static let satin: Float = 0.2
  /// Mirror images fainter than this need no fine shadows.
  private static let faint: Float = 0.25

  /// What arrives at eight samples.
  struct Arriving {
    /// Irradiance; zero outdoors.
    var irradiance: Triple = (.zero, .zero, .zero)
    /// The mean direction of the light, shorter the more it comes from all sides.
    var direction: Triple = (.zero, .zero, .zero)
    var isInside = SIMD8<Int32>.zero
  }

  /// - Parameters:
  ///   - ids: records; 0 = nothing.
  ///   - u, v: sample positions, pixels; `pixel`: names the eight pixels.
  ///   - point: world-aligned metres from the eye; `face`: the triangles' normals; `smooth`: the shading normals.
  @inline(never)
  func arriving(
    _ ids: SIMD8<Int32>, u: SIMD8<Double>, v: SIMD8<Double>, pixel: (u: Double, v: Double), z: Lanes,
    point: Triple, face: Triple, smooth: Triple
  ) -> Arriving {
    memo.begin(u: pixel.u, v: pixel.v)
    var out = Arriving()
    for k in 0..<8 {
      let id = Int(ids[k])
      guard id > 0 else { continue }
      if let s = memo.sample(k, of: ids[k]) {
        memo.copyArriving(s, k, to: &out)
        continue
      }
      let p = eye + Vector3(Double(point.x[k]), Double(point.y[k]), Double(point.z[k]))
      let n = Vector3(Double(face.x[k]), Double(face.y[k]), Double(face.z[k]))
      let room = light.scene.rooms.room(at: p + n * 0.03)
      guard room >= 0 else { continue }
      let row = surfaces.base + id &* Int(SurfaceTable.stride)
      let w = surfaces.weights + id &* Int(SurfaceTable.weightStride)
      let du = Float(u[k]) - row[SurfaceTable.Column.refU]
      let dv = Float(v[k]) - row[SurfaceTable.Column.refV]
      let b = (w[0] + (w[1] * du + w[2] * dv)) * z[k]
      let c = (w[3] + (w[4] * du + w[5] * dv)) * z[k]
      let record = records[id]
      let l = light.cache.light(
        LightCache.Place(
          piece: Int(record.piece), triangle: Int(record.triangle), weights: SIMD3(1 - b - c, b, c),
          back: w[6] > 0.5, room: room, point: p,
          normal: Vector3(Double(smooth.x[k]), Double(smooth.y[k]), Double(smooth.z[k])),
          footprint: z[k] * Float(spread)))
      out.isInside[k] = -1
      out.irradiance.x[k] = l[0]
      out.irradiance.y[k] = l[1]
      out.irradiance.z[k] = l[2]
      let r = 1 / max(Emitter.luminance(Vector3f(l[0], l[1], l[2])), 1e-12)
      out.direction.x[k] = l[3] * r
      out.direction.y[k] = l[4] * r
      out.direction.z[k] = l[5] * r
    }
    memo.add(ids, out)
    return out
  }

  /// What smooth surfaces mirror: linear RGB radiance × π, and how far away it is, metres.
  ///
  /// - Parameters:
  ///   - wanted: the samples to ask for; others give zero.
  ///   - mirrored: unit directions.
  ///   - roughness: of the surfaces: what they mirror may be found the more coarsely.
  ///   - strength: the part of what they mirror that is seen.
  @inline(never)
  func mirrored(
    _ wanted: SIMD8<Int32>, point: Triple, face: Triple, mirrored: Triple, distance: Lanes,
    roughness: Lanes, strength: Lanes
  ) -> (colour: Triple, distance: Lanes) {
    var out: Triple = (.zero, .zero, .zero)
    var far = Lanes.zero
    var missing = SIMD8<Int32>.zero
    for k in 0..<8 where wanted[k] != 0 && !memo.copyImage(k, to: &out, &far) {
      // Satin surfaces show every second sample's image and what lies between.
      if k & 1 == 1, k < 7, roughness[k] > Self.satin, wanted[k + 1] != 0, missing[k - 1] == 0,
        wanted[k - 1] != 0, memo.isOneSurface(k - 1, k, k + 1)
      {
        missing[k] = -1
        continue
      }
      let n = Vector3(Double(face.x[k]), Double(face.y[k]), Double(face.z[k]))
      var d = Vector3(Double(mirrored.x[k]), Double(mirrored.y[k]), Double(mirrored.z[k]))
      // Bent normals must not send rays into the surface.
      let below = dot(d, n)
      if below < 0.02 { d = normalized(d + n * (0.02 - below)) }
      let p = eye + Vector3(Double(point.x[k]), Double(point.y[k]), Double(point.z[k]))
      let seen = light.mirrors.radiance(
        origin: p + n * IndoorScene.lift, direction: d,
        spread: spread + Double(max(0, roughness[k] - 0.08)) * 0.25, travelled: Double(distance[k]),
        isFaint: strength[k] < Self.faint)
      out.x[k] = seen.colour.x
      out.y[k] = seen.colour.y
      out.z[k] = seen.colour.z
      far[k] = Float(seen.distance)
    }
    for k in 0..<8 where missing[k] != 0 {
      out.x[k] = (out.x[k - 1] + out.x[k + 1]) / 2
      out.y[k] = (out.y[k - 1] + out.y[k + 1]) / 2
      out.z[k] = (out.z[k - 1] + out.z[k + 1]) / 2
      far[k] = (far[k - 1] + far[k + 1]) / 2
    }
    memo.addImage(wanted, out, far)
    return (out, far)
  }
}
