internal import Geometry
internal import VectorMath
internal import WorldModel

extension ImportOptions {
  /// The pose of a root node that turns the asset and brings its origin to where it is wanted; `nil` when
  /// nothing is to be done.
  func placement(of asset: Asset) -> NodePose? {
    guard yaw != 0 || origin == .groundCenter else { return nil }
    var pose = NodePose(rotation: Quaternion(yaw: yaw))
    if origin == .groundCenter {
      let box = asset.placed(pose).restBounds
      if !box.isEmpty { pose.translation = Vector3(-box.center.x, -box.center.y, -box.min.z) }
    }
    return pose
  }
}

extension Asset {
  /// The same asset under one more root node.
  func placed(_ pose: NodePose) -> Asset {
    Asset(
      name: name, nativeClass: nativeClass,
      pieces: pieces.map {
        var piece = $0
        piece.node += 1
        return piece
      },
      materials: materials, parts: parts,
      nodes: [Node(name: "placement", rest: pose)]
        + nodes.map {
          var node = $0
          node.parent = ($0.parent ?? -1) + 1
          return node
        },
      skins: skins.map { Skin(joints: $0.joints.map { $0 + 1 }, inverseBind: $0.inverseBind) },
      animations: animations.map { animation in
        Animation(
          name: animation.name,
          channels: animation.channels.map {
            var channel = $0
            channel.node += 1
            return channel
          })
      },
      keypoints: keypoints.map {
        var keypoint = $0
        keypoint.node += 1
        return keypoint
      },
      skeleton: skeleton)
  }
}
