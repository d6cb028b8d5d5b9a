package import Diagnostics
import Imaging
import VectorMath
import WorldModel

/// Wavefront OBJ with MTL: one object a thing, `ID_NAME`, one group a part, `ID_NAME CLASS PART`.
///
/// As most programs read it, +y is up: the world's (x, y, z) is written as (y, z, x). Metres. Vertex colours follow the
/// coordinates as sRGB. `STEM.mtl` and `STEM_textures/` lie beside it.
package struct OBJFormat: SceneFormat {
  package static let name = "obj"
  package static let summary = "Wavefront OBJ with MTL and textures: groups by thing, class and part; y up"
  package static let fileExtension = "obj"

  package init() {}

  package func write(_ scene: SceneModel, to files: StagedScene) throws(DioramaError) {
    let names = scene.materials.enumerated().map { "m\($0.offset)_\(PlainName.word($0.element.name))" }
    try MTLText.write(scene.materials, names, to: files)
    let file = try files.mainFile()
    try file.write(
      "# Diorama: \(PlainName.word(scene.name)) at \(scene.time) s\n# metres, +y up; world x, y, z = file z, x, y\n"
    )
    try file.write("mtllib \(files.stem).mtl\n")
    // Places, texture coordinates and normals are counted apart, from 1.
    var (placeCount, uvCount) = (1, 1)
    for thing in scene.things where !thing.parts.isEmpty {
      let name = "\(thing.id)_\(PlainName.word(thing.name))"
      try file.write("o \(name)\n")
      for part in thing.parts {
        try file.write("g \(name) \(thing.nativeClass.name) \(PlainName.word(part.name))\n")
        for surface in part.surfaces {
          let shape = scene.shapes[surface.shape]
          try vertices(shape, thing, to: file)
          try file.write("usemtl \(names[surface.material])\n")
          let hasUVs = !shape.uvs.isEmpty
          var text = ""
          func corner(_ i: UInt32) {
            let k = Int(i)
            text += " \(placeCount + k)/\(hasUVs ? "\(uvCount + k)" : "")/\(placeCount + k)"
          }
          for t in shape.triangles {
            text += "f"
            corner(t.x)
            corner(t.y)
            corner(t.z)
            text += "\n"
            if text.utf8.count > 1 << 16 {
              try file.write(text)
              text = ""
            }
          }
          try file.write(text)
          placeCount += shape.vertexCount
          uvCount += shape.uvs.count
        }
      }
    }
    try file.close()
  }

  private func vertices(
    _ shape: SurfaceShape, _ thing: SceneModel.Thing, to file: ByteStream
  ) throws(DioramaError) {
    let place = thing.worldFromObject.affine
    let colors = shape.colors
    for (i, p) in shape.positions(place).enumerated() {
      var line = "v \(p.y) \(p.z) \(p.x)"
      if !colors.isEmpty {
        let c = colors[i]
        for x in [c.x, c.y, c.z] { line += " \(Float(SRGB.encode(x)) / 255)" }
      }
      try file.write(line + "\n")
    }
    // The image's first row is at the top there, at v = 1.
    for uv in shape.uvs { try file.write("vt \(uv.x) \(1 - uv.y)\n") }
    for n in shape.normals(place) { try file.write("vn \(n.y) \(n.z) \(n.x)\n") }
  }
}
