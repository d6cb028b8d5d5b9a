"""Hypersim: h5py opens every array, and distances along the rays of M_cam_from_uv reach the positions."""

import csv

import h5py
import numpy
from PIL import Image


def check(root, report):
    problems = {"arrays": [], "cameras": [], "semantics": [], "positions": []}
    frames = points = 0
    with open(root / "metadata_camera_parameters.csv") as file:
        parameters = {row["scene_name"]: row for row in csv.DictReader(file)}
    with open(root / "metadata_images_split_scene_v1.csv") as file:
        listed = {(row["scene_name"], int(row["frame_id"])) for row in csv.DictReader(file)}
    for detail in sorted(root.glob("*/_detail/cam_00")):
        scene = detail.parent.parent
        index, places, turns = (
            array(detail / f"camera_keyframe_{name}.hdf5") for name in ("frame_indices", "positions", "orientations"))
        row = parameters[scene.name]
        from_uv = numpy.array([float(row[f"M_cam_from_uv_{k // 3}{k % 3}"]) for k in range(9)]).reshape(3, 3)
        projection = numpy.array([float(row[f"M_proj_{k // 4}{k % 4}"]) for k in range(16)]).reshape(4, 4)
        width, height = int(row["settings_output_img_width"]), int(row["settings_output_img_height"])
        u, v = numpy.meshgrid(
            (numpy.arange(width) + 0.5) / width * 2 - 1, 1 - (numpy.arange(height) + 0.5) / height * 2)
        rays = numpy.dstack([u, v, numpy.ones_like(u)]) @ from_uv.T
        clip = numpy.dstack([rays, numpy.ones_like(u)]) @ projection.T
        if abs(clip[..., 0] / clip[..., 3] - u).max() > 1e-9 or abs(clip[..., 1] / clip[..., 3] - v).max() > 1e-9:
            problems["cameras"].append(f"{scene.name}: M_proj does not lead back")
        for frame, place, turn in zip(index, places, turns, strict=True):
            frames += 1
            name = f"{scene.name}: {frame}"
            if abs(turn @ turn.T - numpy.eye(3)).max() > 1e-9 or numpy.linalg.det(turn) < 0 \
                    or (scene.name, int(frame)) not in listed:
                problems["cameras"].append(name)
            stem = f"frame.{frame:04}."
            geometry = scene / "images" / "scene_cam_00_geometry_hdf5"
            distance, semantic, instance = (
                array(geometry / f"{stem}{kind}.hdf5") for kind in ("depth_meters", "semantic", "semantic_instance"))
            with Image.open(scene / "images/scene_cam_00_final_preview" / f"{stem}tonemap.jpg") as picture:
                shape = picture.size[::-1]
            if shape != (height, width) or any(a.shape != shape for a in (distance, semantic, instance)):
                problems["arrays"].append(name)
            hit = ~numpy.isnan(distance)
            if semantic.dtype != numpy.int16 or semantic.min() < -1 or semantic.max() > 40 or (semantic == 0).any() \
                    or ((instance >= 0) & ~hit).any() or (distance[hit] <= 0).any():
                problems["semantics"].append(name)
            position = geometry / f"{stem}position.hdf5"
            if position.is_file():
                found = array(position)
                unit = rays / numpy.linalg.norm(rays, axis=2, keepdims=True)
                wanted = unit * numpy.nan_to_num(distance)[..., None] @ turn.T + place
                points += hit.sum()
                off = numpy.linalg.norm(found - wanted, axis=2)[hit]
                # Faces seen edge-on have depth of their corners, and single precision ends here.
                if (numpy.isnan(found[..., 0]) != ~hit).any() or (off > 1e-3 + 1e-4 * distance[hit]).mean() > 1e-4:
                    problems["positions"].append(f"{name}: off by {off.max() if len(off) else 0}")
            for kind in ("normal_cam", "normal_bump_cam", "normal_world", "normal_bump_world"):
                path = geometry / f"{stem}{kind}.hdf5"
                if path.is_file():
                    normals = array(path)
                    size = numpy.linalg.norm(normals, axis=2)[hit]
                    if abs(size - 1).max(initial=0) > 1e-3:
                        problems["arrays"].append(f"{name}: {kind} is not of unit length")
                    # In the camera's axes (z backward) what is seen faces the eye.
                    if kind == "normal_cam" and ((normals * rays).sum(2)[hit] > 1e-3).mean() > 0.001:
                        problems["arrays"].append(f"{name}: {kind} faces away")
    for name in ("arrays", "cameras", "semantics"):
        report.check("hypersim", name, frames, problems[name])
    report.check("hypersim", "positions", points or None, problems["positions"])


def array(path):
    with h5py.File(path) as file:
        if list(file) != ["dataset"]:
            raise ValueError(f"{path}: {list(file)}")
        return file["dataset"][:]
