import Annotations
import Checks
import DatasetFormats
import Diagnostics
import Foundation
import Geometry
import Imaging
import RandomStreams
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Structured3D as its public readers read it: rings from matrices, panoramas by angles, layouts by rays.
@Suite struct Structured3DFormatTests {
  /// An L of 5 m × 4 m less a corner, 2.5 m high, and a room beyond its east wall; a door between them, a window south.
  static let label = FloorPlanLabel(
    footprint: [[-0.3, -0.3], [8.4, -0.3], [8.4, 4.3], [-0.3, 4.3]],
    rooms: [
      .init(
        room: 1, kind: "hallway", outline: [[0, 0], [2, 0], [5, 0], [5, 2], [3, 2], [3, 4], [0, 4]],
        height: 2.5, area: 16),
      .init(
        room: 2, kind: "bedroom", outline: [[5.1, 0], [8.1, 0], [8.1, 4], [5.1, 4]], height: 2.7, area: 12),
    ],
    walls: [
      .init(wall: 1, start: [5.05, -0.15], end: [5.05, 4.15], thickness: 0.1, left: 1, right: 2),
      .init(wall: 2, start: [-0.15, -0.15], end: [5.05, -0.15], thickness: 0.3, left: 1, right: 0),
    ],
    openings: [
      .init(
        opening: 1, kind: "hinged_door", wall: 1, left: 1, right: 2, start: [5.05, 0.5], end: [5.05, 1.4],
        width: 0.9, sill: 0, head: 2, instance: 9, leaves: []),
      .init(
        opening: 2, kind: "window", wall: 2, left: 1, right: 0, start: [1, -0.15], end: [2.2, -0.15],
        width: 1.2, sill: 0.9, head: 2, instance: 10, leaves: []),
    ],
    furniture: [], passages: [])

  /// A view of that home by a camera at a place, with maps that tell where they belong.
  static func sample(
    _ camera: Camera, at place: Vector3, yaw: Double = 0, pitch: Double = 0, index: Int = 0,
    variant: String? = nil, path: String? = nil, red: UInt8 = 0
  ) -> Sample {
    var scene = ShapeScene(
      camera.width, camera.height,
      [
        ShapeScene.Shape(
          instance: 40, category: "interior_wall", contains: ShapeScene.pixels(0...9, 0...9)),
        ShapeScene.Shape(instance: 41, category: "bed", contains: ShapeScene.pixels(3...6, 2...5)),
      ])
    scene.camera = camera
    scene.rigFromCamera = Rig.mount(at: place, yaw: yaw, pitch: pitch)
    var sample = Sample.test(index, [scene])
    let (w, h) = (camera.width, camera.height)
    var rgb = Raster<UInt8>(width: w, height: h, channels: 3, fill: red)
    var normals = Raster<Float>(width: w, height: h, channels: 3, fill: 0)
    for v in 0..<h {
      for u in 0..<w {
        // Green says where a pixel looks, in steps of a column's angle from +y to the right.
        let d = sample.views[0].worldFromCamera.rotation * camera.ray(Double(u), Double(v))
        let turn = Foundation.atan2(d.x, d.y) / (2 * .pi) + 0.5
        rgb[u, v, 1] = UInt8(truncatingIfNeeded: Int((turn * Double(w)).rounded(.down)))
        rgb[u, v, 2] = UInt8(v)
        let n = normalized(camera.ray(Double(u), Double(v)))
        for k in 0..<3 { normals[u, v, k] = Float(-n[k]) }
      }
    }
    sample.views[0].labels.set(LabelNames.rgb, .uint8(rgb))
    sample.views[0].labels.set(LabelNames.normalCamera, .float(normals))
    sample.views[0].labels.set(LabelNames.albedo, .uint8(rgb))
    sample.views[0].labels.set(label)
    sample.views[0].labels.set(
      Boxes3DLabel(entries: [
        .init(
          instance: 41, size: [2, 1, 0.5], center: [1, 3, 0.25], rotation: [0.6, 0, 0, 0.8],
          cameraCenter: [0, 0, 1], cameraRotation: [1, 0, 0, 0], corners: [])
      ]))
    if let variant { sample.attributes = [("variant", variant)] }
    if let path { sample.drawn = [DrawnValue(path: path, value: .number(1))] }
    return sample
  }

