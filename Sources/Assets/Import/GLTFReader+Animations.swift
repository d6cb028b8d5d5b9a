internal import Diagnostics
internal import VectorMath
internal import WorldModel

extension GLTFReader {
  /// The file's animations for nodes that `indexOf` maps to an asset node (−1 = not in the asset); animations
  /// that move none of them are left out. `fixed` is a node whose placement is not the asset's business.
  func animations(_ indexOf: [Int], _ nodes: [GLTFNode], fixed: Int?) throws -> [Animation] {
    var out: [Animation] = []
    for (i, node) in try document.json.elements("animations").enumerated() {
      let samplers = try node.required("samplers").elements()
      let channels = try node.required("channels").elements().compactMap {
        try channel($0, samplers, indexOf, nodes, fixed)
      }
      if !channels.isEmpty {
        out.append(Animation(name: try node.string("name") ?? "animation\(i)", channels: channels))
      }
    }
    return out
  }

  private func channel(
    _ node: JSONNode, _ samplers: [JSONNode], _ indexOf: [Int], _ nodes: [GLTFNode], _ fixed: Int?
  ) throws -> Animation.Channel? {
    let target = try node.required("target")
    guard let driven = try target["node"]?.index(below: nodes.count, of: "node") else { return nil }
    let sampler = samplers[try node.required("sampler").index(below: samplers.count, of: "sampler")]
    let kind: Animation.Target
    switch try target.required("path").string() {
    case "translation": kind = .translation
    case "rotation": kind = .rotation
    case "scale": kind = .scale
    case "weights": kind = .weights
    case let other:
      warn("animation of \"\(other.prefix(40))\" is not read", at: target)
      return nil
    }
    guard indexOf[driven] >= 0 else { return nil }
    guard kind == .weights || driven != fixed else {
      warn("moves an entity of a scene; the channel is left out", at: target)
      return nil
    }
    guard kind == .weights || nodes[driven].json["matrix"] == nil else {
      warn("animates a node that has a matrix; the channel is left out", at: target)
      return nil
    }
    let interpolation: Animation.Interpolation
    switch try sampler.string("interpolation") ?? "LINEAR" {
    case "LINEAR": interpolation = .linear
    case "STEP": interpolation = .step
    case "CUBICSPLINE": interpolation = .cubicSpline
    case let other: throw sampler.failure("has the unknown interpolation \(other.prefix(40))")
    }
    let input = try sampler.required("input")
    let times = try floats(try input.count(), types: ["SCALAR"], from: input).values
    guard !times.isEmpty, zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw input.failure("keyframe times must ascend, and there must be one at least")
    }
    let output = try sampler.required("output")
    let types = kind == .weights ? ["SCALAR"] : kind == .rotation ? ["VEC4"] : ["VEC3"]
    let data = try floats(try output.count(), types: types, from: output)
    let width = kind == .weights ? nodes[driven].weights.count : data.width
    guard width > 0 else {
      warn("animates the weights of a node without morph targets; the channel is left out", at: target)
      return nil
    }
    let perKey = width * (interpolation == .cubicSpline ? 3 : 1)
    let (needed, overflow) = times.count.multipliedReportingOverflow(by: perKey)
    guard !overflow, data.values.count == needed else {
      throw output.failure("has \(data.values.count) numbers for \(times.count) keyframes of \(perKey)")
    }
    try budget.spend(needed, times: 4, orThrow: output.failure("is larger than this file can mean"))
    return Animation.Channel(
      node: indexOf[driven], target: kind, interpolation: interpolation, times: times,
      values: reframed(data.values, kind))
  }

  private func reframed(_ values: [Float], _ kind: Animation.Target) -> [Float] {
    let width = kind == .rotation ? 4 : 3
    guard kind != .weights else { return values }
    var out = values
    let scale: Float = kind == .translation ? Float(options.scale) : 1
    for i in stride(from: 0, to: values.count, by: width) {
      let v = Self.reframed(Vector3f(values[i], values[i + 1], values[i + 2])) * scale
      (out[i], out[i + 1], out[i + 2]) = (v.x, v.y, v.z)
    }
    return out
  }
}
