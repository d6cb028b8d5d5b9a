import Geometry
package import RoadNetwork
import VectorMath

extension RoadMap {
  /// The map as a mirror shows it, y to −y, for traffic on the other side: what is right becomes left, every lane, line,
  /// sign, light, bay and ring with it. Heights and stations stay.
  package var mirrored: RoadMap {
    var out = RoadMap(
      header: header, roads: roads.map(\.mirrored), junctions: junctions.map(\.mirrored),
      controllers: controllers,
      warnings: warnings)
    out.junctionGroups = junctionGroups
    if let extent = header.extent {
      out.header.extent?.north = -extent.south
      out.header.extent?.south = -extent.north
    }
    return out
  }
}

extension Road {
  fileprivate var mirrored: Road {
    var out = self
    out.rule = rule == .rightHand ? .leftHand : .rightHand
    out.planView = planView.map { PlanSegment(start: $0.start, curve: $0.curve.mirrored) }
    out.superelevation = superelevation.negated
    out.laneOffset = laneOffset.negated
    out.lateralShape = lateralShape.mirrored
    out.sections = sections.map { section in
      LaneSection(start: section.start, end: section.end, lanes: section.lanes.map(\.mirrored))
    }
    out.objects = objects.map(\.mirrored)
    out.signals = signals.map(\.mirrored)
    for i in out.structures.indices { out.structures[i].lanes = structures[i].lanes.map(\.negated) }
    return out
  }
}

extension PlanCurve {
  fileprivate var mirrored: PlanCurve {
    let shape: Shape =
      switch self.shape {
      case .line: .line
      case .arc(let k): .arc(curvature: -k)
      case .clothoid(let a, let b): .clothoid(startCurvature: -a, endCurvature: -b)
      case .cubic(let v): .cubic(v.negated)
      case .parametricCubic(let u, let v, let span): .parametricCubic(u: u, v: v.negated, span: span)
      }
    return PlanCurve(start: Vector2(start.x, -start.y), heading: -heading, length: length, shape: shape)
  }
}

extension Lane {
  fileprivate var mirrored: Lane {
    var out = self
    out.id = -id
    out.predecessors = predecessors.map { -$0 }
    out.successors = successors.map { -$0 }
    out.borders = borders.negated
    out.marks = marks.map(\.mirrored)
    return out
  }
}

extension RoadMark {
  fileprivate var mirrored: RoadMark {
    var out = self
    switch pattern {
    case .solidBroken: out.pattern = .brokenSolid
    case .brokenSolid: out.pattern = .solidBroken
    default: break
    }
    switch laneChange {
    case .increase: out.laneChange = .decrease
    case .decrease: out.laneChange = .increase
    default: break
    }
    for i in out.lines.indices { out.lines[i].lateralOffset = -lines[i].lateralOffset }
    out.sway = sway.negated
    return out
  }
}

extension RoadObject {
  fileprivate var mirrored: RoadObject {
    var out = self
    (out.t, out.heading, out.roll) = (-t, -heading, -roll)
    out.lanes = lanes.map(\.negated)
    // Painted arrows are told by words.
    (out.name, out.subtype) = (name.withTurnsExchanged, subtype.withTurnsExchanged)
    for i in out.repeats.indices {
      (out.repeats[i].tStart, out.repeats[i].tEnd) = (-repeats[i].tStart, -repeats[i].tEnd)
    }
    for i in out.outlines.indices { out.outlines[i].corners = outlines[i].corners.mirrored }
    for i in out.skeletons.indices { out.skeletons[i].corners = skeletons[i].corners.mirrored }
    for i in out.markings.indices {
      switch markings[i].side {
      case .left: out.markings[i].side = .right
      case .right: out.markings[i].side = .left
      default: break
      }
    }
    return out
  }
}

extension [RoadObject.Outline.Corner] {
  /// In the other order, so that areas lie on the left of their outline again.
  fileprivate var mirrored: Self {
    reversed().map { corner in
      var out = corner
      out.second = -corner.second
      return out
    }
  }
}

