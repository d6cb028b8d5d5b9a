package import VectorMath
package import WorldModel

/// What pictures through other lenses need besides a pinhole's.
final class RayRenderer {
  let records = RayRecords()
  let surfaces = SurfaceTable()
  /// Outputs of one face's pixels in a row, before they go to their places.
  let stage = FrameBuffers()
  /// Draws a face's depth and normals, for shadows and the darkness of corners; labels never see them.
  let around: Renderer

  init(transform: PointTransform) { around = Renderer(transform: transform) }
}

extension Renderer {
  /// What can be read from a record alone; flow and depth are worked out from the rays.
  private static let staged: CaptureChannels = [
    .rgb, .hdr, .albedo, .instance, .semantic, .normal, .faceNormal, .uv, .visibility,
  ]

  /// Renders into `buffers` what a camera of any lens sees, by one exact ray through each pixel's centre.
  ///
  /// The ray decides which triangle is seen; everything else is read from that record as for pinholes.
  package func renderByRays(
    _ snapshot: Snapshot, _ request: ViewRequest, caster: RayCaster, atlas: TextureAtlas, shading: Shading,
    exposure: Vector3f?
  ) {
    let camera = request.camera
    let rays = self.rays
    var coloured = request.channels.intersection([.rgb, .hdr])
    var lambert: LambertShading?
    if case .lambert(let l) = shading, coloured.contains(.rgb) {
      lambert = l
      coloured.remove(.rgb)
    }
    let isPhysical = !coloured.isEmpty
    buffers.prepare(width: camera.width, height: camera.height, channels: request.channels)
    if request.channels.contains(.depth) {
      for i in 0..<(buffers.rowStride * camera.height) { buffers.depths.base[i] = .infinity }
    }
    materials.fill(snapshot.materials, atlas)
    let faceCamera = LensFace.camera(of: camera)
    let lens = Lens(faceCamera)
    for (face, pixels) in zip(LensFace.all, Self.pixels(of: camera)) where !pixels.isEmpty {
      let pose = face.pose(request.worldFromCamera)
      var traced = FaceRays(face, lens: lens, of: camera, pixels: pixels)
      rays.records.begin(triangles: caster.triangleCount)
      traced.trace(
        caster, from: request.worldFromCamera, records: rays.records, wantsSamples: isPhysical
      ) { number, distance in
        guard request.channels.contains(.depth) else { return }
        buffers.depths.base[Int(pixels[number].v) * buffers.rowStride + Int(pixels[number].u)] = Float(
          distance)
      }
      clock?("rays")
      let maps = snapshot.cameraFromPieces(pose)
      rays.surfaces.begin(
        snapshot, cameraFromPieces: maps, worldFromCamera: pose.rotation.matrix, lens: lens,
        recordCount: rays.records.count, wantsWeights: isPhysical && !snapshot.interiors.isEmpty)
      pieces.fill(snapshot, cameraFromPieces: maps, next: nil, previous: nil)
      rays.stage.prepare(
        width: 8 * traced.groups, height: 1, channels: request.channels.intersection(Self.staged))
      atlas.withSampling { sampling in
        ToneMapping.withTables { decode, encode in
          let base = BaseColour(
            sampling: sampling, decode: decode, encode: encode, tints: rays.surfaces.tints)
          label(traced, base, lambert)
          if isPhysical {
            let view = ViewRequest(camera: faceCamera, worldFromCamera: pose, channels: [.depth, .normal])
            colour(traced, snapshot, view, maps, coloured, base, atlas, exposure, spread: 1 / camera.fx)
          }
        }
      }
      buffers.take(rays.stage, at: pixels)
    }
  }

  /// The pixels of each face, row by row.
  private static func pixels(of camera: Camera) -> [[(u: Int32, v: Int32)]] {
    var lists = [[(u: Int32, v: Int32)]](repeating: [], count: LensFace.all.count)
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        lists[LensFace.index(of: camera.ray(Double(u), Double(v)))].append((Int32(u), Int32(v)))
      }
    }
    return lists
  }

  private func label(_ traced: FaceRays, _ base: BaseColour, _ lambert: LambertShading?) {
    let resolve = Resolve(
      lens: traced.lens, surfaces: rays.surfaces, pieces: pieces, materials: materials, colour: base,
      records: UnsafePointer(rays.records.records.base), output: rays.stage, lambert: lambert)
    for group in 0..<traced.groups {
      resolve.run(traced.ids[group], traced.centers[group], at: 8 * group)
    }
    clock?("resolve")
  }

  private func colour(
    _ traced: FaceRays, _ snapshot: Snapshot, _ view: ViewRequest, _ maps: [AffineTransform],
    _ channels: CaptureChannels, _ base: BaseColour, _ atlas: TextureAtlas, _ exposure: Vector3f?,
    spread: Double
  ) {
    rays.around.render(snapshot, view, atlas: atlas)
    let colour = sampleColour(
      snapshot, view,
      Drawn(
        frame: rays.around.buffers, surfaces: rays.surfaces,
        records: UnsafePointer(rays.records.records.base), lens: traced.lens, maps: maps, output: rays.stage),
      channels, base, atlas, exposure, spread: spread)
    let ids = traced.sampleIDs
    for group in 0..<traced.groups {
      var seen = colour.shaded(
        (ids[4 * group], ids[4 * group + 1], ids[4 * group + 2], ids[4 * group + 3]),
        center: traced.centers[group]
      ) { traced.places(group: group, sample: $0) }
      let center = traced.centers[group]
      if let glass = colour.glass, glass.layers.covers(u: center.u, v: center.v) {
        colour.lay(glass, over: &seen, u: center.u, v: center.v, depths: traced.planar[group])
      }
      colour.write(seen, at: 8 * group)
    }
    clock?("shade")
  }
}
