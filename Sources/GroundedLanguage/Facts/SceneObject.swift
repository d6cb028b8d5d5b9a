package import Annotations
package import Geometry
package import VectorMath

/// One countable thing of a view with what is known of it. World frame, metres, seconds, unless said otherwise.
package struct SceneObject: Sendable {
  package var instance: UInt32
  package var category: String
  package var asset: String
  /// Around what is seen of it.
  package var box: PixelBox
  package var pixels: Int
  package var visibleFraction: Double
  package var truncation: Double
  /// Whether enough is seen of it to say what it is; else it is only possibly among the things of the scene.
  package var isClear: Bool
  package var bounds: OrientedBox?
  /// Of the middle of its box, and of the place in the box that is nearest; from the camera.
  package var distance: Double?
  package var nearest: Double?
  /// Of the corners of its box on the ground; their hull is the footprint.
  package var footprint: Polygon?
  package var low = 0.0
  package var high = 0.0
  package var velocity: Vector3?
  /// About world z, counter-clockwise, rad/s.
  package var yawRate: Double?
  /// Largest openness of its joints.
  package var openness: Double?
  package var power: String?
  package var posture: String?
  package var signal: String?
  package var roomKind: String?
  /// What it surely rests on or lies in, directly.
  package var on: UInt32?
  package var inside: UInt32?
  /// What holds it in another way: it leans, lies across, is let in.
  package var heldBy: UInt32?
  package var isHeap: Bool
  /// Pixels of what is seen of it by what they are made of; `nil` = not known.
  package var substances: [Substance: Int]?
  /// The paint of a vehicle, which is what its colour means, as 8-bit sRGB; and how much of it is seen, of all that is.
  package var paint: SIMD3<UInt8>?
  package var paintShare = 0.0
  /// How much of what is seen of it is a mirror, which has no colour of its own.
  package var mirrorShare = 0.0
  /// What a sign says, whether or not it can be read from here.
  package var sign: SignMeaning?
  /// What is written on a board, whether or not it can be read from here.
  package var text: String?
  /// Cosine of the angle between the way in which it faces and the way to the camera.
  package var facing: Double?
  package var lane: String?
  package var lanePlace: LanesLabel.Place?
}
