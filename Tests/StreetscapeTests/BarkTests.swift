import Imaging
import Streetscape
import Testing
import WorldModel

/// Bark goes on from one repeat of its picture to the next.
@Suite struct BarkTests {
  @Test func barkHasNoSeam() throws {
    let pole = try #require(StreetscapeCatalog.make("utility_pole"))
    let texture = try #require(pole.materials.lazy.compactMap(\.baseColorTexture).first)
    let level = try #require(texture.levels.first)
    func row(_ y: Int) -> [Double] {
      (0..<level.width).map { Double(level.texels[y * level.width + $0] & 0xff) }
    }
    func step(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / Double(a.count)
    }
    let inside = (0..<level.height - 1).map { step(row($0), row($0 + 1)) }
    let usual = inside.reduce(0, +) / Double(inside.count)
    #expect(step(row(level.height - 1), row(0)) < 2 * usual)
  }
}
