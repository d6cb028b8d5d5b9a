import WorldModel

/// `point_tracks`: points fixed to surfaces, as this view finds them. All views and frames of a sequence list the same
/// points, so the entries with one `id` are its track.
package struct PointTracksLabel: StructuredLabel {
  package static let name = "point_tracks"

  package struct Entry: Codable, Sendable, Hashable {
    package var id: UInt32
    /// The entity that the surface belongs to; the view's `objects` need not list it when no pixel shows it.
    package var instance: UInt32
    /// The mesh of that entity and the triangle of that mesh, from 0.
    package var piece: Int
    package var triangle: Int
    /// Barycentric coordinates on the triangle, in the order of its corners.
    package var weights: [Double]
    /// Camera frame (x right, y down, z forward), metres.
    package var camera: [Double]
    /// Pixel, continuous, also out of the image; absent before the near plane.
    package var u: Double?
    package var v: Double?
    /// As for keypoints: 0 = out of the image or before the near plane, 1 = in the image but hidden, 2 = seen.
    package var visibility: Int

    package init(
      id: UInt32, instance: UInt32, piece: Int, triangle: Int, weights: [Double], camera: [Double],
      u: Double?,
      v: Double?, visibility: Int
    ) {
      self.id = id
      self.instance = instance
      self.piece = piece
      self.triangle = triangle
      self.weights = weights
      self.camera = camera
      self.u = u
      self.v = v
      self.visibility = visibility
    }
  }

  /// Ascending by id.
  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}
