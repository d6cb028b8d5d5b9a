/// Names of the per-pixel labels, as in recipes, files and documentation. Shapes are height × width × channels.
package enum LabelNames {
  /// sRGB colour, UInt8, 3 channels.
  package static let rgb = "rgb"
  /// Linear Rec.709 radiance before exposure's clipping, Float, 3 channels.
  package static let hdr = "hdr"
  /// Planar z in metres, Float; +inf where nothing is hit.
  package static let depth = "depth"
  /// Euclidean ray length in metres, Float; +inf where nothing is hit.
  package static let distance = "distance"
  /// u_left − u_right in pixels, Float; 0 where nothing is hit. Left camera of a rectified pair.
  package static let disparity = "disparity"
  /// UInt8: 1 where the surface seen by the left camera is hidden from or outside the right camera.
  package static let disparityOcclusion = "disparity_occlusion"
  /// Metres, Float, 3 channels; 0 where nothing is hit.
  package static let positionWorld = "position_world"
  package static let positionCamera = "position_camera"
  /// Unit vectors, Float, 3 channels; 0 where nothing is hit.
  package static let normal = "normal"  // shading normal, world
  package static let normalCamera = "normal_camera"  // shading normal, camera
  package static let normalGeometric = "normal_geometric"  // face normal, world
  package static let normalGeometricCamera = "normal_geometric_camera"
  /// Texture coordinates, Float, 2 channels.
  package static let uv = "uv"
  /// sRGB diffuse reflectance, UInt8, 3 channels.
  package static let albedo = "albedo"
  /// Entity id, UInt32; 0 = nothing.
  package static let instance = "instance"
  /// Native class id, UInt16; 0 = nothing.
  package static let semantic = "semantic"
  /// See `PanopticLabel`, UInt32.
  package static let panoptic = "panoptic"
  /// Part id, UInt32: entity id × 256 + part index + 1; 0 = nothing.
  package static let part = "part"
  /// Material id, UInt16: index into the sample's material table + 1; 0 = nothing.
  package static let material = "material"
  /// Room of what is seen, UInt16: 1 + index in the plan; 0 = outdoors or nothing.
  package static let room = "room"
  /// Pixels (Δu, Δv) to the next / previous frame, Float, 2 channels; 0 where nothing is hit.
  package static let flowForward = "flow_forward"
  package static let flowBackward = "flow_backward"
  /// UInt8: 1 where the surface point is hidden or out of the image in the other frame.
  package static let occlusionForward = "occlusion_forward"
  package static let occlusionBackward = "occlusion_backward"
  /// Cells of the ground around the carrier (see `BirdsEyeLabel`): sets of `BirdsEyeLayer` as bits, UInt16, and the road
  /// user in each, UInt32. Their size is the grid's, not the picture's.
  package static let bevLayers = "bev_layers"
  package static let bevInstance = "bev_instance"
  /// Displacement of the surface point to the next frame, camera axes of this frame, world motion only, metres, Float, 3 channels.
  package static let sceneFlow = "scene_flow"
}
