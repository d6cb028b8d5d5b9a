import Annotations
import Diagnostics
import Encodings
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
    return turned(PixelCodes.depth(try fitting(metres, 1, LabelNames.depth), perMetre: 1000))
  }

  /// 0 = without counterpart, or nothing hit.
  private func classes() throws -> Raster<UInt8> {
    guard let labels = view.labels.shorts(LabelNames.semantic) else { throw missing(LabelNames.semantic) }
    let codes = PixelCodes.table(try fitting(labels, 1, LabelNames.semantic)) {
      Int16(ClassSchema.nyu40.labelID(of: $0).flatMap { UInt8(exactly: $0) } ?? 0)
    }
    return turned(PixelCodes.bytes(codes))
  }

  private func objects(_ boxed: Set<UInt32>) throws -> Raster<UInt16> {
    guard let ids = view.labels.words(LabelNames.instance) else { throw missing(LabelNames.instance) }
    guard boxed.allSatisfy({ $0 < UInt32(Self.background) }) else {
      throw DioramaError(
        .badInput, "sample \(sample) has an instance beyond 65534, which Structured3D's pictures do not hold")
    }
    return turned(
      PixelCodes.kept(try fitting(ids, 1, LabelNames.instance), boxed, background: Self.background))
  }

  /// Along the look-at axis, upwards, and to the left of it: the left-handed camera frame of Structured3D, whose
  /// panoramas look along −y.
  private func encoded(_ normals: Raster<Float>) throws -> Raster<UInt8> {
    let normals = try fitting(normals, 3, LabelNames.normalCamera)
    return turned(
      view.camera.projection == .equirectangular
        ? PixelCodes.directions(
          normals, rotation: view.worldFromCamera.rotation.matrix, order: [1, 2, 0], signs: Vector3(-1, 1, 1))
        : PixelCodes.directions(
          normals, rotation: .identity, order: [2, 1, 0], signs: Vector3(1, -1, -1)))
  }

  private func turned<S>(_ raster: Raster<S>) -> Raster<S> {
    let row = raster.width * raster.channels
    let right = camera.shift * raster.channels
    guard right > 0, row > 0 else { return raster }
    var values: [S] = []
    values.reserveCapacity(raster.values.count)
    for start in stride(from: 0, to: raster.values.count, by: row) {
      values += raster.values[(start + row - right)..<(start + row)]
      values += raster.values[start..<(start + row - right)]
    }
    return Raster(width: raster.width, height: raster.height, channels: raster.channels, values: values)
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
