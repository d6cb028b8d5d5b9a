import Foundation
import Geometry
import RoadNetwork
import Testing
import VectorMath

/// The geometry of real and built-in networks against second computations.
struct RoadEvaluationTests {
  static let builtIn = BuiltInRoads.allCases

  /// A steep, banked, bending road whose poses are the whole of OpenDRIVE's rotation chain.
  static let banked = """
    <OpenDRIVE><header revMajor="1" revMinor="6"/><road id="a" length="120" junction="-1"><planView>
    <geometry s="0" x="5" y="6" hdg="1" length="120"><arc curvature="0.01"/></geometry></planView>
    <elevationProfile><elevation s="0" a="2" b="0.08" c="0" d="0"/></elevationProfile>
    <lateralProfile><superelevation s="0" a="0.05" b="0.001" c="0" d="0"/></lateralProfile>
    <lanes><laneOffset s="0" a="0.5" b="0.01" c="0" d="0"/><laneSection s="0">
    <left><lane id="1" type="driving"><width sOffset="0" a="3" b="0.01" c="0" d="0"/></lane></left>
    <center><lane id="0" type="none"/></center>
    <right><lane id="-1" type="driving"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
    <lane id="-2" type="sidewalk"><width sOffset="0" a="2" b="0" c="0" d="0"/></lane></right>
    </laneSection></lanes></road></OpenDRIVE>
    """

  @Test func poseFollowsYawPitchRoll() throws {
    let map = try OpenDRIVEParser.parse(text: Self.banked)
    for (s, t) in [(10.0, 4.0), (77, -5)] {
      let pose = try #require(map.pose(road: 0, s: s, t: t))
      let plan = PlanCurve(start: [5, 6], heading: 1, length: 120, shape: .arc(curvature: 0.01)).sample(at: s)
      // Independent: the quaternion of yaw, pitch (nose down positive), roll.
      let turn = Quaternion(yaw: plan.heading, pitch: -Foundation.atan(0.08), roll: 0.05 + 0.001 * s)
      let expected = Vector3(plan.point.x, plan.point.y, 2 + 0.08 * s) + turn * Vector3(0, t, 0)
      #expect(length(pose.position - expected) < 1e-12)
      #expect(length(pose.normal - turn * Vector3(0, 0, 1)) < 1e-12)
      #expect(length(pose.forward - turn * Vector3(1, 0, 0)) < 1e-12)
    }
  }

  @Test func locateInvertsPoseOnBankedRoad() throws {
    let map = try OpenDRIVEParser.parse(text: Self.banked)
    let locator = RoadLocator(map)
    for i in 1..<40 {
      let s = 3.0 * Double(i)
      for lane in [1, -1, -2] {
        let span = try #require(map.laneSpan(LaneReference(road: 0, section: 0, lane: lane), at: s))
        for w in [0.02, 0.5, 0.98] {
          let t = span.inner * (1 - w) + span.outer * w
          let p = try #require(map.pose(road: 0, s: s, t: t)).position
          let found = try #require(locator.locate(Vector2(p.x, p.y)))
          #expect(found.lane.lane == lane)
          #expect((found.s - s).magnitude < 1e-6 && (found.t - t).magnitude < 1e-6)
          #expect((found.elevation - p.z).magnitude < 1e-6)
        }
      }
    }
    #expect(locator.locate([500, 500]) == nil)
    #expect(locator.locate([.nan, 0]) == nil)
  }

