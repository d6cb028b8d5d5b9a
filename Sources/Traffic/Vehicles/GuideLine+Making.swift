import VectorMath

extension GuideLine {
  /// Jumps from lane to lane that are too wide to drive over, metres.
  private static let widestGap = 2.1
  /// Of a lane that ends, metres.
  private static let narrowest = 2.0

  /// Makes the line at least so far, choosing at forks.
  mutating func extend(to distance: Double, _ network: TrafficNetwork, choose: ([Int]) -> Int) {
    guard !hasEnded, end < distance else { return }
    let before = points.count
    // In runs, for the braking of all is looked over each time.
    let wanted = Int(((distance + 12) / Self.step).rounded(.up)) - base + Self.reach
    while raw.count <= wanted, !hasEnded { appendRaw(network, choose) }
    finish(from: before)
  }

  private mutating func appendRaw(_ network: TrafficNetwork, _ choose: ([Int]) -> Int) {
    let distance = Double(base + raw.count) * Self.step
    let place = network.lanes[lane].place(station)
    let left = cross(place.normal, place.forward)
    let aside = shift.value(at: distance)
    let point = place.point + left * aside
    // A lane that runs out is left before it is too narrow.
    if network.lanes[lane].successors.isEmpty, place.width < Self.narrowest,
      place.width < (raw.last?.width ?? 0)
    {
      hasEnded = true
      return
    }
    if let last = raw.last, length(point - last.point) > Self.widestGap {
      hasEnded = true
      return
    }
    raw.append(
      Raw(
        point: point, normal: place.normal, lane: lane, station: station, limit: wanted ?? place.limit,
        shift: aside,
        width: place.width))
    station += Self.step
    while station > network.lanes[lane].length {
      let rest = station - network.lanes[lane].length
      let next = network.lanes[lane].successors
      guard !next.isEmpty, pieces.count < 10_000 else {
        hasEnded = true
        return
      }
      let end = distance + Self.step - rest
      pieces[pieces.count - 1].end = end
      lane = next.count == 1 ? next[0] : next[max(0, min(next.count - 1, choose(next)))]
      station = rest
      pieces.append(Piece(lane: lane, start: end, end: end + network.lanes[lane].length))
    }
  }

  /// Smooths what has neighbours enough, and follows it with the rear axle.
  private mutating func finish(from first: Int) {
    let count = hasEnded ? raw.count : raw.count - Self.reach
    guard count > first else {
      if hasEnded { limit(from: max(0, ready.count - 1)) }
      return
    }
    for i in first..<count {
      // A triangle of weights: two box filters, so that headings are smooth too.
      let w = min(Self.reach, min(i, raw.count - 1 - i))
      var (p, up, weight) = (Vector3.zero, Vector3.zero, 0.0)
      for k in -w...w {
        let a = Double(w + 1 - abs(k))
        p += raw[i + k].point * a
        up += raw[i + k].normal * a
        weight += a
      }
      p /= weight
      let q = Vector2(p.x, p.y)
      let way = direction(of: q, after: i - 1)
      let rear = q - way * lead
      points.append(q)
      ready.append(
        Ready(
          height: p.z, normal: normalized(up), rear: rear, way: way,
          trailer: trailerWay(rear, way, after: i - 1)))
    }
    for i in max(0, first - 8)..<count { ready[i].bend = bendSpeed(i) }
    limit(from: first)
  }

  /// The body's direction with the guide point at `q`: the rear axle is drawn after it.
  private func direction(of q: Vector2, after i: Int) -> Vector2 {
    guard ready.indices.contains(i) else {
      let ahead = raw.count > 6 ? raw[6].point - raw[0].point : Vector3(1, 0, 0)
      return normalized(Vector2(ahead.x, ahead.y))
    }
    let reach = q - ready[i].rear
    return length(reach) > 1e-9 ? normalized(reach) : ready[i].way
  }

