import Acoustics
import Diagnostics
import Foundation
import Geometry
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct SceneAcousticsTests {
  private let rate = 16_000.0

  private func acoustics(
    _ scene: AcousticScene, order: Int = 2, rays: Int = 1000, airAbsorbs: Bool = false,
    duration: Double? = nil, around listener: Vector3 = ear
  ) throws -> SceneAcoustics {
    var options = SceneAcoustics.Options()
    options.airAbsorbs = airAbsorbs
    options.duration = duration
    options.field.order = order
    options.field.rays = rays
    return try SceneAcoustics(scene, rate: rate, options: options, around: listener, stream: chance)
  }

  // MARK: Against images

  /// Early paths are the images of the box: places to the micrometre, and nothing else.
  @Test func pathsInABoxAreItsImages() throws {
    let room = try livingRoom()
    let found = try acoustics(try room.scene())
    let field = found.field(at: ear, stream: chance)
    let paths = found.paths(from: .init(source), in: field)
    let expected = SoundPath.paths(in: room, order: 2, withoutScattered: true)
    #expect(paths.count == expected.count && paths.count == 25)
    for path in expected {
      let image = path.image(of: source)
      let near = try #require(paths.min { length($0.image - image) < length($1.image - image) })
      #expect(length(near.image - image) < 1e-6)
      for band in 0..<7 { #expect((near.gains[band] - path.gains[band]).magnitude < 1e-12) }
    }
  }

  /// T30 of rays in a box against the closed form of its images, and clarity against images that are all there.
  @Test(arguments: [0.15, 0.35]) func boxesDecayAsTheirImages(absorption: Double) throws {
    let room = try plainRoom(absorption)
    let found = try acoustics(try room.scene()).response(from: .init(source), to: [omni(ear)])
    let measures = RoomMeasures(found.channels[0], rate: rate, arrival: found.delays[0])
    let decay = ImageEnergyDecay(room: room, source: source, receiver: ear, duration: 1.3 * room.eyring[3])
    let t30 = try #require(measures.t30)
    let expected = try #require(decay.t30(band: 3))
    #expect(abs(t30 / expected - 1) < 0.1, "\(t30) for \(expected)")
    var options = bare(order: 200, duration: 1.3 * room.eyring[3])
    options.displacement = 0.08
    options.highPass = 100
    let images = try RoomAcoustics(room, rate: rate, options: options)
      .response(source: source, microphones: [omni(ear)], stream: chance)
    let clear = try #require(RoomMeasures(images.channels[0], rate: rate, arrival: images.delays[0]).c50)
    #expect(abs(try #require(measures.c50) - clear) < 1, "C50 \(measures.c50 ?? 0) for \(clear)")
  }

  /// Walls that scatter everything make a diffuse field: Eyring, band by band.
  @Test func diffuseRoomsDecayByEyring() throws {
    let names = ["plaster", "curtain_heavy", "gypsum_board", "brick", "parquet", "plaster"]
    let walls = try names.compactMap { MaterialTable[$0] }.map {
      try AcousticMaterial(name: $0.name, absorption: $0.absorption.prefix(7), scattering: [1])
    }
    let room = try ShoeboxRoom(size: size, walls: walls, airAbsorbs: true)
    let found = try acoustics(try room.scene(), airAbsorbs: true).response(
      from: .init(source), to: [omni(ear)])
    for (band, found) in RoomMeasures.byBand(found.channels[0], rate: rate).enumerated() {
      let t30 = try #require(found.measures.t30)
      #expect(abs(t30 / room.eyring[band] - 1) < 0.15, "\(found.centre): \(t30) for \(room.eyring[band])")
    }
  }

  // MARK: Energy

  @Test func noEnergyIsMadeOrLost() throws {
    let scene = try livingRoom().scene()
    let ledger = try acoustics(scene).field(at: ear, stream: chance).ledger
    let sum = ledger.absorbed + ledger.escaped + ledger.ended
    for band in 0..<7 {
      #expect((sum[band] - 1).magnitude < 1e-9)
      #expect(ledger.escaped[band] < 1e-6 && ledger.absorbed[band] > 0.999)
    }
  }

  /// Reverberant energy of a diffuse field: 4 (1 − ᾱ) / (ᾱ S), over 4π (Kuttruff, Room Acoustics).
  @Test func levelsAreThoseOfADiffuseField() throws {
    let walls = Array(
      repeating: try AcousticMaterial(name: "rough", absorption: [0.2], scattering: [1]), count: 6)
    let room = try ShoeboxRoom(size: size, walls: walls, airAbsorbs: false)
    let acoustics = try acoustics(try room.scene(), order: 0)
    var (found, expected) = (0.0, 0.0)
    for k in 0..<4 {
      let place = Vector3(1.2 + Double(k), 3.9 - 0.6 * Double(k), 1.1 + 0.3 * Double(k))
      let field = acoustics.field(at: ear, stream: chance)
      let response = acoustics.response(
        to: .init(place), paths: [], in: field, microphones: [omni(ear)], stream: chance.child(k))
      found += Levels.energy(response.channels[0])
      expected += 4 * 0.8 / (0.2 * room.surface) / (4 * Double.pi)
    }
    #expect(abs(10 * log10(found / expected)) < 0.7, "\(10 * log10(found / expected)) dB")
  }

  /// Two rooms with a door: what a place hears of another is what the other hears of it.
  @Test func sourceAndListenerMayChangePlaces() throws {
    let scene = try twoRooms()
    let (a, b) = (Vector3(1.5, 1, 1.4), Vector3(4.6, 3.2, 1.2))
    let acoustics = try acoustics(scene, rays: 4000, around: a)
    let there = acoustics.response(from: .init(a), to: [omni(b)])
    let back = acoustics.response(from: .init(b), to: [omni(a)])
    let ratio = Levels.energy(there.channels[0]) / Levels.energy(back.channels[0])
    #expect(abs(10 * log10(ratio)) < 1, "\(10 * log10(ratio)) dB")
    let (forth, home) = (
      RoomMeasures(there.channels[0], rate: rate).t30 ?? 0,
      RoomMeasures(back.channels[0], rate: rate).t30 ?? 1
    )
    #expect(abs(forth / home - 1) < 0.1)
    // Ways that are followed one by one are the same both ways.
    let (out, home2) = (
      acoustics.paths(from: .init(a), in: acoustics.field(at: b, stream: chance)),
      acoustics.paths(from: .init(b), in: acoustics.field(at: a, stream: chance))
    )
    let reach = { (paths: [EarlyPath], ear: Vector3) in paths.map { length($0.image - ear) }.sorted() }
    let (first, second) = (reach(out, b), reach(home2, a))
    #expect(first.count == second.count)
    for (x, y) in zip(first, second) { #expect((x - y).magnitude < 2e-3) }
  }

  // MARK: Walls and doors

  /// Two rooms of 3 m × 4 m; the wall between them is 10 cm thick and has a door from y = 2.9 to 3.7, 2 m high.
  private func twoRooms(hasDoor: Bool = true) throws -> AcousticScene {
    let plaster = try AcousticMaterial(name: "plaster", absorption: [0.15], scattering: [0.3])
    var builder = SceneBuilder([plaster])
    builder.box(Box3(min: .zero, max: Vector3(6.1, 4, 2.6)), [0])
    func wall(_ y: ClosedRange<Double>, _ z: ClosedRange<Double>) {
      builder.box(
        Box3(min: Vector3(3, y.lowerBound, z.lowerBound), max: Vector3(3.1, y.upperBound, z.upperBound)), [0],
        isSolid: true)
    }
    if hasDoor {
      wall(-0.1...2.9, -0.1...2.7)
      wall(3.7...4.1, -0.1...2.7)
      wall(2.9...3.7, 2...2.7)
    } else {
      wall(-0.1...4.1, -0.1...2.7)
    }
    return try builder.scene()
  }

  @Test func aWallLetsThroughWhatItsMassDoes() throws {
    let scene = try twoRooms(hasDoor: false)
    let (a, b) = (Vector3(1.5, 1, 1.4), Vector3(4.6, 1, 1.4))
    let paths = scene.unmirrored(from: a, to: b, soundSpeed: 343)
    #expect(paths.map(\.kind) == [.through])
    // 100 kg/m², straight through: 20 lg(100 · 500) − 47 dB at 500 Hz, and a limit of 50 dB above.
    let path = try #require(paths.first)
    #expect(abs(-20 * log10(path.gains[2]) - 46.98) < 0.01)
    #expect(abs(-20 * log10(path.gains[0]) - 34.94) < 0.01)
    #expect(abs(-20 * log10(path.gains[6]) - 50) < 1e-9)
    // Nothing else comes through: rays find no way.
    let found = try acoustics(scene, around: b)
    let response = found.response(from: .init(a), to: [omni(b)])
    let open = 1 / (4 * Double.pi * 3.1)
    let level = 10 * log10(Levels.energy(response.channels[0]) / (open * open))
    #expect(level < -30 && level > -50, "\(level) dB")
  }

  /// Over a long house of 6 m × 5 m, as deep in the ground as it is long: from eave to eave, both of which count.
  @Test func housesHaveTwoEdges() throws {
    var builder = SceneBuilder([.uniform(0.1)])
    builder.box(Box3(min: Vector3(-90, 0, -90), max: Vector3(90, 6, 5)), [0], isSolid: true)
    let scene = try builder.scene()
    let (a, b) = (Vector3(0, -8, 1), Vector3(0, 16, 1.5))
    let bent = try #require(scene.unmirrored(from: a, to: b, soundSpeed: 343).last { $0.kind == .around })
    let (first, last) = (Vector3(0, 0, 5), Vector3(0, 6, 5))
    let way = length(first - a) + 6 + length(b - last)
    #expect((length(bent.image - b) - way).magnitude < 0.02)
    let detour = way - length(b - a)
    for (band, frequency) in [125.0, 250, 500, 1000].enumerated() {
      // Written out: 10 lg(3 + 40 C₃ δ/λ).
      let waves = 5 * 343 / (6 * frequency)
      let factor = (1 + waves * waves) / (1.0 / 3 + waves * waves)
      let expected = min(10 * log10(3 + 40 * factor * detour * frequency / 343), 25)
      #expect((-20 * log10(bent.gains[band]) - expected).magnitude < 0.05, "\(frequency) Hz")
    }
  }

  @Test func soundComesThroughTheDoor() throws {
    let scene = try twoRooms()
    let (a, b) = (Vector3(1.5, 1, 1.4), Vector3(4.6, 1, 1.4))
    let paths = scene.unmirrored(from: a, to: b, soundSpeed: 343)
    #expect(paths.map(\.kind) == [.through, .around])
    let bent = try #require(paths.last)
    // The shortest way is around the post at y = 2.9, taut over both its edges, level with both places.
    let expected = length(Vector3(3, 2.9, 1.4) - a) + 0.1 + length(b - Vector3(3.1, 2.9, 1.4))
    #expect((length(bent.image - b) - expected).magnitude < 0.02)
    #expect(length(normalized(bent.image - b) - normalized(Vector3(3.1, 2.9, 1.4) - b)) < 0.01)
    let gains = Barrier.gains(detour: expected - length(b - a), thickness: 0.1, soundSpeed: 343)
    for band in 0..<7 { #expect((bent.gains[band] / gains[band] - 1).magnitude < 0.02) }
    // The first tenth of a second, rays and all, comes from the door's side, by what ambisonics hear.
    let found = try acoustics(scene, rays: 4000, around: b)
    let array = MicrophoneArray.ambisonic.microphones.map {
      Microphone(name: $0.name, position: b, axis: $0.axis, pattern: $0.pattern)
    }
    let response = found.response(from: .init(a), to: array)
    let (start, end) = (Int(response.delays[0] * rate) - 20, Int((response.delays[0] + 0.01) * rate))
    var intensity = Vector3.zero
    for n in start..<end {
      let w = Double(response.channels[0][n])
      intensity +=
        w
        * Vector3(
          Double(response.channels[3][n]), Double(response.channels[1][n]), Double(response.channels[2][n]))
    }
    let door = normalized(Vector3(3.05, 3.3, 1.2) - b)
    let angle = acos(dot(normalized(intensity), door)) * 180 / Double.pi
    #expect(angle < 15, "\(angle)° from the door")
  }

  /// What sounds in its own body is not behind it.
  @Test func aBodyIsNoWallToItsOwnSound() throws {
    let room = try plainRoom(0.2)
    var builder = SceneBuilder(room.walls)
    builder.box(Box3(min: .zero, max: size), [0, 1, 2, 3, 4, 5])
    builder.box(
      Box3(min: source - Vector3(repeating: 0.3), max: source + Vector3(repeating: 0.3)), [0], isSolid: true,
      owner: 9)
    let scene = try builder.scene()
    #expect(!scene.isFree(from: source, to: ear))
    #expect(scene.isFree(from: source, to: ear, passing: 9))
    let found = try acoustics(scene)
    let response = found.response(from: .init(source, owner: 9), to: [omni(ear)])
    #expect((response.delays[0] - length(source - ear) / found.air.soundSpeed).magnitude < 1e-12)
    #expect(RoomMeasures(response.channels[0], rate: rate, arrival: response.delays[0]).t30 != nil)
  }

  // MARK: The rest

  @Test func theSameTwice() throws {
    let scene = try twoRooms()
    let (a, b) = (Vector3(1.5, 1, 1.4), Vector3(4.6, 3.2, 1.2))
    let found = try acoustics(scene, rays: 200, around: b)
    #expect(
      found.response(from: .init(a), to: [omni(b)]).channels
        == found.response(from: .init(a), to: [omni(b)]).channels)
  }

  @Test func mistakesAreNamed() throws {
    let scene = try plainRoom(0.2).scene()
    #expect(throws: DioramaError.self) { try acoustics(scene, order: 3) }
    #expect(throws: DioramaError.self) { try acoustics(scene, rays: 1) }
    #expect(throws: DioramaError.self) { try acoustics(scene, duration: 60) }
    #expect(throws: DioramaError.self) {
      try AcousticScene(
        [.init(positions: [.zero], triangles: [SIMD3(0, 0, 5)], surface: 0)], surfaces: scene.surfaces)
    }
    #expect(throws: DioramaError.self) {
      try AcousticScene([.init(positions: [], triangles: [], surface: 99)], surfaces: scene.surfaces)
    }
  }
}
