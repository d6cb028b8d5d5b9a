import VectorMath
import WorldModel

/// Draws every thing as if it were alone, on a canvas three images wide and high: the truth behind amodal
/// masks, truncation and who hides whom.
///
/// The same snapped vertices and the same rules as the picture itself, so what is seen of a thing is a subset.
final class AloneLayers {
  private let pass: VisibilityPass
  private let tile = Tile()

  init(transform: PointTransform) { pass = VisibilityPass(transform: transform) }

  func draw(
    _ snapshot: Snapshot, camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  ) -> [Capture.AloneLayer] {
    let image = PixelRectangle(width: camera.width, height: camera.height)
    pass.prepare(
      snapshot, lens: Lens(camera), worldFromCamera: worldFromCamera, area: image.enlarged
    ) { snapshot.subjects[snapshot.pieces[$0].entity].nativeClass.isThing }
    var layers: [Capture.AloneLayer] = []
    for (entity, subject) in snapshot.subjects.enumerated() where subject.nativeClass.isThing {
      let first = Int(pass.setup.firstRecords[subject.pieces.lowerBound])
      let last = Int(pass.setup.firstRecords[subject.pieces.upperBound])
      if first < last {
        let layer = draw(entity, first..<last, image: image)
        if layer.canvasPixels > 0 { layers.append(layer) }
      }
    }
    return layers
  }

  private func draw(
    _ entity: Int, _ records: Range<Int>, image: PixelRectangle
  ) -> Capture.AloneLayer {
    var box = PixelRectangle(minU: .max, minV: .max, maxU: .min, maxV: .min)
    for i in records {
      let r = pass.setup.records.base[i]
      box.minU = min(box.minU, Int(r.minU))
      box.minV = min(box.minV, Int(r.minV))
      box.maxU = max(box.maxU, Int(r.maxU) + 1)
      box.maxV = max(box.maxV, Int(r.maxV) + 1)
    }
    let inside = box.intersection(image)
    var layer = Capture.AloneLayer(
      entity: entity, u0: inside.minU, v0: inside.minV, width: inside.width, height: inside.height,
      inverseDepth: [Float](repeating: 0, count: inside.width * inside.height), canvasPixels: 0)
    if inside.isEmpty { (layer.u0, layer.v0, layer.width, layer.height) = (0, 0, 0, 0) }
    var v = box.minV
    while v < box.maxV {
      var u = box.minU
      while u < box.maxU {
        let part = PixelRectangle(
          minU: u, minV: v, maxU: min(u + Tile.side, box.maxU), maxV: min(v + Tile.side, box.maxV))
        pass.draw(tile, records: records, in: part)
        layer.canvasPixels += copy(part, inside, &layer)
        u += Tile.side
      }
      v += Tile.side
    }
    return layer
  }

  /// Copies what lies in the image; returns the number of covered pixels of the part.
  private func copy(_ part: PixelRectangle, _ inside: PixelRectangle, _ layer: inout Capture.AloneLayer)
    -> Int
  {
    var count = 0
    for v in part.minV..<part.maxV {
      let row = (v - part.minV) * Tile.side
      let isRow = v >= inside.minV && v < inside.maxV
      for u in part.minU..<part.maxU where tile.record[row + u - part.minU] != 0 {
        count += 1
        if isRow && u >= inside.minU && u < inside.maxU {
          let w = tile.inverseDepth[row + u - part.minU]
          layer.inverseDepth[(v - inside.minV) * layer.width + u - inside.minU] =
            pass.lens.isParallel ? Float(1 / Lens.depth(nearness: Double(w))) : w
        }
      }
    }
    return count
  }
}
