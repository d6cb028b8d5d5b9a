import Diagnostics
import Imaging
import Testing

struct JPEGEncoderTests {
  @Test func closeToTheOriginal() throws {
    let color = TestPictures.scene(width: 96, height: 64).color
    for halves in [false, true] {
      let back = try ImageFile.decode8(
        try JPEGEncoder.encode(color, quality: 95, halvesChroma: halves), name: "t")
      #expect(back.width == 96 && back.height == 64 && back.channels == 3)
      var error = 0
      for (a, b) in zip(color.values, back.values) { error += abs(Int(a) - Int(b)) }
      #expect(error < 4 * color.values.count, "mean error \(Double(error) / Double(color.values.count))")
    }
    let gray = Raster<UInt8>(width: 31, height: 7, fill: 90)
    #expect(try ImageFile.decode8(try JPEGEncoder.encode(gray), name: "t") == gray)
  }

  @Test func refuses() {
    for (w, c) in [(0, 3), (3, 2), (3, 4), (65_536, 1)] {
      #expect(throws: DioramaError.self) {
        try JPEGEncoder.encode(Raster<UInt8>(width: w, height: 1, channels: c, fill: 0))
      }
    }
  }
}
