import Acoustics
import Annotations
import Geometry
import Listening
import RandomStreams
import Signals
import Testing
import VectorMath
import WorldModel

@Suite struct PropagationTests {
  private let voices = RandomStream(seed: 5).child("voices")
  private let stream = RandomStream(seed: 5).child("recording")

  private func record(
    _ world: World, array: String = "ambisonic", seconds: Double = 0.7, _ propagation: Propagation = .geometry
  ) throws -> (recording: Sample.Recording, label: RecordingLabel) {
    let mounted = Rig.MountedArray(name: "ears", array: array, rigFromArray: .identity)
    let sensor = MicrophoneSensor(
      rate: 24_000, duration: seconds, keepsStems: true, propagation: propagation)
    let recording = try #require(
      try sensor.record(world, by: [mounted], voices: voices, stream: stream).first)
    return (recording, try #require(recording.labels[RecordingLabel.self]))
  }

  private func thing(
    _ id: UInt32, _ kind: String, _ material: Material, _ boxes: [Box3], isInside: Bool = false
  ) throws -> Entity {
    var positions: [Vector3f] = []
    var triangles: [SIMD3<UInt32>] = []
    for box in boxes {
      let base = UInt32(positions.count)
      for corner in 0..<8 {
        positions.append(
          Vector3f(
            Vector3(
              corner & 1 == 0 ? box.min.x : box.max.x, corner & 2 == 0 ? box.min.y : box.max.y,
              corner & 4 == 0 ? box.min.z : box.max.z)))
      }
      // Counter-clockwise from outside.
      let quads: [[UInt32]] = [
        [0, 4, 6, 2], [1, 3, 7, 5], [0, 1, 5, 4], [2, 6, 7, 3], [0, 2, 3, 1], [4, 5, 7, 6],
      ]
      for quad in quads {
        let q = isInside ? Array(quad.reversed()) : quad
        triangles += [
          SIMD3(base + q[0], base + q[1], base + q[2]), SIMD3(base + q[0], base + q[2], base + q[3]),
        ]
      }
    }
    let nativeClass = try #require(Ontology.named(kind))
    let asset = Asset(
      name: "\(kind)_\(id)", nativeClass: nativeClass,
      pieces: [.init(mesh: Mesh(positions: positions, triangles: triangles), material: 0)],
      materials: [material])
    return Entity(id: id, name: asset.name, asset: asset, track: Track(still: .identity))
  }

  private func knock(_ name: String = "knock", at place: Vector3, entity: UInt32? = nil) -> SoundSource {
    SoundSource(name, entity: entity, at: place, start: .at(0.1), .kind(SoundOrder("knock")))
  }

  // MARK: Homes

  /// A room of 4 m × 4 m and one beside it, with an opening in the wall between them at y = 2.8 … 3.6; or none.
  ///
  /// - Parameters:
  ///   - offset: where its corner stands in the world.
  ///   - turn: of the array to the left, radians.
  private func home(
    _ sources: [SoundSource], hasDoor: Bool = true, wall: String = "plaster_ffffff",
    at offset: Vector3 = .zero, turn: Double = 0
  ) throws -> World {
    func moved(_ box: Box3) -> Box3 { Box3(min: box.min + offset, max: box.max + offset) }
    var walls = [Box3(min: Vector3(4, -0.1, -0.1), max: Vector3(4.12, 2.8, 2.7))]
    walls += [
      Box3(min: Vector3(4, 3.6, -0.1), max: Vector3(4.12, 4.1, 2.7)),
      Box3(min: Vector3(4, 2.8, 2.1), max: Vector3(4.12, 3.6, 2.7)),
    ]
    if !hasDoor { walls = [Box3(min: Vector3(4, -0.1, -0.1), max: Vector3(4.12, 4.1, 2.7))] }
    let shell = try thing(
      1, "wall", Material(name: wall), [moved(Box3(min: .zero, max: Vector3(8.12, 4, 2.6)))], isInside: true)
    let between = try thing(2, "wall", Material(name: wall), walls.map(moved))
    let cupboard = try thing(
      3, "cabinet", Material(name: "oak_aa8844"),
      [moved(Box3(min: Vector3(0.05, 1, 0.01), max: Vector3(0.6, 2, 1.8)))])
    var world = World(
      entities: [shell, between, cupboard],
      rig: Rig(
        track: Track(
          still: RigidTransform(
            rotation: Quaternion(axis: Vector3(0, 0, 1), angle: turn),
            translation: Vector3(2, 1.2, 1.5) + offset))))
    let outline = [Vector2(0, 0), Vector2(4, 0), Vector2(4, 4), Vector2(0, 4)].map {
      $0 + Vector2(offset.x, offset.y)
    }
    world.plan = HomePlan(
      rooms: [.init(kind: .livingRoom, outline: outline, height: 2.6)], walls: [], footprint: outline)
    world.soundscape = Soundscape(
      .room(
        moved(Box3(min: .zero, max: Vector3(4, 4, 2.6))), walls: Array(repeating: "plaster", count: 6),
        reverberation: 0.5), sources: sources)
    return world
  }

