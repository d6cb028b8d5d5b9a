import Foundation
import FoundationXML
import Geometry
import RoadNetwork
import Testing
import VectorMath

struct RoadPlanTests {
  /// Counts elements of a well-formed document.
  private final class Reader: NSObject, XMLParserDelegate {
    var names: [String: Int] = [:]
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { names[name, default: 0] += 1 }
  }

  @Test(arguments: ["crossroads", "town-street", "fabriksgatan.xodr", "parking_demo.xodr"])
  func plansAreWellFormed(name: String) throws {
    guard RoadSurfacesTests.sources.contains(name) else { return }
    let map = try RoadSurfacesTests.map(name)
    let svg = RoadPlan(map).drawing.svg(title: "a < b & \"c\"")
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let lanes = map.allLanes.filter { (map.section($0)?.length ?? 0) > 1e-3 }
    #expect((reader.names["polygon"] ?? 0) >= lanes.count + map.roads.filter { $0.length > 0.5 }.count)
    #expect(svg.contains("lane -1: driving"))
    #expect(svg == RoadPlan(try RoadSurfacesTests.map(name)).drawing.svg(title: "a < b & \"c\""))
  }

  /// The pixels of a plan are the lanes' colours where the lanes are, and paper beside them.
  @Test func pixelsShowTheLanes() throws {
    let map = try BuiltInRoads.straightStreet.map()
    let raster = PlanRaster(RoadPlan(map).drawing, pixels: 4000)
    #expect(raster.width == 4000 && raster.bytes.count == 3 * raster.width * raster.height)
    func pixel(_ x: Double, _ y: Double) -> [UInt8] {
      raster.pixel(at: Vector2(x, y)).map { [$0.0, $0.1, $0.2] } ?? []
    }
    #expect(pixel(30, 1.6) == [0x8f, 0x94, 0x9e] && pixel(30, -1.6) == [0x8f, 0x94, 0x9e])
    #expect(pixel(30, 4.4) == [0xb9, 0xbc, 0xc4] && pixel(30, 7) == [0xd8, 0xcf, 0xc4])
    #expect(pixel(30, 9) == [244, 244, 244] && pixel(-40, 0).isEmpty)
  }

  /// Coverage adds up: a square's darkness is its area, wherever it lies between the pixels.
  @Test func edgesAreSmoothed() {
    var drawing = PlanDrawing()
    drawing.polygon([[0.3, 0.4], [7.55, 0.4], [7.55, 9.9], [0.3, 9.9]], .init(fill: "#000000"))
    let raster = PlanRaster(drawing, pixels: 195, background: 255)
    let ink = raster.bytes.reduce(0.0) { $0 + (255 - Double($1)) / 255 } / 3
    #expect((ink / 100 - 7.25 * 9.5).magnitude < 0.05)
  }
}
