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
    let guess = time - length(path.image(of: source.place(at: time)) - ear) / soundSpeed
    return emission(
      at: time, source: source, ear: ear, path: path, soundSpeed: soundSpeed, near: guess
    ).time
  }

  /// The same at an ear whose place is known, with the source's place and velocity then. `guess` is where the search begins:
  /// near the answer, one step is enough.
  static func emission(
    at time: Double, source: SmoothPath, ear: Vector3, path: SoundPath, soundSpeed: Double, near guess: Double
  ) -> (time: Double, place: Vector3, velocity: Vector3) {
    var emission = guess
    var state = source.state(at: emission)
    for _ in 0..<50 {
      let offset = path.image(of: state.place) - ear
      let distance = length(offset)
      // d/dτ of τ + d(τ)/c, which is positive below the speed of sound.
      let closing = dot(path.linear * state.velocity, offset) / max(distance, 1e-9) / soundSpeed
      let step = (time - distance / soundSpeed - emission) / max(1 + closing, 0.05)
      emission += step
      state = source.state(at: emission)
      // Steps are squared from one to the next, times half the delay's second derivative: what would follow is below 10⁻¹² s.
      if step.magnitude < 1e-7 { break }
    }
    return (emission, state.place, state.velocity)
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
