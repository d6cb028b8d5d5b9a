import Annotations
package import Imaging
import VectorMath
package import WorldModel

/// Every label of a sample as pictures on one sheet.
package enum SampleSheet {
  package static func sheet(of sample: Sample, title: String, cellWidth: Int) -> Raster<UInt8> {
    var sheet = ContactSheet(columns: 4, cellWidth: cellWidth, title: title)
    for view in sample.views {
      let prefix = sample.views.count > 1 ? view.sensor + " " : ""
      for (name, raster) in view.labels.rasters {
        // Other 16-bit maps hold identifiers.
        let colors: [String: (UInt16) -> SIMD3<UInt8>] = [
          LabelNames.semantic: { Ontology.withID($0)?.color ?? SIMD3(0, 0, 0) },
          LabelNames.bevLayers: BirdsEyePicture.color(of:),
        ]
        let picture = LabelPictures.picture(name: name, of: raster, classColor: colors[name])
        sheet.cells.append(.init(caption: prefix + name, picture: picture, isSmooth: name == LabelNames.rgb))
      }
      if let picture = BirdsEyePicture.picture(of: view) {
        sheet.cells.append(.init(caption: prefix + BirdsEyeLabel.name, picture: picture))
      }
      if let rgb = view.labels.bytes(LabelNames.rgb) {
        let overlays: [(any StructuredLabel.Type, (inout Raster<UInt8>) -> Void)] = [
          (Boxes2DLabel.self, { boxes(view, &$0) }), (Boxes3DLabel.self, { boxes3D(view, &$0) }),
          (MasksLabel.self, { masks(view, &$0) }), (KeypointsLabel.self, { keypoints(view, &$0) }),
          (PointTracksLabel.self, { pointTracks(view, &$0) }), (LayoutLabel.self, { layout(view, &$0) }),
        ]
        for (label, draw) in overlays
        where view.labels.structured.contains(where: { type(of: $0) == label }) {
          var picture = rgb
          draw(&picture)
          sheet.cells.append(.init(caption: prefix + label.name, picture: picture, isSmooth: true))
        }
      }
    }
    for recording in sample.recordings {
      sheet.cells += SpectrogramPictures.cells(of: recording)
    }
    return sheet.composed()
  }

  private static func boxes(_ view: Sample.View, _ picture: inout Raster<UInt8>) {
    for entry in view.labels[Boxes2DLabel.self]?.entries ?? [] {
      let color = IdentifierColor.color(of: entry.instance)
      if let b = entry.amodal {
        for shift in shifts(view) {
          picture.outline(
            u: b.x + shift, v: b.y, width: b.width, height: b.height, SIMD3(160, 160, 160), thickness: 1)
        }
      }
      if let b = entry.visible {
        for shift in shifts(view) {
          picture.outline(u: b.x + shift, v: b.y, width: b.width, height: b.height, color, thickness: 2)
        }
      }
    }
  }

  private static func boxes3D(_ view: Sample.View, _ picture: inout Raster<UInt8>) {
    let edges = [
      (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7),
    ]
    let visible = Dictionary(
      (view.labels[VisibilityLabel.self]?.entries ?? []).map { ($0.instance, $0.visiblePixels) }
    ) { a, _ in a }
    for entry in view.labels[Boxes3DLabel.self]?.entries ?? [] where (visible[entry.instance] ?? 0) > 0 {
      let color = IdentifierColor.color(of: entry.instance)
      for (a, b) in edges {
        guard let p = entry.corners[a], let q = entry.corners[b], isNear(p, picture), isNear(q, picture)
        else { continue }
        let start = Vector2(p[0], p[1])
        let step = view.camera.displacement(from: start, to: Vector2(q[0], q[1]))
        for shift in shifts(view) {
          let from = start + Vector2(Double(shift), 0)
          picture.line(from: from, to: from + step, color)
        }
      }
    }
  }

  /// Where a shape is drawn again, columns: in panoramas what leaves on one side comes in on the other.
  private static func shifts(_ view: Sample.View) -> [Int] {
    view.camera.period.map { [0, -$0, $0] } ?? [0]
  }

  private static func isNear(_ p: [Double], _ picture: Raster<UInt8>) -> Bool {
    abs(p[0]) < Double(4 * picture.width) && abs(p[1]) < Double(4 * picture.height)
  }

  private static func masks(_ view: Sample.View, _ picture: inout Raster<UInt8>) {
    for entry in view.labels[MasksLabel.self]?.entries ?? [] {
      let color = IdentifierColor.color(of: entry.instance)
      let bitmap = entry.modal.bitmap
      for i in 0..<bitmap.values.count where bitmap.values[i] != 0 {
        for k in 0..<3 { picture.values[3 * i + k] = picture.values[3 * i + k] / 2 + color[k] / 2 }
      }
    }
  }

  private static func keypoints(_ view: Sample.View, _ picture: inout Raster<UInt8>) {
    for entry in view.labels[KeypointsLabel.self]?.entries ?? [] {
      for point in entry.points where point.visibility > 0 {
        let (u, v) = (Int(point.u.rounded()), Int(point.v.rounded()))
        let color: SIMD3<UInt8> = point.visibility == 2 ? SIMD3(80, 255, 80) : SIMD3(255, 80, 80)
        picture.fill(u: u - 1, v: v - 1, width: 3, height: 3, color)
      }
    }
  }

  /// Seen points in their own colours, hidden ones as rings.
  private static func pointTracks(_ view: Sample.View, _ picture: inout Raster<UInt8>) {
    for entry in view.labels[PointTracksLabel.self]?.entries ?? [] where entry.visibility > 0 {
      guard let u = entry.u, let v = entry.v else { continue }
      let (x, y) = (Int(u.rounded()), Int(v.rounded()))
      let color = IdentifierColor.color(of: entry.id)
      if entry.visibility == 2 {
        picture.fill(u: x - 2, v: y - 2, width: 5, height: 5, color)
      } else {
        picture.outline(u: x - 2, v: y - 2, width: 5, height: 5, color, thickness: 1)
      }
    }
  }

  /// Visible planes tinted, lines through whatever hides them, corners as dots, hidden ones as rings.
  private static func layout(_ view: Sample.View, _ picture: inout Raster<UInt8>) {
    for room in view.labels[LayoutLabel.self]?.rooms ?? [] {
      for (p, plane) in room.planes.enumerated() {
        let color = IdentifierColor.color(of: UInt32(truncatingIfNeeded: room.room &* 32 &+ p &+ 1))
        let bitmap = plane.visible.bitmap
        guard bitmap.values.count * 3 == picture.values.count else { continue }
        for i in bitmap.values.indices where bitmap.values[i] != 0 {
          for k in 0..<3 { picture.values[3 * i + k] = picture.values[3 * i + k] / 2 + color[k] / 2 }
        }
      }
    }
    guard let room = view.labels[LayoutLabel.self]?.rooms.first else { return }
    for case let segment? in room.lines.map(\.segment) where segment.count == 2 {
      picture.line(
        from: Vector2(segment[0][0], segment[0][1]), to: Vector2(segment[1][0], segment[1][1]),
        SIMD3(255, 255, 255))
    }
    for junction in room.junctions where junction.isInFrame {
      guard let u = junction.u, let v = junction.v else { continue }
      let (x, y) = (Int(u.rounded()), Int(v.rounded()))
      if junction.isVisible {
        picture.fill(u: x - 3, v: y - 3, width: 7, height: 7, SIMD3(255, 60, 60))
      } else {
        picture.outline(u: x - 3, v: y - 3, width: 7, height: 7, SIMD3(255, 60, 60), thickness: 1)
      }
    }
  }
}
