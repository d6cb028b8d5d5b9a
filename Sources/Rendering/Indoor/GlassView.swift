import VectorMath
import WorldModel

/// Puts the glass that a picture shows before what lies behind it.
struct GlassView {
  let light: IndoorLight
  let layers: GlassLayers
  let lens: Lens
  /// The camera's place, world, and world from camera.
  let eye: Vector3
  let rotation: Matrix3

  /// Surfaces of which what they mirror is asked for; deeper ones only tint.
  private static let mirrored = 2

  /// Eight pixels.
  ///
  /// - Parameters:
  ///   - u, v: their places in the lens's image.
  ///   - depths: planar z of what is seen, metres.
  @inline(never)
  func before(
    _ seen: PhysicalShading.Triple, u: SIMD8<Double>, v: SIMD8<Double>, depths: SIMD8<Float>
  ) -> PhysicalShading.Triple {
    var out = seen
    for k in 0..<8 {
      let ray = lens.ray(u[k], v[k])
      let direction = rotation * ray
      let limit = depths[k].isFinite ? Double(depths[k]) * 0.9999 : .infinity
      let found = layers.layers(origin: eye, direction: direction, from: lens.near, to: limit, light.scene)
      guard !found.isEmpty else { continue }
      let size = length(direction)
      let unit = direction / size
      var colour = Vector3f(seen.x[k], seen.y[k], seen.z[k])
      for (i, layer) in found.enumerated().reversed() {
        var image = Vector3f.zero
        if i < Self.mirrored {
          let d = unit - layer.normal * (2 * dot(unit, layer.normal))
          image =
            light.mirrors.radiance(
              origin: eye + direction * layer.t + layer.normal * IndoorScene.lift, direction: d,
              spread: lens.inverseFx, travelled: layer.t * size, isFaint: layer.mirrored < 0.3
            ).colour
        }
        let f = i < Self.mirrored ? layer.mirrored : 0
        colour = colour * layer.tint * (1 - f) + image * f
      }
      out.x[k] = colour.x
      out.y[k] = colour.y
      out.z[k] = colour.z
    }
    return out
  }
}
