import Annotations
import Diagnostics
import Imaging
import VectorMath
import WorldModel

/// The pictures beside the colour one, as Structured3D encodes them; panoramas are turned.
struct Structured3DMaps {
  let camera: Structured3DCamera
  let sample: Int

  private var view: Sample.View { camera.view }

  /// What stands for everything that is no object in `instance.png`.
  static let background: UInt16 = 65535

  /// Colour, where it must be turned; `nil` where the native file will do.
  func turnedColour() throws -> Raster<UInt8>? {
    guard camera.shift != 0 else { return nil }
    guard let rgb = view.labels.bytes(LabelNames.rgb) else { throw missing(LabelNames.rgb) }
    return turned(try fitting(rgb, 3, LabelNames.rgb))
  }

  /// By file name, in a fixed order: millimetres, NYU40 classes, objects that have boxes, 128 (1 + n), reflectance.
  func all() throws -> [(name: String, raster: AnyRaster)] {
    var out: [(String, AnyRaster)] = [
      ("depth.png", .uint16(try depth())), ("semantic.png", .uint8(try classes())),
    ]
    if let boxes = view.labels[Boxes3DLabel.self] {
      out.append(("instance.png", .uint16(try objects(Set(boxes.entries.map(\.instance))))))
    }
    if let normals = view.labels.floats(LabelNames.normalCamera) {
      out.append(("normal.png", .uint8(try encoded(normals))))
    }
    if let albedo = view.labels.bytes(LabelNames.albedo) {
      out.append(("albedo.png", .uint8(turned(try fitting(albedo, 3, LabelNames.albedo)))))
    }
    return out
  }

  /// Planar z of pinholes, the way along the ray of panoramas; 0 = nothing hit, or farther than 65.535 m.
  private func depth() throws -> Raster<UInt16> {
    guard let metres = view.labels.floats(LabelNames.depth) else { throw missing(LabelNames.depth) }
    return turned(
      try fitting(metres, 1, LabelNames.depth).map { z in
        let scaled = (Double(z) * 1000).rounded()
        return scaled >= 1 && scaled <= 65535 ? UInt16(scaled) : 0
      })
  }

  /// 0 = without counterpart, or nothing hit.
  private func classes() throws -> Raster<UInt8> {
    guard let labels = view.labels.shorts(LabelNames.semantic) else { throw missing(LabelNames.semantic) }
    var known: [UInt16: UInt8] = [:]
    return turned(
      try fitting(labels, 1, LabelNames.semantic).map { native in
        if let found = known[native] { return found }
        let id = ClassSchema.nyu40.labelID(of: native).flatMap { UInt8(exactly: $0) } ?? 0
        known[native] = id
        return id
      })
  }

  private func objects(_ boxed: Set<UInt32>) throws -> Raster<UInt16> {
    guard let ids = view.labels.words(LabelNames.instance) else { throw missing(LabelNames.instance) }
    guard boxed.allSatisfy({ $0 < UInt32(Self.background) }) else {
      throw DioramaError(
        .badInput, "sample \(sample) has an instance beyond 65534, which Structured3D's pictures do not hold")
    }
    return turned(
      try fitting(ids, 1, LabelNames.instance).map { boxed.contains($0) ? UInt16($0) : Self.background })
  }

  /// Along the look-at axis, upwards, and to the left of it: the left-handed camera frame of Structured3D, whose
  /// panoramas look along −y.
  private func encoded(_ normals: Raster<Float>) throws -> Raster<UInt8> {
    var out = Raster<UInt8>(width: view.camera.width, height: view.camera.height, channels: 3, fill: 0)
    let normals = try fitting(normals, 3, LabelNames.normalCamera)
    let isPanorama = view.camera.projection == .equirectangular
    let rotation = view.worldFromCamera.rotation.matrix
    for p in 0..<view.camera.width * view.camera.height {
      let n = Vector3(
        Double(normals.values[3 * p]), Double(normals.values[3 * p + 1]), Double(normals.values[3 * p + 2]))
      let w = rotation * n
      let axes = isPanorama ? Vector3(-w.y, w.z, w.x) : Vector3(n.z, -n.y, -n.x)
      for k in 0..<3 { out.values[3 * p + k] = UInt8(max(0, min(255, (128 * (1 + axes[k])).rounded()))) }
    }
    return turned(out)
  }

  private func turned<S>(_ raster: Raster<S>) -> Raster<S> {
    guard camera.shift != 0 else { return raster }
    var out = raster
    let (w, c) = (raster.width, raster.channels)
    for v in 0..<raster.height {
      for u in 0..<w {
        let (from, to) = ((v * w + u) * c, (v * w + (u + camera.shift) % w) * c)
        for k in 0..<c { out.values[to + k] = raster.values[from + k] }
      }
    }
    return out
  }

  private func fitting<S>(_ raster: Raster<S>, _ channels: Int, _ label: String) throws -> Raster<S> {
    guard raster.width == view.camera.width, raster.height == view.camera.height,
      raster.channels == channels
    else { throw missing(label) }
    return raster
  }

  private func missing(_ label: String) -> DioramaError {
    DioramaError(
      .badInput, "sample \(sample), camera '\(view.sensor)': label '\(label)' is missing or of another size",
      remedy: "generate the dataset with the labels that the format requires (`diorama list formats`)")
  }
}

extension Raster {
  /// Each value on its own.
  fileprivate func map<T>(_ change: (Scalar) -> T) -> Raster<T> {
    Raster<T>(width: width, height: height, channels: channels, values: values.map(change))
  }
}
