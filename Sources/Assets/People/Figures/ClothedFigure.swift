import Geometry
import VectorMath
package import WorldModel

/// A person of one skin, clothed, in a pose: what is looked at from near, in rooms. The 17 COCO keypoints; nodes as those
/// of `Pedestrian`, so that `WalkCycle` moves it when it is made to bend.
package struct ClothedFigure: Sendable {
  package enum Feet: String, Sendable, CaseIterable { case shoes, slippers, socks, bare }

  package var body: PersonBody
  package var outfit: PersonOutfit
  package var pose: PersonPose
  package var feet = Feet.socks
  package var sockColour = Colour(0xd9d7d2)
  /// How far the fingers are bent: left and right.
  package var curls = (0.35, 0.35)
  /// A second colour in rings around what is worn above.
  package var stripes: Colour?
  /// The hand that holds a telephone: true = the left one.
  package private(set) var phoneIsLeft: Bool?
  /// Whether the joints move after it is made; costs time in every frame.
  package var bends = false
  /// Metres between the points of its skin.
  package var cell = 0.0135

  package init(body: PersonBody, outfit: PersonOutfit, pose: PersonPose = .standing) {
    self.body = body
    self.outfit = outfit
    self.pose = pose
  }

  /// Holds a telephone before the chest and looks at it.
  package mutating func holdPhone(isLeft: Bool) {
    phoneIsLeft = isLeft
    pose.holdBeforeChest(isLeft: isLeft, body)
    if isLeft { curls.0 = 0.55 } else { curls.1 = 0.55 }
  }

  package func asset(named name: String) -> Asset {
    var asset = AssetBuilder(name: name, nativeClass: "person", mainPart: "torso")
    var nodes: [PersonNode: Int] = [:]
    for node in PersonNode.allCases {
      nodes[node] = asset.node(
        node.rawValue, parent: node.parent.flatMap { nodes[$0] } ?? 0,
        rest: NodePose(
          translation: PersonSkeleton.offset(node, body, pose), rotation: pose.rotation(of: node)))
    }
    func at(_ node: PersonNode) -> Int { nodes[node] ?? 0 }
    let shape = FigureShape(PersonSkeleton(body: body, pose: pose), outfit)
    let garments = Garments(shape: shape, outfit: outfit)
    let skin = asset.material(Material(name: "skin", baseColor: outfit.skinColour.linear, roughness: 0.55))
    let top = asset.material(cloth("top", stripes == nil ? outfit.topColour : Colour(0xffffff)), tile: 0.4)
    let legs = asset.material(cloth("legs", outfit.legsColour), tile: 0.4)
    addCloth(garments.top, to: &asset, material: top, shape)
    addCloth(garments.bottom, to: &asset, material: legs, shape)
    if let limbs = garments.skin { addCloth(limbs, to: &asset, material: skin, shape) }
    PersonHead(body: body, outfit: outfit).add(to: &asset, node: at(.head), skin: skin)
    addNeck(to: &asset, node: at(.spine), skin: skin)
    for (node, side, curl) in [(PersonNode.handLeft, 1.0, curls.0), (.handRight, -1.0, curls.1)] {
      asset.add(
        FigureHand(length: body.handLength, side: side, curl: curl).mesh(), material: skin, part: "hand",
        node: at(node), crease: 1.2)
    }
    if let phoneIsLeft {
      addPhone(to: &asset, node: at(phoneIsLeft ? .handLeft : .handRight), isLeft: phoneIsLeft)
    }
    for (node, side) in [(PersonNode.footLeft, 1.0), (.footRight, -1.0)] {
      addFoot(to: &asset, node: at(node), side: side, skin: skin)
    }
    PersonFigure(body: body, outfit: outfit).addKeypoints(to: &asset, at: at)
    let made = asset.asset(skeleton: "coco17")
    return bends ? skinned(made, shape) : made
  }

  private func cloth(_ name: String, _ colour: Colour) -> Material {
    Material(
      name: name, baseColor: colour.linear, baseColorTexture: ProceduralTexture.fabric, roughness: 0.94)
  }

  private func addCloth(
    _ solid: Garments.Solid, to asset: inout AssetBuilder, material: Int, _ shape: FigureShape
  ) {
    let size = cell * (body.stature < 1.3 ? 0.85 : 1)
    var mesh = SurfaceNet(in: solid.box, cell: size, field: solid.field).mesh()
    mesh.projectUVs()
    if let stripes, solid.part == "torso" {
      let (spine, a, b) = (shape.skeleton[.spine], outfit.topColour.linear, stripes.linear)
      mesh.paint { p in
        let z = dot(p - spine.translation, spine.linear.z) / body.stature * 30
        return z - z.rounded(.down) < 0.5 ? a : b
      }
    }
    asset.add(mesh, material: material, part: solid.part, crease: 1.2)
  }

  /// A telephone that lies in the palm, its screen turned to the face.
  private func addPhone(to asset: inout AssetBuilder, node: Int, isLeft: Bool) {
    let l = body.handLength
    let side = isLeft ? 1.0 : -1
    let shell = asset.material(Material(name: "phone", baseColor: Colour(0x1b1c1f).linear, roughness: 0.35))
    let glass = asset.material(
      Material(name: "phone_screen", baseColor: Colour(0x2c3644).linear, roughness: 0.08))
    let y = -side * 0.145 * l
    asset.add(
      .box(size: Vector3(0.072, 0.008, 0.148), center: Vector3(0.01, y, -0.56 * l), bevel: 0.003),
      material: shell,
      part: "phone", node: node)
    asset.add(
      .box(size: Vector3(0.066, 0.001, 0.14), center: Vector3(0.01, y - side * 0.0044, -0.56 * l)),
      material: glass,
      part: "phone", node: node)
  }

  /// The skin of the neck down into the collar.
  private func addNeck(to asset: inout AssetBuilder, node: Int, skin: Int) {
    let h = body.stature
    let top = body.neckHeight - body.hipHeight - 0.08 * h
    asset.add(
      .loft(
        [(-0.05, 0.034, 0.07), (-0.03, 0.034, 0.058), (-0.012, 0.033, 0.042), (0.01, 0.032, 0.033)].map {
          z, depth, width in
          superellipse(depth * h, width * h, count: 18).map {
            Vector3($0.x - 0.006 * h, $0.y, top + z * h)
          }
        }), material: skin, part: "head", node: node, crease: 1.2)
  }

  private func addFoot(to asset: inout AssetBuilder, node: Int, side: Double, skin: Int) {
    let shoe = PersonFigure(body: body, outfit: outfit).shoeShape(side)
    switch feet {
    case .shoes:
      let upper = asset.material(Material(name: "shoe", baseColor: outfit.shoeColour.linear, roughness: 0.5))
      let sole = asset.material(Material(name: "sole", baseColor: Colour(0x2a2826).linear, roughness: 0.9))
      asset.add(shoe.upper, material: upper, part: "shoe", node: node, crease: 1.0)
      asset.add(shoe.sole, material: sole, part: "shoe", node: node)
    case .slippers:
      let felt = asset.material(cloth("slipper", outfit.shoeColour), tile: 0.2)
      let sole = asset.material(Material(name: "sole", baseColor: Colour(0x4a443e).linear, roughness: 0.95))
      asset.add(shoe.upper, material: felt, part: "shoe", node: node, crease: 1.0)
      asset.add(shoe.sole, material: sole, part: "shoe", node: node)
    case .socks:
      let wool = asset.material(cloth("sock", sockColour), tile: 0.15)
      asset.add(foot(side), material: wool, part: "foot", node: node, crease: 1.1)
    case .bare:
      asset.add(foot(side), material: skin, part: "foot", node: node, crease: 1.1)
      addToes(to: &asset, node: node, side: side, skin: skin)
    }
  }

  /// A foot without a shoe, its sole on the ground.
  private func foot(_ side: Double) -> MeshBuilder {
    let (l, ground) = (body.footLength * 0.97, -body.ankleHeight)
    let w = 0.0255 * body.stature * (0.6 + 0.4 * body.build)
    let heel = -0.25 * l
    let rows: [(t: Double, w: Double, z: Double, y: Double)] = [
      (0, 0.35, 0.4, 0), (0.03, 0.66, 0.62, 0), (0.1, 0.8, 0.85, 0), (0.2, 0.84, 1.12, 0),
      (0.3, 0.82, 1.25, 0.01), (0.4, 0.86, 1.02, 0.03), (0.55, 0.96, 0.72, 0.05), (0.7, 1.08, 0.5, 0.05),
      (0.84, 1.06, 0.36, 0), (0.94, 0.88, 0.28, -0.06), (0.985, 0.55, 0.2, -0.1), (1, 0.25, 0.12, -0.12),
    ]
    return .loft(
      rows.map { r in
        let round = 0.22 * body.ankleHeight * min(1, r.z * 1.4)
        return (0..<16).map { k -> Vector3 in
          let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(k) + 0.5) / 16)
          let y = w * r.w * c * (s > 0 ? 1 - 0.42 * s * s : 1)
          let z = s > 0 ? round + (body.ankleHeight * r.z - round) * s : max(0, round * (1 + 1.02 * s))
          return Vector3(heel + r.t * l, -side * (r.y * w) + y, ground + z)
        }
      })
  }

  private func addToes(to asset: inout AssetBuilder, node: Int, side: Double, skin: Int) {
    let (l, w) = (body.footLength, 0.0255 * body.stature * (0.6 + 0.4 * body.build))
    for i in 0..<5 {
      let r = [0.3, 0.21, 0.2, 0.19, 0.18][i] * w
      let y = [0.66, 0.22, -0.13, -0.46, -0.76][i] * w * -side
      let x = [0.7, 0.71, 0.69, 0.66, 0.62][i] * l
      asset.add(
        .capsule(
          from: Vector3(x - 0.07 * l, y, r * 1.05 - body.ankleHeight),
          to: Vector3(x, y, r - body.ankleHeight),
          radius: r, sides: 8, capRings: 3), material: skin, part: "foot", node: node, crease: 1.1)
    }
  }

  /// The same with its cloth bound to the joints.
  private func skinned(_ asset: Asset, _ shape: FigureShape) -> Asset {
    let objectFromNodes = asset.objectFromNodes(asset.restPoses)
    let joints = PersonNode.allCases.compactMap { node in
      asset.nodes.firstIndex { $0.name == node.rawValue }
    }
    let skin = Asset.Skin(
      joints: joints, inverseBind: joints.map { objectFromNodes[$0].inverse ?? .identity })
    let pieces = asset.pieces.map { piece -> Asset.Piece in
      guard piece.node == 0 else { return piece }
      var (indices, weights): ([SIMD4<UInt16>], [SIMD4<Float>]) = ([], [])
      for p in piece.mesh.positions {
        // The nearer a bone's flesh, the more it moves a point.
        let near = shape.distances(Vector3(p)).map { node, d -> (UInt16, Double) in
          let away = max(0.006, d + 0.012)
          return (UInt16(node.ordinal), 1 / (away * away * away))
        }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(4)
        let sum = near.reduce(0) { $0 + $1.1 }
        var (joint, weight) = (SIMD4<UInt16>(), SIMD4<Float>())
        for (i, one) in near.enumerated() { (joint[i], weight[i]) = (one.0, Float(one.1 / sum)) }
        indices.append(joint)
        weights.append(weight)
      }
      let mesh = piece.mesh
      var out = piece
      out.mesh = Mesh(
        positions: mesh.positions, normals: mesh.normals, uvs: mesh.uvs, colors: mesh.colors,
        triangles: mesh.triangles, deformation: MeshDeformation(joints: indices, weights: weights))
      out.skin = 0
      return out
    }
    return Asset(
      name: asset.name, nativeClass: asset.nativeClass, pieces: pieces, materials: asset.materials,
      parts: asset.parts, nodes: asset.nodes, skins: [skin], keypoints: asset.keypoints,
      skeleton: asset.skeleton, fittings: asset.fittings)
  }
}
