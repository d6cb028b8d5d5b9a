package import Checks

/// Every dataset format, one line each.
package enum FormatCatalog {
  package static let all: [any DatasetFormat.Type] = [
    COCOFormat.self,
    KITTIFormat.self,
    YOLODetectFormat.self,
    YOLOSegmentFormat.self,
    YOLOPoseFormat.self,
    YOLOOrientedFormat.self,
    TUMRGBDFormat.self,
    NeRFFormat.self,
    COLMAPFormat.self,
    BOPFormat.self,
    FloorPlanFormat.self,
    EuRoCFormat.self,
    ScanNetFormat.self,
    HypersimFormat.self,
    Structured3DFormat.self,
    COCOCaptionsFormat.self,
    RefCOCOFormat.self,
    VQAFormat.self,
    CLEVRFormat.self,
    GQAFormat.self,
    MultimodalMessagesFormat.self,
    LLaVAFormat.self,
    SELDFormat.self,
    JAMSFormat.self,
    LibriSpeechFormat.self,
    TextGridFormat.self,
    RTTMFormat.self,
    SEDFormat.self,
    KaldiFormat.self,
    NeMoFormat.self,
    LhotseFormat.self,
    AudioFolderFormat.self,
    ESC50Format.self,
    UrbanSound8KFormat.self,
    CommonVoiceFormat.self,
    MUSANFormat.self,
    VoxCelebFormat.self,
    LibriMixFormat.self,
    WebDatasetFormat.self,
  ]

  /// What `diorama validate` checks of every format, in their order.
  package static var rules: [CheckRule] {
    all.flatMap { [type(of: $0.validator).formed, type(of: $0.validator).matched] }
  }

  package static func named(_ name: String) -> (any DatasetFormat.Type)? { all.first { $0.name == name } }
}
