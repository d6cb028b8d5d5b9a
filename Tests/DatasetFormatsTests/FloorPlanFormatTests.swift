import Annotations
import Checks
import DatasetFormats
import Diagnostics
import Foundation
import Imaging
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Floor plans as files: pictures by the place of every pixel, drawings by their corners, mistakes by their place.
@Suite struct FloorPlanFormatTests {
  /// Two rooms side by side, 3 m × 2 m and 2 m × 2 m, walls 0.2 m thick, a door between them and a window.
  static let label = FloorPlanLabel(
    footprint: [[-0.2, -0.2], [5.4, -0.2], [5.4, 2.2], [-0.2, 2.2]],
    rooms: [
      .init(
        room: 1, kind: "living_room", outline: [[0, 0], [3, 0], [3, 2], [0, 2]], height: 2.5, area: 6),
      .init(
        room: 2, kind: "bedroom", outline: [[3.2, 0], [5.2, 0], [5.2, 2], [3.2, 2]], height: 2.5, area: 4),
    ],
    walls: [
      .init(wall: 1, start: [3.1, -0.1], end: [3.1, 2.1], thickness: 0.2, left: 1, right: 2),
      .init(wall: 2, start: [-0.1, -0.1], end: [3.1, -0.1], thickness: 0.2, left: 1, right: 0),
    ],
    openings: [
      .init(
        opening: 1, kind: "hinged_door", wall: 1, left: 1, right: 2, start: [3.1, 0.5], end: [3.1, 1.4],
        width: 0.9, sill: 0, head: 2, instance: 9,
        leaves: [
          .init(
            motion: "hinge", pivot: [3.2, 0.5], shut: [3.2, 1.4], open: [4.1, 0.5], now: [4.1, 0.5],
            swing: -1.5707963267948966, opening: 1)
        ]),
      .init(
        opening: 2, kind: "window", wall: 2, left: 1, right: 0, start: [1, -0.1], end: [2.2, -0.1],
        width: 1.2,
        sill: 0.9, head: 2, instance: 10, leaves: []),
    ],
    furniture: [
      .init(
        instance: 12, category: "bed", room: 2, support: "floor", center: [4.69, 1.5], size: [0.9, 1],
        heading: 0, footprint: [[4.24, 1], [5.14, 1], [5.14, 2], [4.24, 2]], low: 0, high: 0.5)
    ], passages: [.init(rooms: [1, 2], opening: 1, width: 0.9)])

  static let samples: [Sample] = [0, 1].map { frame in
    var sample = Sample.test(frame, sequence: 3, [ShapeScene(40, 30)])
    sample.frame = frame
    sample.views[0].labels.set(label)
    return sample
  }

  private static func written() throws -> Written { try Written(FloorPlanFormat.self, samples, .test()) }

  private func bytes(_ written: Written, _ path: String) throws -> [UInt8] {
    guard case .bytes(let bytes) = try #require(written.files[path], "no \(path)") else { return [] }
    return bytes
  }

  @Test func pixelsBelongToTheShapeThatHoldsTheirCentre() throws {
    let written = try Self.written()
    func shorts(_ name: String) throws -> Raster<UInt16> {
      let path = "000003/\(name)"
      guard case .uint16(let r) = try ImageFile.decode(try bytes(written, path), name: path) else {
        throw DioramaError(.badInput, "\(name) is no 16-bit picture")
      }
      return r
    }
    let (rooms, doors, windows) = (
      try shorts("rooms.png"), try shorts("doors.png"), try shorts("windows.png")
    )
    guard
      case .uint8(let walls) = try ImageFile.decode(try bytes(written, "000003/walls.png"), name: "walls"),
      case .uint8(let furniture) = try ImageFile.decode(
        try bytes(written, "000003/furniture.png"), name: "furniture")
    else { Issue.record("other pictures"); return }
    // Half a metre around the footprint, 50 pixels a metre.
    #expect(rooms.width == 330 && rooms.height == 170)
    for v in 0..<rooms.height {
      for u in 0..<rooms.width {
        let (x, y) = (-0.7 + (Double(u) + 0.5) / 50, 2.7 - (Double(v) + 0.5) / 50)
        let isTall = y > 0 && y < 2
        let room: UInt16 = isTall && x > 0 && x < 3 ? 1 : isTall && x > 3.2 && x < 5.2 ? 2 : 0
        let isDoor = x > 3 && x < 3.2 && y > 0.5 && y < 1.4
        let isWindow = x > 1 && x < 2.2 && y > -0.2 && y < 0
        let isHouse = x > -0.2 && x < 5.4 && y > -0.2 && y < 2.2
        let isBed = x > 4.24 && x < 5.14 && y > 1 && y < 2
        let isRight =
          rooms[u, v] == room && doors[u, v] == (isDoor ? 1 : 0) && windows[u, v] == (isWindow ? 2 : 0)
          && walls[u, v] == (isHouse && room == 0 && !isDoor && !isWindow ? 255 : 0)
          && furniture[u, v, 0] == (isBed ? 12 : 0)
        #expect(isRight, "(\(u), \(v)), world (\(x), \(y))")
      }
    }
  }

