import Geometry
import VectorMath
import WorldModel

/// Every thing as if it were alone, as rays of any lens see it: the truth behind amodal masks, truncation and who hides
/// whom where the lens is not a pinhole.
///
/// The same rays and the same test as for the picture itself, so what is seen of a thing is a subset.
struct AloneRays {
  private let camera: Camera
  private let worldFromCamera: RigidTransform<WorldSpace, CameraSpace>

  init(camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>) {
    self.camera = camera
    self.worldFromCamera = worldFromCamera
  }

  /// A thing, and the cone of directions in which it may be met.
  fileprivate struct Thing {
    var entity: Int
    var caster: RayCaster
    /// World, unit.
    var axis: Vector3
    /// −1 where it is all around.
    var cosine: Double
    /// What was met: pixels of the canvas, and 1/depth.
    var found: [(u: Int32, v: Int32, inverseDepth: Float)] = []
  }

  /// Where rays may lie: a lens that sees all around has nothing outside of its image.
  private var canvas: PixelRectangle {
    let image = PixelRectangle(width: camera.width, height: camera.height)
    return camera.period == nil ? image.enlarged : image
  }

  /// The things that any ray of the canvas meets.
  func layers(of snapshot: Snapshot) -> [Capture.AloneLayer] {
    var things = snapshot.subjects.indices.compactMap { thing($0, snapshot) }
    let rotation = worldFromCamera.rotation.matrix
    let canvas = self.canvas
    var rays = [Vector3](repeating: .zero, count: canvas.width)
    var lengths = [Double](repeating: 0, count: canvas.width)
    for v in canvas.minV..<canvas.maxV {
      for i in rays.indices {
        let u = Double(canvas.minU + i)
        rays[i] = camera.hasRay(u, Double(v)) ? rotation * camera.ray(u, Double(v)) : .zero
        lengths[i] = length(rays[i])
      }
      for t in things.indices { things[t].look(along: rays, lengths, row: v, from: canvas.minU, self) }
    }
    return things.filter { !$0.found.isEmpty }.map(layer)
  }

  private func thing(_ entity: Int, _ snapshot: Snapshot) -> Thing? {
    let subject = snapshot.subjects[entity]
    guard subject.nativeClass.isThing, !subject.pieces.isEmpty else { return nil }
    var own = snapshot
    own.pieces = Array(snapshot.pieces[subject.pieces])
    var box = Box3()
    for piece in own.pieces {
      let map = PointTransform.quantized(piece.worldFromMesh)
      for corner in piece.bounds.corners { box.insert(map * corner) }
    }
    guard !box.isEmpty else { return nil }
    let way = box.center - worldFromCamera.translation
    let (distance, radius) = (length(way), length(box.size) / 2 * (1 + 1e-9) + 1e-9)
    let isAround = distance <= radius
    let part = isAround ? 0 : radius / distance
    return Thing(
      entity: entity, caster: RayCaster(snapshot: own), axis: isAround ? Vector3(1, 0, 0) : way / distance,
      cosine: isAround ? -1 : (1 - part * part).squareRoot() - 1e-9)
  }

  private func layer(_ thing: Thing) -> Capture.AloneLayer {
    let image = PixelRectangle(width: camera.width, height: camera.height)
    var box = PixelRectangle(minU: .max, minV: .max, maxU: .min, maxV: .min)
    let inside = thing.found.filter {
      Int($0.u) >= 0 && Int($0.u) < image.maxU && Int($0.v) >= 0 && Int($0.v) < image.maxV
    }
    for p in inside {
      box.minU = min(box.minU, Int(p.u))
      box.minV = min(box.minV, Int(p.v))
      box.maxU = max(box.maxU, Int(p.u) + 1)
      box.maxV = max(box.maxV, Int(p.v) + 1)
    }
    if inside.isEmpty { box = PixelRectangle(width: 0, height: 0) }
    var layer = Capture.AloneLayer(
      entity: thing.entity, u0: box.minU, v0: box.minV, width: box.width, height: box.height,
      inverseDepth: [Float](repeating: 0, count: box.width * box.height), canvasPixels: thing.found.count)
    for p in inside {
      layer.inverseDepth[(Int(p.v) - box.minV) * box.width + Int(p.u) - box.minU] = p.inverseDepth
    }
    return layer
  }
}

extension AloneRays.Thing {
  /// Sends the rays of one row that may meet the thing.
  ///
  /// - Parameter rays: world directions, and how long each is; zero where the lens has none.
  fileprivate mutating func look(
    along rays: [Vector3], _ lengths: [Double], row v: Int, from u0: Int, _ alone: AloneRays
  ) {
    for (i, ray) in rays.enumerated() where dot(ray, axis) >= cosine * lengths[i] && ray != .zero {
      if let hit = caster.nearest(origin: alone.origin, direction: ray, from: alone.near) {
        found.append((Int32(u0 + i), Int32(v), Float(1 / hit.t)))
      }
    }
  }
}

extension AloneRays {
  fileprivate var origin: Vector3 { worldFromCamera.translation }
  fileprivate var near: Double { camera.near }
}
