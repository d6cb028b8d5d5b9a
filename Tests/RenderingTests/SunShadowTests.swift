import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Shadows against rays to all of the sun's disc, on a table and in a street.
@Suite struct SunShadowTests {
  /// A ground with a post 5 mm thick and half a metre high in its middle.
  struct Place: Sendable, CustomStringConvertible {
    var description: String
    var ground: Double
    var eye: Vector3
    var target: Vector3
    var camera: Camera
    /// The greatest mean difference over the pixels in which either finds shadow.
    var tolerance: Double
    /// The greatest relative difference of the shadow's whole darkness, and of each quarter of its length.
    var whole: Double
    var quarter: Double

    static let table = Place(
      description: "table", ground: 5.4, eye: Vector3(-0.5, -0.9, 0.9), target: Vector3(0.15, 0.1, 0.1),
      camera: Camera(width: 640, height: 480, horizontalFieldOfView: 0.9), tolerance: 0.08, whole: 0.04,
      quarter: 0.06)
    static let street = Place(
      description: "street", ground: 300, eye: Vector3(-2, -4, 1.6), target: Vector3(0.5, 2, 0.3),
      camera: Camera(width: 1280, height: 720, horizontalFieldOfView: 1.1), tolerance: 0.26, whole: 0.08,
      quarter: 0.25)
  }

  private static let dark = Sky(zenith: .zero, horizon: .zero, ground: .zero)

  private static func body(_ shape: AnalyticShape, _ p: Vector3, yaw: Double = 0) -> AnalyticBody {
    AnalyticBody(
      shape, at: p, rotation: Quaternion(yaw: yaw),
      material: Material(name: "matte", baseColor: SIMD4(0.8, 0.8, 0.8, 1), roughness: 1))
  }

  private static func render(
    _ bodies: [AnalyticBody], _ place: Place, _ sun: Vector3
  ) -> (hdr: Raster<Float>, piece: Raster<UInt32>, snapshot: Snapshot) {
    var world = AnalyticScene(bodies: bodies).world
    world.sun = Sun(direction: sun, irradiance: Vector3f(1, 1, 1))
    world.sky = dark
    let snapshot = world.snapshot(at: 0)
    let renderer = Renderer()
    renderer.render(
      snapshot,
      ViewRequest(
        camera: place.camera, worldFromCamera: AnalyticScene.lookingAt(place.target, from: place.eye),
        channels: [.hdr, .visibility]), atlas: TextureAtlas(snapshot.materials))
    return (renderer.buffers.hdr, renderer.buffers.piece, snapshot)
  }

  /// The part of the sun's disc, 0.53° wide, that rays from a point of the ground reach.
  private static func seenSun(_ p: Vector3, _ sun: Vector3, _ caster: RayCaster) -> Double {
    let side = normalized(cross(sun, Vector3(0, 0, 1)))
    let up = cross(side, sun)
    var open = 0
    for i in 0..<64 {
      let r = 0.00465 * ((Double(i) + 0.5) / 64).squareRoot()
      let (s, c) = DeterministicMath.sincos(Double(i) * 2.399963229728653)
      let direction = sun + side * (r * c) + up * (r * s)
      if !caster.isOccluded(origin: p + Vector3(0, 0, 1e-6), direction: direction, from: 0) { open += 1 }
    }
    return Double(open) / 64
  }

