import Acoustics
import Foundation
import Geometry
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct FollowedWaysTests {
  private let rate = 16_000.0
  private let air = Air()

  /// A façade of 40 m × 10 m that stands at an angle to the street: through (0, 8, 0), seen from below y = 8.
  private func street() throws -> (scene: AcousticScene, normal: Vector3, point: Vector3) {
    let angle = 0.3
    let along = Vector3(cos(angle), sin(angle), 0)
    let normal = Vector3(sin(angle), -cos(angle), 0)
    let point = Vector3(0, 8, 0)
    var builder = SceneBuilder([try AcousticMaterial(name: "wall", absorption: [0.19], scattering: [0])])
    let (a, b) = (point - along * 20, point + along * 20)
    builder.face([b, a, a + Vector3(0, 0, 10), b + Vector3(0, 0, 10)])
    return (try builder.scene(), normal, point)
  }

  private func pass(_ scene: AcousticScene, from a: Vector3, to b: Vector3, seconds: Double, order: Int = 1)
    throws -> (ways: FollowedWays, path: SmoothPath)
  {
    let path = try SmoothPath(times: [0, seconds], places: [a, b])
    let ways = FollowedWays(
      scene, source: path, owner: 0, listener: SmoothPath(still: listener), start: 0, step: 0.1,
      knots: Int(seconds / 0.1) + 2, mirrors: { _ in scene.mirrors(around: listener) }, order: order, most: 4,
      air: air, directivity: { _ in .omnidirectional })
    return (ways, path)
  }

  private let listener = Vector3(0.5, -1, 1.7)

  /// What a façade throws back is the source behind it, at 0.9 of its pressure, with the Doppler shift of the image.
  @Test func facadesMirrorWhatPasses() throws {
    let (scene, normal, point) = try street()
    let (ways, path) = try pass(scene, from: Vector3(-6, 1, 0.8), to: Vector3(9, 2, 0.8), seconds: 1)
    let found = ways.mirroredPaths()
    #expect(found.count == 1)
    let mirror = try #require(found.first)
    for time in stride(from: 0.0, through: 1, by: 0.1) {
      let place = path.place(at: time)
      let image = place - normal * (2 * dot(place - point, normal))
      #expect(length(mirror.image(of: place) - image) < 1e-9)
      for band in 0..<7 { #expect((mirror.gains(over: .zero, at: time)[band] - 0.9).magnitude < 1e-9) }
    }
    // The tone that is heard of the image alone, by counting its zeros, against f c/(c − v_r).
    let tone = (0..<16_000).map { Float(sin(2 * Double.pi * 1000 * Double($0) / rate)) }
    let heard = try MovingSound(samples: tone, path: path).heard(
      by: ArrayMotion(.mono, path: SmoothPath(still: listener)), along: [mirror], air: air, airAbsorbs: false,
      count: 12_000, rate: rate)[0]
    let range = 6000..<10_000
    let crossings = range.filter { heard[$0] <= 0 && heard[$0 + 1] > 0 }
    let places = crossings.map { Double($0) + Double(heard[$0] / (heard[$0] - heard[$0 + 1])) }
    let period = try #require(places.last) - places[0]
    let frequency = Double(places.count - 1) / period * rate
    let middle = (places[0] + period / 2) / rate
    let emission = Arrival.emission(
      at: middle, source: path, receiver: SmoothPath(still: listener), path: mirror,
      soundSpeed: air.soundSpeed)
    let image = mirror.image(of: path.place(at: emission))
    let closing = dot(mirror.linear * path.velocity(at: emission), normalized(listener - image))
    #expect(abs(frequency / (1000 / (1 - closing / air.soundSpeed)) - 1) < 1e-3, "\(frequency) Hz")
  }

  /// Behind a screen, sound comes over its edge as Maekawa has it; beside it, straight.
  @Test func screensHideWhatIsBehind() throws {
    var builder = SceneBuilder([.uniform(0.1)])
    // 3 m high from x = −50 to 2, at y = 4.
    builder.face([Vector3(-50, 4, -1), Vector3(2, 4, -1), Vector3(2, 4, 3), Vector3(-50, 4, 3)])
    let scene = try builder.scene()
    let (ways, path) = try pass(scene, from: Vector3(-8, 9, 1), to: Vector3(12, 9, 1), seconds: 2, order: 0)
    let straight = try #require(ways.straightPath)
    let all = try ways.bentPaths()
    // One over the edge, one around the side, each heard where the other is not.
    #expect((1...2).contains(all.count))
    let bent = try #require(all.first)
    let (curve, apparent) = (try #require(bent.curve), try #require(bent.seeming))
    for time in stride(from: 0.0, through: 1.9, by: 0.1) {
      let place = path.place(at: time)
      // The straight way crosses y = 4 half way.
      let share = (4 - listener.y) / (place.y - listener.y)
      let crossing = listener + (place - listener) * share
      let isHidden = crossing.x < 2
      // A sheet of a centimetre lets 10 kg/m² through: 20 lg(10 f) − 47 dB.
      let through = Transmission.gains(mass: 10)
      let left = straight.gains(over: .zero, at: time)
      guard (crossing.x - 2).magnitude > 0.1 else { continue }
      for band in 0..<7 {
        #expect(isHidden ? left[band] <= through[band] * 1.001 : left[band] == 1, "\(time) s: \(left)")
      }
      guard isHidden, crossing.x < -0.5 else { continue }
      // Farther along, the upper edge is nearer than the side.
      let detour = Barrier.detour(
        from: place, to: listener, over: Vector3(0, 4, 3), normal: Vector3(0, 1, 0))
      let expected = Barrier.gains(detour: detour, soundSpeed: air.soundSpeed)
      for band in 0..<7 {
        #expect(abs(20 * log10(curve[time][band] / expected[band])) < 0.3, "\(time) s")
      }
      let seeming = normalized(apparent.place(at: time) - listener)
      #expect(abs(seeming.z - 1.3 / length(Vector3(crossing.x, 4, 3) - listener)) < 0.02)
    }
  }

  /// Where the shortest way leaps from one edge to another, nothing moves faster than sound: it fades over.
  @Test func waysThatLeapFadeOver() throws {
    var builder = SceneBuilder([.uniform(0.1)])
    // A wide high wall: around its ends, one after the other.
    builder.face([Vector3(-8, 4, -1), Vector3(8, 4, -1), Vector3(8, 4, 20), Vector3(-8, 4, 20)])
    let (ways, path) = try pass(
      try builder.scene(), from: Vector3(-20, 9, 1), to: Vector3(20, 9, 1), seconds: 2, order: 0)
    let bent = try ways.bentPaths()
    #expect(bent.count >= 2)
    for way in bent {
      let seeming = try #require(way.seeming)
      for time in stride(from: 0.0, through: 2, by: 0.01) {
        #expect(length(seeming.velocity(at: time)) < 150)
      }
    }
    // At a knot at most one is open.
    for k in 0...Int(2 / ways.step) {
      let time = ways.start + Double(k) * ways.step
      #expect(bent.count { ($0.curve?[time].max() ?? 0) > 0 } <= 1)
    }
    let heard = try MovingSound(samples: noise(24_000), path: path).heard(
      by: ArrayMotion(.mono, path: SmoothPath(still: listener)), along: bent, count: 24_000, rate: 24_000)[0]
    #expect(heard.allSatisfy(\.isFinite) && heard.contains { $0 != 0 })
  }

  /// A way that never opens is none.
  @Test func whatNothingThrowsBackIsNotFollowed() throws {
    let (scene, _, _) = try street()
    // Beyond the end of the wall the mirror's point lies in the air.
    let (ways, _) = try pass(scene, from: Vector3(-60, -14, 1), to: Vector3(-70, -18, 1), seconds: 1)
    #expect(ways.mirroredPaths().isEmpty)
    #expect(try ways.bentPaths().isEmpty)
    #expect(ways.straightPath != nil)
  }

  /// A source that stands still is heard as by one response, whoever renders it.
  @Test func stillSourcesAreHeardAsByTheirResponse() throws {
    let room = try livingRoom()
    let scene = try room.scene()
    var options = SceneAcoustics.Options()
    options.field.rays = 300
    options.duration = 0.4
    options.highPass = nil
    let acoustics = try SceneAcoustics(scene, rate: rate, options: options, around: ear, stream: chance)
    let moving = MovingInSurroundings(
      acoustics, listener: SmoothPath(still: ear), isStill: true, from: 0, duration: 1, stream: chance)
    let samples = noise(6000)
    let response = moving.response(to: .init(source), microphones: [omni(ear)], at: 0, stream: chance)
    let expected = response.convolved(samples)[0]
    let found = try moving.heard(
      MovingSound(samples: samples, path: SmoothPath(still: source)), owner: 0,
      by: ArrayMotion(.mono, path: SmoothPath(still: ear)), from: 0, count: expected.count, stream: chance)[0]
    #expect(error(found, expected) < -25, "\(error(found, expected)) dB")
  }

  // MARK: Ground

  /// The mean power over an octave of direct and mirrored sound, by adding them up frequency by frequency.
  @Test(arguments: [4.0, 20, 80]) func groundAddsItsPower(distance: Double) throws {
    let (place, heard) = (Vector3(distance, 3, 0.5), Vector3(0, 0, 1.9))
    let found = GroundSurface.grass.pressure(from: place, to: heard, height: 0, soundSpeed: 340)
    let (near, far) = (length(place - heard), length(Vector3(distance, 3, -0.5) - heard))
    for band in 0..<7 {
      let centre = OctaveBands.standardCentres[band]
      let reflection = GroundSurface.grass.gains(grazing: 2.4 / far)[band] * near / far
      var sum = 0.0
      for k in 0..<2000 {
        let f = centre * (0.5.squareRoot() + (Double(k) + 0.5) / 2000 * (2.0.squareRoot() - 0.5.squareRoot()))
        let phase = 2 * Double.pi * f * (far - near) / 340
        sum += pow(1 + reflection * cos(phase), 2) + pow(reflection * sin(phase), 2)
      }
      #expect(abs(found[band] / (sum / 2000).squareRoot() - 1) < 1e-3)
    }
  }
}
