import Annotations
import Checks
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Cells of the ground around the carrier: where things are in closed form, and as a camera above sees them.
@Suite struct BirdsEyeTests {
  private static let grid = BirdsEyeGrid(front: 26, back: 6, left: 12, right: 10, resolution: 0.25)

  private static func fixture(_ outlines: RoadOutlines = RoadOutlines()) -> LabelFixture {
    var fixture = LabelFixture(width: 67, height: 51)
    fixture.world.roads = outlines
    fixture.world.rig.grid = grid
    return fixture
  }

  private static func labels(_ outlines: RoadOutlines = RoadOutlines()) -> LabelSet {
    AnnotatorCatalog.labels(of: fixture(outlines).capture([]), by: [BirdsEyeAnnotator()])
  }

  /// The point of the carrier's frame in the middle of a cell, counted out here once more.
  private static func ego(_ column: Int, _ row: Int) -> Vector2 {
    Vector2(26 - 0.25 * (Double(row) + 0.5), 12 - 0.25 * (Double(column) + 0.5))
  }

  /// The two cars as rectangles that stand where their tracks say.
  @Test func carsAreTheirOutlines() throws {
    let fixture = Self.fixture()
    let labels = Self.labels()
    let (layers, ids) = (
      try #require(labels.shorts(LabelNames.bevLayers)), try #require(labels.words(LabelNames.bevInstance))
    )
    #expect(layers.width == 88 && layers.height == 128 && ids.width == 88 && ids.height == 128)
    let rig = fixture.world.rig.worldFromRig(at: fixture.time)
    let cars = fixture.world.entities.filter { $0.nativeClass.name == "car" }
    #expect(cars.count == 2)
    var counts = [0, 0]
    for row in 0..<128 {
      for column in 0..<88 {
        let p = Self.ego(column, row)
        let world = rig * Vector3(p.x, p.y, 0)
        var expected: UInt32 = 0
        for (i, car) in cars.enumerated() {
          let own = car.track.pose(at: fixture.time).inverse * world
          if abs(own.x) < 2, abs(own.y) < 0.9 {
            expected = car.id
            counts[i] += 1
          }
        }
        #expect(ids[column, row] == expected, "\(column), \(row)")
        #expect(layers[column, row] & 1 << 12 == (expected == 0 ? 0 : 1 << 12))
        // The road is 8 m wide about y = 0.
        #expect(layers[column, row] & 1 == (abs(world.y) < 4 ? 1 : 0), "\(column), \(row)")
      }
    }
    #expect(counts.allSatisfy { abs(Double($0) - 4 * 1.8 * 16) < 12 }, "\(counts)")
    let label = try #require(labels[BirdsEyeLabel.self])
    #expect(label.entries.map(\.instance) == cars.map(\.id) && label.entries.map(\.cells) == counts)
    for (entry, car) in zip(label.entries, cars) {
      #expect(abs(entry.size[0] - 4) < 1e-6 && abs(entry.size[1] - 1.8) < 1e-6)
      let pose = rig.inverse * car.track.pose(at: fixture.time)
      #expect(
        abs(entry.center[0] - pose.translation.x) < 1e-6 && abs(entry.center[1] - pose.translation.y) < 1e-6)
    }
  }

  /// A lane, a crosswalk and a divider at known places, in cells that are as wide.
  @Test func theMapIsDrawnWhereItLies() throws {
    let rig = Self.fixture().world.rig.levelled(at: 0.5)
    func world(_ x: Double, _ y: Double) -> Vector2 {
      let p = rig * Vector3(x, y, 0)
      return Vector2(p.x, p.y)
    }
    let ring = [world(2, -3), world(5, -3), world(5, 3), world(2, 3)]
    var outlines = RoadOutlines(areas: [.init(kind: .crosswalk, outline: ring)])
    outlines.areas.append(
      .init(kind: .stopLine, outline: [world(1, -3), world(1.5, -3), world(1.5, 0), world(1, 0)]))
    outlines.dividers = [
      .init(kind: .lanes, points: [world(10, 0.3), world(20, 0.3)]),
      .init(kind: .directions, points: [world(10, -8), world(18, 0)]),
    ]
    let layers = try #require(Self.labels(outlines).shorts(LabelNames.bevLayers))
    var diagonal: [Int] = []
    for row in 0..<128 {
      for column in 0..<88 {
        let p = Self.ego(column, row)
        let bits = layers[column, row]
        func has(_ layer: BirdsEyeLayer) -> Bool { bits & layer.bit != 0 }
        #expect(has(.crosswalk) == (p.x > 2 && p.x < 5 && abs(p.y) < 3), "\(column), \(row)")
        #expect(has(.stopLine) == (p.x > 1 && p.x < 1.5 && p.y < 0 && p.y > -3))
        // One row of cells: their middles are at y = 0.375 and 0.125.
        #expect(has(.laneDivider) == (p.x > 10 && p.x < 20 && abs(p.y - 0.3) < 0.125))
        if has(.roadDivider) { diagonal.append(row) }
        #expect(!has(.lane) && !has(.building))
      }
    }
    // 8 m in 32 rows without a gap.
    #expect(Set(diagonal).count >= 32 && diagonal.count < 80)
  }

  /// The camera above shows the same, but at borders; moved by one cell it does not.
  @Test func aCameraAboveSeesTheSame() throws {
    var fixture = Self.fixture()
    var above = Rig.MountedCamera(
      name: "above", camera: Camera(width: 176, height: 256, metresAcross: 22),
      rigFromCamera: Rig.mount(at: Vector3(10, 1, 50), pitch: -.pi / 2))
    above.attachment = .level
    fixture.world.rig.cameras = [above]
    let capture = fixture.capture()
    var labels = AnnotatorCatalog.labels(of: capture, by: AnnotatorCatalog.all)
    func finding() -> CheckFinding {
      let view = Sample.View(
        sensor: "above", camera: capture.camera, rigFromCamera: capture.rigFromCamera,
        worldFromCamera: capture.worldFromCamera, labels: labels)
      return BirdsEyeMatchesCamera().examine(
        Sample(
          index: 0, sequence: 0, frame: 0, time: 0.5, worldFromRig: fixture.world.rig.worldFromRig(at: 0.5),
          views: [view], drawn: [],
          attributes: []))
    }
    let right = finding()
    #expect(right.violations == 0 && right.examined > 5000, "\(right.first)")
    guard var ids = labels.words(LabelNames.bevInstance) else { return }
    ids.values = [0] + ids.values.dropLast()
    labels.set(LabelNames.bevInstance, .uint32(ids))
    #expect(finding().violations > 0)
  }

  /// Only the first camera of a rig carries it, and worlds without roads have none.
  @Test func itIsSaidOnce() {
    let fixture = Self.fixture()
    let moment = CameraSensor.Moment(world: fixture.world, time: 0.5, step: 0.1)
    let sensor = CameraSensor()
    let given = fixture.world.rig.cameras.map {
      AnnotatorCatalog.labels(
        of: sensor.capture(moment, $0, channels: [], atlas: TextureAtlas(moment.now.materials)),
        by: [BirdsEyeAnnotator()]
      ).rasters.count
    }
    #expect(given == [2, 0])
    let without = LabelFixture(width: 67, height: 51).capture([])
    #expect(AnnotatorCatalog.labels(of: without, by: [BirdsEyeAnnotator()]).rasters.isEmpty)
  }
}
