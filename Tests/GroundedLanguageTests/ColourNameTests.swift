import GroundedLanguage
import Testing

@Suite struct ColourNameTests {
  /// Whatever the albedo, some word might be right; and no two words are surely right.
  @Test func regionsCoverAllColours() {
    for r in stride(from: 0, through: 255, by: 5) {
      for g in stride(from: 0, through: 255, by: 5) {
        for b in stride(from: 0, through: 255, by: 5) {
          let (h, s, v) = ColourName.coordinates(UInt8(r), UInt8(g), UInt8(b))
          let possible = ColourName.allCases.filter { name in
            name.outer.contains { $0.contains(hue: h, saturation: s, value: v) }
          }
          #expect(!possible.isEmpty, "\(r) \(g) \(b): hue \(h), saturation \(s), value \(v)")
        }
      }
    }
  }

  @Test(arguments: [
    (SIMD3<UInt8>(255, 255, 255), "white"), (SIMD3(10, 10, 10), "black"), (SIMD3(130, 130, 130), "grey"),
    (SIMD3(200, 20, 20), "red"), (SIMD3(30, 60, 200), "blue"), (SIMD3(30, 150, 50), "green"),
    (SIMD3(240, 210, 30), "yellow"), (SIMD3(100, 60, 30), "brown"), (SIMD3(240, 130, 20), "orange"),
    (SIMD3(130, 50, 170), "purple"),
  ])
  func plainColoursHaveOneName(_ rgb: SIMD3<UInt8>, _ expected: String) {
    let (h, s, v) = ColourName.coordinates(rgb.x, rgb.y, rgb.z)
    let possible = ColourName.allCases.filter { name in
      name.outer.contains { $0.contains(hue: h, saturation: s, value: v) }
    }
    #expect(possible.map(\.rawValue) == [expected])
    #expect(possible.allSatisfy { $0.inner.contains(hue: h, saturation: s, value: v) })
  }
}
