import Annotations
import Checks
import DatasetFormats
import Diagnostics
import Foundation
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Distortion in the calibrations that hold it, and refused by those that do not.
@Suite struct DistortedCameraTests {
  private static func samples(_ distortion: Distortion) -> [Sample] {
    var scene = ShapeScene(60, 40)
    scene.camera = Camera(
      width: 60, height: 40, fx: 50, fy: 51, cx: 28, cy: 20.5, projection: .brownConrady,
      distortion: distortion)
    return [.test(0, [scene])]
  }

  private static let four = Distortion(k1: -0.28, k2: 0.074, p1: 0.0002, p2: -0.00003)
  private static let five = Distortion(k1: -0.28, k2: 0.074, p1: 0.0002, p2: -0.00003, k3: -0.004)

  @Test func colmapNamesTheModelThatHoldsThem() throws {
    func camera(_ d: Distortion) throws -> [String] {
      let written = try Written(COLMAPFormat.self, Self.samples(d), .test())
      let line = try #require(written.text("000000/sparse/0/cameras.txt").split(separator: "\n").last)
      return line.split(separator: " ").map(String.init)
    }
    let opencv = try camera(Self.four)
    #expect(opencv[1] == "OPENCV" && opencv.count == 12)
    #expect(
      opencv.dropFirst(4).compactMap { Double($0) } == [50, 51, 28.5, 21, -0.28, 0.074, 0.0002, -0.00003])
    let full = try camera(Self.five)
    #expect(full[1] == "FULL_OPENCV" && full.count == 16)
    #expect(
      full.dropFirst(8).compactMap { Double($0) } == [-0.28, 0.074, 0.0002, -0.00003, -0.004, 0, 0, 0])
  }

  @Test func transformsHaveTheKeysOfOpenCV() throws {
    let json = try Written(NeRFFormat.self, Self.samples(Self.five), .test()).json("000000/transforms.json")
    #expect(json["camera_model"] as? String == "OPENCV")
    let frame = try #require(json.list("frames").first)
    let keys = ["k1", "k2", "p1", "p2", "k3"]
    #expect(keys.map { frame[$0] as? Double } == [-0.28, 0.074, 0.0002, -0.00003, -0.004])
    let plain = try Written(NeRFFormat.self, [.test(0, [ShapeScene(8, 6)])], .test())
    let other = try #require(plain.json("000000/transforms.json").list("frames").first)
    #expect(keys.allSatisfy { other[$0] == nil })
  }

  @Test func eurocHasFourAndRefusesAFifth() throws {
    let text = try Written(EuRoCFormat.self, Self.samples(Self.four), .test())
      .text("000000/mav0/cam0/sensor.yaml")
    #expect(text.contains("distortion_model: radial-tangential\n"))
    #expect(text.contains("distortion_coefficients: [-0.28, 0.074, 0.0002, -0.00003]\n"))
    func result(_ d: Distortion) -> Result<Void, any Error> {
      Result {
        try EuRoCFormat.requireLenses(of: [LensNeeds(name: "front", Self.samples(d)[0].views[0].camera)])
      }
    }
    #expect((try? result(Self.four).get()) != nil)
    guard case .failure(let error) = result(Self.five) else { Issue.record("taken"); return }
    #expect("\(error)".contains("2 radial coefficients of distortion, not 3"))
  }

  /// What each of the three writes is read back, and a coefficient off by little is found.
  @Test(arguments: ["colmap", "nerf", "euroc"]) func validatorsKnowThem(_ name: String) throws {
    let type = try #require(FormatCatalog.named(name))
    let samples = Self.samples(Self.four)
    func examine(_ folder: WrittenFolder) throws -> (formed: CheckFinding, matched: CheckFinding) {
      var formed = CheckFinding()
      let validator = type.validator
      var comparison = FormatComparison(try validator.read(try FormatFolder(folder.path), into: &formed))
      for sample in samples {
        comparison.compare(
          try validator.expected(of: sample, .test()), sample: sample.index,
          slack: Swift.type(of: validator).slack)
      }
      comparison.close()
      return (formed, comparison.finding)
    }
    let folder = try WrittenFolder(type, samples, .test())
    var (formed, matched) = try examine(folder)
    #expect(formed.violations == 0, "\(formed.first.map(\.description))")
    #expect(matched.violations == 0, "\(matched.first.map(\.description))")
    let file = [
      "colmap": "000000/sparse/0/cameras.txt", "nerf": "000000/transforms.json",
      "euroc": "000000/mav0/cam0/sensor.yaml",
    ]
    var changed = false
    try folder.edit(try #require(file[name])) { text in
      let other = text.replacingOccurrences(of: "0.074", with: "0.075")
      changed = other != text
      return other
    }
    (formed, matched) = try examine(folder)
    #expect(changed && formed.violations == 0 && matched.violations > 0)
  }
}
