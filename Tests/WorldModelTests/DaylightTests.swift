import Testing
import VectorMath
import WorldModel

@Suite struct DaylightTests {
  private func luminance(_ c: Vector3f) -> Float { 0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z }
  private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

  @Test func airMass() {
    #expect(abs(Daylight.airMass(elevation: .pi / 2) - 1) < 1e-3)
    #expect(abs(Daylight.airMass(elevation: radians(30)) - 2) < 0.01)
    // Kasten and Young's table: 37.92 at the horizon, 10.31 at 5°.
    #expect(abs(Daylight.airMass(elevation: 0) - 37.92) < 0.05)
    #expect(abs(Daylight.airMass(elevation: radians(5)) - 10.31) < 0.03)
  }

  @Test func noonIsOne() {
    let noon = Daylight().sunIrradiance(elevation: .pi / 2)
    #expect(abs(luminance(noon) - 1) < 2e-3)
    #expect(noon.x > noon.y && noon.y > noon.z)
    #expect(noon.z > 0.8 * noon.x)
  }

  @Test func lowSunIsRedAndWeak() {
    let daylight = Daylight()
    var last: Float = 0
    for h in stride(from: -1.0, through: 90, by: 1) {
      let sun = daylight.sunIrradiance(elevation: radians(h))
      #expect(luminance(sun) >= last)
      last = luminance(sun)
    }
    let low = daylight.sunIrradiance(elevation: radians(2))
    #expect(low.x > 3 * low.z)
    #expect(luminance(low) < 0.3)
    #expect(daylight.sunIrradiance(elevation: radians(-0.3)) == .zero)
  }

  @Test func clearSkyIsBlueAndPalerAtTheHorizon() {
    let sky = Daylight().sky(elevation: radians(50))
    #expect(sky.zenith.z > 1.8 * sky.zenith.x)
    #expect(luminance(sky.horizon) > luminance(sky.zenith))
    #expect(sky.horizon.z / sky.horizon.x < sky.zenith.z / sky.zenith.x)
    #expect((0.05...0.5).contains(luminance(sky.zenith)))
    #expect(luminance(sky.ground) > 0.05 && luminance(sky.ground) < 0.3)
  }

  @Test func cloudsGreyTheSkyAndHideTheSun() {
    let overcast = Daylight(cloudCover: 1)
    let sky = overcast.sky(elevation: radians(50))
    #expect(overcast.sunIrradiance(elevation: radians(50)) == .zero)
    #expect(abs(sky.zenith.x / sky.zenith.z - 1) < 0.1)
    #expect(abs(luminance(sky.zenith) / luminance(sky.horizon) - 3) < 1e-3)
    let half = Daylight(cloudCover: 0.5)
    let clear = Daylight()
    let h = radians(40)
    #expect(luminance(half.sunIrradiance(elevation: h)) < luminance(clear.sunIrradiance(elevation: h)))
  }

  @Test func twilightFadesWithoutASeam() {
    let daylight = Daylight()
    var last = luminance(daylight.sky(elevation: radians(-20)).zenith)
    #expect(last > 0 && last < 1e-6)
    for tenth in -199...100 {
      let next = luminance(daylight.sky(elevation: radians(Double(tenth) / 10)).zenith)
      #expect(next >= last && next < last * 1.2 + 1e-9)
      last = next
    }
  }

  @Test func sunOfAPosition() {
    let position = SunPosition(
      at: CivilTime(year: 2022, month: 7, day: 4, hour: 12), latitude: 48, longitude: 11)
    let sun = Daylight().sun(position)
    #expect(sun.direction == position.direction)
    // Aphelion: the disc is at its smallest.
    #expect(abs(sun.angularRadius - 0.004576) < 1e-5)
  }
}
