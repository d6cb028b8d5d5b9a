package import Diagnostics
import VectorMath
import WorldModel

/// Universal Scene Description as text: z up, a unit is a metre.
///
/// `/World/Things/t_ID_CLASS` is a thing: an `Xform` with labels of the schema `SemanticsLabelsAPI` (`class`, `room`) and
/// the constant primvars `instance_id`, `class_id`; its `Mesh`es, one a part and material, have the label `part` and the
/// primvar `part_id`. Names as they are stand in `customData`. `/World/Materials` are `UsdPreviewSurface`s with textures
/// in `STEM_textures/`; `/World/Cameras` has the rig's, apertures in tenths of a unit as USD has them, the image 36 wide,
/// with pixels' `fx`, `fy`, `cx`, `cy` (integers at their centres) in `customData`. `/World/Lights` has the sun and the lamps
/// (`USDLights`).
package struct USDFormat: SceneFormat {
  package static let name = "usda"
  package static let summary =
    "USD as text: things, parts, preview surfaces, semantic labels, lights, cameras; z up"
  package static let fileExtension = "usda"

  package init() {}

  package func write(_ scene: SceneModel, to files: StagedScene) throws(DioramaError) {
    let file = try files.mainFile()
    var text = USDText()
    text.line("#usda 1.0")
    text.open("(", ")") {
      $0.line("defaultPrim = \"World\"")
      $0.line("doc = \(USDText.quoted("Diorama: \(scene.name) at \(scene.time) s"))")
      $0.line("metersPerUnit = 1")
      $0.line("upAxis = \"Z\"")
    }
    text.line("")
    text.line("def Xform \"World\"")
    text.begin("{")
    text.line("def Scope \"Materials\"")
    text.begin("{")
    let names = scene.materials.enumerated().map { "m\($0.offset)_\(PlainName.identifier($0.element.name))" }
    let textures = TextureFolder(files)
    // Vertex colours reach a material that has no texture in their place.
    let tinted = Set(
      scene.things.flatMap { $0.parts.flatMap(\.surfaces) }
        .filter { !scene.shapes[$0.shape].colors.isEmpty }.map(\.material))
    for (i, material) in scene.materials.enumerated() {
      try USDMaterial(material: material, name: names[i], isTinted: tinted.contains(i))
        .write(to: &text, textures)
    }
    text.end("}")
    text.line("def Scope \"Things\"")
    text.begin("{")
    for thing in scene.things { try self.thing(thing, scene, names, &text, file) }
    text.end("}")
    text.line("def Scope \"Cameras\"")
    text.begin("{")
    for (i, view) in scene.views.enumerated() { camera(view, i, &text) }
    text.end("}")
    text.line("def Scope \"Lights\"")
    text.begin("{")
    for (i, light) in scene.lights.enumerated() { USDLights.write(light, i, &text) }
    text.end("}")
    text.end("}")
    try text.flush(to: file)
    try file.close()
  }

  private func thing(
    _ thing: SceneModel.Thing, _ scene: SceneModel, _ materials: [String], _ text: inout USDText,
    _ file: ByteStream
  ) throws(DioramaError) {
    var labels = [("class", thing.nativeClass.name)]
    if let room = thing.room { labels.append(("room", room)) }
    text.line("def Xform \"t_\(thing.id)_\(PlainName.identifier(thing.nativeClass.name))\" (")
    text.open("", ")") {
      $0.schemas(labels.map { "SemanticsLabelsAPI:\($0.0)" })
      $0.open("customData = {", "}") {
        $0.line("string name = \(USDText.quoted(thing.name))")
        if let support = thing.supportedBy { $0.line("string supported_by = \(USDText.quoted(support))") }
        if !thing.attributes.isEmpty {
          $0.open("dictionary attributes = {", "}") {
            var seen: Set<String> = []
            for (name, value) in thing.attributes.reversed() where seen.insert(name).inserted {
              $0.line("string \(USDText.quoted(name)) = \(USDText.quoted(value))")
            }
          }
        }
      }
      $0.line("kind = \"component\"")
    }
    text.begin("{")
    text.labels(labels)
    text.line(
      "int primvars:instance_id = \(Int32(truncatingIfNeeded: thing.id)) (interpolation = \"constant\")")
    text.line("int primvars:class_id = \(thing.nativeClass.id) (interpolation = \"constant\")")
    text.pose(thing.worldFromObject.translation, thing.worldFromObject.rotation)
    for part in thing.parts {
      for (k, surface) in part.surfaces.enumerated() {
        let shape = scene.shapes[surface.shape]
        let name = PlainName.identifier("p\(part.index)_\(part.name)") + (k == 0 ? "" : "_\(k)")
        text.line("def Mesh \"\(name)\" (")
        text.open("", ")") {
          $0.schemas(["MaterialBindingAPI", "SemanticsLabelsAPI:part"])
        }
        text.begin("{")
        text.labels([("part", part.name)])
        let id = SceneModel.partID(thing, part)
        text.line(
          "int primvars:part_id = \(Int32(truncatingIfNeeded: id)) (interpolation = \"constant\")")
        text.line("rel material:binding = </World/Materials/\(materials[surface.material])>")
        text.line("uniform token subdivisionScheme = \"none\"")
        if scene.materials[surface.material].isDoubleSided { text.line("uniform bool doubleSided = 1") }
        try geometry(shape, &text, file)
        text.end("}")
      }
    }
    text.end("}")
    try text.flush(to: file)
  }

  private func geometry(
    _ shape: SurfaceShape, _ text: inout USDText, _ file: ByteStream
  ) throws(DioramaError) {
    let positions = shape.positions()
    var (low, high) = (positions.first ?? .zero, positions.first ?? .zero)
    for p in positions {
      low = minimum(low, p)
      high = maximum(high, p)
    }
    func triple(_ p: Vector3f) -> String { "(\(p.x), \(p.y), \(p.z))" }
    text.line("float3[] extent = [\(triple(low)), \(triple(high))]")
    try text.list("int[] faceVertexCounts", shape.triangleCount, to: file) { _ in "3" }
    let triangles = shape.triangles
    try text.list("int[] faceVertexIndices", triangles.count, to: file) {
      "\(triangles[$0].x), \(triangles[$0].y), \(triangles[$0].z)"
    }
    try text.list("point3f[] points", positions.count, to: file) { triple(positions[$0]) }
    let normals = shape.normals()
    try text.list(
      "normal3f[] normals", normals.count, interpolation: "vertex", to: file
    ) { triple(normals[$0]) }
    let uvs = shape.uvs
    if !uvs.isEmpty {
      // The image's first row is at the top there, at t = 1.
      try text.list("texCoord2f[] primvars:st", uvs.count, interpolation: "vertex", to: file) {
        "(\(uvs[$0].x), \(1 - uvs[$0].y))"
      }
    }
    let colors = shape.colors
    if !colors.isEmpty {
      try text.list("color3f[] primvars:displayColor", colors.count, interpolation: "vertex", to: file) {
        "(\(colors[$0].x), \(colors[$0].y), \(colors[$0].z))"
      }
    }
  }

  /// A camera; what a lens bends lines by is told beside it. UsdGeomCamera knows planes only: other lenses are places with
  /// their lens alone.
  private func camera(_ view: SceneModel.Viewpoint, _ index: Int, _ text: inout USDText) {
    let c = view.camera
    let isPlanar = c.projection.isPerspective
    text.line("def \(isPlanar ? "Camera" : "Xform") \"c\(index)_\(PlainName.identifier(view.name))\" (")
    text.open("", ")") {
      $0.open("customData = {", "}") {
        $0.line("string name = \(USDText.quoted(view.name))")
        for (name, value) in [("fx", c.fx), ("fy", c.fy), ("cx", c.cx), ("cy", c.cy)] {
          $0.line("double \(name) = \(value)")
        }
        $0.line("int width = \(c.width)")
        $0.line("int height = \(c.height)")
        if c.projection != .pinhole { $0.line("string projection = \"\(c.projection.rawValue)\"") }
        if c.projection == .brownConrady {
          let values = c.distortion.coefficients.map { "\($0)" }.joined(separator: ", ")
          $0.line("double[] distortion = [\(values)]")
        }
      }
    }
    text.begin("{")
    if isPlanar { lens(c, &text) }
    text.pose(
      view.worldFromCamera.translation, view.worldFromCamera.rotation * Quaternion(w: 0, x: 1, y: 0, z: 0))
    text.end("}")
  }

  private func lens(_ c: Camera, _ text: inout USDText) {
    // The image is 36 wide; the focal length follows, and heights by the ratio of the two focal lengths.
    let width = 36.0
    let focal = c.fx * width / Double(c.width)
    let vertical = focal / c.fy
    text.line("token projection = \"perspective\"")
    text.line("float focalLength = \(Float(focal))")
    text.line("float horizontalAperture = \(Float(width))")
    text.line("float verticalAperture = \(Float(Double(c.height) * vertical))")
    // From the axis to the middle of the image, right and up.
    let right = (Double(c.width - 1) / 2 - c.cx) * width / Double(c.width)
    let up = (c.cy - Double(c.height - 1) / 2) * vertical
    text.line("float horizontalApertureOffset = \(Float(right))")
    text.line("float verticalApertureOffset = \(Float(up))")
    text.line("float2 clippingRange = (\(Float(c.near)), 100000)")
  }
}
