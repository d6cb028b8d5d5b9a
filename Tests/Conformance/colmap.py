"""COLMAP: pycolmap reads the models; points project onto their pixels within a hundredth; pictures exist."""

import numpy
import pycolmap
from PIL import Image


def check(root, report):
    problems = {"models": [], "pictures": [], "reprojection": []}
    models = pictures = sights = 0
    for model in sorted(root.glob("*/sparse/0")):
        models += 1
        folder = model.parent.parent
        scene = pycolmap.Reconstruction(str(model))
        rows = [x for x in (model / "points3D.txt").read_text().splitlines() if x and x[0] != "#"]
        files = list((folder / "images").iterdir())
        if scene.num_images() != len(files) or scene.num_points3D() != len(rows):
            problems["models"].append(f"{folder.name}: {scene.num_images()} images, {scene.num_points3D()} points")
        for image in scene.images.values():
            pictures += 1
            camera = scene.cameras[image.camera_id]
            with Image.open(folder / "images" / image.name) as picture:
                if picture.size != (camera.width, camera.height):
                    problems["pictures"].append(f"{image.name}: {picture.size}")
            pose = image.cam_from_world() if callable(image.cam_from_world) else image.cam_from_world
            for point in image.points2D:
                if not point.has_point3D():
                    continue
                sights += 1
                inside = pose * scene.points3D[point.point3D_id].xyz
                pixel = camera.img_from_cam(inside)
                if inside[2] <= 0 or numpy.abs(numpy.ravel(pixel) - point.xy).max() > 0.01:
                    problems["reprojection"].append(f"{image.name}: {pixel}, not {point.xy}")
    report.check("colmap", "models", models, problems["models"])
    report.check("colmap", "pictures", pictures, problems["pictures"])
    # A dataset without `point_tracks` has no points; none is said, not wrong.
    if sights:
        report.check("colmap", "reprojection", sights, problems["reprojection"])
