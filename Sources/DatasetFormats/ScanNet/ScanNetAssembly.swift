import Encodings
import VectorMath
import WorldModel

/// Writes ScanNet's files that span frames.
struct ScanNetAssembly {
  let records: any FormatRecordSource
  let sink: any FormatSink
  /// `nil` = no meshes.
  let source: (any ObjectModelSource)?

  private struct Scene {
    var name: String
    /// The first frame's.
    var sample: Int
    var side: Substring
    var size: [Substring]
    var lens: [Substring]
    var frames = 0
  }

  func write() throws {
    var scenes = SequenceFolders<Scene>()
    try records.forEach("frames", fields: 5) { fields in
      guard let sample = Int(fields[1]) else { return }
      scenes.update(
        fields[0],
        new: Scene(
          name: String(fields[0]), sample: sample, side: fields[2], size: fields[3].split(separator: " "),
          lens: fields[4].split(separator: " "))
      ) { $0.frames += 1 }
    }
    try writeCategories()
    for side in ["train", "val"] {
      try sink.write("scannetv2_\(side).txt") { put in
        try scenes.forEach { if $1.side == side { try put($0 + "\n") } }
      }
    }
    try scenes.forEach { _, scene in
      guard scene.size.count == 2, scene.lens.count == 4 else { return }
      try writeCamera(scene)
      if let source { try writeMeshes(scene, source) }
    }
  }

  private func writeCategories() throws {
    try sink.write("scannetv2-labels.combined.tsv") { put in
      try put("id\traw_category\tcategory\tcount\tnyu40id\tnyu40class\n")
      for native in Ontology.classes {
        let class40 = ClassSchema.nyu40.counterpart(of: native)
        try put("\(native.id)\t\(native.name)\t\(native.name)\t1\t")
        try put("\(class40?.id ?? 0)\t\(class40?.name ?? "void")\n")
      }
    }
  }

  private func writeCamera(_ scene: Scene) throws {
    let (folder, l) = ("scans/\(scene.name)", scene.lens)
    for kind in ["color", "depth"] {
      try sink.write("\(folder)/intrinsic/intrinsic_\(kind).txt") { put in
        try put("\(l[0]) 0.000000 \(l[2]) 0.000000\n0.000000 \(l[1]) \(l[3]) 0.000000\n")
        try put("0.000000 0.000000 1.000000 0.000000\n0.000000 0.000000 0.000000 1.000000\n")
      }
      try sink.write("\(folder)/intrinsic/extrinsic_\(kind).txt") { put in
        try put(ScanNetFormat.matrix([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]))
      }
    }
    try sink.write("\(folder)/\(scene.name).txt") { put in
      try put("axisAlignment = 1.000000 0.000000 0.000000 0.000000 0.000000 1.000000 0.000000 0.000000 ")
      try put("0.000000 0.000000 1.000000 0.000000 0.000000 0.000000 0.000000 1.000000\n")
      for kind in ["color", "depth"] {
        try put("\(kind)Height = \(scene.size[1])\n\(kind)Width = \(scene.size[0])\n")
        for (key, value) in zip(["fx", "fy", "mx", "my"], l) { try put("\(key)_\(kind) = \(value)\n") }
      }
      try put("numColorFrames = \(scene.frames)\nnumDepthFrames = \(scene.frames)\nnumIMUmeasurements = 0\n")
    }
  }

  private func writeMeshes(_ scene: Scene, _ source: any ObjectModelSource) throws {
    let stem = "scans/\(scene.name)/\(scene.name)"
    var (vertices, faces) = (0, 0)
    try source.forEachSurface(in: scene.sample) {
      vertices += $0.positions.count
      faces += $0.triangles.count
    }
    for isLabels in [false, true] {
      try sink.write("\(stem)_vh_clean_2\(isLabels ? ".labels" : "").ply") { put in
        try put("ply\nformat ascii 1.0\nelement vertex \(vertices)\n")
        for name in ["x", "y", "z"] { try put("property float \(name)\n") }
        for name in ["red", "green", "blue", "alpha"] { try put("property uchar \(name)\n") }
        if isLabels { try put("property ushort label\n") }
        try put("element face \(faces)\nproperty list uchar int vertex_indices\nend_header\n")
        try source.forEachSurface(in: scene.sample) { surface in
          let class40 = ClassSchema.nyu40.labelID(of: surface.nativeClass.id) ?? 0
          let c = surface.nativeClass.color
          for (p, own) in zip(surface.positions, surface.colours) {
            let colour = isLabels ? SIMD4(c.x, c.y, c.z, 255) : own
            try put(PLYText.vertex(p, PLYText.colour(colour) + (isLabels ? " \(class40)" : "")))
          }
        }
        var first: UInt32 = 0
        try source.forEachSurface(in: scene.sample) { surface in
          for t in surface.triangles { try put(PLYText.face(t, from: first)) }
          first += UInt32(surface.positions.count)
        }
      }
    }
    // A segment a part; a thing's group lists its segments.
    var segments = 0
    var groups: [(instance: UInt32, label: String, parts: [Int])] = []
    let segsName = "\(scene.name)_vh_clean_2.0.010000.segs.json"
    try sink.write("scans/\(scene.name)/\(segsName)") { put in
      try put("{\"params\":{},\"sceneId\":\"scannet.\(scene.name)\",\"segIndices\":[")
      var isFirst = true
      var last: (UInt32, Int)?
      try source.forEachSurface(in: scene.sample) { surface in
        if last.map({ $0 != (surface.instance, surface.part) }) ?? true {
          if groups.last?.instance != surface.instance {
            groups.append((surface.instance, surface.nativeClass.name, []))
          }
          groups[groups.count - 1].parts.append(segments)
          segments += 1
          last = (surface.instance, surface.part)
        }
        for _ in surface.positions {
          try put((isFirst ? "" : ",") + "\(segments - 1)")
          isFirst = false
        }
      }
      try put("]}\n")
    }
    try sink.write("\(stem).aggregation.json") { put in
      try put("{\"sceneId\":\"scannet.\(scene.name)\",\"appId\":\"diorama\",\"segGroups\":[")
      for (i, group) in groups.enumerated() {
        let value = JSONText.object([
          ("id", .int(Int(group.instance) - 1)), ("objectId", .int(Int(group.instance) - 1)),
          ("segments", .array(group.parts.map { .int($0) })), ("label", .string(group.label)),
        ])
        try put((i > 0 ? ",\n" : "\n") + value.text)
      }
      try put("\n],\"segmentsFile\":\"scannet.\(segsName)\"}\n")
    }
  }
}
