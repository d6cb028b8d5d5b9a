import Annotations
import GroundedLanguage
package import WorldModel

/// Every structured label, for reading datasets back.
package enum StructuredLabels {
  package static let all: [any StructuredLabel.Type] = [
    ObjectsLabel.self, Boxes2DLabel.self, MasksLabel.self, VisibilityLabel.self, OcclusionLabel.self,
    Boxes3DLabel.self, KeypointsLabel.self, MotionLabel.self, PanopticLabel.self,
    LanesLabel.self, BirdsEyeLabel.self, MaterialSharesLabel.self,
    PointTracksLabel.self, NavigationLabel.self, ImuLabel.self,
    RoomsLabel.self, FloorPlanLabel.self, SceneGraphLabel.self, LayoutLabel.self, StatesLabel.self,
    CaptionLabel.self, ReferringLabel.self, QuestionsLabel.self, NarrationLabel.self, RecordingLabel.self,
    HeardQuestionsLabel.self,
  ]
}
