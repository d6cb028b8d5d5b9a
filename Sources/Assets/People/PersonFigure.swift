package import VectorMath
import WorldModel

/// Adds a person to an asset: a tree of joints and one closed solid for each part of the body, overlapping at
/// the joints so that bending opens no gap.
package struct PersonFigure: Sendable {
  /// How much of somebody is made: what can be seen of who sits behind a door ends at the knees or the hips.
  package enum Extent: Sendable { case whole, toKnees, toHips }

  package var body: PersonBody
  package var outfit: PersonOutfit
  package var pose: PersonPose
  package var detail: Fineness
  package var extent: Extent

  package init(
    body: PersonBody, outfit: PersonOutfit, pose: PersonPose = .standing, detail: Fineness = .fine,
    extent: Extent = .whole
  ) {
    self.body = body
    self.outfit = outfit
    self.pose = pose
    self.detail = detail
    self.extent = extent
  }

  /// Points of the sole ahead of the ankle, in parts of the foot's length: what a step rolls over.
  static let heel = -0.27
  static let ball = 0.53
  static let toe = 0.73
  /// How far the toe's tip lies above the flat sole, in the same parts.
  static let toeRise = 0.02

  private var h: Double { body.stature }
  private var g: Double { body.stature * body.build }

  /// Adds nodes below `parent`, geometry and the 17 COCO keypoints.
  package func add(to asset: inout AssetBuilder, parent: Int = 0, offset: Vector3 = .zero) {
    var nodes: [PersonNode: Int] = [:]
    for node in PersonNode.allCases {
      var translation = node.offset(body)
      if node == .pelvis { translation += pose.shift + offset }
      nodes[node] = asset.node(
        node.rawValue, parent: node.parent.flatMap { nodes[$0] } ?? parent,
        rest: NodePose(translation: translation, rotation: pose.rotation(of: node)))
    }
    func at(_ node: PersonNode) -> Int { nodes[node] ?? 0 }
    let skin = asset.material(
      Material(name: "skin", baseColor: outfit.skinColour.linear, roughness: 0.6))
    let top = asset.material(cloth("top", outfit.topColour), tile: 0.5)
    let legs = asset.material(cloth("legs", outfit.legsColour), tile: 0.5)
    let shoe = asset.material(Material(name: "shoe", baseColor: outfit.shoeColour.linear, roughness: 0.55))
    let sole = asset.material(Material(name: "sole", baseColor: Colour(0x2a2826).linear, roughness: 0.9))

    asset.add(pelvis, material: legs, part: "legs", node: at(.pelvis), crease: 1.2)
    if outfit.legs == .skirt, extent == .whole {
      asset.add(skirt, material: legs, part: "legs", node: at(.pelvis), crease: 1.0)
    }
    asset.add(torso, material: top, part: "torso", node: at(.spine), crease: 1.1)
    addTorsoDetails(to: &asset, node: at(.spine))
    PersonHead(body: body, outfit: outfit, detail: detail).add(to: &asset, node: at(.head), skin: skin)

    let bareLegs = outfit.legs != .trousers
    for (thigh, shank, foot, side) in [
      (PersonNode.thighLeft, PersonNode.shankLeft, PersonNode.footLeft, 1.0),
      (.thighRight, .shankRight, .footRight, -1.0),
    ] where extent != .toHips {
      asset.add(
        thighShape(side), material: outfit.legs == .skirt ? skin : legs, part: "legs", node: at(thigh),
        crease: 1.2)
      guard extent == .whole else { continue }
      asset.add(shankShape, material: bareLegs ? skin : legs, part: "legs", node: at(shank), crease: 1.2)
      let shoes = shoeShape(side)
      asset.add(shoes.upper, material: shoe, part: "shoe", node: at(foot), crease: 1.0)
      asset.add(shoes.sole, material: sole, part: "shoe", node: at(foot))
    }
    let bareArms = outfit.top == .tshirt
    for (upper, fore, hand, side) in [
      (PersonNode.upperArmLeft, PersonNode.forearmLeft, PersonNode.handLeft, 1.0),
      (.upperArmRight, .forearmRight, .handRight, -1.0),
    ] {
      asset.add(upperArmShape(side, sleeve: true), material: top, part: "arm", node: at(upper), crease: 1.2)
      if bareArms {
        asset.add(
          upperArmShape(side, sleeve: false), material: skin, part: "arm", node: at(upper), crease: 1.2)
      }
      asset.add(forearmShape, material: bareArms ? skin : top, part: "arm", node: at(fore), crease: 1.2)
      asset.add(handShape(side), material: skin, part: "hand", node: at(hand), crease: 1.2)
    }
    addKeypoints(to: &asset, at: at)
  }

  private func cloth(_ name: String, _ colour: Colour) -> Material {
    Material(
      name: name, baseColor: colour.linear, baseColorTexture: ProceduralTexture.fabric, roughness: 0.92)
  }

  /// Cross-sections across a limb or trunk: (height, half depth, half width, forward shift), up or down.
  private func sections(
    _ rows: [(z: Double, depth: Double, width: Double, x: Double)], exponent: Double = 2.3, count: Int = 18
  ) -> MeshBuilder {
    .loft(
      detail.following(rows).map { r in
        superellipse(r.depth, r.width, exponent: exponent, count: detail.ring(count)).map {
          Vector3(r.x + $0.x, $0.y, r.z)
        }
      })
  }

  // MARK: Trunk (spine frame: origin 8 % of stature above the hips)

  private var torso: MeshBuilder {
    let s = h * 0.08
    let neck = body.neckHeight - body.hipHeight - s
    let shoulder = neck - 0.046 * h
    let w = body.shoulderHalfWidth
    let f = body.isFemale
    let isLong = outfit.top == .coat
    let tucked = outfit.legs == .skirt
    let loose = outfit.top == .jacket || isLong ? 1.07 : 1.0
    let hip = (f ? 0.1 : 0.093) * g * loose
    let waist = (f ? 0.076 : 0.085) * g * loose
    var rows: [(z: Double, depth: Double, width: Double, x: Double)] = []
    if isLong {
      rows += [(-s - 0.2 * h, 0.082 * g, hip * 1.16, 0), (-s - 0.1 * h, 0.08 * g, hip * 1.12, 0)]
    } else {
      // A jacket's hem stands off the thighs; what goes with a skirt is tucked in.
      rows += [(-s - 0.018 * h, (tucked ? 0.055 : 0.081) * g, hip * (tucked ? 0.85 : 1.08), 0.004 * h)]
    }
    rows += [
      (-s + 0.025 * h, (tucked ? 0.055 : 0.071) * g, hip * (tucked ? 0.85 : 1), 0),
      (0.02 * h, 0.059 * g * loose, waist, 0.002 * h),
      (shoulder * 0.42, 0.063 * g * loose, (waist + w) * 0.52 * loose, 0.003 * h),
      (shoulder * 0.7, (f ? 0.074 : 0.069) * g * loose, w * 0.97, f ? 0.009 * h : 0.004 * h),
      (shoulder * 0.9, 0.064 * g * loose, w * 1.06, -0.002 * h),
      (shoulder + 0.002 * h, 0.056 * g, w * 1.08, -0.006 * h),
      (shoulder + 0.016 * h, 0.048 * g, w * 0.96, -0.008 * h),
      (shoulder + 0.03 * h, 0.042 * g, w * 0.62, -0.009 * h),
      (neck - 0.002 * h, 0.036 * g, 0.042 * g, -0.007 * h),
      (neck + 0.012 * h, 0.033 * g, 0.036 * g, -0.005 * h),
    ]
    return sections(rows, exponent: 2.5, count: 24)
  }

  private func addTorsoDetails(to asset: inout AssetBuilder, node: Int) {
    let s = h * 0.08
    let neck = body.neckHeight - body.hipHeight - s
    if outfit.top == .jacket || outfit.top == .coat || outfit.top == .shirt {
      // A zip or a row of buttons down the front, and a collar.
      let fastener = asset.material(
        Material(name: "fastener", baseColor: Colour(0x26262a).linear, roughness: 0.6))
      let low = outfit.top == .coat ? -s - 0.2 * h : -s - 0.016 * h
      let front = torso
      let steps = detail.steps(9)
      let path = (0...steps).map { k -> Vector3 in
        let z = low + (neck - 0.035 * h - low) * Double(k) / Double(steps)
        return Vector3(Self.frontmost(front, z: z), 0, z)
      }
      asset.add(
        .bar(
          path,
          section: [
            Vector2(-0.0035, -0.01), Vector2(0.0035, -0.01), Vector2(0.0035, 0.002), Vector2(-0.0035, 0.002),
          ], up: Vector3(1, 0, 0)),
        material: fastener, part: "torso", node: node)
      let collar = MeshBuilder.loft([
        superellipse(0.043 * g, 0.05 * g, count: detail.ring(16)).map {
          Vector3($0.x - 0.008 * h, $0.y, neck - 0.018 * h - $0.x * 0.15)
        },
        superellipse(0.039 * g, 0.043 * g, count: detail.ring(16)).map {
          Vector3($0.x - 0.006 * h, $0.y, neck + 0.016 * h - $0.x * 0.25)
        },
        superellipse(0.033 * g, 0.037 * g, count: detail.ring(16)).map {
          Vector3($0.x - 0.006 * h, $0.y, neck + 0.014 * h - $0.x * 0.25)
        },
      ])
      asset.add(collar, material: asset.material(cloth("top", outfit.topColour)), part: "torso", node: node)
    }
    if outfit.hasBackpack {
      let bag = asset.material(cloth("bag", outfit.bagColour), tile: 0.5)
      let c = Vector3(-0.112 * g, 0, neck * 0.55)
      let pack = MeshBuilder.loft(
        [(-0.5, 0.9), (-0.47, 1), (0.2, 1), (0.42, 0.85), (0.5, 0.5)].map { z, k in
          superellipse(0.055 * h * k, 0.085 * h * k, exponent: 4, count: detail.ring(16)).map {
            c + Vector3($0.x, $0.y, z * 0.26 * h)
          }
        })
      asset.add(pack, material: bag, part: "bag", node: node, crease: 0.9)
      let pocket = MeshBuilder.box(
        size: Vector3(0.03 * h, 0.12 * h, 0.1 * h), center: c + Vector3(-0.058 * h, 0, -0.06 * h),
        bevel: 0.012 * h)
      asset.add(pocket, material: bag, part: "bag", node: node, crease: 0.9)
      for side in [1.0, -1.0] {
        let y = side * body.shoulderHalfWidth * 0.62
        let front = torso
        let strap = [
          Vector3(-0.08 * g, y, neck * 0.78), Vector3(-0.04 * g, y, neck + 0.004 * h),
          Vector3(0.02 * g, y, neck - 0.012 * h),
          Vector3(Self.frontmost(front, z: neck * 0.7) * 0.97, y, neck * 0.72),
          Vector3(Self.frontmost(front, z: neck * 0.4) * 0.8, y * 1.35, neck * 0.42),
          Vector3(-0.02 * g, y * 1.55, neck * 0.3),
        ]
        asset.add(
          .tube(strap, radius: 0.011 * h, sides: detail.sides(6)), material: bag, part: "bag", node: node)
      }
    }
  }

  /// The x of a trunk's front at a height, by its rings' foremost points.
  private static func frontmost(_ b: MeshBuilder, z: Double) -> Double {
    var rows: [(z: Double, x: Double)] = []
    for p in b.points {
      if let i = rows.firstIndex(where: { $0.z == p.z }) {
        rows[i].x = max(rows[i].x, p.x)
      } else {
        rows.append((p.z, p.x))
      }
    }
    rows.sort { $0.z < $1.z }
    guard let first = rows.first, let last = rows.last else { return 0 }
    if z <= first.z { return first.x }
    for (a, c) in zip(rows, rows.dropFirst()) where z <= c.z && c.z > a.z {
      return a.x + (c.x - a.x) * (z - a.z) / (c.z - a.z)
    }
    return last.x
  }

  private var pelvis: MeshBuilder {
    let hip = (body.isFemale ? 0.099 : 0.092) * g
    return sections(
      [
        (-0.055 * h, 0.035 * g, hip * 0.5, -0.003 * h), (-0.035 * h, 0.058 * g, hip * 0.86, -0.003 * h),
        (0, 0.064 * g, hip * 0.98, -0.004 * h), (0.03 * h, 0.06 * g, hip * 0.93, -0.003 * h),
        (0.06 * h, 0.05 * g, hip * 0.8, 0), (0.075 * h, 0.04 * g, hip * 0.6, 0),
      ], exponent: 2.4, count: 20)
  }

  private var skirt: MeshBuilder {
    let hip = 0.1 * g
    // Short and wide enough that a thigh in full stride stays inside.
    let bottom = -body.thighLength * 0.68
    return sections(
      [
        (bottom, 0.155 * g, hip * 1.42, 0), (bottom * 0.5, 0.122 * g, hip * 1.22, 0),
        (0, 0.072 * g, hip * 1.05, -0.003 * h),
        (0.06 * h, 0.062 * g, hip * 0.93, 0),
      ], exponent: 2.2, count: 20)
  }

  // MARK: Limbs (joint at the origin, hanging down)

  private func thighShape(_ side: Double) -> MeshBuilder {
    let l = body.thighLength
    let skirted = outfit.legs == .skirt ? 0.92 : 1.0
    let r = g * skirted
    let end = -l - 0.03 * g
    var rows: [(z: Double, depth: Double, width: Double, x: Double)] = [
      (0.035 * h, 0.03 * r, 0.028 * r, -0.002 * h), (0.02 * h, 0.048 * r, 0.043 * r, -0.002 * h),
      (0, 0.053 * r, 0.048 * r, -0.002 * h),
      (-l * 0.2, 0.053 * r, 0.049 * r, 0),
    ]
    if outfit.legs == .shorts {
      rows += [(-l * 0.55, 0.052 * r, 0.049 * r, 0), (-l * 0.87, 0.05 * r, 0.048 * r, 0)]
    } else {
      rows += [
        (-l * 0.55, 0.046 * r, 0.043 * r, 0.002 * h), (-l * 0.85, 0.039 * r, 0.037 * r, 0.001 * h),
        (-l, 0.036 * r, 0.034 * r, 0), (end + 0.008 * g, 0.025 * r, 0.024 * r, 0),
        (end, 0.01 * r, 0.01 * r, 0),
      ]
    }
    return sections(rows.map { ($0.z, $0.depth, $0.width, $0.x) }, exponent: 2.1, count: 16)
  }

  private var shankShape: MeshBuilder {
    let l = body.shankLength
    if outfit.legs == .trousers {
      return sections(
        [
          (0.036 * g, 0.012 * g, 0.012 * g, 0), (0.027 * g, 0.027 * g, 0.025 * g, 0),
          (0, 0.0355 * g, 0.0345 * g, 0),
          (-l * 0.25, 0.036 * g, 0.035 * g, -0.004 * h), (-l * 0.6, 0.034 * g, 0.033 * g, -0.004 * h),
          (-l * 0.93, 0.034 * g, 0.031 * g, -0.004 * h), (-l * 0.99, 0.036 * g, 0.032 * g, -0.003 * h),
        ], exponent: 2.1, count: 16)
    }
    return sections(
      [
        (0.034 * g, 0.01 * g, 0.01 * g, 0), (0.024 * g, 0.024 * g, 0.022 * g, 0), (0, 0.031 * g, 0.03 * g, 0),
        (-l * 0.12, 0.029 * g, 0.029 * g, -0.001 * h), (-l * 0.3, 0.034 * g, 0.031 * g, -0.007 * h),
        (-l * 0.6, 0.026 * g, 0.025 * g, -0.004 * h), (-l * 0.9, 0.019 * g, 0.018 * g, -0.002 * h),
        (-l * 1.02, 0.02 * g, 0.019 * g, 0),
      ], exponent: 2, count: 16)
  }

  func shoeShape(_ side: Double) -> (upper: MeshBuilder, sole: MeshBuilder) {
    let l = body.footLength
    let ground = -body.ankleHeight
    let thick = 0.012 * h
    let w = 0.028 * h * (0.6 + 0.4 * body.build)
    // Sections along the foot, heel to toe: share of the length, half width, height above the sole, bend.
    let rows: [(t: Double, w: Double, z: Double, y: Double)] = detail.following([
      (0, 0.62, 0.62, 0), (0.05, 0.85, 0.95, 0), (0.2, 0.92, 1.0, 0), (0.36, 0.88, 0.98, 0.02),
      (0.52, 0.95, 0.68, 0.05),
      (0.68, 1.1, 0.5, 0.06), (0.85, 1.06, 0.4, 0.0), (0.95, 0.8, 0.32, -0.1), (1, 0.45, 0.2, -0.16),
    ])
    let around = detail.ring(14)
    let heel = Self.heel * l
    let height = body.ankleHeight - thick + 0.014 * h
    let upper = MeshBuilder.loft(
      rows.map { r in
        let x = heel + r.t * l
        let lift = r.t > 0.8 ? (r.t - 0.8) * 0.1 * l : 0
        return (0..<around).map { k -> Vector3 in
          let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(k) + 0.5) / Double(around))
          let y = w * r.w * c * (s > 0 ? 1 - 0.35 * s * s : 1)
          let z = s > 0 ? thick + height * r.z * s : thick * (1 + 0.3 * s)
          return Vector3(x, -side * (r.y * w) + y, ground + lift + z)
        }
      })
    let sole = MeshBuilder.loft(
      [(0.0, 0.97), (0.3, 1.04), (1.0, 1.04)].map { z, k -> [Vector3] in
        let left = rows.map { r -> Vector3 in
          let lift = r.t > 0.8 ? (r.t - 0.8) * 0.1 * l : 0
          return Vector3(
            heel + r.t * l, -side * r.y * w + w * r.w * k, ground + lift + z * thick)
        }
        let right = rows.reversed().map { r -> Vector3 in
          let lift = r.t > 0.8 ? (r.t - 0.8) * 0.1 * l : 0
          return Vector3(
            heel + r.t * l, -side * r.y * w - w * r.w * k, ground + lift + z * thick)
        }
        return right + left
      })
    return (upper, sole)
  }

  private func upperArmShape(_ side: Double, sleeve: Bool) -> MeshBuilder {
    let l = body.upperArmLength
    let loose = (outfit.top == .jacket || outfit.top == .coat ? 1.12 : 1.0) * g
    if sleeve && outfit.top == .tshirt {
      return sections(
        [
          (0.026 * g, 0.006 * g, 0.006 * g, 0), (0.021 * g, 0.017 * g, 0.016 * g, 0),
          (0.009 * g, 0.028 * g, 0.026 * g, 0), (-0.012 * g, 0.034 * g, 0.031 * g, 0),
          (-l * 0.3, 0.034 * g, 0.031 * g, 0), (-l * 0.55, 0.036 * g, 0.033 * g, 0),
        ], exponent: 2, count: 14)
    }
    let k = sleeve ? loose : g * 0.86
    return sections(
      [
        (0.026 * k, 0.006 * k, 0.006 * k, 0), (0.021 * k, 0.017 * k, 0.016 * k, 0),
        (0.009 * k, 0.027 * k, 0.025 * k, 0), (-0.012 * k, 0.033 * k, 0.03 * k, 0),
        (-l * 0.35, 0.029 * k, 0.028 * k, 0), (-l * 0.8, 0.025 * k, 0.0245 * k, 0),
        (-l, 0.0235 * k, 0.023 * k, 0),
        (-l - 0.016 * k, 0.016 * k, 0.016 * k, 0), (-l - 0.022 * k, 0.006 * k, 0.006 * k, 0),
      ], exponent: 2, count: 14)
  }

  private var forearmShape: MeshBuilder {
    let l = body.forearmLength
    let bare = outfit.top == .tshirt
    let k = (outfit.top == .jacket || outfit.top == .coat ? 1.12 : 1.0) * g * (bare ? 0.88 : 1)
    let wrist = bare ? 0.016 : 0.021
    return sections(
      [
        (0.022 * k, 0.006 * k, 0.006 * k, 0), (0.016 * k, 0.016 * k, 0.016 * k, 0),
        (0, 0.0235 * k, 0.023 * k, 0),
        (-l * 0.3, 0.0245 * k, 0.0235 * k, 0), (-l * 0.75, (wrist + 0.002) * k, (wrist + 0.001) * k, 0),
        (-l * 0.98, wrist * k, wrist * k, 0),
      ], exponent: 2, count: 14)
  }

  private func handShape(_ side: Double) -> MeshBuilder {
    let l = body.handLength
    // Palm towards the thigh: wide along x, thin along y.
    var rows: [(z: Double, depth: Double, width: Double, x: Double)] = [
      (0.03 * l, 0.13 * l, 0.13 * l, 0), (-0.12 * l, 0.17 * l, 0.13 * l, 0),
      (-0.4 * l, 0.23 * l, 0.12 * l, 0.01 * l), (-0.55 * l, 0.22 * l, 0.11 * l, 0.02 * l),
    ]
    // From afar the fingers are one.
    if !detail.hasLines { rows.append((-0.92 * l, 0.16 * l, 0.07 * l, 0.02 * l)) }
    var b = sections(rows, exponent: 2.4, count: 12)
    guard detail.hasLines else { return b }
    for i in 0..<4 {
      let x = l * (0.165 - 0.105 * Double(i))
      let reach = [0.86, 0.95, 0.92, 0.8][i]
      b.append(
        .capsule(
          from: Vector3(x, 0, -0.5 * l), to: Vector3(x * 0.9 + 0.01 * l, -side * 0.06 * l, -reach * l),
          radius: 0.06 * l,
          endRadius: 0.045 * l, sides: detail.sides(6), capRings: detail.steps(2)))
    }
    b.append(
      .capsule(
        from: Vector3(0.16 * l, -side * 0.02 * l, -0.2 * l),
        to: Vector3(0.3 * l, -side * 0.08 * l, -0.52 * l), radius: 0.075 * l,
        endRadius: 0.055 * l, sides: detail.sides(6), capRings: detail.steps(2)))
    return b
  }

  // MARK: Keypoints

  func addKeypoints(to asset: inout AssetBuilder, at: (PersonNode) -> Int) {
    let head = PersonHead(body: body, outfit: outfit)
    for (name, position, radius) in head.keypoints {
      asset.keypoint(name, node: at(.head), at: position, radius: radius)
    }
    let joints: [(String, PersonNode, PersonNode, Double)] = [
      ("shoulder", .upperArmLeft, .upperArmRight, 0.05), ("elbow", .forearmLeft, .forearmRight, 0.036),
      ("wrist", .handLeft, .handRight, 0.03), ("hip", .thighLeft, .thighRight, 0.075),
      ("knee", .shankLeft, .shankRight, 0.045),
      ("ankle", .footLeft, .footRight, 0.042),
    ]
    for (name, left, right, radius) in joints {
      asset.keypoint("left_\(name)", node: at(left), at: .zero, radius: radius * g)
      asset.keypoint("right_\(name)", node: at(right), at: .zero, radius: radius * g)
    }
  }
}