  @Test(
    arguments: [Place.table, .street],
    [Vector3(0.5, -0.5, 0.7), Vector3(-0.8, -0.2, 0.6), Vector3(-0.1, 0.6, 0.35)])
  func aThinPostCastsTheShadowThatRaysFind(_ place: Place, _ toSun: Vector3) {
    let sun = normalized(toSun)
    let ground = Self.body(.rectangle(width: place.ground, height: place.ground), .zero)
    let post = Self.body(.box(size: Vector3(0.005, 0.005, 0.5)), Vector3(0, 0, 0.25), yaw: 0.3)
    let bare = Self.render([ground], place, sun)
    let with = Self.render([ground, post], place, sun)
    let caster = RayCaster(snapshot: with.snapshot)
    let pose = AnalyticScene.lookingAt(place.target, from: place.eye)
    let away = normalized(Vector3(-sun.x, -sun.y, 0))
    let reach = 0.5 * length(Vector2(sun.x, sun.y)) / sun.z
    var (difference, count) = (0.0, 0)
    var truths = [Double](repeating: 0, count: 4)
    var founds = [Double](repeating: 0, count: 4)
    var worst = 0.0
    for v in 1..<(place.camera.height - 1) {
      for u in 1..<(place.camera.width - 1) {
        let isGround = (-1...1).allSatisfy { dv in (-1...1).allSatisfy { with.piece[u + $0, v + dv] == 1 } }
        guard isGround else { continue }
        let ray = pose.rotation * place.camera.ray(Double(u), Double(v))
        let p = pose.translation + ray * (-pose.translation.z / ray.z)
        let found = Double(with.hdr[u, v, 0] / bare.hdr[u, v, 0])
        let along = dot(p, away) / reach
        let across = length(p - away * dot(p, away))
        // Rays only where the shadow may be; elsewhere every ray reaches the sun.
        guard along > -0.1, along < 1.1, across < 0.1 else {
          // One rounding: neighbours may have been shaded along with the post's pixels or not.
          worst = max(worst, (found - 1).magnitude)
          continue
        }
        let truth = Self.seenSun(p, sun, caster)
        if truth < 1 || found < 1 {
          count += 1
          difference += (truth - found).magnitude
        }
        // Equal areas of ground, not of picture.
        let share = ray.z.magnitude * pow3(length(p - pose.translation)) / 1000
        let quarter = max(0, min(3, Int(along * 4)))
        truths[quarter] += (1 - truth) * share
        founds[quarter] += (1 - found) * share
      }
    }
    let mean = difference / Double(max(1, count))
    let whole = founds.reduce(0, +) / truths.reduce(0, +)
    // The post itself may stand before a quarter.
    let ratios = zip(founds, truths).filter { $1 > 0.02 * truths.reduce(0, +) }.map { $0 / $1 }
    print("\(place), sun \(toSun): \(count) pixels, mean difference \(mean), darkness \(whole), \(ratios)")
    #expect(count > 150)
    #expect(mean < place.tolerance)
    #expect((whole - 1).magnitude < place.whole)
    #expect(ratios.count >= 3)
    #expect(ratios.allSatisfy { ($0 - 1).magnitude < place.quarter })
    #expect(worst < 1e-5, "far from the post a pixel differs by \(worst)")
  }

  private func pow3(_ x: Double) -> Double { x * x * x }

  /// Without a caster nothing is shaded, at any height of the sun: each pixel continues its neighbours.
  @Test(
    arguments: [Place.table, .street],
    [Vector3(0.5, -0.5, 0.7), Vector3(-0.9, -0.2, 0.15), Vector3(0.1, 0.9, 0.08), Vector3(0.02, 0.01, 1)])
  func groundWithoutCasterIsLit(_ place: Place, _ toSun: Vector3) {
    let sun = normalized(toSun)
    let ground = Self.body(.rectangle(width: place.ground, height: place.ground), .zero, yaw: 0.4)
    let b = Self.render([ground], place, sun)
    let least = 0.8 * sun.z * 0.9
    var (worst, darkest) = (0.0, Double.infinity)
    for v in 2..<(place.camera.height - 2) {
      for u in 2..<(place.camera.width - 2) {
        let isGround = (-2...2).allSatisfy { dv in (-2...2).allSatisfy { b.piece[u + $0, v + dv] == 1 } }
        guard isGround else { continue }
        let here = Double(b.hdr[u, v, 0])
        let around = Double(b.hdr[u - 1, v, 0] + b.hdr[u + 1, v, 0] + b.hdr[u, v - 1, 0] + b.hdr[u, v + 1, 0])
        worst = max(worst, (here - around / 4).magnitude / here)
        darkest = min(darkest, here)
      }
    }
    #expect(worst < 2e-3, "\(place), sun \(toSun): \(worst)")
    #expect(darkest > least, "\(place), sun \(toSun): \(darkest)")
  }

  /// The shadow begins where the body stands: a box's dark side and the dark ground meet.
  @Test(arguments: [Place.table, .street]) func shadowsTouchWhatCastsThem(_ place: Place) {
    let scale = place.ground > 10 ? 1.0 : 0.1
    let sun = normalized(Vector3(-0.2, 0.8, 0.5))
    let ground = Self.body(.rectangle(width: place.ground, height: place.ground), .zero)
    let box = Self.body(.box(size: Vector3(1, 1, 1) * scale), Vector3(0, 0, scale / 2))
    let b = Self.render([ground, box], place, sun)
    let pose = AnalyticScene.lookingAt(place.target, from: place.eye)
    var (touching, lit) = (0, 0)
    for v in 1..<(place.camera.height - 1) {
      for u in 1..<(place.camera.width - 1) {
        let isGround = (-1...1).allSatisfy { dv in (-1...1).allSatisfy { b.piece[u + $0, v + dv] == 1 } }
        let ray = pose.rotation * place.camera.ray(Double(u), Double(v))
        let p = (pose.translation + ray * (-pose.translation.z / ray.z)) * (1 / scale)
        // A strip on the far side from the sun.
        guard isGround, p.y < -0.5, p.y > -0.56, p.x > -0.3, p.x < 0.3 else { continue }
        touching += 1
        if b.hdr[u, v, 0] > 0.02 * Float(sun.z) { lit += 1 }
      }
    }
    #expect(touching > 20 && lit == 0, "\(place): \(lit) of \(touching)")
  }
}
