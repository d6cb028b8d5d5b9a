package import VectorMath
package import WorldModel

/// What one camera should record of a world at an instant.
package struct ViewRequest: Sendable {
  package var camera: Camera
  package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  package var channels: CaptureChannels

  package init(
    camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, channels: CaptureChannels
  ) {
    self.camera = camera
    self.worldFromCamera = worldFromCamera
    self.channels = channels
  }
}

/// The world and the camera at another instant, for flow.
package struct OtherInstant: Sendable {
  package var snapshot: Snapshot
  package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>

  package init(snapshot: Snapshot, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>) {
    self.snapshot = snapshot
    self.worldFromCamera = worldFromCamera
  }
}

/// How a frame is coloured.
package enum Shading: Sendable {
  /// Sun with soft-edged shadow, sky, ambient occlusion, metal-rough materials, four samples a pixel.
  case physical
  /// One sample, no shadows: for comparing renderers.
  case lambert(LambertShading)
}

/// Renders frames: visibility first, then every output from that one decision. Owned by one worker.
package final class Renderer {
  package let buffers = FrameBuffers()
  /// Called at the end of each stage with its name: for measuring.
  package var clock: ((String) -> Void)?
  let pass: VisibilityPass
  let pieces = PieceTable()
  let materials = MaterialTable()
  private let tiles = [Tile(), Tile(), Tile(), Tile()]
  /// For what is seen through panes.
  private let behind = [Tile(), Tile(), Tile(), Tile()]
  private let shadow: SunShadow
  private let occlusion = AmbientOcclusion()
  /// The sky of the pictures rendered last.
  private var dome: SkyDome?
  private let ring = StreetRing()
  /// The light in the rooms rendered last, the latest first.
  private var indoor: [IndoorLight] = []
  /// Made when a lens first asks for it.
  private(set) lazy var rays = RayRenderer(transform: transform)
  private let transform: PointTransform
  private let roomRays: RoomRays

  /// - Parameter rays: shared with others who ask about the same rooms.
  package init(transform: PointTransform = PointTransform(), rays: RoomRays = RoomRays()) {
    self.transform = transform
    roomRays = rays
    pass = VisibilityPass(transform: transform)
    shadow = SunShadow(transform: transform)
  }

  /// Renders into `buffers` what a pinhole camera, or one of parallel rays, sees.
  ///
  /// - Parameter exposure: factors on red, green and blue; `nil` = as the light outdoors asks for.
  package func render(
    _ snapshot: Snapshot, _ request: ViewRequest, atlas: TextureAtlas, shading: Shading = .physical,
    next: OtherInstant? = nil, previous: OtherInstant? = nil, exposure: Vector3f? = nil
  ) {
    let camera = request.camera
    let lens = Lens(camera)
    let image = PixelRectangle(width: camera.width, height: camera.height)
    var channels = request.channels
    // What the colour pass makes; simple shading replaces no more than the picture.
    var coloured = channels.intersection([.rgb, .hdr])
    var lambert: LambertShading?
    if case .lambert(let l) = shading, coloured.contains(.rgb) {
      lambert = l
      coloured.remove(.rgb)
    }
    let isPhysical = !coloured.isEmpty
    if isPhysical { channels.formUnion([.depth, .normal]) }
    buffers.prepare(width: camera.width, height: camera.height, channels: channels)
    pass.prepare(
      snapshot, lens: lens, worldFromCamera: request.worldFromCamera, area: image,
      spread: isPhysical ? ColourPass.spread : 0, wantsWeights: isPhysical && !snapshot.interiors.isEmpty)
    clock?("setup and binning")
    pieces.fill(
      snapshot, cameraFromPieces: pass.maps,
      next: next.map { $0.snapshot.cameraFromPieces($0.worldFromCamera) },
      previous: previous.map { $0.snapshot.cameraFromPieces($0.worldFromCamera) })
    materials.fill(snapshot.materials, atlas)
    clock?("tables")
    atlas.withSampling { sampling in
      ToneMapping.withTables { decode, encode in
        let base = BaseColour(sampling: sampling, decode: decode, encode: encode, tints: pass.surfaces.tints)
        label(base, lambert)
        if isPhysical { colour(snapshot, request, coloured, base, atlas, exposure) }
      }
    }
  }

  /// Every output but colour, from the pixel centres.
  private func label(_ base: BaseColour, _ lambert: LambertShading?) {
    let resolve = Resolve(
      lens: pass.lens, surfaces: pass.surfaces, pieces: pieces, materials: materials, colour: base,
      records: UnsafePointer(pass.setup.records.base), output: buffers, lambert: lambert)
    for row in 0..<pass.bins.rows {
      for column in 0..<pass.bins.columns {
        pass.draw(tiles[0], column: column, row: row)
        clock?("rasterise")
        resolve.run(tiles[0], pass.bins.rectangle(column: column, row: row))
        clock?("resolve")
      }
    }
  }

  private func colour(
    _ snapshot: Snapshot, _ request: ViewRequest, _ channels: CaptureChannels, _ base: BaseColour,
    _ atlas: TextureAtlas, _ exposure: Vector3f?
  ) {
    let drawn = Drawn(
      frame: buffers, surfaces: pass.surfaces, records: UnsafePointer(pass.setup.records.base),
      lens: pass.lens,
      maps: pass.maps, output: buffers)
    let colour = sampleColour(
      snapshot, request, drawn, channels, base, atlas, exposure, spread: pass.lens.inverseFx)
    ColourPass(pass: pass, colour: colour, tiles: tiles, behind: behind).run()
    clock?("shade")
  }

  /// What colour is worked out from.
  struct Drawn {
    /// Depth and normals of a pinhole picture.
    let frame: FrameBuffers
    let surfaces: SurfaceTable
    let records: UnsafePointer<RasterTriangle>
    let lens: Lens
    /// Camera-from-mesh of each piece.
    let maps: [AffineTransform]
    /// Where colour goes.
    let output: FrameBuffers
  }

  /// Shadows, the light of rooms and all else that the samples of a pinhole picture are shaded with.
  ///
  /// - Parameters:
  ///   - request: the pinhole.
  ///   - spread: width of a pixel at a metre's distance, metres.
  func sampleColour(
    _ snapshot: Snapshot, _ request: ViewRequest, _ drawn: Drawn, _ channels: CaptureChannels,
    _ base: BaseColour, _ atlas: TextureAtlas, _ exposure: Vector3f?, spread: Double
  ) -> SampleColour {
    let lens = drawn.lens
    shadow.draw(snapshot, frame: drawn.frame, lens: lens, worldFromCamera: request.worldFromCamera)
    clock?("shadow")
    let light = indoorLight(snapshot, atlas)
    if light != nil { clock?("rooms") }
    let rotation = request.worldFromCamera.rotation.matrix
    occlusion.run(
      drawn.frame, lens: lens, cameraFromWorld: rotation.transpose,
      radius: light == nil ? AmbientOcclusion.radius : AmbientOcclusion.contactRadius)
    let eye = request.worldFromCamera.translation
    clock?("occlusion")
    let dome = skyDome(snapshot, request)
    if dome != nil { ring.fill(snapshot, eye: eye) }
    clock?("sky")
    let shading = PhysicalShading(
      lens: lens, sky: SkyLight(snapshot, dome: dome, ring: ring), shadow: shadow, pieces: pieces,
      materials: materials,
      colour: base, occlusion: occlusion.base, occlusionStride: occlusion.stride,
      occlusionSize: (occlusion.width, occlusion.height), rotation: rotation,
      exposure: exposure
        ?? Vector3f(
          repeating: dome?.exposure(forward: rotation * Vector3(0, 0, 1)) ?? Self.exposure(snapshot)),
      curve: light == nil && dome != nil ? .camera : .filmic,
      indoor: light.map {
        IndoorLanes(light: $0, surfaces: drawn.surfaces, records: drawn.records, eye: eye, spread: spread)
      })
    let glass = light.flatMap { light -> GlassView? in
      // Glass is looked through from one point.
      guard light.glass.caster != nil, !lens.isParallel else { return nil }
      light.glass.prepare(
        drawn.maps, lens: lens,
        image: PixelRectangle(width: request.camera.width, height: request.camera.height))
      return GlassView(light: light, layers: light.glass, lens: lens, eye: eye, rotation: rotation)
    }
    return SampleColour(
      shading: shading, surfaces: drawn.surfaces, records: drawn.records, output: drawn.output,
      channels: channels, glass: glass)
  }

  /// The sky of a snapshot, with the clouds that a pinhole sees painted; `nil` for plain gradients.
  private func skyDome(_ snapshot: Snapshot, _ request: ViewRequest) -> SkyDome? {
    if dome?.shows(snapshot) != true { dome = SkyDome(snapshot) }
    if let clouds = dome?.clouds {
      let camera = request.camera
      let corners = [(0, 0), (camera.width, 0), (0, camera.height), (camera.width, camera.height)]
      let cosine = corners.map { normalized(camera.ray(Double($0.0), Double($0.1))).z }.min() ?? -1
      let m = request.worldFromCamera.rotation.matrix
      clouds.prepare(forward: m * Vector3(0, 0, 1), cosine: cosine)
    }
    return dome
  }

  /// What is known of the light in a snapshot's rooms; `nil` without rooms. Only while geometry and light stay the same
  /// is anything kept; three such states are, so that metering at other instants does not lose the present one.
  private func indoorLight(_ snapshot: Snapshot, _ atlas: TextureAtlas) -> IndoorLight? {
    guard !snapshot.interiors.isEmpty else { return nil }
    if let i = indoor.firstIndex(where: { $0.atlas === atlas && $0.scene.snapshot.isLitAlike(snapshot) }) {
      if i > 0 { indoor.swapAt(0, i) }
      return indoor[0]
    }
    let light = IndoorLight(snapshot, roomRays.caster(of: snapshot), atlas: atlas)
    indoor = [light] + indoor.prefix(2)
    return light
  }

  /// How many places of the rooms rendered last have their light: straight, bounced, cells, air.
  package var indoorCounts: [Int] { indoor.first?.cache.counts ?? [] }

  /// The exposure that a camera's automatic finds; `nil` outdoors.
  package func meter(_ snapshot: Snapshot, _ request: ViewRequest, atlas: TextureAtlas) -> Vector3f? {
    guard let light = indoorLight(snapshot, atlas) else { return nil }
    let view = Metering.View(camera: request.camera, worldFromCamera: request.worldFromCamera)
    if let known = light.metered[view] { return known }
    let factors = Metering.exposure(view, light) ?? Vector3f(repeating: Self.exposure(snapshot))
    light.metered[view] = factors
    return factors
  }

  /// Without a view to meter: as an incident-light meter would set it, with the eye's reluctance to show night as day.
  private static func exposure(_ snapshot: Snapshot) -> Float {
    func luminance(_ c: Vector3f) -> Float { 0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z }
    let sun = luminance(snapshot.sun.irradiance) * Float(max(0.25, snapshot.sun.direction.z))
    let sky = luminance(snapshot.sky.zenith) * 0.6 + luminance(snapshot.sky.horizon) * 0.4
    return 0.95 / max(0.02, sun + sky).squareRoot()
  }
}

extension Lens {
  init(_ camera: Camera) {
    self.init(
      fx: camera.fx, fy: camera.fy, cx: camera.cx, cy: camera.cy, near: camera.near, inverseFx: 1 / camera.fx,
      inverseFy: 1 / camera.fy, isParallel: camera.projection == .orthographic)
  }
}

extension TextureAtlas {
  func withSampling(_ body: (TextureSampling) -> Void) {
    texels.withUnsafeBufferPointer { t in
      levels.withUnsafeBufferPointer { l in
        wraps.withUnsafeBufferPointer { w in
          guard let t = t.baseAddress, let l = l.baseAddress, let w = w.baseAddress else { return }
          body(TextureSampling(texels: t, levels: l, wraps: w, hasOnlyRepeat: hasOnlyRepeat))
        }
      }
    }
  }
}