extension RoadSignal {
  fileprivate var mirrored: RoadSignal {
    var out = self
    (out.t, out.headingOffset, out.roll) = (-t, -headingOffset, -roll)
    out.lanes = lanes.map(\.negated)
    switch placement {
    case .inertial(let x, let y, let z, let heading, let pitch, let roll):
      out.placement = .inertial(x: x, y: -y, z: z, heading: -heading, pitch: pitch, roll: -roll)
    case .road(let id, let s, let t, let zOffset, let heading):
      out.placement = .road(id: id, s: s, t: -t, zOffset: zOffset, headingOffset: -heading)
    case nil: break
    }
    return out
  }
}

extension Junction {
  fileprivate var mirrored: Junction {
    var out = self
    for i in out.connections.indices {
      out.connections[i].laneLinks = connections[i].laneLinks.map {
        LaneLink(from: -$0.from, to: -$0.to, overlap: $0.overlap)
      }
    }
    out.boundary = boundary.map { segment in
      switch segment {
      case .lane(let road, let lane, let start, let end):
        .lane(road: road, lane: -lane, start: start, end: end)
      case .joint(let road, let contact, let start, let end, let transition):
        .joint(
          road: road, contact: contact, startLane: start.map { -$0 }, endLane: end.map { -$0 },
          transition: transition)
      }
    }
    for i in (out.elevationGrid?.rows ?? []).indices {
      guard let row = elevationGrid?.rows[i] else { continue }
      out.elevationGrid?.rows[i].left = row.right
      out.elevationGrid?.rows[i].right = row.left
    }
    return out
  }
}

extension LateralShape {
  fileprivate var mirrored: LateralShape {
    LateralShape(
      profiles: profiles.map { Profile(s: $0.s, heights: $0.heights.turned) }, leftFall: rightFall,
      rightFall: leftFall, surface: surface?.mirrored)
  }
}

extension CrossSectionSurface {
  fileprivate var mirrored: CrossSectionSurface {
    CrossSectionSurface(
      offset: offset.negated,
      strips: strips.map { strip in
        Strip(
          id: -strip.id, isRelative: strip.isRelative, width: strip.width, constant: strip.constant,
          linear: strip.linear.negated, quadratic: strip.quadratic, cubic: strip.cubic.negated)
      })
  }
}

extension CubicPolynomial {
  fileprivate var negated: CubicPolynomial { CubicPolynomial(-a, -b, -c, -d) }
}

extension PiecewiseCubic {
  fileprivate var negated: PiecewiseCubic {
    PiecewiseCubic(records.map { Record(start: $0.start, cubic: $0.cubic.negated) })
  }

  /// The function of −x. It begins as far out as this one does on the other side.
  fileprivate var turned: PiecewiseCubic {
    guard let first = records.first, let last = records.last else { return self }
    let end = max(-first.start, last.start)
    return PiecewiseCubic(
      records.indices.map { i in
        let (start, p) = (records[i].start, records[i].cubic)
        let next = i + 1 < records.count ? records[i + 1].start : end
        // p(l − x), expanded.
        let l = next - start
        return Record(
          start: -next,
          cubic: CubicPolynomial(
            p.a + l * (p.b + l * (p.c + l * p.d)), -(p.b + l * (2 * p.c + 3 * l * p.d)), p.c + 3 * l * p.d,
            -p.d))
      })
  }
}

extension ClosedRange<Int> {
  fileprivate var negated: ClosedRange<Int> { -upperBound ... -lowerBound }
}

extension String {
  /// `arrowStraightLeft` as `arrowStraightRight`; arrows to both sides as they are.
  fileprivate var withTurnsExchanged: String {
    let (isLeft, isRight) = (lowercased().contains("left"), lowercased().contains("right"))
    guard hasPrefix("arrow"), isLeft != isRight else { return self }
    return isLeft
      ? replacing("Left", with: "Right").replacing("left", with: "right")
      : replacing("Right", with: "Left").replacing("right", with: "left")
  }
}
