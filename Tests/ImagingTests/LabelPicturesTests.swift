import Foundation
import Imaging
import Testing
import VectorMath

struct LabelPicturesTests {
  @Test func identifiersAreApart() {
    #expect(IdentifierColor.color(of: 0) == .zero)
    var seen: Set<SIMD3<UInt8>> = []
    for id in 1...400 as ClosedRange<UInt32> {
      let c = IdentifierColor.color(of: id)
      #expect(Int(c.x) + Int(c.y) + Int(c.z) > 100)
      seen.insert(c)
      for other in id + 1..<id + 5 {
        let d = IdentifierColor.color(of: other)
        let apart = abs(Int(c.x) - Int(d.x)) + abs(Int(c.y) - Int(d.y)) + abs(Int(c.z) - Int(d.z))
        #expect(apart > 130, "\(id) and \(other)")
      }
    }
    #expect(seen.count > 390)
    let raster = Raster<UInt32>(width: 3, height: 1, values: [0, 9, 0])
    let c = IdentifierColor.color(of: 9)
    #expect(LabelPictures.identifiers(raster).values == [0, 0, 0, c.x, c.y, c.z, 0, 0, 0])
  }

  @Test func hueCircle() {
    func color(_ sixths: Int) -> [UInt8] {
      let c = IdentifierColor.color(hue: (sixths * 65_536 + 5) / 6, saturation: 255, value: 255)
      return [c.x, c.y, c.z]
    }
    #expect(color(0) == [255, 0, 0] && color(1) == [255, 255, 0] && color(2) == [0, 255, 0])
    #expect(color(3) == [0, 255, 255] && color(4) == [0, 0, 255] && color(5) == [255, 0, 255])
  }

  @Test func quantities() {
    let depth = Raster<Float>(width: 5, height: 1, values: [1, 2, 4, .infinity, .nan])
    let shown = LabelPictures.quantity(depth).values
    let (near, far) = (ColorRamp.color(at: 1), ColorRamp.color(at: 0))
    let middle = ColorRamp.color(at: 1.0 / 3)
    #expect(Array(shown[0..<3]) == [near.x, near.y, near.z])
    #expect(Array(shown[3..<6]) == [middle.x, middle.y, middle.z])
    #expect(Array(shown[6..<9]) == [far.x, far.y, far.z])
    #expect(Array(shown[9...]) == [0, 0, 0, 0, 0, 0])
    for flat in [[3, 3], [0, 0], [.infinity, .nan]] as [[Float]] {
      #expect(LabelPictures.quantity(Raster(width: 2, height: 1, values: flat)).values.count == 6)
    }
    #expect(
      ColorRamp.color(at: .nan) == ColorRamp.colors[0] && ColorRamp.color(at: 7) == ColorRamp.colors[255])
    #expect(Set(ColorRamp.colors).count == 256)
  }

  /// Known corners of the benchmark's key picture: rightward flow is red, downward yellow.
  @Test func flow() {
    #expect(FlowWheel.color(u: 0, v: 0) == [255, 255, 255])
    let right = FlowWheel.color(u: 1, v: 0)
    #expect(right.x == 255 && right.y < 20 && right.z < 40)
    let down = FlowWheel.color(u: 0, v: 1)
    #expect(down.x > 200 && down.y > 200 && down.z < 40, "yellow")
    let left = FlowWheel.color(u: -1, v: 0)
    #expect(left.x < 40 && left.z > 200, "blue-cyan")
    let far = FlowWheel.color(u: 3, v: 0)
    #expect(far.x < 200)
    #expect(FlowWheel.color(u: .nan, v: 0) == .zero)
    let picture = LabelPictures.flow(Raster<Float>(width: 2, height: 1, channels: 2, values: [8, 0, 0, 0]))
      .values
    #expect(Array(picture[..<3]) == [right.x, right.y, right.z] && Array(picture[3...]) == [255, 255, 255])
  }

  @Test func everyKindHasAPicture() {
    let rasters: [(String, AnyRaster)] = [
      ("rgb", .uint8(TestPictures.random8(4, 3, 3, seed: 1))),
      ("rgba", .uint8(TestPictures.random8(4, 3, 4, seed: 1))),
      ("occlusion_forward", .uint8(TestPictures.random8(4, 3, 1, seed: 1, below: 2))),
      ("semantic", .uint16(Raster(width: 4, height: 3, fill: 300))),
      ("instance", .uint32(Raster(width: 4, height: 3, fill: 70_000))),
      ("depth", .float(Raster(width: 4, height: 3, fill: 2))),
      ("uv", .float(Raster(width: 4, height: 3, channels: 2, fill: -0.25))),
      ("flow_forward", .float(Raster(width: 4, height: 3, channels: 2, fill: 2))),
      ("normal", .float(Raster(width: 4, height: 3, channels: 3, fill: 0.5))),
      ("hdr", .float(Raster(width: 4, height: 3, channels: 3, fill: .infinity))),
      ("position_world", .float(Raster(width: 4, height: 3, channels: 3, fill: .nan))),
    ]
    for (name, raster) in rasters {
      let picture = LabelPictures.picture(name: name, of: raster)
      #expect(picture.width == 4 && picture.height == 3 && picture.channels == 3, "\(name)")
    }
    let classes = LabelPictures.picture(name: "semantic", of: .uint16(Raster(width: 1, height: 1, fill: 5))) {
      _ in [1, 2, 3]
    }
    #expect(classes.values == [1, 2, 3])
    let normals = LabelPictures.normals(
      Raster(width: 2, height: 1, channels: 3, values: [0, 0, 0, 1, -1, 0]))
    #expect(normals.values == [0, 0, 0, 255, 0, 128])
  }
}

