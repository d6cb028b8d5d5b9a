import Foundation
import RandomStreams
import RoadNetwork
import Testing
import Traffic

/// Prints what traffic costs, and how roughly it drives where it is dense, when DIORAMA_MEASURE is set: to the path of an
/// OpenDRIVE file, or to anything else for the built-in roads.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] != nil))
struct TrafficSpeedTests {
  @Test(arguments: [1, 2] as [UInt64]) func aMinuteOfTraffic(_ seed: UInt64) throws {
    let name = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] ?? ""
    if name.hasSuffix(".xodr") {
      let data = try Data(contentsOf: URL(fileURLWithPath: name))
      let map = try OpenDRIVEParser.parse([UInt8](data), file: name)
      measure(name, Scene(map, seed: seed), seed)
    } else {
      for road in BuiltInRoads.allCases { measure(road.rawValue, try Scene(road, seed: seed), seed) }
    }
  }

  private func measure(_ name: String, _ start: Scene, _ seed: UInt64) {
    var scene = start
    scene.fill(200, seed: seed)
    scene.simulation.begin()
    let steps = 600
    let before = clock()
    let record = scene.simulation.run(steps: steps)
    let seconds = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    var (hard, overlaps) = (0, 0)
    for track in record.vehicles {
      for (a, b) in zip(track.states, track.states.dropFirst()) where a.speed - b.speed > 0.8 { hard += 1 }
    }
    for k in stride(from: 0, to: record.count, by: 5) {
      let boxes = record.vehicles.indices.map { scene.simulation.box($0, record.vehicles[$0].states[k]) }
      for j in boxes.indices { for i in 0..<j where boxes[i].overlaps(boxes[j]) { overlaps += 1 } }
    }
    print(
      "\(name), \(scene.simulation.count) vehicles: \(Double(steps) * TrafficSimulation.step / seconds) × real time,",
      "\(scene.simulation.holds) holds, \(hard) steps of more than 8 m/s² of braking, \(overlaps) overlaps")
  }
}
