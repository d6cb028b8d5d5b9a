import VectorMath

/// The intelligent driver model (Treiber, Hennecke and Helbing, Phys. Rev. E 62, 2000).
enum IntelligentDriver {
  /// A vehicle or a line to stop at, ahead.
  struct Leader: Sendable {
    /// Free metres to it.
    var gap: Double
    /// m/s along the own way.
    var speed: Double
    /// Its number, if it is a vehicle.
    var vehicle: Int?
  }

  /// Tyres on dry asphalt give 8 m/s² and more; drivers who look ahead never need it.
  static let hardest = 7.0

  /// On a free road, m/s².
  static func free(_ speed: Double, wanted: Double, _ driver: DriverProfile) -> Double {
    guard wanted > 0.05 else { return speed > 0 ? -driver.braking : 0 }
    let r = speed / wanted
    if r > 1 {
      // Above the wanted speed it falls off smoothly instead of with the fourth power (Treiber and Kesting 2013, §11.3.7).
      return max(-driver.braking, driver.acceleration * (1 - r * r))
    }
    return driver.acceleration * (1 - r * r * r * r)
  }

  /// What the leader takes off, m/s².
  static func interaction(_ speed: Double, _ leader: Leader, _ driver: DriverProfile) -> Double {
    let closing = speed * (speed - leader.speed) / (2 * (driver.acceleration * driver.braking).squareRoot())
    let wish = driver.standstillGap + max(0, speed * driver.headway + closing)
    let share = wish / max(0.1, leader.gap)
    return driver.acceleration * share * share
  }

  static func acceleration(
    _ speed: Double, wanted: Double, _ leader: Leader?, _ driver: DriverProfile
  ) -> Double {
    var a = free(speed, wanted: wanted, driver)
    if let leader {
      a -= interaction(speed, leader, driver)
      // Close behind, braking is what the kinematics need, not what the model's gap would like.
      let over = speed - leader.speed
      let room = max(0.3, leader.gap - driver.standstillGap * 0.6)
      let need = over > 0 ? over * over / (2 * room) : 0
      if a < -driver.braking * 1.5 { a = -max(driver.braking * 1.5, min(-a, need * 1.15)) }
    }
    return max(-hardest, min(driver.acceleration, a))
  }
}
