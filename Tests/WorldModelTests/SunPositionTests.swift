import Testing
import VectorMath
import WorldModel

@Suite struct SunPositionTests {
  private func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

  @Test func calendar() {
    #expect(CivilTime(year: 2000, month: 1, day: 1, hour: 12).daysSince2000 == 0)
    // Julian days of Meeus, chapter 7, less 2451545.
    #expect(
      abs(CivilTime(year: 1957, month: 10, day: 4, hour: 19.44).daysSince2000 - (2_436_116.31 - 2_451_545))
        < 1e-8)
    #expect(CivilTime(year: 1999, month: 1, day: 1, hour: 0).daysSince2000 == 2_451_179.5 - 2_451_545)
    #expect(CivilTime(year: 1988, month: 6, day: 19, hour: 12).daysSince2000 == 2_447_332 - 2_451_545)
    #expect(CivilTime(year: 1600, month: 12, day: 31, hour: 0).daysSince2000 == 2_305_812.5 - 2_451_545)
    // One instant by three clocks, and across a leap day.
    let utc = CivilTime(year: 2024, month: 2, day: 29, hour: 23, minute: 30)
    #expect(
      CivilTime(year: 2024, month: 3, day: 1, hour: 0, minute: 30, utcOffset: 1).daysSince2000
        == utc.daysSince2000)
    #expect(
      abs(
        CivilTime(year: 2024, month: 2, day: 29, hour: 18, minute: 30, utcOffset: -5).daysSince2000
          - utc.daysSince2000) < 1e-12)
  }

  /// NREL/TP-560-34302, table A5.1.
  @Test func spaExample() {
    let time = CivilTime(year: 2003, month: 10, day: 17, hour: 12, minute: 30, second: 30, utcOffset: -7)
    let sun = SunPosition(at: time, latitude: 39.742476, longitude: -105.1786, pressure: 820, temperature: 11)
    #expect(abs(90 - degrees(sun.elevation) - 50.11162) < 0.01)
    #expect(abs(degrees(sun.azimuth) - 194.34024) < 0.01)
    #expect(abs(degrees(sun.declination) + 9.31434) < 0.01)
    #expect(abs(sun.distance - 0.9965422974) < 1e-4)
  }

  /// Meeus, example 25.a: 13 October 1992, 0h TD, apparent declination −7.78507°.
  @Test func meeusExample() {
    let time = CivilTime(year: 1992, month: 10, day: 12, hour: 23, minute: 59)
    let sun = SunPosition(at: time, latitude: 0, longitude: 0)
    #expect(abs(degrees(sun.declination) + 7.78507) < 0.0005)
    #expect(abs(sun.distance - 0.99766) < 1e-5)
  }

  @Test func solsticesAndEquinoxes() {
    // Instants of the almanac, UTC: the declination is ±ε or crosses zero (0.0165° an hour).
    let summer = SunPosition(
      at: CivilTime(year: 2020, month: 6, day: 20, hour: 21, minute: 44), latitude: 0, longitude: 0)
    #expect(abs(degrees(summer.declination) - 23.4367) < 0.001)
    let winter = SunPosition(
      at: CivilTime(year: 2020, month: 12, day: 21, hour: 10, minute: 2), latitude: 0, longitude: 0)
    #expect(abs(degrees(winter.declination) + 23.4367) < 0.001)
    let spring = SunPosition(
      at: CivilTime(year: 2020, month: 3, day: 20, hour: 3, minute: 50), latitude: 0, longitude: 0)
    #expect(abs(degrees(spring.declination)) < 0.005)
    let autumn = SunPosition(
      at: CivilTime(year: 2020, month: 9, day: 22, hour: 13, minute: 31), latitude: 0, longitude: 0)
    #expect(abs(degrees(autumn.declination)) < 0.005)
  }

  /// At its highest the sun stands at 90° − latitude + declination, due south.
  @Test(arguments: [52.52, 0.5, -33.9]) func culmination(_ latitude: Double) {
    var best = SunPosition(
      at: CivilTime(year: 2021, month: 6, day: 21, hour: 0), latitude: latitude, longitude: 13.4, pressure: 0)
    for minute in 0..<1440 {
      let sun = SunPosition(
        at: CivilTime(year: 2021, month: 6, day: 21, hour: 0, minute: Double(minute)), latitude: latitude,
        longitude: 13.4,
        pressure: 0)
      if sun.elevation > best.elevation { best = sun }
    }
    let expected = 90 - abs(latitude - degrees(best.declination))
    #expect(abs(degrees(best.elevation) - expected) < 0.005)
    let bearing = latitude > degrees(best.declination) ? 180.0 : 0
    let gap = abs(degrees(best.azimuth) - bearing)
    #expect(min(gap, 360 - gap) < 0.5)
  }

  /// Sunrise and sunset of the almanac: upper limb on the horizon with 34′ of refraction, −0.833° without.
  @Test func sunriseAndSunset() {
    // New York, 4 July 2021: 05:29 and 20:30 EDT.
    let cases: [(CivilTime, Double, Double)] = [
      (CivilTime(year: 2021, month: 7, day: 4, hour: 5, minute: 29, utcOffset: -4), 40.7128, -74.006),
      (CivilTime(year: 2021, month: 7, day: 4, hour: 20, minute: 30.5, utcOffset: -4), 40.7128, -74.006),
    ]
    for (time, latitude, longitude) in cases {
      let sun = SunPosition(at: time, latitude: latitude, longitude: longitude, pressure: 0)
      // A minute is 0.16° to 0.19° here.
      #expect(abs(degrees(sun.elevation) + 0.833) < 0.25)
    }
  }

  /// NREL's SPA, by another implementation: year, month, day, hour, minute (UTC), latitude, longitude, true
  /// elevation, azimuth.
  static let reference: [[Double]] = [
    [2021, 3, 21, 6, 3, 51.4779, 0, -0.39103, 88.97170],
    [1955, 2, 3, 14, 10, 35.7, 139.7, -68.46027, 329.34195],
    [2026, 8, 19, 4, 0, -33.87, 151.2, 35.17362, 323.02971],
    [2099, 11, 5, 16, 45, 64.1, -21.9, 0.19764, 230.60182],
    [2050, 5, 1, 2, 30, 1.3, 103.8, 50.05344, 67.73959],
    [2010, 12, 25, 9, 15, -54.8, -68.3, 8.47888, 119.01229],
    [2030, 6, 30, 22, 0, 78.2, 15.6, 11.70812, 345.60027],
  ]

  @Test(arguments: reference) func agreesWithSPA(_ row: [Double]) {
    let time = CivilTime(
      year: Int(row[0]), month: Int(row[1]), day: Int(row[2]), hour: row[3], minute: row[4])
    let sun = SunPosition(at: time, latitude: row[5], longitude: row[6], pressure: 0)
    #expect(abs(degrees(sun.elevation) - row[7]) < 0.005)
    #expect(abs(degrees(sun.azimuth) - row[8]) < 0.005)
  }

  @Test func directionIsUnitAndEastIsX() {
    let morning = SunPosition(
      at: CivilTime(year: 2022, month: 3, day: 20, hour: 7), latitude: 0, longitude: 0)
    #expect(morning.direction.x > 0.9)
    #expect(abs(degrees(morning.azimuth) - 90) < 1)
    let evening = SunPosition(
      at: CivilTime(year: 2022, month: 3, day: 20, hour: 17), latitude: 0, longitude: 0)
    #expect(evening.direction.x < -0.9)
    for sun in [morning, evening] {
      #expect(abs(length(sun.direction) - 1) < 1e-12)
      #expect(abs(DeterministicMath.asin(sun.direction.z) - sun.elevation) < 1e-12)
    }
    let south = SunPosition(
      at: CivilTime(year: 2022, month: 12, day: 21, hour: 12), latitude: 50, longitude: 0)
    #expect(south.direction.y < -0.9)
  }

  /// 34′ at the horizon, 1′ at 45°, never a jump.
  @Test func refraction() {
    // Sæmundsson's formula takes the true height; a star seen on the horizon stands 34′ below it.
    #expect(abs(SunPosition.refraction(at: -34.0 / 60, pressure: 1010, temperature: 10) * 60 - 34) < 1.5)
    #expect(abs(SunPosition.refraction(at: 45, pressure: 1010, temperature: 10) * 60 - 1) < 0.05)
    var last = SunPosition.refraction(at: -5, pressure: 1010, temperature: 10)
    #expect(last == 0)
    for i in 1...9500 {
      let next = SunPosition.refraction(at: -5 + Double(i) / 100, pressure: 1010, temperature: 10)
      #expect(abs(next - last) < 0.005)
      last = next
    }
  }
}
