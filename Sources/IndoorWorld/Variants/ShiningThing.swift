import Assets
package import VectorMath
package import WorldModel

/// A thing switched on: its lights and the materials that glow with them.
package struct ShiningThing {
  package private(set) var lights: [AreaLight] = []
  /// By index of the asset's materials.
  package private(set) var materials: [Int: Material] = [:]

  /// - Parameters:
  ///   - id: of the entity.
  ///   - temperature: kelvin, instead of the thing's own.
  package init(
    _ asset: Asset, at worldFromThing: RigidTransform<WorldSpace, ObjectSpace>, id: UInt32,
    temperature: Double? = nil
  ) {
    let nodes = asset.objectFromNodes(asset.restPoses)
    for emitter in asset.fittings.emitters {
      let pose = worldFromThing.affine * nodes[emitter.node]
      let shape: AreaLight.Shape =
        switch emitter.shape {
        case .ball(let radius): .ball(radius: radius)
        case .panel(let u, let v): .panel(halfU: pose.linear * u, halfV: pose.linear * v)
        }
      let light = AreaLight(
        center: pose * emitter.center, shape: shape, flux: emitter.flux,
        temperature: temperature ?? emitter.temperature, entity: id)
      lights.append(light)
      for index in emitter.materials {
        var material = asset.materials[index]
        material.emissive = light.exitance
        materials[index] = material
      }
    }
  }
}
