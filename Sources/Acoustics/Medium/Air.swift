package import Diagnostics
import Signals
import VectorMath

/// Air at rest: how fast sound is in it, and how much of it gets lost on the way (ISO 9613-1:1993).
package struct Air: Sendable, Hashable, Codable {
  /// Degrees Celsius.
  package var temperature: Double
  /// Relative humidity in percent.
  package var humidity: Double
  /// Kilopascals.
  package var pressure: Double

  /// 20 °C, 50 %, one atmosphere, unless stated.
  package init(temperature: Double = 20, humidity: Double = 50, pressure: Double = 101.325) {
    self.temperature = temperature
    self.humidity = humidity
    self.pressure = pressure
  }

  /// Throws where the formulas of ISO 9613-1 are not meant to hold.
  package func check() throws(DioramaError) {
    guard (-40...60).contains(temperature), (0...100).contains(humidity), (50...110).contains(pressure)
    else {
      throw DioramaError(
        .badInput,
        "air of \(temperature) °C, \(humidity) % and \(pressure) kPa",
        remedy: "Temperature −40 … 60 °C, humidity 0 … 100 %, pressure 50 … 110 kPa.")
    }
  }

  /// Metres a second.
  package var soundSpeed: Double { 343.2 * ((temperature + 273.15) / 293.15).squareRoot() }

  /// Attenuation of a pure tone in dB a metre, at a frequency in hertz (clause 6.2, formulas 3 to 5 and B.3).
  package func attenuation(at frequency: Double) -> Double {
    let kelvin = temperature + 273.15
    let warmth = kelvin / 293.15
    let strength = pressure / 101.325
    let saturation = DeterministicMath.pow(
      10, -6.8346 * DeterministicMath.pow(273.16 / kelvin, 1.261) + 4.6151)
    let water = humidity * saturation / strength
    let oxygen = strength * (24 + 4.04e4 * water * (0.02 + water) / (0.391 + water))
    let cold = DeterministicMath.exp(-4.170 * (DeterministicMath.pow(warmth, -1.0 / 3) - 1))
    let nitrogen = strength / warmth.squareRoot() * (9 + 280 * water * cold)
    let f2 = frequency * frequency
    let classical = 1.84e-11 / strength * warmth.squareRoot()
    let relaxation =
      0.01275 * DeterministicMath.exp(-2239.1 / kelvin) / (oxygen + f2 / oxygen)
      + 0.1068 * DeterministicMath.exp(-3352.0 / kelvin) / (nitrogen + f2 / nitrogen)
    return 8.686 * f2 * (classical + DeterministicMath.pow(warmth, -2.5) * relaxation)
  }

  /// The energy's coefficient m in 1/m, by band: what is left after d metres is exp(−m d). Positive, so distance and air
  /// always take away.
  package var energyLoss: BandValues {
    BandValues(bands: OctaveBands.standardCentres.map { attenuation(at: $0) * 0.23025850929940458 })
  }
}