struct DrawingTests {
  @Test func glyphs() {
    for code in 33..<127 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let rows = BitmapFont.rows(of: scalar)
      #expect(rows.count == 7 && rows.allSatisfy { $0 < 32 } && rows.contains { $0 != 0 })
      for other in 33..<code {
        if let o = Unicode.Scalar(other) { #expect(BitmapFont.rows(of: o) != rows, "\(scalar) \(o)") }
      }
    }
    #expect(BitmapFont.width(of: "ab", scale: 2) == 22 && BitmapFont.width(of: "") == 0)
  }

  @Test func cutAtTheEdge() {
    var picture = Raster<UInt8>(width: 9, height: 7, channels: 3, fill: 0)
    picture.text("W@j日", u: -3, v: -2, [9, 9, 9], scale: 3)
    picture.fill(u: -5, v: -5, width: 100, height: 7, [1, 1, 1])
    picture.fill(u: 20, v: 20, width: 3, height: 3, [2, 2, 2])
    picture.outline(u: 7, v: 5, width: 4, height: 4, [3, 3, 3], thickness: 9)
    picture.line(from: Vector2(-1e9, 3), to: Vector2(1e9, 3), [4, 4, 4])
    picture.line(from: Vector2(.nan, 3), to: Vector2(1, 3), [5, 5, 5])
    picture.line(from: Vector2(20, 20), to: Vector2(30, 20), [5, 5, 5])
    #expect((0..<9).allSatisfy { picture[$0, 3, 0] == 4 && picture[$0, 1, 0] == 1 && picture[$0, 2, 0] != 1 })
    #expect(picture[8, 6, 0] == 3)
    #expect(!picture.values.contains(5) && !picture.values.contains(2))
    var box = Raster<UInt8>(width: 5, height: 4, channels: 3, fill: 0)
    box.outline(u: 1, v: 1, width: 3, height: 3, [7, 7, 7])
    let red = (0..<20).map { box.values[3 * $0] }
    let wanted: [UInt8] = [0, 0, 0, 0, 0, 0, 7, 7, 7, 0, 0, 7, 0, 7, 0, 0, 7, 7, 7, 0]
    #expect(red == wanted)
  }

  @Test func resizing() {
    let picture = Raster<UInt8>(width: 4, height: 2, values: [0, 100, 8, 8, 100, 200, 8, 8])
    #expect(picture.resized(width: 2, height: 1, isSmooth: true).values == [100, 8])
    #expect(picture.resized(width: 4, height: 2, isSmooth: false) == picture)
    #expect(picture.resized(width: 2, height: 1, isSmooth: false).values == [200, 8])
    let larger = picture.resized(width: 8, height: 4, isSmooth: false)
    #expect(Array(larger.values[..<8]) == [0, 0, 100, 100, 8, 8, 8, 8])
    #expect(picture.resized(width: 8, height: 4, isSmooth: true) == larger)
  }

  @Test func sheet() throws {
    let scene = TestPictures.scene(width: 320, height: 180)
    var sheet = ContactSheet(columns: 2, cellWidth: 160, title: "street.yaml, sample 42")
    #expect(sheet.composed().width > 0)
    sheet.cells = [
      .init(caption: "rgb", picture: scene.color, isSmooth: true),
      .init(
        caption: "instance {0..1000} a caption that is far too long",
        picture: LabelPictures.identifiers(scene.identifiers)),
      .init(
        caption: "depth",
        picture: LabelPictures.quantity(
          Raster(width: 320, height: 180, values: scene.depth.values.map { $0 == 0 ? .infinity : Float($0) }))
      ),
    ]
    let picture = sheet.composed()
    #expect(picture.width == 2 * 166 + 6)
    // The first cell's centre is the colour picture's.
    #expect(picture == sheet.composed())
    if let path = ProcessInfo.processInfo.environment["DIORAMA_SHEET"] {
      try Data(try PNGEncoder().encode(picture)).write(to: URL(fileURLWithPath: path))
    }
  }
}
