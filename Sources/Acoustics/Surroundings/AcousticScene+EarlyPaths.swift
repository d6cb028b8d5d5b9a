package import VectorMath

extension AcousticScene {
  /// How sound gets from a source to a listener without mirrors: straight; or else through what is between, and around it.
  package func unmirrored(
    from source: Vector3, to listener: Vector3, owner: UInt32 = 0, soundSpeed: Double
  ) -> [EarlyPath] {
    let departure = normalized(listener - source)
    if isFree(from: source, to: listener, passing: owner) {
      return [EarlyPath(.straight, image: source, departure: departure)]
    }
    var paths: [EarlyPath] = []
    let through = transmission(from: source, to: listener, passing: owner)
    if through.gains.max() > 1e-4 {
      paths.append(EarlyPath(.through, image: source, gains: through.gains, departure: departure))
    }
    if let bend = bend(from: source, to: listener, owner: owner) {
      let detour = bend.way - length(listener - source)
      paths.append(
        EarlyPath(
          .around, image: listener + normalized(bend.last - listener) * bend.way,
          gains: Barrier.gains(
            detour: detour, thickness: length(bend.last - bend.first), soundSpeed: soundSpeed),
          departure: normalized(bend.first - source)))
    }
    return paths
  }

  /// The planes, by index, that a listener sees, straight or by one mirror: the `most` that fill most of its view.
  package func mirrors(around listener: Vector3, most: Int = 32) -> [Int] {
    var views = [Int](repeating: 0, count: planes.count)
    for n in 0..<1024 {
      var direction = FibonacciSphere.direction(n, of: 1024)
      var origin = listener
      for _ in 0..<2 {
        guard let hit = nearest(origin, direction) else { break }
        if hit.plane >= 0 { views[hit.plane] += 1 }
        origin = hit.point
        direction -= hit.normal * (2 * dot(hit.normal, direction))
      }
    }
    let seen = views.indices.filter { views[$0] >= 2 }
    return seen.sorted { (views[$1], $0) < (views[$0], $1) }.prefix(most).sorted()
  }

  /// All ways by up to two of the given mirrors, each checked against what stands between: each mirror must be met where the
  /// image says, on a triangle of its plane. Absorption and scattering are those of the very triangles.
  package func mirrored(
    from source: Vector3, to listener: Vector3, owner: UInt32 = 0, planes numbers: [Int], order: Int = 2
  ) -> [EarlyPath] {
    var paths: [EarlyPath] = []
    guard order >= 1 else { return [] }
    let firsts = numbers.map { (number: $0, image: planes[$0].mirrored(source)) }
    for (a, image) in firsts where isApart(source, a) {
      if let path = checked(image, [image], [a], source, listener, owner) { paths.append(path) }
    }
    guard order >= 2 else { return paths }
    for (a, first) in firsts where isApart(source, a) {
      for b in numbers where b != a && isApart(first, b) {
        let second = planes[b].mirrored(first)
        if let path = checked(second, [first, second], [a, b], source, listener, owner) {
          paths.append(path)
        }
      }
    }
    return paths
  }

  private func isApart(_ p: Vector3, _ plane: Int) -> Bool { planes[plane].distance(p).magnitude > 1e-4 }

  /// Back from the listener, mirror by mirror.
  private func checked(
    _ image: Vector3, _ images: [Vector3], _ mirrors: [Int], _ source: Vector3, _ listener: Vector3,
    _ owner: UInt32
  ) -> EarlyPath? {
    var at = listener
    var gains = BandValues(repeating: 1)
    for (k, mirror) in mirrors.enumerated().reversed() {
      let plane = planes[mirror]
      let (here, there) = (plane.distance(at), plane.distance(images[k]))
      // The image lies behind its mirror.
      guard here * there < 0 else { return nil }
      let way = images[k] - at
      let reach = length(way)
      let expected = reach * here / (here - there)
      guard let hit = nearest(at, way / reach, to: expected + 0.01, passing: owner), hit.plane == mirror,
        (hit.distance - expected).magnitude < 2e-3
      else { return nil }
      gains *= surfaces[hit.surface].material.reflection(withoutScattered: true)
      at = hit.point
    }
    guard isFree(from: at, to: source, passing: owner) else { return nil }
    return EarlyPath(
      .mirrored, image: image, gains: gains, departure: normalized(at - source), planes: mirrors)
  }
}