  private static let panorama = Camera(equirectangularHeight: 16)

  private func write(_ samples: [Sample]) throws -> Written {
    try Written(Structured3DFormat.self, samples, .test())
  }

  private func picture(_ written: Written, _ path: String) throws -> AnyRaster {
    guard case .bytes(let bytes) = try #require(written.files[path], "no \(path)") else {
      throw DioramaError(.badInput, "\(path) is a link")
    }
    return try ImageFile.decode(bytes, name: path)
  }

  // MARK: the structure

  private struct Annotation {
    var junctions: [Vector3]
    var lines: [[Int]]
    var planes: [(kind: String, normal: Vector3, offset: Double, lines: [Int])]
    var semantics: [(id: Int, kind: String, planes: [Int])]
  }

  private func annotation(_ written: Written) throws -> Annotation {
    let json = try written.json("scene_00000/annotation_3d.json")
    func vector(_ value: Any?) throws -> Vector3 {
      let n = try #require(value as? [Double])
      return Vector3(n[0], n[1], n[2])
    }
    func ones(_ key: String) throws -> [[Int]] {
      try #require(json[key] as? [[Int]]).map { row in row.indices.filter { row[$0] == 1 } }
    }
    let edges = try ones("planeLineMatrix")
    return Annotation(
      junctions: try json.list("junctions").map { try vector($0["coordinate"]) },
      lines: try ones("lineJunctionMatrix"),
      planes: try json.list("planes").enumerated().map { i, plane in
        (
          try #require(plane["type"] as? String), try vector(plane["normal"]),
          try #require(plane["offset"] as? Double), edges[i]
        )
      },
      semantics: try json.list("semantics").map {
        (try $0.int("ID"), try #require($0["type"] as? String), try $0.ints("planeID"))
      })
  }

  @Test func incidencesAreThoseOfTheHome() throws {
    let written = try write([Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: .pi / 2)])
    let a = try annotation(written)
    // 6 + 4 corners of rooms and 4 of the outside, twice; 8 for each opening.
    #expect(a.junctions.count == 2 * 14 + 2 * 8)
    #expect(a.lines.count == 3 * 14 + 2 * 12 && a.planes.count == (6 + 2) + (4 + 2) + 4 + 2 * 4)
    #expect(a.semantics.map(\.id) == [1, 2, 3, 4, 5])
    #expect(a.semantics.map(\.kind) == ["corridor", "bedroom", "door", "window", "outwall"])
    // The corner at (2, 0) is none: it lies on a straight wall.
    #expect(a.junctions.allSatisfy { $0.x != 2000 || $0.y != 0 })
    var planesOfLine = [Int](repeating: 0, count: a.lines.count)
    for plane in a.planes {
      for line in plane.lines {
        planesOfLine[line] += 1
        for j in a.lines[line] { #expect(abs(dot(plane.normal, a.junctions[j]) + plane.offset) < 1e-6) }
      }
    }
    #expect(a.lines.allSatisfy { $0.count == 2 })
    let outside = Set(a.semantics[4].planes.flatMap { a.planes[$0].lines })
    for (line, count) in planesOfLine.enumerated() {
      // The outer walls stand on nothing and carry nothing.
      let isRim =
        outside.contains(line)
        && a.lines[line].allSatisfy { a.junctions[$0].x < -299 || a.junctions[$0].x > 8399 }
        && a.junctions[a.lines[line][0]].z == a.junctions[a.lines[line][1]].z
      #expect(count == (isRim ? 1 : 2), "line \(line)")
    }
    // Normals look into what is empty: out of every plane, into its room or away from the house.
    for (k, middle) in [(0, Vector3(1500, 1500, 1200)), (1, Vector3(6600, 2000, 1200))] {
      for p in a.semantics[k].planes { #expect(dot(a.planes[p].normal, middle) + a.planes[p].offset > 0) }
    }
    for p in a.semantics[4].planes {
      #expect(dot(a.planes[p].normal, Vector3(4000, 2000, 1000)) + a.planes[p].offset < 0)
    }
    // The door's outline lies on both rooms' walls, the window's on its room's and on the outer one.
    for (opening, faces) in [(2, [0, 1]), (3, [0, 4])] {
      let own = Set(a.semantics[opening].planes.flatMap { a.planes[$0].lines })
      #expect(own.count == 12)
      for face in faces {
        let walls = a.semantics[face].planes.filter { !own.isDisjoint(with: a.planes[$0].lines) }
        #expect(walls.count == 1 && Set(a.planes[walls[0]].lines).intersection(own).count == 4)
      }
    }
    let json = try written.json("scene_00000/annotation_3d.json")
    #expect(try json.list("cuboids").map { try $0.ints("planeID") } == [a.semantics[1].planes])
    #expect(
      try json.list("manhattan").map { try $0.ints("planeID") }
        == [a.semantics[0].planes + a.semantics[1].planes])
  }

  /// Lines chained to rings as the public code chains them: the floor of the L, and the outer walls.
  @Test func ringsCloseAsThePublicReaderClosesThem() throws {
    let a = try annotation(
      try write([Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: .pi / 2)]))
    func ring(_ lines: [[Int]]) -> [Int] {
      var rest = lines
      var out = rest.removeFirst()
      while let k = rest.firstIndex(where: { $0.contains(out[out.count - 1]) }) {
        let next = rest.remove(at: k)
        out.append(next[0] == out[out.count - 1] ? next[1] : next[0])
      }
      return out.last == out.first ? out.dropLast() : []
    }
    let floor = try #require(a.semantics[0].planes.first { a.planes[$0].kind == "floor" })
    let corners = ring(a.planes[floor].lines.map { a.lines[$0] }).map { a.junctions[$0] }
    #expect(corners.count == 6)
    #expect(abs(Polygon(corners.map { Vector2($0.x, $0.y) }).area - 16e6) < 1)
    let holes = Set(a.semantics[2...3].flatMap { $0.planes.flatMap { a.planes[$0].lines } })
    let outer = a.semantics[4].planes.flatMap { a.planes[$0].lines }.filter { line in
      !holes.contains(line) && a.lines[line].allSatisfy { a.junctions[$0].z == 0 }
    }
    let house = ring(outer.map { a.lines[$0] }).map { a.junctions[$0] }
    #expect(abs(Polygon(house.map { Vector2($0.x, $0.y) }).area - 8700 * 4600) < 1)
  }

  @Test func boxesHaveTheirAxesAsRows() throws {
    let written = try write([Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: .pi / 2)])
    let text = try written.text("scene_00000/bbox_3d.json")
    let boxes = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(boxes.count == 1 && boxes[0]["ID"] as? Int == 41)
    // cos = 0.6² − 0.8², sin = 2 · 0.6 · 0.8.
    let basis = try #require(boxes[0]["basis"] as? [[Double]])
    for (row, truth) in zip(basis, [[-0.28, 0.96, 0], [-0.96, -0.28, 0], [0, 0, 1]]) {
      for k in 0..<3 { #expect(abs(row[k] - truth[k]) < 1e-12) }
    }
    #expect(boxes[0]["coeffs"] as? [Double] == [1000, 500, 250])
    #expect(boxes[0]["centroid"] as? [Double] == [1000, 3000, 250])
  }

  // MARK: panoramas

  /// Whichever way the camera looks, the picture's middle looks along +y and columns go to +x.
  @Test(arguments: [0.0, .pi / 2, -.pi / 4, 3.0 * .pi / 16])
  func panoramasAreTurned(_ yaw: Double) throws {
    let written = try write([Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: yaw)])
    let path = "scene_00000/2D_rendering/1/panorama/full/"
    if yaw == .pi / 2 {
      #expect(
        written.files[path + "rgb_rawlight.png"]
          == .native(NativeImage(sample: 0, sensor: "front", label: "rgb")))
    } else {
      guard case .uint8(let rgb) = try picture(written, path + "rgb_rawlight.png") else { return }
      for v in 0..<16 { for u in 0..<32 { #expect(Int(rgb[u, v, 1]) == u && Int(rgb[u, v, 2]) == v) } }
    }
    guard case .uint8(let albedo) = try picture(written, path + "albedo.png"),
      case .uint8(let normal) = try picture(written, path + "normal.png")
    else { Issue.record("other pictures"); return }
    for v in 0..<16 {
      for u in 0..<32 {
        #expect(Int(albedo[u, v, 1]) == u)
        // Surfaces that face the camera: the normal is the way back, by Structured3D's axes −y, z, x.
        let (azimuth, rise) = ((Double(u) + 0.5) / 32 * 2 * .pi - .pi, .pi / 2 - (Double(v) + 0.5) / 16 * .pi)
        let d = Vector3(sin(azimuth) * cos(rise), cos(azimuth) * cos(rise), sin(rise))
        for (k, n) in [d.y, -d.z, -d.x].enumerated() {
          #expect(abs(Double(normal[u, v, k]) - min(255, 128 * (1 + n))) <= 0.51)
        }
      }
    }
    #expect(try written.text("scene_00000/2D_rendering/1/panorama/camera_xyz.txt") == "1000 1000 1600\n")
  }

  @Test func cornersAreWhereTheyAreSeen() throws {
    let written = try write([Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: 0)])
    let rows = try written.text("scene_00000/2D_rendering/1/panorama/layout.txt").split(separator: "\n")
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(rows.count == 12)
    var seen: Set<Int> = []
    let corners = [(0.0, 0.0), (5, 0), (5, 2), (3, 2), (3, 4), (0, 4)]
    for k in 0..<6 {
      let (u, high, low) = (rows[2 * k][0], rows[2 * k][1], rows[2 * k + 1][1])
      #expect(rows[2 * k + 1][0] == u && high < low)
      let azimuth = (u + 0.5) / 32 * 2 * .pi - .pi
      let found = corners.firstIndex { x, y in
        abs(Foundation.atan2(x - 1, y - 1) - azimuth) < 1e-6
          && abs(Foundation.atan2(0.9, hypot(x - 1, y - 1)) - (0.5 - (high + 0.5) / 16) * .pi) < 1e-6
          && abs(Foundation.atan2(-1.6, hypot(x - 1, y - 1)) - (0.5 - (low + 0.5) / 16) * .pi) < 1e-6
      }
      seen.insert(try #require(found))
    }
    #expect(seen.count == 6)
    // From left to right, since all of the L is seen from there; neighbours share a wall.
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0[0] <= $1[0] })
  }

  @Test func mapsAreEncodedAsStructured3DHasThem() throws {
    let written = try write([Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: .pi / 2)])
    let path = "scene_00000/2D_rendering/1/panorama/full/"
    guard case .uint16(let depth) = try picture(written, path + "depth.png"),
      case .uint8(let classes) = try picture(written, path + "semantic.png"),
      case .uint16(let instances) = try picture(written, path + "instance.png")
    else { Issue.record("other pictures"); return }
    // The scene's depth is 1.5 m an instance and a millimetre a column; NYU40: wall 1, bed 4.
    #expect(depth[4, 3] == 61504 && depth[8, 8] == 60008 && depth[20, 10] == 0)
    #expect(classes[4, 3] == 4 && classes[8, 8] == 1 && classes[20, 10] == 0)
    #expect(instances[4, 3] == 41 && instances[8, 8] == 65535 && instances[20, 10] == 65535)
  }

  // MARK: perspective views

  private struct Layout {
    var junctions: [(id: Int?, place: Vector2, isVisible: Bool)]
    var planes: [(id: Int, visible: [[Int]], amodal: [[Int]])]
  }

  private func layout(_ written: Written, _ path: String) throws -> Layout {
    let json = try written.json(path)
    func rings(_ plane: [String: Any], _ key: String) throws -> [[Int]] {
      try #require(plane[key] as? [[Int]])
    }
    return Layout(
      junctions: try json.list("junctions").map { j in
        let at = try #require(j["coordinate"] as? [Double])
        return (j["ID"] as? Int, Vector2(at[0], at[1]), try #require(j["isvisible"] as? Bool))
      },
      planes: try json.list("planes").map {
        (try $0.int("ID"), try rings($0, "visible_mask"), try rings($0, "amodal_mask"))
      })
  }

  /// Masks filled from their rings, against rays that know walls and no corners.
  @Test func masksAreWhatRaysMeet() throws {
    let ring = [Vector2(0, 0), Vector2(5, 0), Vector2(5, 2), Vector2(3, 2), Vector2(3, 4), Vector2(0, 4)]
    let shape = Polygon(ring)
    var draws = RandomStream(seed: 8)
    let camera = Camera(width: 60, height: 44, horizontalFieldOfView: 1.5)
    var (parted, hidden) = (0, 0)
    for trial in 0..<60 {
      var p = Vector2(draws.uniform(0, 5), draws.uniform(0, 4))
      while !shape.contains(p) || shape.distanceToBoundary(p) < 0.06 {
        p = Vector2(draws.uniform(0, 5), draws.uniform(0, 4))
      }
      let eye = Vector3(p.x, p.y, draws.uniform(0.2, 2.3))
      let sample = Self.sample(
        camera, at: eye, yaw: draws.uniform(-3, 3), pitch: draws.uniform(-0.9, 0.9))
      let written = try write([sample])
      let found = try layout(written, "scene_00000/2D_rendering/1/perspective/full/0/layout.json")
      let rotation = sample.views[0].worldFromCamera.rotation
      func fill(_ rings: [[Int]], _ u: Int, _ v: Int) -> Bool {
        let q = Vector2(Double(u) + 0.5, Double(v) + 0.5)
        return rings.reduce(0) { $0 + (Polygon($1.map { found.junctions[$0].place }).contains(q) ? 1 : 0) }
          % 2 == 1
      }
      var wrong = 0
      for v in 0..<camera.height {
        for u in 0..<camera.width {
          let d = rotation * camera.ray(Double(u), Double(v))
          // Planes by number: floor, ceiling, walls; where the ray meets each within its outline.
          var meets: [(plane: Int, t: Double)] = []
          for (plane, z) in [(0, 0.0), (1, 2.5)] {
            let t = (z - eye.z) / d.z
            if t > 0, shape.contains(Vector2(eye.x + t * d.x, eye.y + t * d.y)) { meets.append((plane, t)) }
          }
          for (k, edge) in shape.edges.enumerated() {
            let along = edge.to - edge.from
            let slope = cross(Vector2(d.x, d.y), along)
            let t = cross(edge.from - p, along) / slope
            let s = cross(edge.from - p, Vector2(d.x, d.y)) / slope
            let z = eye.z + t * d.z
            if t > 0, s >= 0, s <= 1, z >= 0, z <= 2.5 { meets.append((2 + k, t)) }
          }
          let nearest = meets.min { $0.t < $1.t }?.plane
          for plane in found.planes {
            if fill(plane.visible, u, v) != (plane.id == nearest) { wrong += 1 }
            if fill(plane.amodal, u, v) != meets.contains(where: { $0.plane == plane.id }) { wrong += 1 }
          }
          if let nearest, !found.planes.contains(where: { $0.id == nearest }) { wrong += 1 }
        }
      }
      // Centres within rounding of an edge.
      #expect(wrong <= 2, "trial \(trial): \(wrong)")
      parted += found.planes.count { $0.visible.count > 1 || $0.amodal.count > 1 }
      hidden += found.planes.count { $0.visible.isEmpty }
      for junction in found.junctions {
        guard let id = junction.id else { continue }
        let (n, z) = id < 6 ? (id, 0.0) : (id - 6, 2.5)
        let q = sample.views[0].worldFromCamera.inverse * Vector3(ring[n].x, ring[n].y, z)
        #expect(length(camera.project(q) + Vector2(0.5, 0.5) - junction.place) < 1e-5)
      }
    }
    // There was something to get wrong.
    #expect(hidden > 10 && parted > 0, "\(hidden) hidden, \(parted) parted")
  }

  /// By the public reader's matrix: look-at, up and half angles.
  @Test func posesProjectAsThePublicReaderProjects() throws {
    let camera = Camera(width: 40, height: 30, horizontalFieldOfView: 1.2)
    let sample = Self.sample(camera, at: Vector3(1, 1, 1.6), yaw: 0.7, pitch: -0.3)
    let text = try write([sample]).text("scene_00000/2D_rendering/1/perspective/full/0/camera_pose.txt")
    let n = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    #expect(n.count == 12 && n[11] == 1)
    let (ahead, up) = (Vector3(n[3], n[4], n[5]), Vector3(n[6], n[7], n[8]))
    let right = cross(ahead, up)
    for p in [Vector3(3, 2.5, 1), Vector3(2, 1.5, 2), Vector3(4, 3, 0.2)] {
      let d = p * 1000 - Vector3(n[0], n[1], n[2])
      let (x, y, z) = (dot(d, right), -dot(d, up), dot(d, ahead))
      let place = Vector2(x / z * 20 / tan(n[9]) + 20, y / z * 15 / tan(n[10]) + 15)
      let truth = camera.project(sample.views[0].worldFromCamera.inverse * p) + Vector2(0.5, 0.5)
      #expect(length(place - truth) < 1e-6)
    }
  }

  // MARK: where samples go

  @Test func variantsOfAViewLieBesideEachOther() throws {
    let camera = Camera(width: 20, height: 16, horizontalFieldOfView: 1.2)
    let samples = ["full_raw", "full_cold", "simple_warm", "moved"].enumerated().map { i, variant in
      Self.sample(
        camera, at: Vector3(1, 1, 1.6), index: i, variant: variant, path: "sequence/7/view/3/rig/fov",
        red: UInt8(i))
    }
    let written = try write(samples)
    let place = "scene_00007/2D_rendering/1/perspective"
    #expect(
      written.order.filter { $0.contains("rgb_") } == [
        "\(place)/full/3/rgb_rawlight.png", "\(place)/full/3/rgb_coldlight.png",
        "\(place)/simple/3/rgb_warmlight.png",
      ])
    // One annotation, one set of maps for each degree of furnishing.
    #expect(written.order.count { $0.hasSuffix("depth.png") } == 2)
    #expect(try written.text("sequences.txt") == "scene_00007\n")
    let left = try Structured3DFormat(options: .test()).fragment(for: samples[3])
    #expect(left.files.isEmpty && left.records.isEmpty && left.warnings.count == 1)
  }

  @Test func aRoomHasThePanoramaOfItsFirstSample() throws {
    let all = [0, 1].map {
      Self.sample(
        Self.panorama, at: Vector3(1 + Double($0), 1, 1.6), yaw: 0, index: $0,
        path: "sequence/0/view/\($0)/rig/a")
    }
    let path = "scene_00000/2D_rendering/1/panorama/camera_xyz.txt"
    for samples in [all, all.reversed()] { #expect(try write(samples).text(path) == "1000 1000 1600\n") }
  }

  @Test func whatTheFilesCannotSayIsRefused() throws {
    func fault(_ sample: Sample) -> String {
      let result = Result { try Structured3DFormat(options: .test()).fragment(for: sample) }
      guard case .failure(let error) = result else { return "" }
      return "\(error)"
    }
    #expect(fault(Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), pitch: 0.1)).contains("level"))
    #expect(
      fault(Self.sample(Self.panorama, at: Vector3(1, 1, 1.6), yaw: 0.1)).contains("columns to the side"))
    let beside = Camera(width: 20, height: 16, fx: 18, fy: 18, cx: 9, cy: 7.5)
    #expect(fault(Self.sample(beside, at: Vector3(1, 1, 1.6))).contains("principal point"))
  }
}
