import Annotations
import Imaging
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// Boxes where columns count modulo the image's width.
@Suite struct PanoramaBoxesTests {
  /// Every run of columns that holds all that are taken, tried.
  private static func shortest(_ columns: [Bool]) -> (first: Int, count: Int)? {
    let w = columns.count
    for count in 1...w {
      for first in 0..<w {
        let run = Set((0..<count).map { (first + $0) % w })
        if columns.indices.allSatisfy({ !columns[$0] || run.contains($0) }), columns.contains(true) {
          return (first, count)
        }
      }
    }
    return nil
  }

  @Test func arcsAreTheShortest() {
    var draws = RandomStream(seed: 3)
    #expect(ColumnArc([Bool](repeating: false, count: 5)) == nil)
    for _ in 0..<600 {
      let columns = (0..<draws.integer(in: 1..<12)).map { _ in draws.bool(probability: 0.4) }
      let found = ColumnArc(columns)
      let expected = Self.shortest(columns)
      #expect(found?.first == expected?.first && found?.count == expected?.count, "\(columns)")
      guard let found else { continue }
      // What is seen is part of the whole.
      let part = columns.map { $0 && draws.bool() }
      guard part.contains(true) else { continue }
      let inner = ColumnArc(part, within: found)
      let offset = inner.map { ($0.first - found.first + columns.count) % columns.count }
      #expect(inner.map { (offset ?? 0) + $0.count <= found.count } == true)
      // Its ends are taken.
      if let inner {
        #expect(part[inner.first] && part[(inner.first + inner.count - 1) % columns.count])
      }
    }
  }

  private static let labels: LabelSet = {
    let capture = LabelFixture().capture(camera: Camera(equirectangularHeight: 80, near: 0.3))
    return AnnotatorCatalog.labels(of: capture, by: AnnotatorCatalog.all)
  }()

  /// The crate behind the camera lies on the seam.
  @Test func whatLiesBehindCrossesTheSeam() throws {
    let labels = Self.labels
    let instance = try #require(labels.words(LabelNames.instance))
    let objects = try #require(labels[ObjectsLabel.self])
    let id = try #require(objects.entries.first { $0.name == "crate behind the camera" }?.instance)
    let entry = try #require(labels[Boxes2DLabel.self]?.entries.first { $0.instance == id })
    let box = try #require(entry.visible)
    #expect(box.x + box.width > 160 && box.x < 160 && box.width < 40)
    var (low, high) = (Int.max, Int.min)
    for v in 0..<80 {
      for u in 0..<160 where instance[u, v] == id {
        // Counted from straight ahead, all the way round.
        let column = u < 80 ? u + 160 : u
        (low, high) = (min(low, column), max(high, column))
        #expect(v >= box.y && v < box.y + box.height)
      }
    }
    #expect(box.x == low && box.width == high - low + 1)
    let visibility = try #require(labels[VisibilityLabel.self]?.entries.first { $0.instance == id })
    #expect(visibility.truncation == 0 && visibility.canvasPixels == visibility.amodalPixels)
    let corners = try #require(labels[Boxes3DLabel.self]?.entries.first { $0.instance == id }?.corners)
    #expect(corners.allSatisfy { $0 != nil })
  }

  /// Nothing is outside of a panorama: every thing of the world is listed.
  @Test func everyThingIsThere() throws {
    let fixture = LabelFixture()
    let boxes = try #require(Self.labels[Boxes2DLabel.self])
    // The post is a twelfth of a pixel wide.
    let wide = fixture.things.map { fixture.world.entities[$0] }.filter { $0.name != "far post" }
    #expect(Set(boxes.entries.map(\.instance)).isSuperset(of: wide.map(\.id)))
    for entry in boxes.entries {
      guard let visible = entry.visible else { continue }
      let amodal = try #require(entry.amodal)
      #expect((visible.x - amodal.x + 160) % 160 + visible.width <= amodal.width)
    }
  }

  /// A panorama has no rectified partner.
  @Test func thereIsNoDisparity() {
    #expect(Self.labels.raster(LabelNames.disparity) == nil)
  }

  @Test func distanceIsDepth() {
    #expect(Self.labels.floats(LabelNames.distance) == Self.labels.floats(LabelNames.depth))
  }
}
