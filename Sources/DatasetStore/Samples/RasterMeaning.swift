/// What a raster label's values mean: their unit and the value that stands for "nothing here".
package struct RasterMeaning: Sendable, Hashable {
  package var label: String
  /// SI symbol, `px`, `id`, `class`, `sRGB`, …; empty for pure numbers.
  package var unit: String
  /// The value where nothing was hit, as text (`inf` is IEEE infinity); `nil` when every pixel has a value.
  package var sentinel: String?

  package init(_ label: String, unit: String, sentinel: String?) {
    self.label = label
    self.unit = unit
    self.sentinel = sentinel
  }

  /// The labels of the engine.
  package static let standard: [RasterMeaning] = [
    RasterMeaning("rgb", unit: "sRGB", sentinel: nil),
    RasterMeaning("hdr", unit: "linear Rec.709", sentinel: nil),
    RasterMeaning("depth", unit: "m", sentinel: "inf"),
    RasterMeaning("distance", unit: "m", sentinel: "inf"),
    RasterMeaning("disparity", unit: "px", sentinel: "0"),
    RasterMeaning("disparity_occlusion", unit: "flag", sentinel: "0"),
    RasterMeaning("position_world", unit: "m", sentinel: "0"),
    RasterMeaning("position_camera", unit: "m", sentinel: "0"),
    RasterMeaning("normal", unit: "unit vector", sentinel: "0"),
    RasterMeaning("normal_camera", unit: "unit vector", sentinel: "0"),
    RasterMeaning("normal_geometric", unit: "unit vector", sentinel: "0"),
    RasterMeaning("normal_geometric_camera", unit: "unit vector", sentinel: "0"),
    RasterMeaning("uv", unit: "texture coordinate", sentinel: nil),
    RasterMeaning("albedo", unit: "sRGB", sentinel: nil),
    RasterMeaning("instance", unit: "id", sentinel: "0"),
    RasterMeaning("semantic", unit: "class", sentinel: "0"),
    RasterMeaning("panoptic", unit: "id", sentinel: "0"),
    RasterMeaning("part", unit: "id", sentinel: "0"),
    RasterMeaning("material", unit: "id", sentinel: "0"),
    RasterMeaning("room", unit: "id", sentinel: "0"),
    RasterMeaning("flow_forward", unit: "px", sentinel: "0"),
    RasterMeaning("flow_backward", unit: "px", sentinel: "0"),
    RasterMeaning("occlusion_forward", unit: "flag", sentinel: "0"),
    RasterMeaning("occlusion_backward", unit: "flag", sentinel: "0"),
    RasterMeaning("bev_layers", unit: "set of layers", sentinel: "0"),
    RasterMeaning("bev_instance", unit: "id", sentinel: "0"),
    RasterMeaning("scene_flow", unit: "m", sentinel: "0"),
  ]
}
