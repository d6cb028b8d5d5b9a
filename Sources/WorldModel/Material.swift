package import Imaging
package import VectorMath

/// How a surface reflects: the metal-rough model of glTF 2.0 §3.9.
package struct Material: Sendable {
  /// What alpha means (glTF 2.0 §3.9.4). Labels follow the same rule as colour: a texel below the cutoff is
  /// a hole for both; a blended surface counts as solid in labels where its alpha is at least one half.
  package enum Alpha: Sendable, Hashable {
    case opaque
    case mask(cutoff: Float)
    case blend
  }

  package var name: String
  /// Linear RGBA factor.
  package var baseColor: SIMD4<Float>
  package var baseColorTexture: Texture?
  package var metallic: Float
  package var roughness: Float
  /// Green = roughness, blue = metallic, linear.
  package var metallicRoughnessTexture: Texture?
  /// Tangent-space normals, +y up, linear.
  package var normalTexture: Texture?
  package var normalScale: Float
  /// Linear RGB radiance relative to a white diffuse surface in full sun = 1.
  package var emissive: Vector3f
  package var emissiveTexture: Texture?
  package var alpha: Alpha
  package var isDoubleSided: Bool
  /// True for materials that ignore light (KHR_materials_unlit).
  package var isUnlit: Bool
  /// How the ground changes from place to place beyond its texture.
  package var ground: GroundFinish?
  /// A clear varnish over the surface, 0 none to 1 whole (KHR_materials_clearcoat, smooth).
  package var clearcoat: Float = 0

  package init(
    name: String, baseColor: SIMD4<Float> = SIMD4(repeating: 1), baseColorTexture: Texture? = nil,
    metallic: Float = 0, roughness: Float = 0.8, metallicRoughnessTexture: Texture? = nil,
    normalTexture: Texture? = nil, normalScale: Float = 1, emissive: Vector3f = .zero,
    emissiveTexture: Texture? = nil, alpha: Alpha = .opaque, isDoubleSided: Bool = false,
    isUnlit: Bool = false
  ) {
    self.name = name
    self.baseColor = baseColor
    self.baseColorTexture = baseColorTexture
    self.metallic = metallic
    self.roughness = roughness
    self.metallicRoughnessTexture = metallicRoughnessTexture
    self.normalTexture = normalTexture
    self.normalScale = normalScale
    self.emissive = emissive
    self.emissiveTexture = emissiveTexture
    self.alpha = alpha
    self.isDoubleSided = isDoubleSided
    self.isUnlit = isUnlit
  }
}
