package import VectorMath

/// The colour of things that glow by heat.
package enum Blackbody {
  /// Linear Rec.709 of luminance 1 at a temperature in kelvin (1667…25000): the Planckian locus of Kim et al. 2002,
  /// seen by an eye adapted to daylight.
  package static func colour(_ temperature: Double) -> Vector3 {
    let t = Swift.min(Swift.max(temperature, 1667), 25000)
    let (t2, t3) = (t * t, t * t * t)
    let x =
      t <= 4000
      ? -0.266_123_9e9 / t3 - 0.234_358_9e6 / t2 + 0.877_695_6e3 / t + 0.179_910
      : -3.025_846_9e9 / t3 + 2.107_037_9e6 / t2 + 0.222_634_7e3 / t + 0.240_390
    let (x2, x3) = (x * x, x * x * x)
    let y =
      t <= 2222
      ? -1.106_381_4 * x3 - 1.348_110_20 * x2 + 2.185_558_32 * x - 0.202_196_83
      : t <= 4000
        ? -0.954_947_6 * x3 - 1.374_185_93 * x2 + 2.091_370_15 * x - 0.167_488_67
        : 3.081_758_0 * x3 - 5.873_386_70 * x2 + 3.751_129_97 * x - 0.370_014_83
    let (bigX, bigZ) = (x / y, (1 - x - y) / y)
    // XYZ to linear Rec.709 (IEC 61966-2-1).
    let rgb = Vector3(
      3.2406 * bigX - 1.5372 - 0.4986 * bigZ, -0.9689 * bigX + 1.8758 + 0.0415 * bigZ,
      0.0557 * bigX - 0.2040 + 1.0570 * bigZ)
    return Vector3(Swift.max(rgb.x, 0), Swift.max(rgb.y, 0), Swift.max(rgb.z, 0))
  }
}