  /// The trailer's direction: its axles are drawn after the hitch as the rear axle is after the guide point.
  private func trailerWay(_ rear: Vector2, _ way: Vector2, after i: Int) -> Vector2 {
    guard let trailer, ready.indices.contains(i) else { return way }
    let last = ready[i]
    let axle = last.rear + last.way * trailer.hitch - last.trailer * trailer.axle
    let reach = rear + way * trailer.hitch - axle
    return length(reach) > 1e-9 ? normalized(reach) : last.trailer
  }

  /// The speed at which a bend pushes sideways as much as is comfortable.
  private func bendSpeed(_ i: Int) -> Double {
    let k = 5
    guard points.count > 2 * k else { return .infinity }
    let m = min(points.count - 1 - k, max(k, i))
    let (a, b) = (points[m] - points[m - k], points[m + k] - points[m])
    let turn = DeterministicMath.atan2(cross(a, b), dot(a, b)).magnitude
    let way = (length(a) + length(b)) / 2
    guard turn > 1e-5, way > 0 else { return .infinity }
    return (lateral * way / turn).squareRoot()
  }

  /// Speeds of new samples, and braking before them.
  private mutating func limit(from first: Int) {
    // A bend holds from where the wheelbase enters it until it has left.
    let hold = 6
    let start = max(0, first - hold - 8)
    guard start < ready.count else { return }
    for i in start..<ready.count {
      var cap = raw[i].limit
      for k in max(0, i - hold)...min(ready.count - 1, i + hold) { cap = min(cap, ready[k].bend) }
      ready[i].cap = cap
    }
    if hasEnded {
      let still = min(ready.count, Int((rest / Self.step).rounded(.up)) + 1)
      for i in (ready.count - still)..<ready.count { ready[i].cap = 0 }
    }
    // v² = 2as, a little less than the driver would bear.
    let gain = 2 * 0.8 * braking * Self.step
    for i in stride(from: ready.count - 2, through: 0, by: -1) {
      let next = ready[i + 1].cap
      let most = (next * next + gain).squareRoot()
      if ready[i].cap > most { ready[i].cap = most } else if i < start, !hasEnded { break }
    }
  }

  /// Forgets what lies farther back than `distance`.
  mutating func forget(before distance: Double) {
    let count = Int((distance / Self.step).rounded(.down)) - base
    guard count > 200, count < points.count else { return }
    raw.removeFirst(count)
    points.removeFirst(count)
    ready.removeFirst(count)
    base += count
    while pieces.count > 1, pieces[0].end < distance { passed.append(pieces.removeFirst().lane) }
  }

  /// Leaves the present lane for `target` beside it, or shifts within it, over `length` metres from a little ahead of
  /// `distance`. `to` is the shift to the left of the new lane's middle, metres.
  ///
  /// - Returns: where along the line the change begins; nil where it cannot.
  mutating func change(
    to target: Int, shift to: Double, from distance: Double, over way: Double, _ network: TrafficNetwork
  ) -> Double? {
    // Beyond what the pose now depends on.
    let cut = index(at: distance) + Self.reach + 3
    guard cut < points.count - 1 else { return nil }
    let old = raw[cut]
    var place = old.station
    if target != old.lane {
      guard let beside = network.lanes[old.lane].beside(old.station, on: network.lanes[target]) else {
        return nil
      }
      place = beside
    }
    let middle = network.lanes[target].place(place)
    let left = cross(middle.normal, middle.forward)
    let begin = Double(base + cut) * Self.step
    shift = Shift(start: begin, length: way, from: dot(old.point - middle.point, left), to: to)
    raw.removeLast(raw.count - cut)
    // Smoothed points near the cut depend on what comes after it.
    let kept = max(1, cut - Self.reach)
    points.removeLast(points.count - kept)
    ready.removeLast(ready.count - kept)
    (lane, station, hasEnded) = (target, place, false)
    while pieces.count > 1, pieces[pieces.count - 1].start >= begin { pieces.removeLast() }
    let end = begin - place + network.lanes[target].length
    if target == old.lane {
      pieces[pieces.count - 1].end = end
    } else {
      pieces[pieces.count - 1].end = begin
      pieces.append(Piece(lane: target, start: begin - place, end: end))
    }
    return begin
  }
}
