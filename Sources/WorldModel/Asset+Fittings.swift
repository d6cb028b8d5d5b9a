package import VectorMath

extension Asset {
  /// What the origin of an asset touches.
  package enum Mount: Sendable, Hashable {
    /// The origin on the floor (or on whatever it stands on), below the middle.
    case floor
    /// The origin on a wall, x away from it; z up.
    case wall
    /// The origin on a ceiling; the thing hangs down to negative z.
    case ceiling
    /// The origin on the upper edge of a rail that runs along x; the thing hangs down to negative z, its hook around it.
    case rail
  }

  /// A level rectangle on which other things may stand: a table's top, a shelf, a seat.
  package struct Support: Sendable, Hashable {
    package var name: String
    package var node: Int
    /// The middle, in the node's frame, metres.
    package var center: Vector3
    /// Lengths along the node's x and y, metres.
    package var size: Vector2
    /// How high things on it may be, metres; infinite under open sky.
    package var headroom: Double

    package init(
      name: String, node: Int = 0, center: Vector3, size: Vector2, headroom: Double = .infinity
    ) {
      self.name = name
      self.node = node
      self.center = center
      self.size = size
      self.headroom = headroom
    }
  }

  /// A level bar along the node's y on which other things hang by their hooks.
  package struct Rail: Sendable, Hashable {
    package var name: String
    package var node: Int
    /// The middle of its upper edge, in the node's frame, metres.
    package var center: Vector3
    /// Along the node's y, of what is free to hang things on, metres.
    package var length: Double

    package init(name: String, node: Int = 0, center: Vector3, length: Double) {
      self.name = name
      self.node = node
      self.center = center
      self.length = length
    }
  }

  /// How a node moves when it is opened: a door, a drawer, a lid.
  package struct Joint: Sendable, Hashable {
    package enum Motion: Sendable, Hashable {
      /// About an axis (unit, the node's rest frame) through the node's origin; radians when fully open.
      case hinge(axis: Vector3, angle: Double)
      /// Metres in the parent's axes when fully open.
      case slide(Vector3)
    }
    package var name: String
    package var node: Int
    package var motion: Motion

    package init(name: String, node: Int, motion: Motion) {
      self.name = name
      self.node = node
      self.motion = motion
    }

    /// The node's pose when it is open by a part from 0 (closed, the rest) to 1.
    package func pose(_ rest: NodePose, open: Double) -> NodePose {
      var pose = rest
      switch motion {
      case .hinge(let axis, let angle):
        pose.rotation = rest.rotation * Quaternion(axis: axis, angle: angle * open)
      case .slide(let way): pose.translation += way * open
      }
      return pose
    }

    /// Radians or metres when fully open; negative for hinges that turn clockwise about their axis.
    package var range: Double {
      switch motion {
      case .hinge(_, let angle): angle
      case .slide(let way): length(way)
      }
    }

    /// Radians or metres by which a node has moved from its rest along its motion, from its local transform as it is.
    package func value(of local: AffineTransform, rest: NodePose) -> Double {
      switch motion {
      case .hinge(let axis, _):
        // What turns the rest into what is, about the axis: measured on a vector across it.
        let turn = rest.rotation.matrix.transpose * local.linear
        let across = normalized(cross(axis.z.magnitude < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0), axis))
        let turned = turn * across
        return DeterministicMath.atan2(dot(turned, cross(axis, across)), dot(turned, across))
      case .slide(let way):
        let whole = length(way)
        return whole > 0 ? dot(local.translation - rest.translation, way) / whole : 0
      }
    }
  }

  /// What shines when the asset is switched on.
  package struct Emitter: Sendable, Hashable {
    package enum Shape: Sendable, Hashable {
      /// A ball that shines to all sides, radius in metres.
      case ball(radius: Double)
      /// A rectangle spanned by two half sides (the node's frame, metres) that shines to the side of their cross
      /// product.
      case panel(halfU: Vector3, halfV: Vector3)
    }
    package var node: Int
    /// In the node's frame, metres.
    package var center: Vector3
    package var shape: Shape
    /// Luminous flux, lumens.
    package var flux: Double
    /// Correlated colour temperature, kelvin.
    package var temperature: Double
    /// Materials, by index, that glow with it. They have no emission of their own: the scene gives it them.
    package var materials: [Int]

    package init(
      node: Int = 0, center: Vector3, shape: Shape, flux: Double, temperature: Double = 2900,
      materials: [Int] = []
    ) {
      self.node = node
      self.center = center
      self.shape = shape
      self.flux = flux
      self.temperature = temperature
      self.materials = materials
    }
  }

  /// What an asset offers to its surroundings.
  package struct Fittings: Sendable, Hashable {
    package var mount: Mount = .floor
    package var supports: [Support] = []
    package var rails: [Rail] = []
    package var joints: [Joint] = []
    package var emitters: [Emitter] = []
    package var vessels: [Vessel] = []
    package var seats: [Seat] = []

    package init() {}
  }
}