  @Test(arguments: RealFiles.names) func locateInvertsPoseOnRealRoads(name: String) throws {
    let map = try RealFiles.map(name)
    let locator = RoadLocator(map)
    var checked = 0
    let lanes = map.allLanes
    for (n, lane) in lanes.enumerated() where n % max(1, lanes.count / 150) == 0 {
      guard let section = map.section(lane), section.length > 0.5 else { continue }
      for w in [0.1, 0.5, 0.9] {
        let s = section.start + w * section.length
        guard let t = map.laneCentre(lane, at: s), let width = map.laneWidth(lane, at: s), width > 0.2 else {
          continue
        }
        let road = map.roads[lane.road]
        // Inside a tight bend t may lie beyond the centre of curvature, where plan points have two answers.
        guard 1 - road.planSample(at: s).curvature * t > 0.2 else { continue }
        let p = road.pose(s: s, t: t).position
        let all = locator.locateAll(Vector2(p.x, p.y))
        #expect(
          all.contains { $0.lane == lane && ($0.s - s).magnitude < 1e-5 && ($0.t - t).magnitude < 1e-5 },
          "\(name) road \(road.id) lane \(lane.lane) s \(s)")
        checked += 1
      }
    }
    #expect(checked > 5)
  }

  @Test(arguments: RealFiles.names) func referenceLinesAreContinuous(name: String) throws {
    let map = try RealFiles.map(name)
    var worst = 0.0
    for road in map.roads {
      for (a, b) in zip(road.planView, road.planView.dropFirst()) {
        worst = max(worst, length(a.curve.point(at: a.curve.length) - b.curve.start))
        #expect((a.start + a.curve.length - b.start).magnitude < 0.01)
      }
    }
    #expect(worst < 0.05, "worst gap \(worst) m")
  }

  /// The elevation, offset and bank of a road have no jumps where records follow one another.
  @Test(arguments: RealFiles.names) func elevationHasNoSteps(name: String) throws {
    let map = try RealFiles.map(name)
    for road in map.roads {
      for (a, b) in zip(road.elevation.records, road.elevation.records.dropFirst())
      where b.start < road.length {
        let step = a.cubic.value(at: b.start - a.start) - b.cubic.a
        #expect(step.magnitude < 0.05, "\(name) road \(road.id) at \(b.start)")
      }
    }
  }

  @Test(arguments: RealFiles.names) func bordersAreOrderedAndWidthsNotNegative(name: String) throws {
    let map = try RealFiles.map(name)
    for road in map.roads {
      for (k, section) in road.sections.enumerated() {
        for i in 0...10 {
          let borders = road.laneBorders(at: section.start + section.length * Double(i) / 10, section: k)
          #expect(zip(borders, borders.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
        }
      }
    }
  }

  /// Arc length of the reference line by chords, against the stated length.
  @Test(arguments: RealFiles.names) func chordsAddUpToTheLength(name: String) throws {
    let map = try RealFiles.map(name)
    for road in map.roads where road.length > 1 {
      var sum = 0.0
      let n = max(50, Int(road.length * 4))
      var previous = road.planSample(at: 0).point
      for i in 1...n {
        let here = road.planSample(at: road.length * Double(i) / Double(n)).point
        sum += length(here - previous)
        previous = here
      }
      #expect((sum - road.length).magnitude < 2e-3 * road.length + 0.03, "\(name) road \(road.id)")
    }
  }

  @Test func crossProfileIsInterpolated() throws {
    let text = """
      <OpenDRIVE><header/><road id="1" length="100" junction="-1"><planView>
      <geometry s="0" x="0" y="0" hdg="0" length="100"><line/></geometry></planView>
      <lateralProfile><shape s="0" t="-5" a="0" b="0.02" c="0" d="0"/><shape s="100" t="-5" a="1" b="0" c="0" d="0"/>
      </lateralProfile><lanes><laneSection s="0"><center><lane id="0" type="none"/></center><right>
      <lane id="-1" type="driving"><width sOffset="0" a="5" b="0" c="0" d="0"/></lane></right></laneSection></lanes>
      </road></OpenDRIVE>
      """
    let map = try OpenDRIVEParser.parse(text: text)
    let z = try #require(map.pose(road: 0, s: 25, t: -3)).position.z
    #expect((z - (0.75 * 0.04 + 0.25 * 1)).magnitude < 1e-12)
  }

  @Test func bordersRuleInsteadOfWidths() throws {
    guard RealFiles.names.contains("qc_lane_border_valid.xodr") else { return }
    let map = try RealFiles.map("qc_lane_border_valid.xodr")
    let width = try #require(map.laneWidth(LaneReference(road: 0, section: 0, lane: 1), at: 10))
    #expect((width - 3.57).magnitude < 1e-9)
  }

  @Test func leftHandTrafficRunsOnTheLeft() throws {
    guard RealFiles.names.contains("malidrive_Straight800m.xodr") else { return }
    let map = try RealFiles.map("malidrive_Straight800m.xodr")
    #expect(map.roads[0].rule == .leftHand)
    #expect(map.runsForward(LaneReference(road: 0, section: 0, lane: 2)))
  }
}
