package import Diagnostics
import Imaging
import JSON
package import WorldModel

/// Turns samples into files. Holds the memory that compression works in: one for each worker.
package final class SampleEncoder {
  private let png = PNGEncoder()
  private let meanings: [String: RasterMeaning]

  /// The name of the file that describes a sample.
  package static let recordName = "sample.json"

  /// - Parameter meanings: units and sentinels of raster labels beside the standard ones.
  package init(meanings: [RasterMeaning] = []) {
    self.meanings = Dictionary(
      (RasterMeaning.standard + meanings).map { ($0.label, $0) }, uniquingKeysWith: { $1 })
  }

  /// The sample's files by path relative to its directory: `<sensor>/<label>.<png|npy|json>` in the order of
  /// views and labels, then those of recordings (`RecordingFiles`), `sample.json` last. The bytes depend on the sample alone.
  /// - Throws: `.badInput` when a sensor or label has a name that cannot be a file's, or two have the same.
  package func encode(_ sample: Sample) throws(DioramaError) -> [DatasetFile] {
    var files: [DatasetFile] = []
    var views: [SampleRecord.View] = []
    var paths: Set<String> = []
    func add(_ path: String, _ bytes: [UInt8]) throws(DioramaError) {
      guard SafeName.isPath(path) else {
        throw DioramaError(
          .badInput, "sensor and label names become file names; \"\(path)\" cannot be one",
          remedy: "Use letters, digits, '_', '-' and '.' in names of sensors.")
      }
      guard paths.insert(path).inserted else {
        throw DioramaError(
          .badInput, "two labels of sample \(sample.index) would be the file \(path)",
          remedy: "Give every sensor of the rig a name of its own.")
      }
      files.append(DatasetFile(path: path, bytes: bytes))
    }
    for view in sample.views {
      var labels: [SampleRecord.Label] = []
      for (name, raster) in view.labels.rasters {
        let kind = RasterFile(of: raster)
        let path = "\(view.sensor)/\(name).\(kind.fileExtension)"
        try add(path, try RasterFile.encode(raster, with: png))
        let (width, height, channels) = raster.shape
        labels.append(
          SampleRecord.Label(
            name: name, file: path, encoding: kind, dtype: raster.elementName,
            shape: channels == 1 ? [height, width] : [height, width, channels], unit: meanings[name]?.unit,
            sentinel: meanings[name]?.sentinel))
      }
      for label in view.labels.structured {
        let name = type(of: label).name
        let path = "\(view.sensor)/\(name).json"
        try add(path, try CanonicalJSON.encode(label))
        labels.append(SampleRecord.Label(name: name, file: path))
      }
      views.append(Self.record(view, labels))
    }
    var recordings: [SampleRecord.Recording] = []
    for recording in sample.recordings {
      let encoded = try RecordingFiles(recording)
      for file in encoded.files { try add(file.path, file.bytes) }
      recordings.append(encoded.record)
    }
    let record = SampleRecord(
      index: sample.index, sequence: sample.sequence, frame: sample.frame, time: sample.time,
      worldFromRig: SampleRecord.Pose(sample.worldFromRig), views: views,
      recordings: recordings.isEmpty ? nil : recordings, drawn: sample.drawn,
      attributes: sample.attributes.map { SampleRecord.Attribute(name: $0.name, value: $0.value) },
      files: files.map(\.record))
    files.append(DatasetFile(path: Self.recordName, bytes: try CanonicalJSON.encode(record)))
    return files
  }

  private static func record(_ view: Sample.View, _ labels: [SampleRecord.Label]) -> SampleRecord.View {
    SampleRecord.View(
      sensor: view.sensor, camera: view.camera,
      intrinsicsCenterOrigin: SampleRecord.intrinsics(view.camera, offset: 0),
      intrinsicsCornerOrigin: SampleRecord.intrinsics(view.camera, offset: 0.5),
      rigFromCamera: SampleRecord.Pose(view.rigFromCamera),
      worldFromCamera: SampleRecord.Pose(view.worldFromCamera),
      stereoBaseline: view.stereoBaseline, labels: labels)
  }
}
