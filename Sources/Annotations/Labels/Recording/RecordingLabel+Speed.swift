import WorldModel

/// Labels of recordings that are played faster or slower.
extension RecordingLabel {
  /// The label of this recording played `factor` times as fast, `count` samples long.
  ///
  /// All of it is in the time of what comes out, as of a world whose clock goes `factor` times as fast: times and places in
  /// samples divide by the factor (counted from `start`), velocities and the speed of sound are multiplied by it, so that a
  /// distance is still the speed of sound times the time that sound takes. Source time is `start + (time − start) · factor`.
  /// What sources were made with (`parameters`), where they are, levels and names stay; a ratio of early to late energy, whose
  /// limit is a time, is no longer known.
  package func played(_ factor: Double, count: Int) -> RecordingLabel {
    guard factor > 0, factor.isFinite else { return self }
    var out = self
    out.count = count
    func sample(_ n: Int) -> Int { Self.place(of: n, playedAt: factor) }
    func inside(_ n: Int) -> Int { min(max(sample(n), 0), count) }
    func time(_ t: Double) -> Double { start + (t - start) / factor }
    out.microphones.poses = microphones.poses.map {
      var pose = $0
      pose.time = time($0.time)
      return pose
    }
    out.space.soundSpeed *= factor
    out.space.reverberation = space.reverberation?.map { $0 / factor }
    out.events = events.map { event in
      var event = event
      event.emissionStart = time(event.emissionStart)
      event.emissionEnd = time(event.emissionEnd)
      event.onsets = event.onsets.map(inside)
      event.offsets = event.offsets.map(inside)
      event.directions = event.directions.map {
        var way = $0
        way.time = time($0.time)
        way.radialVelocity *= factor
        return way
      }
      event.room = event.room?.played(factor)
      event.speech = event.speech?.moved(sample)
      return event
    }
    return out
  }

  /// The sample nearest to where sample `n` is heard when all is played `factor` times as fast.
  package static func place(of n: Int, playedAt factor: Double) -> Int {
    let place = Double(n) / factor
    return Int(min(max(place, -1e12), 1e12).rounded())
  }
}

extension SoundEvent.RoomMeasures {
  fileprivate func played(_ factor: Double) -> SoundEvent.RoomMeasures {
    SoundEvent.RoomMeasures(
      t30: t30.map { $0 / factor }, earlyDecayTime: earlyDecayTime.map { $0 / factor }, c50: nil,
      directToReverberant: directToReverberant, t30ByBand: t30ByBand.map { $0.map { $0 / factor } },
      c50ByBand: c50ByBand.map { _ in nil })
  }
}

extension SpokenText {
  /// With every place in samples moved.
  fileprivate func moved(_ sample: (Int) -> Int) -> SpokenText {
    var out = self
    for i in words.indices {
      (out.words[i].start, out.words[i].end) = (sample(words[i].start), sample(words[i].end))
    }
    for i in syllables.indices {
      (out.syllables[i].start, out.syllables[i].end) = (sample(syllables[i].start), sample(syllables[i].end))
    }
    for i in phones.indices {
      (out.phones[i].start, out.phones[i].end) = (sample(phones[i].start), sample(phones[i].end))
    }
    for i in entities.indices {
      (out.entities[i].start, out.entities[i].end) = (sample(entities[i].start), sample(entities[i].end))
    }
    return out
  }
}
