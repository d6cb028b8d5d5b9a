package import WorldModel

/// All annotators, in the order in which labels are listed. A new label is one file and one line here.
package enum AnnotatorCatalog {
  package static let all: [any Annotator] = [
    ColourAnnotator(),
    RadianceAnnotator(),
    DepthAnnotator(),
    DistanceAnnotator(),
    DisparityAnnotator(),
    PositionWorldAnnotator(),
    PositionCameraAnnotator(),
    NormalAnnotator(),
    NormalCameraAnnotator(),
    FaceNormalAnnotator(),
    FaceNormalCameraAnnotator(),
    TextureCoordinateAnnotator(),
    AlbedoAnnotator(),
    InstanceAnnotator(),
    SemanticAnnotator(),
    PanopticAnnotator(),
    PartAnnotator(),
    MaterialAnnotator(),
    RoomAnnotator(),
    FlowForwardAnnotator(),
    FlowBackwardAnnotator(),
    SceneFlowAnnotator(),
    ObjectsAnnotator(),
    Boxes2DAnnotator(),
    MasksAnnotator(),
    VisibilityAnnotator(),
    OcclusionAnnotator(),
    Boxes3DAnnotator(),
    KeypointsAnnotator(),
    MotionAnnotator(),
    LanesAnnotator(),
    BirdsEyeAnnotator(),
    MaterialSharesAnnotator(),
    StatesAnnotator(),
    PointTracksAnnotator(),
    NavigationAnnotator(),
    RoomsAnnotator(),
    FloorPlanAnnotator(),
    SceneGraphAnnotator(),
    LayoutAnnotator(),
    ImuAnnotator(),
  ]

  package static func named(_ name: String) -> (any Annotator)? { all.first { $0.name == name } }

  /// Labels of a capture, from the given annotators in catalog order.
  package static func labels(of capture: Capture, by annotators: [any Annotator]) -> LabelSet {
    let view = CapturedView(capture)
    var labels = LabelSet()
    for a in annotators { a.annotate(view, into: &labels) }
    return labels
  }
}
