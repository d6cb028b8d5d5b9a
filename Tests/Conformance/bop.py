"""BOP by its definitions: counts and boxes are the masks', fractions the counts', poses put boxes about the pixels."""

import itertools
import json

import numpy
from PIL import Image
from scipy.spatial import ConvexHull, QhullError, cKDTree
import trimesh


def check(root, report):
    models = json.loads((root / "models" / "models_info.json").read_text())
    problems = {"pictures": [], "counts": [], "boxes": [], "poses": [], "models": [], "coco": []}
    pictures = objects = 0
    shapes = {}
    for name, model in models.items():
        shapes[name] = shape(root, name, model, problems["models"])
    for scene in sorted(path.parent for path in root.glob("*/*/scene_camera.json")):
        cameras, truth, infos, coco = (
            json.loads((scene / f"scene_{name}.json").read_text()) for name in ("camera", "gt", "gt_info", "gt_coco"))
        rows = iter(coco["annotations"])
        for image, camera in cameras.items():
            pictures += 1
            name = f"{scene.name}/{image}"
            with Image.open(scene / "rgb" / f"{int(image):06}.png") as rgb, \
                    Image.open(scene / "depth" / f"{int(image):06}.png") as other:
                size = rgb.size
                depth = numpy.array(other)
                if other.size != size or not other.mode.startswith("I") or camera["depth_scale"] <= 0:
                    problems["pictures"].append(f"{name}: {other.mode} {other.size}")
            k = numpy.array(camera["cam_K"]).reshape(3, 3)
            for i, (pose, info) in enumerate(zip(truth[image], infos[image], strict=True)):
                objects += 1
                here = f"{name}, object {i}"
                whole, seen = (
                    numpy.array(Image.open(scene / kind / f"{int(image):06}_{i:06}.png")) > 0
                    for kind in ("mask", "mask_visib"))
                counts = (info["px_count_all"], info["px_count_valid"], info["px_count_visib"])
                if counts[0] < whole.sum() or counts[1:] != ((whole & (depth > 0)).sum(), seen.sum()) \
                        or (seen & ~whole).any() or abs(info["visib_fract"] - counts[2] / counts[0]) > 1e-6:
                    problems["counts"].append(f"{here}: {counts}")
                if info["bbox_visib"] != bounds(seen) or info["bbox_obj"] != bounds(whole):
                    problems["boxes"].append(here)
                row = next(rows, {})
                if row.get("area") != counts[2] or row.get("bbox") != info["bbox_visib"] \
                        or row.get("category_id") != pose["obj_id"] or row.get("image_id") != int(image):
                    problems["coco"].append(here)
                if str(pose["obj_id"]) not in models:
                    problems["models"].append(f"{here}: {pose['obj_id']}")
                problem = outside(k, pose, info) or silhouette(k, pose, info, shapes.get(str(pose["obj_id"])), size)
                if problem:
                    problems["poses"].append(f"{here}: {problem}")
    for name, found in problems.items():
        report.check("bop", name, pictures if name == "pictures" else objects, found)


def bounds(mask):
    vs, us = numpy.nonzero(mask)
    return [int(us.min()), int(vs.min()), int(us.max() - us.min() + 1), int(vs.max() - vs.min() + 1)]


def shape(root, name, model, bad):
    """The vertices of a model, after comparing them with what models_info says of them."""
    vertices = []
    for folder in ("models", "models_eval"):
        mesh = trimesh.load(root / folder / f"obj_{int(name):06}.ply", process=False)
        vertices.append(numpy.unique(mesh.vertices, axis=0))
    places = vertices[0]
    low, size = places.min(0), places.max(0) - places.min(0)
    told = [[model[f"{key}_{axis}"] for axis in "xyz"] for key in ("min", "size")]
    if len(places) != len(vertices[1]) or abs(places - vertices[1]).max() > 1e-4:
        bad.append(f"{name}: models_eval has other vertices")
    if abs(low - told[0]).max() > 1e-3 or abs(size - told[1]).max() > 1e-3 or abs(low + size / 2).max() > 1e-3:
        bad.append(f"{name}: box {low} {size}, not {told}")
    # The farthest pair is among the corners of the hull.
    try:
        corners = places[ConvexHull(places).vertices]
    except QhullError:
        corners = places
    diameter = max(numpy.linalg.norm(corners - corner, axis=1).max() for corner in corners)
    if abs(diameter - model["diameter"]) > 1e-3:
        bad.append(f"{name}: diameter {model['diameter']}, not {diameter}")
    tree = cKDTree(places)
    for matrix in numpy.array(model.get("symmetries_discrete", [])).reshape(-1, 4, 4):
        if tree.query(places @ matrix[:3, :3].T + matrix[:3, 3])[0].max() > 0.01 \
                or numpy.linalg.det(matrix) < 0.999 or abs(matrix - numpy.eye(4)).max() < 1e-6:
            bad.append(f"{name}: no symmetry {matrix.tolist()}")
    return places


def silhouette(k, pose, info, places, size):
    """The box around the model's projected vertices is the object's, where it lies inside of the picture."""
    x, y, w, h = info["bbox_obj"]
    if places is None or abs(numpy.ptp(places, axis=0) - info["obj_size"]).max() > 0.01 or x <= 0 or y <= 0 or x + w >= size[0] or y + h >= size[1]:
        return None
    seen = places @ numpy.array(pose["cam_R_m2c"]).reshape(3, 3).T + pose["cam_t_m2c"]
    if seen[:, 2].min() < 1:
        return None
    pixels = seen @ k.T
    pixels = pixels[:, :2] / pixels[:, 2:]
    low, high = pixels.min(0), pixels.max(0)
    # Nothing is seen outside of the model, so a pose that is off shows on one side; thin tips (twigs, aerials) pass between
    # pixel centres, so the model may reach farther than what is seen.
    first, last = numpy.array([x, y]), numpy.array([x + w - 1, y + h - 1])
    slack = 4 + 0.12 * max(w, h)
    if (low > first + 1).any() or (high < last - 1).any() or (first - low > slack).any() or (high - last > slack).any():
        return f"model covers {low} to {high}, box {info['bbox_obj']}"
    return None


def outside(k, pose, info):
    """The projected corners of the object's box hold all its pixels, where all corners are ahead."""
    signs = numpy.array(list(itertools.product((-0.5, 0.5), repeat=3)))
    turn = numpy.array(pose["cam_R_m2c"]).reshape(3, 3)
    if numpy.abs(turn @ turn.T - numpy.eye(3)).max() > 1e-6 or numpy.linalg.det(turn) < 0:
        return "no rotation"
    corners = signs * info["obj_size"] @ turn.T + pose["cam_t_m2c"]
    if corners[:, 2].min() < 1:
        return None
    pixels = corners @ k.T
    pixels = pixels[:, :2] / pixels[:, 2:]
    x, y, w, h = info["bbox_obj"]
    low, high = pixels.min(0) - 1, pixels.max(0) + 1
    if x < low[0] or y < low[1] or x + w - 1 > high[0] or y + h - 1 > high[1]:
        return f"box {info['bbox_obj']} beyond {low} {high}"
    return None
