import Checks
import DatasetFormats
import Foundation
import Imaging
import TestSupport
import Testing
import VectorMath
import WorldModel

/// What judges Structured3D: right scenes pass and match, every mistake is found where it is.
@Suite struct Structured3DValidatorTests {
  private static let panorama = Camera(equirectangularHeight: 16)

  private static let dataset: [Sample] = [
    Structured3DFormatTests.sample(panorama, at: Vector3(1, 1, 1.6), yaw: 0, path: "sequence/0/view/0/a/b"),
    Structured3DFormatTests.sample(
      Camera(width: 24, height: 18, horizontalFieldOfView: 1.4), at: Vector3(1, 1, 1.6), yaw: 0.3, index: 1,
      path: "sequence/0/view/1/a/b"),
  ]

  private func examine(_ folder: WrittenFolder) throws -> (formed: CheckFinding, matched: CheckFinding) {
    var formed = CheckFinding()
    let validator = Structured3DValidator()
    var comparison = FormatComparison(
      try validator.read(try FormatFolder(folder.path), into: &formed), sharesPictures: true)
    for sample in Self.dataset {
      comparison.compare(try validator.expected(of: sample, .test()), sample: sample.index, slack: 1e-5)
    }
    comparison.close()
    return (formed, comparison.finding)
  }

  @Test func whatIsWrittenPassesAndMistakesAreFound() throws {
    let right = try WrittenFolder(Structured3DFormat.self, Self.dataset, .test())
    let (formed, matched) = try examine(right)
    #expect(formed.violations == 0, "\(formed.first.map(\.description))")
    #expect(matched.violations == 0, "\(matched.first.map(\.description))")
    #expect(formed.examined > 150 && matched.examined > 20)
    let view = "2D_rendering/1/perspective/full/1"
    let mistakes: [(file: String, from: String, to: String, place: String, isFormed: Bool)] = [
      ("annotation_3d.json", #""coordinate":\[5000,"#, #""coordinate":[5001,"#, "plane", true),
      ("annotation_3d.json", #""planeLineMatrix":\[\[1"#, #""planeLineMatrix":[[0"#, "plane 0", true),
      ("annotation_3d.json", #""lineJunctionMatrix":\[\[1"#, #""lineJunctionMatrix":[[0"#, "line 0", true),
      ("annotation_3d.json", #""direction":\[1,0,0\]"#, #""direction":[0,1,0]"#, "line 0", true),
      ("annotation_3d.json", #""planeID":\[0"#, #""planeID":[99"#, "semantics 0", true),
      ("annotation_3d.json", #""type":"corridor""#, #""type":"kitchen""#, "semantics 0", false),
      (
        "annotation_3d.json", #""normal":\[0,0,1\],"offset":0"#, #""normal":[0,0,1],"offset":5"#, "plane 0",
        true
      ),
      ("bbox_3d.json", #""ID":41"#, #""ID":42"#, "instance.png", true),
      ("bbox_3d.json", #""basis":\[\[-0.28"#, #""basis":[[-0.5"#, "box 0", true),
      ("2D_rendering/1/panorama/camera_xyz.txt", "1600", "1700", "rgb_rawlight.png", false),
      ("2D_rendering/1/panorama/layout.txt", #"^[0-9.-]+ [0-9.]+\n"#, "", "layout.txt", true),
      ("2D_rendering/1/panorama/layout.txt", #"^([0-9.-]+) "#, "1.5 ", "layout.txt", true),
      ("\(view)/camera_pose.txt", " 1\n", "\n", "camera_pose.txt", true),
      ("\(view)/camera_pose.txt", "^1000 ", "1100 ", "rgb_rawlight.png", false),
      (
        "\(view)/layout.json", #""visible_mask":\[\[\d+"#, #""visible_mask":[[99"#, "layout.json: plane", true
      ),
      ("\(view)/layout.json", #""coordinate":\[\d"#, #""coordinate":[-9"#, "layout.json: junction", true),
      ("\(view)/layout.json", #""ID":\d+,"coord"#, #""ID":9999,"coord"#, "layout.json: junction", true),
    ]
    for mistake in mistakes {
      let folder = try WrittenFolder(Structured3DFormat.self, Self.dataset, .test())
      var changed = false
      try folder.edit("scene_00000/\(mistake.file)") { text in
        guard let range = text.range(of: mistake.from, options: .regularExpression) else { return text }
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
    let depth = try WrittenFolder(Structured3DFormat.self, Self.dataset, .test())
    try depth.write(
      try StoredPNG.encode(.uint16(Raster(width: 24, height: 18, fill: 7))), "scene_00000/\(view)/depth.png")
    #expect(try examine(depth).matched.first.contains { $0.description.contains("depth.png") })
    try depth.write(
      try StoredPNG.encode(.uint8(Raster(width: 24, height: 18, fill: 7))), "scene_00000/\(view)/depth.png")
    #expect(try examine(depth).formed.first.contains { $0.description.contains("depth.png") })
    try depth.remove("scene_00000/\(view)/semantic.png")
    #expect(try examine(depth).formed.first.contains { $0.description.contains("semantic.png") })
  }
}
