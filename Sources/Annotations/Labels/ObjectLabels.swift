import WorldModel

/// `objects`: which entities have any pixel in this view's enlarged canvas, what they are.
///
/// Every entity of the world that is at least partly in front of the camera and inside the image when
/// rendered alone; other labels refer to it by `instance`.
package struct ObjectsLabel: StructuredLabel {
  package static let name = "objects"

  package struct Entry: Codable, Sendable, Hashable {
    /// The entity's id: the value in the `instance` raster, the same in all views and frames (so also its track id).
    package var instance: UInt32
    package var name: String
    /// Native class name.
    package var category: String
    package var isThing: Bool
    package var asset: String
    package var attributes: [String: String]

    package init(
      instance: UInt32, name: String, category: String, isThing: Bool, asset: String,
      attributes: [String: String]
    ) {
      self.instance = instance
      self.name = name
      self.category = category
      self.isThing = isThing
      self.asset = asset
      self.attributes = attributes
    }
  }

  /// Ascending by instance.
  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `boxes2d`: boxes in whole pixels.
///
/// In panoramas columns count modulo the image's width. The amodal box is the shortest that holds all pixels, the
/// visible one the shortest part of it that holds those that are seen; x lies in the image, and x + width exceeds the
/// image's width where a box crosses the seam.
package struct Boxes2DLabel: StructuredLabel {
  package static let name = "boxes2d"

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// Around the visible pixels; absent when none is visible.
    package var visible: PixelBox?
    /// Around the pixels of the object rendered alone, clipped to the image.
    package var amodal: PixelBox?

    package init(instance: UInt32, visible: PixelBox?, amodal: PixelBox?) {
      self.instance = instance
      self.visible = visible
      self.amodal = amodal
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `masks`: visible (modal) and whole (amodal, the object rendered alone) masks inside the image.
package struct MasksLabel: StructuredLabel {
  package static let name = "masks"

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var modal: RunLengthMask
    package var amodal: RunLengthMask

    package init(instance: UInt32, modal: RunLengthMask, amodal: RunLengthMask) {
      self.instance = instance
      self.modal = modal
      self.amodal = amodal
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `visibility`: pixel counts and what follows from them.
package struct VisibilityLabel: StructuredLabel {
  package static let name = "visibility"

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// Pixels where the object is seen.
    package var visiblePixels: Int
    /// Pixels inside the image of the object rendered alone.
    package var amodalPixels: Int
    /// Pixels of the object rendered alone on a canvas three images wide and high, centred on the image; of a panorama,
    /// which has nothing outside, on the image itself.
    package var canvasPixels: Int
    /// visible / amodal; 0 when amodal is 0.
    package var visibleFraction: Double
    /// 1 − amodal / canvas: how much lies outside the image; 0 when canvas is 0.
    package var truncation: Double

    package init(instance: UInt32, visiblePixels: Int, amodalPixels: Int, canvasPixels: Int) {
      self.instance = instance
      self.visiblePixels = visiblePixels
      self.amodalPixels = amodalPixels
      self.canvasPixels = canvasPixels
      visibleFraction = amodalPixels > 0 ? Double(visiblePixels) / Double(amodalPixels) : 0
      truncation = canvasPixels > 0 ? 1 - Double(amodalPixels) / Double(canvasPixels) : 0
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `occlusion`: who hides whom. An edge stands wherever both objects, each rendered alone, cover a pixel and
/// `front` is nearer there; stuff, which is not drawn alone, is `front` where it is what is seen.
package struct OcclusionLabel: StructuredLabel {
  package static let name = "occlusion"

  package struct Edge: Codable, Sendable, Hashable {
    package var front: UInt32
    package var behind: UInt32
    /// Pixels where `front` is nearer than `behind`.
    package var pixels: Int

    package init(front: UInt32, behind: UInt32, pixels: Int) {
      self.front = front
      self.behind = behind
      self.pixels = pixels
    }
  }

  /// Ascending by (front, behind).
  package var edges: [Edge]
  package init(edges: [Edge]) { self.edges = edges }
}

/// `boxes3d`: boxes around the object's mesh as it stands at this instant, aligned with its own axes
/// (x forward, y left, z up).
package struct Boxes3DLabel: StructuredLabel {
  package static let name = "boxes3d"

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// Length, width, height: the extents along the object's x, y, z, metres.
    package var size: [Double]
    /// The box centre in the world, metres.
    package var center: [Double]
    /// World-from-box rotation as quaternion (w, x, y, z).
    package var rotation: [Double]
    /// The box centre in the camera frame (x right, y down, z forward), metres.
    package var cameraCenter: [Double]
    /// Camera-from-box rotation as quaternion (w, x, y, z).
    package var cameraRotation: [Double]
    /// The eight corners projected into the image (u, v), x fastest, then y, then z from the low corner;
    /// `null` entries where a corner is not in front of the camera (panoramas have a place for each).
    package var corners: [[Double]?]

    package init(
      instance: UInt32, size: [Double], center: [Double], rotation: [Double], cameraCenter: [Double],
      cameraRotation: [Double], corners: [[Double]?]
    ) {
      self.instance = instance
      self.size = size
      self.center = center
      self.rotation = rotation
      self.cameraCenter = cameraCenter
      self.cameraRotation = cameraRotation
      self.corners = corners
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `keypoints`: named points of articulated objects.
package struct KeypointsLabel: StructuredLabel {
  package static let name = "keypoints"

  package struct Point: Codable, Sendable, Hashable {
    package var name: String
    /// Pixel, continuous; 0 when `visibility` is 0.
    package var u: Double
    package var v: Double
    /// COCO: 0 = not labelled (outside the image or behind the camera), 1 = in the image but hidden, 2 = seen.
    package var visibility: Int
    /// Camera frame, metres.
    package var camera: [Double]

    package init(name: String, u: Double, v: Double, visibility: Int, camera: [Double]) {
      self.name = name
      self.u = u
      self.v = v
      self.visibility = visibility
      self.camera = camera
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// E.g. `coco17`; points in that skeleton's order.
    package var skeleton: String
    package var points: [Point]

    package init(instance: UInt32, skeleton: String, points: [Point]) {
      self.instance = instance
      self.skeleton = skeleton
      self.points = points
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `motion`: velocities of objects from their tracks.
package struct MotionLabel: StructuredLabel {
  package static let name = "motion"

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// World frame, m/s.
    package var velocity: [Double]
    /// About world z, counter-clockwise, rad/s.
    package var yawRate: Double

    package init(instance: UInt32, velocity: [Double], yawRate: Double) {
      self.instance = instance
      self.velocity = velocity
      self.yawRate = yawRate
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}

/// `panoptic`: the segments of the `panoptic` raster.
package struct PanopticLabel: StructuredLabel {
  package static let name = "panoptic_segments"

  package struct Segment: Codable, Sendable, Hashable {
    /// The value in the `panoptic` raster (fits 24 bits): the instance for things, 2²³ + class id for stuff.
    package var id: UInt32
    package var category: String
    package var isThing: Bool
    package var area: Int
    package var box: PixelBox

    package init(id: UInt32, category: String, isThing: Bool, area: Int, box: PixelBox) {
      self.id = id
      self.category = category
      self.isThing = isThing
      self.area = area
      self.box = box
    }
  }

  package var segments: [Segment]
  package init(segments: [Segment]) { self.segments = segments }
}