  @Test func drawingsHaveTheCornersOfThePlan() throws {
    let written = try Self.written()
    let dxf = try written.text("000003/plan.dxf")
    // Pairs of lines: a number, then a value.
    let lines = dxf.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(stride(from: 0, to: lines.count - 1, by: 2).allSatisfy { Int(lines[$0]) != nil })
    #expect(dxf.contains("AC1009") && dxf.hasSuffix("0\nEOF\n"))
    let vertex = "0\nVERTEX\n8\nROOMS\n10\n3.200000\n20\n0.000000\n30\n0.000000\n"
    #expect(dxf.contains(vertex))
    #expect(
      dxf.contains("0\nLINE\n8\nLEAVES\n10\n3.200000\n20\n0.500000\n30\n0.000000\n11\n4.100000\n21\n0.500000")
    )
    let svg = try written.text("000003/plan.svg")
    #expect(svg.contains("M 0 0 L 3 0 L 3 2 L 0 2 Z"))
    #expect(svg.contains("matrix(1 0 0 -1 0.7 2.7)"))
    for tag in ["g", "svg", "text", "desc"] {
      #expect(
        svg.components(separatedBy: "<\(tag)").count == svg.components(separatedBy: "</\(tag)>").count,
        "\(tag)")
    }
    let json = try written.json("000003/plan.json")
    #expect(try json.list("rooms").count == 2 && json.list("openings").count == 2)
    // The plan is that of the sequence's first frame, once.
    #expect(written.order.filter { $0.hasSuffix("plan.json") }.count == 1)
    #expect(try written.text("000003/views.txt").split(separator: "\n").count == 3)
  }

  private func examine(_ folder: WrittenFolder) throws -> (formed: CheckFinding, matched: CheckFinding) {
    var formed = CheckFinding()
    let validator = FloorPlanValidator()
    var comparison = FormatComparison(try validator.read(try FormatFolder(folder.path), into: &formed))
    for sample in Self.samples {
      comparison.compare(try validator.expected(of: sample, .test()), sample: sample.index, slack: 1e-6)
    }
    comparison.close()
    return (formed, comparison.finding)
  }

  @Test func whatIsWrittenPassesAndMistakesAreFound() throws {
    let right = try WrittenFolder(FloorPlanFormat.self, Self.samples, .test())
    let (formed, matched) = try examine(right)
    #expect(formed.violations == 0, "\(formed.first.map(\.description))")
    #expect(matched.violations == 0, "\(matched.first.map(\.description))")
    #expect(formed.examined > 20 && matched.examined > 10)
    let mistakes: [(file: String, from: String, to: String, place: String, isFormed: Bool)] = [
      ("plan.dxf", "3.200000\n20\n0.000000", "3.210000\n20\n0.000000", "plan.dxf: room 1", true),
      ("plan.dxf", "POLYLINE\n8\nROOMS", "POLYLINE\n8\nWALLS", "plan.dxf", true),
      ("plan.svg", "class=\"room\"", "class=\"rooms\"", "plan.svg", true),
      ("plan.json", "\"width\":330", "\"width\":331", "plan.png", true),
      ("plan.json", "\"area\":6", "\"area\":\"6\"", "rooms 0", true),
      ("plan.json", "\"head\":2", "\"head\":2.1", "openings 0", false),
      ("plan.json", "\"heading\":0", "\"heading\":1.57", "furniture 0", false),
      ("views.txt", "images/000000.png 0", "images/000000.png 1", "views.txt:2", false),
    ]
    for mistake in mistakes {
      let folder = try WrittenFolder(FloorPlanFormat.self, Self.samples, .test())
      var changed = false
      try folder.edit("000003/\(mistake.file)") { text in
        guard let range = text.range(of: mistake.from) else { return text }
        changed = true
        return text.replacingCharacters(in: range, with: mistake.to)
      }
      #expect(changed, "\(mistake.from)")
      let (formed, matched) = try examine(folder)
      let finding = mistake.isFormed ? formed : matched
      #expect(
        finding.first.contains { $0.description.contains(mistake.place) },
        "\(mistake.file), \(mistake.to): \(finding.first.map(\.description))")
    }
  }
}
