package import Imaging
package import VectorMath
package import WorldModel

/// What a camera sees, by one ray through each pixel centre: the raw visibility, not labels.
package struct RayCapture: Sendable, Equatable {
  /// Index into `Snapshot.pieces`; −1 where nothing is seen.
  package var piece: Raster<Int32>
  /// Index into the piece's triangles; −1 where nothing is seen.
  package var triangle: Raster<Int32>
  /// As the camera's projection measures it, metres; infinite where nothing is seen.
  package var depth: Raster<Float>
  /// Weights of the second and third corner, two channels; zero where nothing is seen.
  package var barycentrics: Raster<Float>
}

extension RayCaster {
  /// What a camera sees from `camera.near` on.
  package func capture(
    camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  ) -> RayCapture {
    var out = RayCapture(
      piece: Raster(width: camera.width, height: camera.height, fill: -1),
      triangle: Raster(width: camera.width, height: camera.height, fill: -1),
      depth: Raster(width: camera.width, height: camera.height, fill: .infinity),
      barycentrics: Raster(width: camera.width, height: camera.height, channels: 2, fill: 0))
    let rotation = worldFromCamera.rotation.matrix
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        guard camera.hasRay(Double(u), Double(v)) else { continue }
        // The direction has depth 1, so t is depth and the near plane is t = near.
        let direction = rotation * camera.ray(Double(u), Double(v))
        guard
          let hit = nearest(
            origin: eye(camera, worldFromCamera, Double(u), Double(v)), direction: direction,
            from: camera.near)
        else { continue }
        out.piece[u, v] = Int32(hit.piece)
        out.triangle[u, v] = Int32(hit.triangle)
        out.depth[u, v] = Float(hit.t)
        out.barycentrics[u, v, 0] = Float(hit.b1)
        out.barycentrics[u, v, 1] = Float(hit.b2)
      }
    }
    return out
  }

  /// What a camera sees at one image point (u, v) in pixels, not necessarily a pixel centre; the hit's `t` is depth.
  package func sight(
    camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, u: Double, v: Double
  ) -> Hit? {
    nearest(
      origin: eye(camera, worldFromCamera, u, v),
      direction: worldFromCamera.rotation.matrix * camera.ray(u, v),
      from: camera.near)
  }

  /// Where the ray of an image point begins, world.
  private func eye(
    _ camera: Camera, _ worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, _ u: Double, _ v: Double
  ) -> Vector3 {
    guard camera.projection == .orthographic else { return worldFromCamera.translation }
    return worldFromCamera * camera.origin(u, v)
  }
}