  @Test func roomsAreHeardAsTheyAreSeen() throws {
    let bare = try record(try home([knock(at: Vector3(3, 3, 1))]))
    let soft = try record(try home([knock(at: Vector3(3, 3, 1))], wall: "curtain_3"))
    #expect(bare.label.space.propagation == "geometry")
    let (long, short) = (bare.label.events[0].room?.t30 ?? 0, soft.label.events[0].room?.t30 ?? 9)
    #expect(short < 0.5 * long, "\(short) s, \(long) s")
    let plain = try record(try home([knock(at: Vector3(3, 3, 1))]), .plain)
    #expect(plain.label.space.propagation == "plain")
    // The direct sound is the same by either way.
    #expect(plain.label.events[0].onsets == bare.label.events[0].onsets)
    let first = plain.label.events[0].onsets[0]
    for n in first..<first + 20 {
      #expect((plain.recording.channels[0][n] - bare.recording.channels[0][n]).magnitude < 2e-3)
    }
  }

  /// The greatest difference of two channels over so many samples, in parts of the greatest magnitude of the first.
  private func difference(_ a: [Float], _ b: [Float], _ range: Range<Int>, sign: Float = 1) -> Float {
    let peak = range.map { a[$0].magnitude }.max() ?? 0
    return (range.map { (a[$0] - sign * b[$0]).magnitude }.max() ?? 1) / max(peak, 1e-9)
  }

  /// Before the floor answers, a room is open ground: other code brings the same sound on the same samples.
  @Test(arguments: [Propagation.plain, .geometry]) func directSoundArrivesInRoomsAsOutside(_ way: Propagation)
    throws
  {
    let sources = [knock(at: Vector3(3, 3, 1))]
    let room = try record(try home(sources), array: "mono", way)
    var field = World(
      entities: [], rig: Rig(track: Track(still: RigidTransform(translation: Vector3(2, 1.2, 1.5)))))
    field.soundscape = Soundscape(.outdoors(ground: "grass", height: 0), sources: sources)
    let outside = try record(field, array: "mono", .plain)
    #expect(room.label.events[0].onsets == outside.label.events[0].onsets)
    let first = outside.label.events[0].onsets[0]
    let apart = difference(outside.recording.channels[0], room.recording.channels[0], first - 5..<first + 20)
    #expect(apart < 0.04, "\(apart)")
  }

  /// Where a home stands is nothing to its sound.
  @Test(arguments: [Propagation.plain, .geometry]) func roomsSoundTheSameElsewhere(_ way: Propagation) throws
  {
    let (here, place) = (Vector3(3, 3, 1), Vector3(12, -7, 2.5))
    let one = try record(try home([knock(at: here)]), way)
    let other = try record(try home([knock(at: here + place)], at: place), way)
    #expect(one.label.events[0].onsets == other.label.events[0].onsets)
    let first = one.label.events[0].onsets[0]
    for c in 0..<4 {
      let apart = difference(
        one.recording.channels[c], other.recording.channels[c], first - 5..<first + 40)
      #expect(apart < 0.01, "channel \(c): \(apart)")
      // To the end, whatever rays do at edges.
      let whole = difference(
        one.recording.channels[c], other.recording.channels[c], 0..<one.recording.channels[c].count)
      #expect(whole < 0.01, "channel \(c), to the end: \(whole)")
    }
  }

  /// An ambisonic array that is turned to the left by a quarter hears ahead what it heard on its left.
  @Test(arguments: [Propagation.plain, .geometry]) func turnedArraysHearTurnedRooms(_ way: Propagation) throws
  {
    let one = try record(try home([knock(at: Vector3(3, 3, 1))]), way)
    let turned = try record(try home([knock(at: Vector3(3, 3, 1))], turn: .pi / 2), way)
    let first = one.label.events[0].onsets[0]
    // W, Y, Z, X; the direct sound, on which boxes have some of what walls scatter.
    for (before, after, sign) in [(0, 0, Float(1)), (1, 3, 1), (2, 2, 1), (3, 1, -1)] {
      let apart = difference(
        one.recording.channels[before], turned.recording.channels[after], first - 5..<first + 20, sign: sign)
      #expect(apart < 0.06, "channel \(before): \(apart)")
    }
  }

