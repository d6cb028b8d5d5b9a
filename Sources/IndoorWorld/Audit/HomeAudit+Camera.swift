import Geometry
import RoomGeometry
package import VectorMath
package import WorldModel

extension HomeAudit {
  /// visual-46: a camera is outside of every solid, and nothing is nearer than its near limit.
  ///
  /// - Parameters:
  ///   - eye: world, metres.
  ///   - near: metres.
  package func cameraViolations(at eye: Vector3, near: Double, name: String) -> [HomeViolation] {
    var out: [HomeViolation] = []
    var nearest = (distance: near, name: "")
    func look(_ part: SolidPart, _ owner: String) {
      guard part.box.grown(by: near).contains(eye) else { return }
      let d = part.distance(to: eye)
      if part.encloses(eye) { out.append(HomeViolation(.cameraInside, [name, owner], at: eye, by: d)) }
      if d < nearest.distance { nearest = (d, owner) }
    }
    for body in bodies { for part in body.parts { look(part, body.name) } }
    for wall in walls { look(wall, "wall") }
    if let home = plan.room(at: eye) {
      let gap = min(eye.z - plan.rooms[home].floor, plan.rooms[home].ceiling - eye.z)
      if gap < 0 { out.append(HomeViolation(.cameraInside, [name, "floor or ceiling"], at: eye, by: -gap)) }
      if gap < nearest.distance { nearest = (gap, "floor or ceiling") }
    }
    if nearest.distance < near {
      out.append(
        HomeViolation(.cameraTooNear, [name, nearest.name], at: eye, by: near - nearest.distance))
    }
    return out
  }

  /// The same for a carrier on its way: every 0.1 s of a track.
  package func cameraViolations(of rig: Rig, duration: Double, near: Double, name: String) -> [HomeViolation]
  {
    let steps = max(0, Int((duration / 0.1).rounded(.up)))
    for k in 0...steps {
      let eye = rig.worldFromRig(at: min(duration, Double(k) * 0.1)).translation
      let found = cameraViolations(at: eye, near: near, name: name)
      if !found.isEmpty { return found }
    }
    return []
  }
}
