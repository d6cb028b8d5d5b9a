import Imaging
import TestSupport

extension FormatValidatorTests {
  /// Mistakes in what carries cameras' poses.
  static let poseMistakes: [Mistake] = [
    Mistake(
      "colmap", "a camera without its distortion", at: "cameras.txt:2",
      swap("000000/sparse/0/cameras.txt", "PINHOLE", "OPENCV")),
    Mistake(
      "colmap", "a camera too wide", at: "images.txt:3",
      swap("000000/sparse/0/cameras.txt", "PINHOLE 160", "PINHOLE 161")),
    Mistake(
      "colmap", "a quaternion of another length", at: "images.txt:3",
      swap("000000/sparse/0/images.txt", #"\n1 [^ ]+"#, "\n1 3.5")),
    Mistake(
      "colmap", "an image id twice", at: "images.txt:5",
      swap("000000/sparse/0/images.txt", #"\n2 "#, "\n1 ")),
    Mistake(
      "colmap", "half a point", at: "images.txt:4",
      swap("000000/sparse/0/images.txt", #"front\.png\n"#, "front.png\n1.5 2.5")),
    Mistake(
      "colmap", "a point that no track has", at: "points3D.txt",
      swap("000000/sparse/0/images.txt", #"front\.png\n"#, "front.png\n1.5 2.5 7")),
    Mistake("colmap", "a track of no image", at: "points3D.txt:2") {
      try $0.edit("000000/sparse/0/points3D.txt") { $0 + "7 0 0 0 1 2 3 0 99 0\n" }
    },
    Mistake("colmap", "a picture that is gone", at: "images.txt:3") {
      try $0.remove("000000/images/000000_front.png")
    },
    Mistake("colmap", "no points", at: "points3D.txt") { try $0.remove("000000/sparse/0/points3D.txt") },
    Mistake("bop", "no camera", at: "image 0", swap("train/000000/scene_camera.json", #""0""#, #""5""#)),
    Mistake(
      "bop", "a scale of nothing", at: "image 0",
      swap("train/000000/scene_camera.json", #""depth_scale":[0-9.]+"#, #""depth_scale":0"#)),
    Mistake(
      "bop", "no objects", at: "image 0", swap("train/000000/scene_gt.json", #""0""#, #""5""#)),
    Mistake(
      "bop", "a rotation that mirrors", at: "object 0",
      swap("train/000000/scene_gt.json", #""cam_R_m2c":\["#, #""cam_R_m2c":[9"#)),
    Mistake(
      "bop", "an unknown model", at: "object 0",
      swap("train/000000/scene_gt.json", #""obj_id":\d+"#, #""obj_id":9999"#)),
    Mistake(
      "bop", "a count off by one", at: "object 0",
      swap("train/000000/scene_gt_info.json", #""px_count_visib":\d+"#, #""px_count_visib":1"#)),
    Mistake(
      "bop", "another fraction", at: "object 0",
      swap("train/000000/scene_gt_info.json", #""visib_fract":[0-9.]+"#, #""visib_fract":0.123"#)),
    Mistake(
      "bop", "a box elsewhere", at: "object 0",
      swap("train/000000/scene_gt_info.json", #""bbox_visib":\[\d+"#, #""bbox_visib":[900"#)),
    Mistake(
      "bop", "a diameter too long", at: "models/obj_",
      swap("models/models_info.json", #""diameter":\d+"#, #""diameter":99999"#)),
    Mistake(
      "bop", "a box shifted", at: "models_eval/obj_",
      swap("models_eval/models_info.json", #""min_x":-\d+"#, #""min_x":-99"#)),
    Mistake("bop", "a model that is gone", at: "models/obj_000003.ply") {
      try $0.remove("models/obj_000003.ply")
    },
    Mistake("bop", "a mask that is gone", at: "object 0") {
      try $0.remove("train/000000/mask_visib/000000_000000.png")
    },
    Mistake("bop", "depth of 8 bits", at: "image 0") {
      try $0.write(try $0.bytes("train/000000/mask/000000_000000.png"), "train/000000/depth/000000.png")
    },
    Mistake(
      "euroc", "axes that mirror", at: "cam0/sensor.yaml",
      swap("000000/mav0/cam0/sensor.yaml", #"data: \[0"#, "data: [1")),
    Mistake(
      "euroc", "another width", at: "cam0/data.csv:2",
      swap("000000/mav0/cam0/sensor.yaml", "160, 96", "161, 96")),
    Mistake("euroc", "a picture that is gone", at: "cam0/data.csv:2") {
      try $0.remove("000000/mav0/cam0/data/1000000000000.png")
    },
    Mistake("euroc", "time that stands still", at: "cam0/data.csv:3") {
      try $0.edit("000000/mav0/cam0/data.csv") { $0 + "1000000000000,1000000000000.png\n" }
    },
    Mistake(
      "euroc", "a path that leaves", at: "cam0/data.csv:2",
      swap("000000/mav0/cam0/data.csv", #",1"#, ",../../1")),
    Mistake(
      "euroc", "a quaternion of another length", at: "data.csv:2",
      swap("000000/mav0/state_groundtruth_estimate0/data.csv", #",1,0,0,0\n"#, ",1,1,0,0\n")),
    Mistake("euroc", "no states", at: "state_groundtruth_estimate0") {
      try $0.remove("000000/mav0/state_groundtruth_estimate0/data.csv")
    },
    Mistake(
      "scannet", "a pose cut short", at: "pose/0.txt",
      swap("scans/scene0000_00/pose/0.txt", #" [^ ]+\n"#, "\n")),
    Mistake(
      "scannet", "no focal length", at: "intrinsic",
      swap("scans/scene0000_00/intrinsic/intrinsic_depth.txt", #"^[^ ]+"#, "0")),
    Mistake("scannet", "a category that is not listed", at: "label-filt/0.png") {
      try $0.edit("scannetv2-labels.combined.tsv") { $0.replacing("\n300\troad\t", with: "\n9300\troad\t") }
    },
    Mistake("scannet", "labels of another size", at: "label-filt/0.png") {
      try $0.write(
        try StoredPNG.encode(.uint16(Raster(width: 8, height: 8, fill: 0))),
        "scans/scene0000_00/label-filt/0.png")
    },
    Mistake("scannet", "instances with two categories", at: "instance-filt/0.png") {
      try $0.write(
        try StoredPNG.encode(.uint16(Raster(width: 160, height: 96, fill: 1))),
        "scans/scene0000_00/instance-filt/0.png")
    },
    Mistake("scannet", "no depth", at: "depth/0.png") { try $0.remove("scans/scene0000_00/depth/0.png") },
    Mistake("hypersim", "no distances", at: "depth_meters.hdf5") {
      try $0.remove("ai_000_000/images/scene_cam_00_geometry_hdf5/frame.0000.depth_meters.hdf5")
    },
    Mistake("hypersim", "classes of another frame's shape", at: "semantic.hdf5") {
      try $0.write(
        try $0.bytes("ai_000_000/_detail/cam_00/camera_keyframe_frame_indices.hdf5"),
        "ai_000_000/images/scene_cam_00_geometry_hdf5/frame.0000.semantic.hdf5")
    },
    Mistake("hypersim", "an axis of another length", at: "orientations.hdf5[0]") {
      let path = "ai_000_000/_detail/cam_00/camera_keyframe_orientations.hdf5"
      var bytes = try $0.bytes(path)
      bytes[bytes.count - 1] ^= 0x3f
      bytes[bytes.count - 10] = 0x3f
      try $0.write(bytes, path)
    },
    Mistake(
      "hypersim", "no parameters", at: "metadata_camera_parameters.csv",
      swap("metadata_camera_parameters.csv", "\nai_000_000", "\nai_999_000")),
  ]
}
