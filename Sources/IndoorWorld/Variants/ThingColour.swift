import Assets
import RandomStreams
import VectorMath
import WorldModel

/// Other colours for a thing: every opaque material keeps its texture and its lightness, and gets another hue.
struct ThingColour {
  /// By index of the asset's materials.
  var materials: [Int: Material]
  /// Indices of those, ascending.
  var replaced: [Int] { materials.keys.sorted() }

  /// - Returns: `nil` for a thing of metal, glass or light alone.
  static func find(_ entity: Entity, _ stream: inout RandomStream) -> ThingColour? {
    let hues: [UInt32] = [0xb8322a, 0xd9762b, 0xd8b12f, 0x4f8f3d, 0x2f8c86, 0x2f62b0, 0x7a45a8, 0xc2568a]
    let glowing = Set(entity.asset.fittings.emitters.flatMap(\.materials))
    var materials: [Int: Material] = [:]
    let first = stream.integer(in: 0..<hues.count)
    for i in entity.asset.materials.indices {
      let now = entity.materials[i] ?? entity.asset.materials[i]
      guard !glowing.contains(i), now.metallic < 0.5, !now.isUnlit, now.alpha == .opaque,
        now.emissive == .zero
      else { continue }
      // Parts of one colour stay so, others get the next hue but one.
      let hue = Colour(hues[(first + 2 * materials.count) % hues.count]).linear
      let old = now.baseColor
      let lightness = max(old.x, old.y, old.z)
      // A texture multiplies; on dark ones a pure hue shows best.
      let top = max(hue.x, hue.y, hue.z, 1e-3)
      let factor = now.baseColorTexture == nil ? max(lightness, 0.25) / top : 1 / top
      var new = now
      new.baseColor = SIMD4(hue.x * factor, hue.y * factor, hue.z * factor, old.w)
      materials[i] = new
    }
    return materials.isEmpty ? nil : ThingColour(materials: materials)
  }

  /// The colour factors of materials, linear.
  static func words(_ entity: Entity, _ indices: [Int]) -> String {
    indices.map { i in
      let material = entity.materials[i] ?? entity.asset.materials[i]
      let c = material.baseColor
      let parts = [c.x, c.y, c.z].map { String((Double($0) * 1000).rounded() / 1000) }
      return "\(material.name) \(parts.joined(separator: " "))"
    }.joined(separator: "; ")
  }
}
