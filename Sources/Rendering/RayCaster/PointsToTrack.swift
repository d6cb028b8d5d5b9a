import RandomStreams
package import WorldModel

extension World {
  /// Points of surfaces that the rig's cameras see, by rays through places spread evenly (Halton) over every camera's
  /// image at every one of the given instants.
  ///
  /// - Parameters:
  ///   - count: how many rays; those that meet nothing give no point.
  ///   - first: where in the Halton sequence to begin, so that worlds do not share their places.
  ///   - looks: seconds of world time, and who answers what is seen then.
  package func pointsToTrack(
    _ count: Int, first: Int, in looks: [(time: Double, sights: SightLines)]
  ) -> [TrackedPoint] {
    let images = looks.count * rig.cameras.count
    guard images > 0 else { return [] }
    var points: [TrackedPoint] = []
    var look = 0
    var ray = first
    for (time, sights) in looks {
      for mounted in rig.cameras {
        // As even as it goes: `count` rays in all.
        let share = count * (look + 1) / images - count * look / images
        look += 1
        let camera = mounted.camera
        let pose = rig.worldFromCamera(mounted, at: time)
        for _ in 0..<share {
          let u = halton(ray, base: 2) * Double(camera.width) - 0.5
          let v = halton(ray, base: 3) * Double(camera.height) - 0.5
          ray += 1
          guard let hit = sights.caster.sight(camera: camera, worldFromCamera: pose, u: u, v: v) else {
            continue
          }
          points.append(
            TrackedPoint(
              id: UInt32(points.count + 1), piece: hit.piece, triangle: hit.triangle,
              weights: [1 - hit.b1 - hit.b2, hit.b1, hit.b2]))
        }
      }
    }
    return points
  }
}
