package import Diagnostics
import Imaging
import VectorMath
import WorldModel

/// PLY, binary, little-endian: one mesh of everything, world frame (z up), metres.
///
/// A vertex has `x y z nx ny nz` (float), `red green blue alpha` (uchar, sRGB) and, as a face has, `instance` (uint),
/// `semantic` (ushort, native class) and `part` (uint): the values of the label maps of those names. Comments name every
/// thing: `comment thing ID CLASS_ID CLASS NAME`. Vertices are not shared between surfaces.
package struct PLYFormat: SceneFormat {
  package static let name = "ply"
  package static let summary = "PLY: one mesh in the world's frame with colours, instances, classes, parts"
  package static let fileExtension = "ply"

  package init() {}

  package func write(_ scene: SceneModel, to files: StagedScene) throws(DioramaError) {
    guard let vertices = Int32(exactly: scene.vertexCount) else {
      throw DioramaError(.badInput, "the scene has \(scene.vertexCount) vertices, PLY counts to 2³¹")
    }
    let file = try files.mainFile()
    var header = "ply\nformat binary_little_endian 1.0\ncomment Diorama, metres, z up\n"
    header += "comment scene \(PlainName.word(scene.name)) at \(scene.time) s\n"
    for thing in scene.things {
      header +=
        "comment thing \(thing.id) \(thing.nativeClass.id) \(thing.nativeClass.name) \(PlainName.word(thing.name))\n"
    }
    let ids = "property uint instance\nproperty ushort semantic\nproperty uint part\n"
    header += "element vertex \(vertices)\n"
    for name in ["x", "y", "z", "nx", "ny", "nz"] { header += "property float \(name)\n" }
    for name in ["red", "green", "blue", "alpha"] { header += "property uchar \(name)\n" }
    header += ids + "element face \(scene.triangleCount)\nproperty list uchar int vertex_indices\n" + ids
    try file.write(header + "end_header\n")
    let body = try files.scratchFile("faces")
    var first: UInt32 = 0
    for thing in scene.things {
      let place = thing.worldFromObject.affine
      for part in thing.parts {
        let ids = Self.ids(thing, part)
        for surface in part.surfaces {
          let shape = scene.shapes[surface.shape]
          let colours = SurfaceColour.vertices(of: shape, scene.materials[surface.material])
          var bytes: [UInt8] = []
          for ((p, n), c) in zip(zip(shape.positions(place), shape.normals(place)), colours) {
            for x in [p.x, p.y, p.z, n.x, n.y, n.z] { Self.append(x.bitPattern, to: &bytes) }
            bytes += [c.x, c.y, c.z, c.w]
            bytes += ids
          }
          try file.write(bytes)
          bytes.removeAll(keepingCapacity: true)
          for t in shape.triangles {
            bytes.append(3)
            for i in [t.x, t.y, t.z] { Self.append(first + i, to: &bytes) }
            bytes += ids
          }
          try body.write(bytes)
          first += UInt32(shape.vertexCount)
        }
      }
    }
    try file.write(all: body)
    try file.close()
  }

  private static func ids(_ thing: SceneModel.Thing, _ part: SceneModel.Part) -> [UInt8] {
    var out: [UInt8] = []
    append(thing.id, to: &out)
    let c = thing.nativeClass.id
    out += [UInt8(truncatingIfNeeded: c), UInt8(truncatingIfNeeded: c >> 8)]
    append(UInt32(truncatingIfNeeded: SceneModel.partID(thing, part)), to: &out)
    return out
  }

  private static func append(_ n: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: n))
    bytes.append(UInt8(truncatingIfNeeded: n >> 8))
    bytes.append(UInt8(truncatingIfNeeded: n >> 16))
    bytes.append(UInt8(truncatingIfNeeded: n >> 24))
  }
}