  @Test func otherRoomsAreHeardThroughTheirDoors() throws {
    let there = Vector3(6, 1.2, 1.5)
    let open = try record(try home([knock(at: there)]))
    let closed = try record(try home([knock(at: there)], hasDoor: false))
    let here = try record(try home([knock(at: Vector3(0.5, 3.5, 1.5))]))
    let levels = [here, open, closed].map { $0.label.events[0].level ?? -99 }
    #expect(levels[0] > levels[1] + 3 && levels[1] > levels[2] + 8, "\(levels)")
    // A box has no other room.
    #expect(throws: (any Error).self) { try record(try home([knock(at: there)]), .plain) }
  }

  /// What sounds inside of a cupboard is not shut in by it, and stems sum.
  @Test func thingsSoundThroughThemselves() throws {
    let inside = Vector3(0.3, 1.5, 0.9)
    let (recording, label) = try record(
      try home([knock("a", at: inside, entity: 3), knock("b", at: inside)]))
    let (own, foreign) = (label.events[0].level ?? -99, label.events[1].level ?? -99)
    #expect(own > foreign + 10, "\(own) dB, \(foreign) dB")
    for (c, channel) in recording.channels.enumerated() {
      #expect(
        channel.indices.allSatisfy {
          channel[$0] == recording.stems[0].channels[c][$0] + recording.stems[1].channels[c][$0]
        })
    }
  }

  // MARK: Streets

  /// A building of 30 m × 10 m × 12 m whose front stands at y = 8.
  private func street(_ sources: [SoundSource]) throws -> World {
    let house = try thing(
      1, "building", Material(name: "facade"),
      [
        Box3(min: Vector3(-15, 8, 0), max: Vector3(15, 18, 12)),
        // Windows, that walls are known by.
        Box3(min: Vector3(-14.9, 8, 2), max: Vector3(14.9, 17.9, 4)),
      ])
    var world = World(
      entities: [house], rig: Rig(track: Track(still: RigidTransform(translation: Vector3(0, 0, 1.5)))))
    world.soundscape = Soundscape(.outdoors(ground: "asphalt", height: 0), sources: sources)
    return world
  }

  @Test func facadesThrowSoundBack() throws {
    let place = Vector3(4, 2, 1.5)
    let with = try record(try street([knock(at: place)]), array: "mono")
    let without = try record(try street([knock(at: place)]), array: "mono", .plain)
    let difference = zip(with.recording.channels[0], without.recording.channels[0]).map { $0 - $1 }
    // Nothing differs before the way by the façade has passed, and then something does.
    let image = Vector3(4, 14, 1.5)
    let speed = Air().soundSpeed
    let late = (length(image - Vector3(0, 0, 1.5)) - length(place - Vector3(0, 0, 1.5))) / speed * 24_000
    let first = with.label.events[0].onsets[0] + Int(late)
    let peak = Levels.peak(difference)
    #expect(peak > 0.1 * Levels.peak(without.recording.channels[0]))
    #expect(Levels.peak(Array(difference[..<(first - 40)])) < 0.02 * peak)
    #expect(Levels.peak(Array(difference[(first - 40)..<(first + 600)])) > 0.3 * peak)
    // To the sample: where the answer is most like the direct sound, which the ground's follows.
    let start = with.label.events[0].onsets[0]
    let direct = without.recording.channels[0][start - 8..<start + 48]
    func likeness(_ lag: Int) -> Float {
      direct.indices.reduce(Float(0)) { $0 + direct[$1] * difference[$1 + lag] }
    }
    let found = (Int(late) - 60...Int(late) + 60).max { likeness($0) < likeness($1) } ?? 0
    #expect((Double(found) - late).magnitude <= 1, "\(found) for \(late)")
  }

  @Test func housesHideWhatIsBehindThem() throws {
    let place = Vector3(0, 30, 1)
    let with = try record(try street([knock(at: place)]), array: "mono")
    let without = try record(try street([knock(at: place)]), array: "mono", .plain)
    let loss = (without.label.events[0].level ?? 0) - (with.label.events[0].level ?? 0)
    // Over the roof, 9.5 m farther: 25 dB less in most bands, 2.4 dB for the longer way, and some of it after the time of the straight
    // way, in which levels are measured. Below the ground it would be 16 dB.
    #expect(loss > 24 && loss < 34, "\(loss) dB")
  }
}
