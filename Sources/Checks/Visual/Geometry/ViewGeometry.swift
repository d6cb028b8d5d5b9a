package import VectorMath
package import WorldModel

/// A view's camera with its pose unpacked, and the float32 rounding that labels of it carry.
package struct ViewGeometry: Sendable {
  package let camera: Camera
  package let worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  /// World-from-camera rotation.
  package let rotation: Matrix3
  /// Camera-from-world rotation.
  package let inverseRotation: Matrix3

  package init(_ view: Sample.View) {
    camera = view.camera
    worldFromCamera = view.worldFromCamera
    rotation = view.worldFromCamera.rotation.matrix
    inverseRotation = rotation.transpose
  }

  package func toWorld(_ p: Vector3) -> Vector3 { rotation * p + worldFromCamera.translation }
  package func toCamera(_ p: Vector3) -> Vector3 { inverseRotation * (p - worldFromCamera.translation) }

  /// The pixel (continuous) and depth of a world point; `nil` unless it lies beyond `near`.
  package func project(_ world: Vector3) -> (pixel: Vector2, depth: Double)? {
    camera.place(of: toCamera(world))
  }

  /// The centre of pixel number `p`, counted row by row.
  @inline(__always)
  package func center(_ p: Int) -> Vector2 { Vector2(Double(p % camera.width), Double(p / camera.width)) }

  /// Half a unit in the last place of float32, relative.
  package static let unit = 0x1p-24

  /// How far, in pixels, a world point at `depth` may be seen from its true place because its coordinates
  /// are float32: rounding of each coordinate, doubled; far off the axis a change of depth moves the pixel most.
  package func pixelSlack(of world: Vector3, depth: Double) -> Double {
    let f = max(abs(camera.fx), abs(camera.fy))
    let z = max(depth, camera.near)
    return 4 * Self.unit * length(world) * f / z * max(1, stretch(of: world, depth: z))
  }

  /// How many times farther than on the view axis a pixel moves when a world point does by a part of its depth.
  private func stretch(of world: Vector3, depth z: Double) -> Double {
    switch camera.projection {
    case .pinhole: return length(world - worldFromCamera.translation) / z
    // A metre is as many pixels at any depth.
    case .orthographic: return z
    case .equirectangular:
      // Columns crowd towards the poles.
      let p = toCamera(world)
      return length(p) / max(1e-9 * z, (p.x * p.x + p.z * p.z).squareRoot())
    case .fisheye:
      let p = toCamera(world)
      let across = (p.x * p.x + p.y * p.y).squareRoot()
      return DeterministicMath.atan2(across, p.z) * length(p) / max(1e-9 * z, across)
    case .brownConrady:
      let p = toCamera(world)
      return length(p) / z * camera.distortion.stretch(Vector2(p.x / z, p.y / z))
    }
  }

  /// How far, in metres, a pixel's point may lie beyond its face, whose outline is rounded to 1/256 pixel: more on
  /// faces seen at a slant, where the plane runs on, but no more than a small part of the whole. Without a normal a
  /// slant of 3° is allowed for.
  ///
  /// - Parameter size: of the box that holds the face, metres from corner to corner.
  package func outlineSlack(of world: Vector3, normal: Vector3?, size: Double) -> Double {
    let isParallel = camera.projection == .orthographic
    let ray = isParallel ? rotation * Vector3(0, 0, 1) : world - worldFromCamera.translation
    let distance = length(ray)
    let slant = normal.map { max(1e-6, abs(dot($0, ray)) / max(distance, 1e-12)) } ?? 0.05
    // Parallel rays: pixels are as wide in the world wherever they end.
    let step = distance / 256 / min(abs(camera.fx), abs(camera.fy))
    // Faces narrower than 1/16 pixel do not run on, and 1/512 pixel on both axes is less than a sixteenth of that.
    return min(step / slant, step + size / 16)
  }

  /// How far, in metres, a float32 world point of a surface at `distance` may lie from the truth.
  package func metreSlack(of world: Vector3, distance: Double) -> Double {
    4 * Self.unit * (length(world) + length(worldFromCamera.translation) + distance)
  }
}
