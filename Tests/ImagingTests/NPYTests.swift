import Diagnostics
import Imaging
import Testing

struct NPYTests {
  static func header(_ file: [UInt8]) -> String {
    String(decoding: file[10..<(10 + Int(file[8]) + Int(file[9]) << 8)], as: UTF8.self)
  }

  @Test func layout() {
    let file = NPY.encode(Raster<Float>(width: 3, height: 2, values: [1, 2, 3, 4, 5, .infinity]))
    #expect(Array(file[..<8]) == [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0])
    let header = Self.header(file)
    #expect(
      header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }")
        && header.hasSuffix("\n"))
    #expect((10 + header.utf8.count) % 64 == 0 && file.count == 10 + header.utf8.count + 24)
    #expect(Array(file.suffix(8)) == [0, 0, 0xa0, 0x40, 0, 0, 0x80, 0x7f])
    #expect(
      Self.header(NPY.encode(Raster<UInt16>(width: 3, height: 2, channels: 4, fill: 0))).contains("(2, 3, 4)")
    )
  }

  @Test func roundTrips() throws {
    for (w, h, c) in [(1, 1, 1), (7, 3, 1), (7, 3, 2), (3, 9, 5), (0, 4, 1), (4, 0, 3)] {
      let bytes = TestPictures.random8(w, h, c, seed: UInt64(w + 1))
      #expect(try NPY.decode(UInt8.self, NPY.encode(bytes), name: "t") == bytes)
      let words = Raster<UInt32>(
        width: w, height: h, channels: c, values: bytes.values.map { UInt32($0) &* 0x0101_7fff })
      #expect(try NPY.decode(NPY.encode(words), name: "t") == .uint32(words))
      let signed = Raster<Int32>(
        width: w, height: h, channels: c, values: bytes.values.map { Int32($0) - 128 })
      #expect(try NPY.decode(Int32.self, NPY.encode(signed), name: "t") == signed)
      let shorts = Raster<UInt16>(
        width: w, height: h, channels: c, values: bytes.values.map { UInt16($0) &* 257 })
      #expect(try NPY.decode(NPY.encode(shorts), name: "t") == .uint16(shorts))
      let floats = Raster<Float>(width: w, height: h, channels: c, values: bytes.values.map { 1 / Float($0) })
      #expect(try NPY.decode(NPY.encode(floats), name: "t") == .float(floats))
    }
  }

  /// What other writers may say differently: order of keys, spaces, quotes, version 2.0.
  @Test func otherWriters() throws {
    for (version, text) in [
      (1, "{'shape': (1, 2), 'fortran_order': False, 'descr': '|u1'}\n"),
      (2, "{\"descr\":\"|u1\",\"fortran_order\":False,\"shape\":(1,2,),}   \n"),
    ] {
      var file: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, UInt8(version), 0, UInt8(text.utf8.count), 0]
      if version == 2 { file += [0, 0] }
      file += Array(text.utf8) + [9, 8]
      #expect(try NPY.decode(UInt8.self, file, name: "t").values == [9, 8])
    }
  }

  @Test func damaged() throws {
    let file = NPY.encode(Raster<Float>(width: 5, height: 4, channels: 2, fill: 1))
    for length in 0..<file.count {
      #expect(throws: DioramaError.self) { try NPY.decode(Array(file[..<length]), name: "cut") }
    }
    var noise = TestPictures.Noise(4)
    for _ in 0..<5_000 {
      var bad = file
      for _ in 0...noise.below(3) { bad[noise.below(128)] = UInt8(noise.below(256)) }
      do throws(DioramaError) { _ = try NPY.decode(bad, name: "bad") } catch {
        #expect(error.reason == .badInput)
      }
    }
    for (from, to) in [
      ("False", "True "), ("'<f4'", "'<f8'"), ("'<f4'", "'>f4'"), ("(4, 5, 2)", "(4,   40)"),
      ("(4, 5, 2)", "(40,)    "),
      ("(4, 5, 2)", "(-4, 5,2)"), ("'shape'", "'shope'"),
    ] {
      let text = String(decoding: file[10..<128], as: UTF8.self).replacing(from, with: to)
      let bad = Array(file[..<10]) + Array(text.utf8) + Array(file[128...])
      #expect(throws: DioramaError.self, "\(to)") { try NPY.decode(bad, name: "t") }
    }
    let huge = "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 4), }\n"
    let claim = Array(file[..<8]) + [UInt8(huge.utf8.count), 0] + Array(huge.utf8) + [0, 0, 0, 0]
    #expect(throws: DioramaError.self) { try NPY.decode(Float.self, claim, name: "t") }
    #expect(throws: DioramaError.self) { try NPY.decode(UInt8.self, file, name: "t") }
  }
}
