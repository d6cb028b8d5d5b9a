import CLanes
import VectorMath
import WorldModel

/// Light from the sky and the ground: a gradient over elevation, in closed form.
struct SkyLight {
  let zenith: Vector3f
  let horizon: Vector3f
  let ground: Vector3f
  let sun: Vector3f
  let sunDirection: Vector3f

  init(_ snapshot: Snapshot) {
    zenith = snapshot.sky.zenith
    horizon = snapshot.sky.horizon
    ground = snapshot.sky.ground
    sun = snapshot.sun.irradiance
    sunDirection = Vector3f(snapshot.sun.direction)
  }

  /// Radiance × π seen in a direction; `blur` 0 = sharp, 1 = fully spread.
  @inline(__always)
  func radiance(_ k: Int, _ z: SIMD8<Float>, blur: SIMD8<Float>) -> SIMD8<Float> {
    // Above: horizon to zenith as 1 − (1 − z)³; below: the ground, with a soft edge as wide as the blur.
    let up = lanes_max(z, .zero)
    let m = 1 - up
    let above = SIMD8(repeating: zenith[k]) + (m * m * m) * (horizon[k] - zenith[k])
    let width = blur * 0.7 + 0.02
    let t = lanes_min(lanes_max((z / width + 1) * 0.5, .zero), SIMD8(repeating: 1))
    let edge = t * t * (SIMD8<Float>(repeating: 3) - t * 2)
    return (above - ground[k]) * edge + ground[k]
  }

  /// Irradiance on a surface whose normal has height z, relative to a white diffuse surface in full sun.
  @inline(__always)
  func irradiance(_ k: Int, _ z: SIMD8<Float>) -> SIMD8<Float> {
    let h = z * 0.5 + 0.5
    let dome = zenith[k] * 0.6 + horizon[k] * 0.4
    return SIMD8(repeating: ground[k]) + h * (dome - ground[k])
  }
}
