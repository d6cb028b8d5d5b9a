import VectorMath
import WorldModel

/// The rays of a lens through one face, eight pixels a group, and what they met.
struct FaceRays {
  let face: LensFace
  let lens: Lens
  private let camera: Camera
  /// Column and row of each pixel, and its index in the picture's buffers.
  private(set) var pixels: [(u: Int32, v: Int32)]
  /// Where the pixels' centres lie on the face's image.
  private(set) var centers: [ScatteredPlaces] = []
  /// Records that the centres show; 0 = nothing. The last group is filled up with nothing.
  private(set) var ids: [SIMD8<Int32>] = []
  /// Records of the four colour samples, group after group.
  private(set) var sampleIDs: [SIMD8<Int32>] = []
  /// Depth of what centres show along the face's axis, metres; infinite where nothing is seen.
  private(set) var planar: [SIMD8<Float>] = []

  init(_ face: LensFace, lens: Lens, of camera: Camera, pixels: [(u: Int32, v: Int32)]) {
    self.face = face
    self.lens = lens
    self.camera = camera
    self.pixels = pixels
  }

  var groups: Int { (pixels.count + 7) / 8 }

  /// Sends the rays: one through each pixel's centre, which alone decides on labels, and if wanted four for its colour.
  ///
  /// - Parameter seen: called for each pixel whose centre shows something, with its number and the distance.
  mutating func trace(
    _ caster: RayCaster, from worldFromCamera: RigidTransform<WorldSpace, CameraSpace>,
    records: RayRecords, wantsSamples: Bool, seen: (Int, Double) -> Void
  ) {
    let rotation = worldFromCamera.rotation.matrix
    let origin = worldFromCamera.translation
    let forward = face.axes.z
    func meet(_ u: Double, _ v: Double) -> (id: Int32, place: Vector2, t: Double, along: Double) {
      let ray = camera.ray(u, v)
      let place = self.place(of: ray)
      guard camera.hasRay(u, v),
        let hit = caster.nearest(origin: origin, direction: rotation * ray, from: camera.near)
      else { return (0, place, .infinity, 0) }
      let id = records.record(
        hit, number: caster.number(piece: hit.piece, triangle: hit.triangle), u: place.x, v: place.y)
      return (id, place, hit.t, dot(ray, forward))
    }
    for group in 0..<groups {
      var center = ScatteredPlaces()
      center.group = group
      var id = SIMD8<Int32>.zero
      var planar = SIMD8<Float>(repeating: .infinity)
      for k in 0..<min(8, pixels.count - 8 * group) {
        let pixel = pixels[8 * group + k]
        let (u, v) = (Double(pixel.u), Double(pixel.v))
        let met = meet(u, v)
        id[k] = met.id
        center.u[k] = met.place.x
        center.v[k] = met.place.y
        slopes(u, v, k, &center)
        guard met.id != 0 else { continue }
        planar[k] = Float(met.t * met.along)
        seen(8 * group + k, met.t)
      }
      centers.append(center)
      ids.append(id)
      self.planar.append(planar)
    }
    guard wantsSamples else { return }
    // After all centres: where planes are anchored, labels know nothing of how colour is sampled.
    for group in 0..<groups {
      for s in ColourPass.samples.indices {
        let shift = Self.shift(s)
        var id = SIMD8<Int32>.zero
        for k in 0..<min(8, pixels.count - 8 * group) {
          let pixel = pixels[8 * group + k]
          id[k] = meet(Double(pixel.u) + shift.x, Double(pixel.v) + shift.y).id
        }
        sampleIDs.append(id)
      }
    }
  }

  /// Where the colour samples of a group lie.
  func places(group: Int, sample s: Int) -> ScatteredPlaces {
    var out = centers[group]
    let shift = Self.shift(s)
    for k in 0..<min(8, pixels.count - 8 * group) {
      let pixel = pixels[8 * group + k]
      let place = self.place(of: camera.ray(Double(pixel.u) + shift.x, Double(pixel.v) + shift.y))
      out.u[k] = place.x
      out.v[k] = place.y
    }
    return out
  }

  private static func shift(_ s: Int) -> Vector2 {
    let sample = ColourPass.samples[s]
    return Vector2(Double(sample.x) / 256, Double(sample.y) / 256)
  }

  /// Where a ray of the camera passes the face's image.
  private func place(of ray: Vector3) -> Vector2 {
    // Pixels of tiny images span more than a face sees: their colour samples stay where numbers have a meaning.
    let z = 1 / max(dot(ray, face.axes.z), Self.least)
    return Vector2(
      dot(ray, face.axes.x) * z * lens.fx + lens.cx, dot(ray, face.axes.y) * z * lens.fy + lens.cy)
  }

  /// Least cosine between a ray and the axis of the face that deals with it: 87°.
  private static let least = 0.05

  /// How the place moves from half a pixel before to half a pixel after.
  private func slopes(_ u: Double, _ v: Double, _ k: Int, _ out: inout ScatteredPlaces) {
    let right = place(of: camera.ray(u + 0.5, v)) - place(of: camera.ray(u - 0.5, v))
    let down = place(of: camera.ray(u, v + 0.5)) - place(of: camera.ray(u, v - 0.5))
    out.uRight[k] = Float(right.x)
    out.vRight[k] = Float(right.y)
    out.uDown[k] = Float(down.x)
    out.vDown[k] = Float(down.y)
  }
}
