import Annotations
import GroundedLanguage
import RandomStreams
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Each kind of event by itself, in sequences of three moments a second apart that are known in closed form.
@Suite struct EventKindsTests {
  /// Who does what from when to when; `we` is the carrier.
  private func told(
    _ scenes: [PaintedScene], speeds: [Double] = [5, 5, 5], carrierYaws: [Double] = [0, 0, 0],
    thingYaws: [Double]? = nil
  ) -> [String] {
    let moments = scenes.enumerated().map { k, scene in
      var view = scene.view
      if let thingYaws, var boxes = view.labels[Boxes3DLabel.self] {
        let turn = Quaternion(yaw: thingYaws[k])
        for i in boxes.entries.indices { boxes.entries[i].rotation = [turn.w, turn.x, turn.y, turn.z] }
        view.labels.set(boxes)
      }
      view.worldFromCamera.rotation = Quaternion(yaw: carrierYaws[k]) * view.worldFromCamera.rotation
      return SceneMoment(
        time: Double(k), facts: SceneFacts(view, egoVelocity: Vector3(speeds[k], 0, 0)))
    }
    let label = GroundedLanguageLabels.narration(
      moments, GroundedOptions(events: 20), RandomStream(seed: 2))
    return label.entries.filter { $0.kind == "event" }.flatMap(\.events).map { event in
      "\(event.instance.map { String($0) } ?? "we") \(event.predicate) \(Int(event.start))-\(Int(event.end))"
    }.sorted()
  }

  private func street(_ xs: [Double], _ v: [Double], isTurned: Bool = false) -> [PaintedScene] {
    zip(xs, v).map { x, v in
      var car = PaintedScene.Thing(
        "car", SIMD3(200, 20, 20), at: Vector3(x.magnitude, x < 0 ? 300 : 2, 0.7), size: Vector3(4, 1.8, 1.4))
      car.velocity = Vector3(v, 0, 0)
      car.isTurned = isTurned
      return PaintedScene([car], isStreet: true)
    }
  }

  @Test func whoStartsStopsStandsAndMoves() {
    #expect(told(street([20, 20, 22], [0, 0, 4])).contains("1 starts 1-2"))
    #expect(told(street([20, 23, 23], [4, 0, 0])).contains("1 stops 0-1"))
    #expect(told(street([20, 20, 20], [0, 0, 0])).contains("1 stands 0-2"))
    #expect(told(street([20, 24, 28], [4, 4, 4])).contains("1 moves 0-2"))
    // A crawl is neither, also of who stood before.
    #expect(told(street([20, 20, 20.4], [0, 0.4, 0.4])) == ["we moves 0-2"])
    #expect(told(street([20, 20.4, 20.8], [0.4, 0.4, 0.4])) == ["we moves 0-2"])
  }

  @Test func whoComesTowardsUs() {
    #expect(told(street([40, 30, 20], [-10, -10, -10], isTurned: true)).contains("1 comes_towards 0-2"))
    #expect(told(street([11, 9.7, 8.4], [-1.3, -1.3, -1.3], isTurned: true)).contains("1 moves 0-2"))
    // Two metres in all are not near yet, whatever share of the way; and who goes our way does not come.
    #expect(told(street([40, 39, 38], [-1, -1, -1], isTurned: true)).contains("1 moves 0-2"))
    #expect(told(street([40, 30, 20], [10, 10, 10])).contains("1 moves 0-2"))
  }

  @Test func whoAppearsAndLeaves() {
    // Where x is negative here the car is far aside, out of sight.
    #expect(told(street([-20, 20, 24], [4, 4, 4])).contains("1 appears 0-1"))
    #expect(told(street([20, 24, -20], [4, 4, 4])).contains("1 leaves 1-2"))
    #expect(
      !told(street([20, 24, 28], [4, 4, 4])).contains { $0.contains("appears") || $0.contains("leaves") })
  }

  @Test func whoTurnsWhichWay() {
    let scenes = street([20, 24, 28], [4, 4, 4])
    #expect(told(scenes, thingYaws: [0, 0.4, 0.8]).contains("1 turns_left 0-2"))
    #expect(told(scenes, thingYaws: [0, -0.4, -0.8]).contains("1 turns_right 0-2"))
    #expect(told(scenes, thingYaws: [0, 0.2, 0.4]).contains("1 moves 0-2"))
    // Across the angle where numbers jump: a little to the left.
    #expect(told(scenes, thingYaws: [3.0, -3.0, -2.8]).contains("1 moves 0-2"))
    #expect(told(scenes, thingYaws: [2.8, -3.1, -2.7]).contains("1 turns_left 0-2"))
  }

  @Test func whatWeDo() {
    let empty = street([20, 20, 20], [0, 0, 0])
    func we(_ speeds: [Double], _ yaws: [Double] = [0, 0, 0]) -> [String] {
      told(empty, speeds: speeds, carrierYaws: yaws).filter { $0.hasPrefix("we") }
    }
    #expect(we([0, 0, 3]) == ["we starts 1-2"])
    #expect(we([3, 3, 0]) == ["we stops 1-2"])
    #expect(we([0, 0, 0]) == ["we stands 0-2"])
    #expect(we([4, 5, 8]) == ["we moves 0-2", "we speeds_up 0-2"])
    #expect(we([8, 5, 4]) == ["we moves 0-2", "we slows_down 0-2"])
    #expect(we([8, 8, 7.5]) == ["we moves 0-2"])
    #expect(we([4, 4, 4], [0, 0.4, 0.8]) == ["we turns_left 0-2"])
    #expect(we([4, 4, 4], [0, -0.4, -0.8]) == ["we turns_right 0-2"])
    #expect(we([0, 0, 0], [0, -0.4, -0.8]) == ["we turns_right 0-2"])
  }

  @Test func whatOpensAndCloses() {
    func wardrobe(_ openness: [Double]) -> [PaintedScene] {
      openness.map { openness in
        var thing = PaintedScene.Thing(
          "wardrobe", SIMD3(120, 60, 30), at: Vector3(4, 0, 1), size: Vector3(0.6, 1, 2))
        thing.openness = openness
        return PaintedScene([thing])
      }
    }
    #expect(told(wardrobe([0, 0.5, 1]), speeds: [0, 0, 0]).contains("1 opens 0-2"))
    #expect(told(wardrobe([1, 0.5, 0]), speeds: [0, 0, 0]).contains("1 closes 0-2"))
    #expect(told(wardrobe([0.1, 0.5, 1]), speeds: [0, 0, 0]) == ["we stands 0-2"])
  }
}
