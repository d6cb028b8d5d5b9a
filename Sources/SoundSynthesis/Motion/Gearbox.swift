import VectorMath

/// A gearbox that a careful driver or an automatic shifts: engine speed and load over a drive.
struct Gearbox: Sendable {
  /// Engine turns a wheel turn, first gear first, final drive included.
  var ratios: [Double]
  /// Metres.
  var tyreRadius: Double
  /// Turns a minute.
  var idle: Double
  var shiftUp: Double
  var shiftDown: Double
  /// Of the vehicle at full load, m/s² in a gear of ratio 10; less in proportion in others.
  var pull: Double

  /// Engine speed over a drive.
  struct Trace: Sendable {
    /// Turns a minute.
    var rpm: Curve
    /// 0 (overrun) to 1 (full).
    var load: Curve
    /// When gears change (s).
    var shifts: [Double]
  }

  func trace(_ drive: Drive) -> Trace {
    let step = 0.02
    let count = Int(min(max(drive.duration, 0), 3600) / step) + 2
    var gear = 0
    var rpms: [(Double, Double)] = []
    var loads: [(Double, Double)] = []
    var shifts: [Double] = []
    var sinceShift = 10.0
    // The start is in the gear that a driver would have by then.
    while gear + 1 < ratios.count, rpm(drive.speed.value(at: 0), gear) > shiftDown * 1.35 { gear += 1 }
    var engine = max(idle, rpm(drive.speed.value(at: 0), gear))
    var load = 0.2
    for i in 0..<count {
      let time = Double(i) * step
      let speed = drive.speed.value(at: time)
      let acceleration = drive.acceleration(at: time)
      if sinceShift > 0.8 {
        if gear + 1 < ratios.count, rpm(speed, gear) > shiftUp {
          gear += 1
          sinceShift = 0
          shifts.append(time)
        } else if gear > 0, rpm(speed, gear) < shiftDown, rpm(speed, gear - 1) < shiftUp {
          gear -= 1
          sinceShift = 0
          shifts.append(time)
        }
      }
      // Rolling and air take their share; the clutch is open while a gear changes.
      let resistance = 0.15 + 0.00045 * speed * speed
      let demand = (acceleration + resistance) / (pull * ratios[gear] / 10)
      let open = sinceShift < 0.25
      let wantedLoad = open || speed < 0.3 && acceleration < 0.1 ? 0.08 : max(0, min(1, demand))
      load += (wantedLoad - load) * min(1, step / 0.08)
      // Slipping clutch below idle, and a short slide from gear to gear.
      let wanted = max(idle * (1 + 0.25 * load), rpm(speed, gear))
      engine += (wanted - engine) * min(1, step / (sinceShift < 0.5 ? 0.09 : 0.03))
      rpms.append((time, engine))
      loads.append((time, load))
      sinceShift += step
    }
    return Trace(rpm: Curve(rpms), load: Curve(loads), shifts: shifts)
  }

  private func rpm(_ speed: Double, _ gear: Int) -> Double {
    let ratio = ratios.indices.contains(gear) ? ratios[gear] : 10
    return speed / (2 * Double.pi * max(tyreRadius, 0.1)) * 60 * ratio
  }
}
