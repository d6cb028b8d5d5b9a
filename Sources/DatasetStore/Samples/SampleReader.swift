package import Diagnostics
package import Imaging
import JSON
import VectorMath
package import WorldModel

/// Reads a stored sample back.
package struct SampleReader: Sendable {
  /// The sample's directory.
  package let directory: String
  package let record: SampleRecord

  /// Reads `sample.json`.
  /// - Throws: `.noInput` when it is missing, `.badInput` when it is not what `SampleEncoder` writes.
  package init(directory: String) throws(DioramaError) {
    self.directory = directory
    let path = directory + "/" + SampleEncoder.recordName
    record = try CanonicalJSON.decode(
      SampleRecord.self, try DurableFiles.read(path, limit: 256 << 20), name: path)
  }

  /// The sample with the labels asked for.
  /// - Parameters:
  ///   - types: the structured labels to read; those of other names are left out.
  ///   - wanted: which labels to read at all, by name.
  /// - Throws: `.noInput` for a missing file, `.badInput` for one that is not what the record says.
  package func sample(
    structured types: [any StructuredLabel.Type], wanted: (String) -> Bool = { _ in true }
  ) throws(DioramaError) -> Sample {
    var views: [Sample.View] = []
    for view in record.views {
      var labels = LabelSet()
      for label in view.labels where wanted(label.name) {
        if label.encoding != nil {
          labels.set(label.name, try raster(label))
        } else if let type = types.first(where: { $0.name == label.name }) {
          labels.set(try structured(type, label))
        }
      }
      views.append(
        Sample.View(
          sensor: view.sensor, camera: view.camera, rigFromCamera: try pose(view.rigFromCamera),
          worldFromCamera: try pose(view.worldFromCamera), stereoBaseline: view.stereoBaseline, labels: labels
        ))
    }
    var sample = Sample(
      index: record.index, sequence: record.sequence, frame: record.frame, time: record.time,
      worldFromRig: try pose(record.worldFromRig), views: views, drawn: record.drawn,
      attributes: record.attributes.map { ($0.name, $0.value) })
    for recording in record.recordings ?? [] where recording.labels.contains(where: { wanted($0.name) }) {
      var labels = LabelSet()
      for label in recording.labels where wanted(label.name) {
        if let type = types.first(where: { $0.name == label.name }) {
          labels.set(try structured(type, label))
        }
      }
      sample.recordings.append(try RecordingFiles.read(recording, labels, in: directory))
    }
    return sample
  }

  /// One raster, checked against its description.
  package func raster(_ label: SampleRecord.Label) throws(DioramaError) -> AnyRaster {
    let path = try self.path(label)
    guard let kind = label.encoding else { throw DioramaError(.badInput, "\(path): not a raster label") }
    let raster = try kind.decode(try DurableFiles.read(path), name: path)
    let (width, height, channels) = raster.shape
    guard label.dtype == raster.elementName,
      label.shape == (channels == 1 ? [height, width] : [height, width, channels])
    else {
      throw DioramaError(
        .badInput,
        "\(path): \(height)×\(width)×\(channels) \(raster.elementName), sample.json says \(label.shape ?? []) \(label.dtype ?? "")"
      )
    }
    return raster
  }

  private func structured<L: StructuredLabel>(_ type: L.Type, _ label: SampleRecord.Label)
    throws(DioramaError) -> L
  {
    let path = try self.path(label)
    return try CanonicalJSON.decode(L.self, try DurableFiles.read(path), name: path)
  }

  /// Where a label's file is, never outside the sample.
  package func path(_ label: SampleRecord.Label) throws(DioramaError) -> String {
    guard SafeName.isPath(label.file) else {
      throw DioramaError(
        .badInput, "\(directory)/\(SampleEncoder.recordName): \"\(label.file)\" is no path of a dataset")
    }
    return directory + "/" + label.file
  }

  private func pose<T, S>(_ pose: SampleRecord.Pose) throws(DioramaError) -> RigidTransform<T, S> {
    guard let transform: RigidTransform<T, S> = pose.transform() else {
      throw DioramaError(
        .badInput,
        "\(directory)/\(SampleEncoder.recordName): a pose needs 4 numbers of rotation and 3 of translation")
    }
    return transform
  }
}
