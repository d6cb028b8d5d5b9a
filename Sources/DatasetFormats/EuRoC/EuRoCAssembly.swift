import Encodings

/// Writes EuRoC's files that span samples.
struct EuRoCAssembly {
  let records: any FormatRecordSource
  let sink: any FormatSink

  private struct Camera {
    var name: Substring
    var lens: Substring
    var resolution: Substring
    var distortion: Substring
    var mount: Substring
    var stamps: [Int] = []
  }

  /// What a sequence has; ASL's other files are written row by row.
  private struct Sequence {
    var cameras: [String: Camera] = [:]
    var states: [(stamp: Substring, numbers: Substring)] = []
    /// Rate and noise of the inertial unit.
    var unit: [Substring] = []
    var readings: [String: [Substring]] = [:]
  }

  func write() throws {
    var sequences = SequenceFolders<Sequence>()
    func forEach(_ stream: String, _ count: Int, _ body: (inout Sequence, [Substring]) -> Void) throws {
      try records.forEach(stream, fields: count) { fields in
        sequences.update(fields[0], new: Sequence()) { body(&$0, fields) }
      }
    }
    try forEach("cameras", 8) { sequence, fields in
      sequence.cameras[
        String(fields[1]),
        default: Camera(
          name: fields[2], lens: fields[4], resolution: fields[5], distortion: fields[6], mount: fields[7])
      ].stamps.append(Int(fields[3]) ?? 0)
    }
    try forEach("states", 3) { $0.states.append(($1[1], $1[2])) }
    try forEach("units", 2) { $0.unit = $1[1].split(separator: " ", omittingEmptySubsequences: false) }
    for kind in ["imu0", "imu1"] { try forEach(kind, 2) { $0.readings[kind, default: []].append($1[1]) } }
    try sequences.writeList(into: sink)
    try sequences.forEach { try write($1, to: $0 + "/mav0") }
  }

  private func write(_ sequence: Sequence, to folder: String) throws {
    for (name, camera) in sequence.cameras.sorted(by: { $0.key < $1.key }) {
      try sink.write("\(folder)/\(name)/data.csv") { put in
        try put("#timestamp [ns],filename\n")
        for stamp in camera.stamps { try put("\(stamp),\(stamp).png\n") }
      }
      try sink.write("\(folder)/\(name)/sensor.yaml") { put in
        try put("# Camera \(camera.name); pixels have integers at their centres.\n")
        try put("sensor_type: camera\ncomment: \(camera.name)\n" + Self.extrinsics(camera.mount))
        if let first = camera.stamps.first, let last = camera.stamps.last, last > first {
          let rate = Double(camera.stamps.count - 1) * 1e9 / Double(last - first)
          try put("rate_hz: \(DecimalText.short(rate, 6))\n")
        }
        try put("resolution: [\(camera.resolution)]\ncamera_model: pinhole\nintrinsics: [\(camera.lens)]\n")
        try put("distortion_model: radial-tangential\ndistortion_coefficients: [\(camera.distortion)]\n")
      }
    }
    for kind in ["imu0", "imu1"] {
      guard let rows = sequence.readings[kind], sequence.unit.count == 5 else { continue }
      try sink.write("\(folder)/\(kind)/data.csv") { put in
        try put(
          "#timestamp [ns]," + ["x", "y", "z"].map { "w_RS_S_\($0) [rad s^-1]" }.joined(separator: ",")
            + "," + ["x", "y", "z"].map { "a_RS_S_\($0) [m s^-2]" }.joined(separator: ",") + "\n")
        for row in rows { try put(row + "\n") }
      }
      let noise =
        ["gyroscope_noise_density", "gyroscope_random_walk"]
        + ["accelerometer_noise_density", "accelerometer_random_walk"]
      try sink.write("\(folder)/\(kind)/sensor.yaml") { put in
        let comment = kind == "imu0" ? "with noise and bias" : "without noise or bias"
        try put("sensor_type: imu\ncomment: \(comment)\n" + Self.extrinsics(Self.identity[...]))
        try put("rate_hz: \(sequence.unit[0])\n")
        for (key, value) in zip(noise, sequence.unit.dropFirst()) where !value.isEmpty {
          try put("\(key): \(kind == "imu0" ? value : "0.0")\n")
        }
      }
    }
    let folder = folder + "/state_groundtruth_estimate0"
    try sink.write(folder + "/data.csv") { put in
      let columns =
        ["x", "y", "z"].map { "p_RS_R_\($0) [m]" } + ["w", "x", "y", "z"].map { "q_RS_\($0) []" }
        + ["x", "y", "z"].map { "v_RS_R_\($0) [m s^-1]" }
        + ["x", "y", "z"].map { "b_w_RS_S_\($0) [rad s^-1]" }
        + ["x", "y", "z"].map { "b_a_RS_S_\($0) [m s^-2]" }
      let count = sequence.states.map { $0.numbers.split(separator: ",").count }.max() ?? 0
      try put((["#timestamp [ns]"] + columns.prefix(count)).joined(separator: ",") + "\n")
      for state in sequence.states { try put("\(state.stamp),\(state.numbers)\n") }
    }
    try sink.write(folder + "/sensor.yaml") { put in
      try put("sensor_type: visual-inertial\ncomment: true states of the body\n")
      try put(Self.extrinsics(Self.identity[...]))
    }
  }

  private static let identity = "1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1"

  private static func extrinsics(_ numbers: Substring) -> String {
    "T_BS:\n  cols: 4\n  rows: 4\n  data: [\(numbers)]\n"
  }
}
