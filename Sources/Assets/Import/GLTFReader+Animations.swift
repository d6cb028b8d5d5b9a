internal import Diagnostics
internal import VectorMath
internal import WorldModel

/// The animations of a file, sorted by the nodes that they move.
struct GLTFAnimationTracks {
  struct Track {
    var animation: Int
    /// Its `node` is the document's.
    var channel: Animation.Channel
    var json: JSONNode
  }

  var names: [String] = []
  /// In file order for each node. Look-ups only.
  var byNode: [Int: [Track]] = [:]
}

extension GLTFReader {
  /// The file's animations as far as they move nodes of an asset; those that move none of them are left out.
  func animations(of assembly: GLTFAssembly, _ indexOf: [Int: Int], _ nodes: [GLTFNode]) throws -> [Animation]
  {
    let tracks = try animationTracks ?? readAnimations(nodes)
    animationTracks = tracks
    var channels: [Int: [Animation.Channel]] = [:]
    for i in assembly.included {
      guard let place = indexOf[i] else { continue }
      for track in tracks.byNode[i] ?? [] {
        if i == assembly.base?.node && track.channel.target != .weights {
          warn("moves an entity of a scene; the channel is left out", at: track.json)
          continue
        }
        var channel = track.channel
        channel.node = place
        channels[track.animation, default: []].append(channel)
      }
    }
    return tracks.names.indices.compactMap { i in
      channels[i].map { Animation(name: tracks.names[i], channels: $0) }
    }
  }

  private func readAnimations(_ nodes: [GLTFNode]) throws -> GLTFAnimationTracks {
    var out = GLTFAnimationTracks()
    for (i, node) in try document.json.elements("animations").enumerated() {
      out.names.append(try node.string("name") ?? "animation\(i)")
      let samplers = try node.required("samplers").elements()
      for json in try node.required("channels").elements() {
        if let channel = try channel(json, samplers, nodes) {
          out.byNode[channel.node, default: []].append(.init(animation: i, channel: channel, json: json))
        }
      }
    }
    return out
  }

  private func channel(
    _ node: JSONNode, _ samplers: [JSONNode], _ nodes: [GLTFNode]
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
      node: driven, target: kind, interpolation: interpolation, times: times,
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
