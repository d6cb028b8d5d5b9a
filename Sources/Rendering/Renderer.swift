package import VectorMath
package import WorldModel

/// What one camera should record of a world at an instant.
package struct ViewRequest: Sendable {
  package var camera: Camera
  package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  package var channels: FrameChannels

  package init(
    camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, channels: FrameChannels
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

/// Renders frames: visibility first, then every output from that one decision. Owned by one worker.
package final class Renderer {
  package let buffers = FrameBuffers()
  private let setup: TriangleSetup
  private let surfaces = SurfaceTable()
  private let pieces = PieceTable()
  private let materials = MaterialTable()
  private let tile = Tile()
  private var bins = TileBins()

  package init(transform: PointTransform = PointTransform()) {
    setup = TriangleSetup(transform: transform)
  }

  /// Renders into `buffers`.
  package func render(
    _ snapshot: Snapshot, _ request: ViewRequest, atlas: TextureAtlas, lambert: LambertShading?,
    next: OtherInstant? = nil, previous: OtherInstant? = nil
  ) {
    let camera = request.camera
    let lens = Lens(camera)
    let image = PixelRectangle(width: camera.width, height: camera.height)
    buffers.prepare(width: camera.width, height: camera.height, channels: request.channels)
    let maps = Self.cameraFromPieces(snapshot, request.worldFromCamera)
    setup.run(
      snapshot, cameraFromPieces: maps, lens: lens, canvas: image,
      doubleSided: snapshot.pieces.map { snapshot.materials[$0.material].isDoubleSided })
    bins.fill(setup.records.base, 1..<setup.count, area: image)
    surfaces.begin(snapshot, cameraFromPieces: maps, lens: lens, recordCount: setup.count)
    pieces.fill(
      snapshot, cameraFromPieces: maps,
      next: next.map { Self.cameraFromPieces($0.snapshot, $0.worldFromCamera) },
      previous: previous.map { Self.cameraFromPieces($0.snapshot, $0.worldFromCamera) })
    materials.fill(snapshot.materials, atlas)
    atlas.withSampling { sampling in
      let resolve = Resolve(
        lens: lens, surfaces: surfaces, pieces: pieces, materials: materials, sampling: sampling,
        records: UnsafePointer(setup.records.base), output: buffers, lambert: lambert)
      for row in 0..<bins.rows {
        for column in 0..<bins.columns {
          let rectangle = bins.rectangle(column: column, row: row)
          tile.clear()
          for index in bins.records(column: column, row: row) {
            tile.draw(setup.records.base[Int(index)], index: index, in: rectangle)
          }
          resolve.run(tile, rectangle)
        }
      }
    }
  }

  static func cameraFromPieces(
    _ snapshot: Snapshot, _ worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  ) -> [AffineTransform] {
    let cameraFromWorld = worldFromCamera.inverse.affine
    return snapshot.pieces.map { PointTransform.quantized(cameraFromWorld * $0.worldFromMesh) }
  }
}

extension Lens {
  init(_ camera: Camera) {
    self.init(
      fx: camera.fx, fy: camera.fy, cx: camera.cx, cy: camera.cy, near: camera.near, inverseFx: 1 / camera.fx,
      inverseFy: 1 / camera.fy)
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
