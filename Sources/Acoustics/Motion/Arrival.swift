import VectorMath

/// When sound that is heard at a time was made: the retarded time of a moving source at a moving receiver.
package enum Arrival {
  /// The emission time in seconds of what arrives at `receiver` at `time`, by way of `path`: t_emit + d/c = t_arrive, where
  /// d is the distance between the source then and the receiver now.
  ///
  /// Newton's method; exact to 10⁻¹² s for sources slower than sound. Faster ones are held to it.
  package static func emission(
    at time: Double, source: SmoothPath, receiver: SmoothPath, path: SoundPath = .direct, soundSpeed: Double
  ) -> Double {
    let ear = receiver.place(at: time)
    var emission = time - length(path.image(of: source.place(at: time)) - ear) / soundSpeed
    for _ in 0..<50 {
      let (place, velocity) = source.state(at: emission)
      let offset = path.image(of: place) - ear
      let distance = length(offset)
      // d/dτ of τ + d(τ)/c, which is positive below the speed of sound.
      let closing = dot(path.linear * velocity, offset) / max(distance, 1e-9) / soundSpeed
      let step = (time - distance / soundSpeed - emission) / max(1 + closing, 0.05)
      emission += step
      if step.magnitude < 1e-13 { break }
    }
    return emission
  }

  /// The time in seconds at which what was emitted at `time` arrives: the inverse.
  package static func arrival(
    of time: Double, source: SmoothPath, receiver: SmoothPath, path: SoundPath = .direct, soundSpeed: Double
  ) -> Double {
    let place = path.image(of: source.place(at: time))
    var arrival = time + length(place - receiver.place(at: time)) / soundSpeed
    for _ in 0..<50 {
      let (ear, velocity) = receiver.state(at: arrival)
      let offset = ear - place
      let distance = length(offset)
      let opening = dot(velocity, offset) / max(distance, 1e-9) / soundSpeed
      let step = (time + distance / soundSpeed - arrival) / max(1 - opening, 0.05)
      arrival += step
      if step.magnitude < 1e-13 { break }
    }
    return arrival
  }
}
