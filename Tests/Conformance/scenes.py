#!/usr/bin/env python3
"""Opens the scene files of one sample with other people's loaders: scenes.py DIR/STEM SAMPLE.

STEM.glb, STEM.obj, STEM.ply and STEM.usda are one scene, SAMPLE the folder of the same sample in a native dataset.
Exits with 0 only if every check holds."""

import io
import json
import pathlib
import struct
import sys

import numpy
from PIL import Image
from pxr import Usd, UsdGeom, UsdSemantics, UsdShade, UsdValidation
import trimesh

from report import Report

# The file's x, y, z are the world's y, z, x.
WORLD_FROM_FILE = numpy.array([[0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1.0]])


def glb(path, report):
    """Triangles (n × 3 × 3, world) with instance, class and part ids, and the cameras."""
    raw = path.read_bytes()
    magic, version, total, length, kind = struct.unpack_from("<5I", raw)
    document = json.loads(raw[20:20 + length])
    report.check("gltf", "container", 1, gltf_rules(raw, magic, version, total, length, kind, document))
    scene = trimesh.load(path, force="scene", process=False)
    extras = {node["name"] + str(i): node.get("extras", {}) for i, node in enumerate(document["nodes"])}
    report.check("gltf", "trimesh", len(extras), [] if scene.geometry else ["nothing in it"])
    triangles, ids, cameras, uvs = [], [], [], []
    lost = []

    def walk(index, matrix, thing):
        node = document["nodes"][index]
        local = numpy.eye(4)
        if "rotation" in node:
            x, y, z, w = node["rotation"]
            local = trimesh.transformations.quaternion_matrix([w, x, y, z])
        local[:3, 3] = node.get("translation", [0, 0, 0])
        matrix = matrix @ local
        own = node.get("extras", {})
        thing = {**thing, **own}
        if "camera" in node:
            cameras.append((WORLD_FROM_FILE @ matrix, document["cameras"][node["camera"]]))
        if "mesh" in node:
            if not {"id", "class", "class_id", "part", "part_id"} <= thing.keys():
                lost.append(f"{node.get('name')}: {sorted(thing)}")
            for primitive in document["meshes"][node["mesh"]]["primitives"]:
                look = document["materials"][primitive["material"]]
                alpha = look["pbrMetallicRoughness"]["baseColorFactor"][3]
                points = accessor(raw, length, document, primitive["attributes"]["POSITION"]).astype(float)
                corners = accessor(raw, length, document, primitive["indices"]).reshape(-1, 3)
                points = points @ (WORLD_FROM_FILE @ matrix)[:3, :3].T + (WORLD_FROM_FILE @ matrix)[:3, 3]
                triangles.append(points[corners])
                # What is half transparent or more is a hole in labels; where a texture cuts holes it takes a texel to say.
                solid = {"MASK": 2, "BLEND": int(alpha >= 0.5)}.get(look.get("alphaMode"), 1)
                ids.append(
                    numpy.tile(
                        [thing["id"], thing["class_id"], thing["part_id"], solid, primitive["material"]],
                        (len(corners), 1)))
                places = primitive["attributes"].get("TEXCOORD_0")
                uvs.append(
                    accessor(raw, length, document, places)[corners] if places is not None
                    else numpy.zeros((len(corners), 3, 2)))
        for child in node.get("children", []):
            walk(child, matrix, thing)

    for root in document["scenes"][document["scene"]]["nodes"]:
        walk(root, numpy.eye(4), {})
    report.check("gltf", "extras", len(ids), lost)
    looks = [look_of(raw, length, document, m) for m in document["materials"]]
    return numpy.concatenate(triangles), numpy.concatenate(ids), cameras, numpy.concatenate(uvs), looks


def look_of(raw, length, document, material):
    """The linear base colour of a material and its picture, also linear, or None."""
    pbr = material["pbrMetallicRoughness"]
    factor = numpy.array(pbr["baseColorFactor"][:3])
    if "baseColorTexture" not in pbr:
        return factor, None
    image = document["images"][document["textures"][pbr["baseColorTexture"]["index"]]["source"]]
    view = document["bufferViews"][image["bufferView"]]
    start = 28 + length + view["byteOffset"]
    picture = Image.open(io.BytesIO(raw[start:start + view["byteLength"]])).convert("RGB")
    x = numpy.array(picture) / 255
    return factor, numpy.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)


def colour(look, uv):
    """sRGB from 0 to 255 at texture coordinates, the mean of the texels about them."""
    linear, picture = look
    if picture is not None:
        h, w = picture.shape[:2]
        us, vs = (int(uv[0] * w) + numpy.arange(-1, 2)) % w, (int(uv[1] * h) + numpy.arange(-1, 2)) % h
        linear = linear * picture[numpy.ix_(vs, us)].mean((0, 1))
    return 255 * numpy.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


COMPONENTS = {5123: numpy.uint16, 5125: numpy.uint32, 5126: numpy.float32}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


def accessor(raw, length, document, index):
    item = document["accessors"][index]
    view = document["bufferViews"][item["bufferView"]]
    kind = numpy.dtype(COMPONENTS[item["componentType"]]).newbyteorder("<")
    values = numpy.frombuffer(
        raw, kind, item["count"] * WIDTHS[item["type"]], 28 + length + view["byteOffset"])
    return values.reshape(item["count"], -1) if WIDTHS[item["type"]] > 1 else values


def gltf_rules(raw, magic, version, total, length, kind, document):
    """What Khronos' validator would call errors, for what such a file uses."""
    bad = []
    if (magic, version, total, kind) != (0x46546C67, 2, len(raw), 0x4E4F534A) or length % 4:
        bad.append("header")
    size, name = struct.unpack_from("<2I", raw, 20 + length)
    if name != 0x004E4942 or 28 + length + size != len(raw) or document["buffers"][0]["byteLength"] > size:
        bad.append("binary chunk")
    for i, view in enumerate(document["bufferViews"]):
        if view["byteOffset"] + view["byteLength"] > document["buffers"][0]["byteLength"]:
            bad.append(f"bufferViews[{i}] beyond the buffer")
    for key in ("nodes", "meshes", "materials", "textures", "images", "samplers", "accessors", "cameras"):
        if document.get(key) == []:
            bad.append(f"{key} is empty")
    for i, item in enumerate(document["accessors"]):
        view = document["bufferViews"][item["bufferView"]]
        size = numpy.dtype(COMPONENTS[item["componentType"]]).itemsize
        if view["byteOffset"] % size or item["count"] * size * WIDTHS[item["type"]] != view["byteLength"]:
            bad.append(f"accessors[{i}] alignment or length")
    seen = set()
    for node in document["nodes"]:
        for child in node.get("children", []):
            if child in seen:
                bad.append(f"node {child} has two parents")
            seen.add(child)
        if "rotation" in node and abs(numpy.linalg.norm(node["rotation"]) - 1) > 1e-6:
            bad.append(f"rotation {node['rotation']}")
    for mesh in document["meshes"]:
        for primitive in mesh["primitives"]:
            attributes = primitive["attributes"]
            count = {document["accessors"][a]["count"] for a in attributes.values()}
            points = accessor(raw, length, document, attributes["POSITION"])
            normals = accessor(raw, length, document, attributes["NORMAL"])
            item = document["accessors"][attributes["POSITION"]]
            indices = accessor(raw, length, document, primitive["indices"])
            if len(count) != 1 or indices.max() >= len(points) or len(indices) % 3:
                bad.append(f"{mesh['name']}: counts")
            if (points.min(0) != numpy.float32(item["min"])).any() or (points.max(0) != numpy.float32(item["max"])).any():
                bad.append(f"{mesh['name']}: bounds")
            if abs(numpy.linalg.norm(normals, axis=1) - 1).max() > 0.00674:
                bad.append(f"{mesh['name']}: normals")
            if not 0 <= primitive["material"] < len(document["materials"]):
                bad.append(f"{mesh['name']}: material")
            if "normalTexture" in document["materials"][primitive["material"]] and "TEXCOORD_0" not in attributes:
                bad.append(f"{mesh['name']}: texture without coordinates")
    for i, image in enumerate(document.get("images", [])):
        view = document["bufferViews"][image["bufferView"]]
        if not raw[28 + length + view["byteOffset"]:].startswith(b"\x89PNG"):
            bad.append(f"images[{i}]: no PNG")
    return bad


def area(triangles):
    return numpy.linalg.norm(numpy.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]), axis=1) / 2


def by_instance(triangles, instances):
    """Area and bounds of every instance."""
    areas = area(triangles)
    return {
        int(i): (areas[instances == i].sum(), triangles[instances == i].min((0, 1)), triangles[instances == i].max((0, 1)))
        for i in numpy.unique(instances)}


def compare(name, reference, found, report):
    bad = [] if reference.keys() == found.keys() else [f"things {sorted(found)}, not {sorted(reference)}"]
    for i in reference.keys() & found.keys():
        (a, low, high), (b, low2, high2) = reference[i], found[i]
        if abs(a - b) > 1e-4 * a or abs(low - low2).max() > 1e-3 or abs(high - high2).max() > 1e-3:
            bad.append(f"thing {i}: area {b} of {a}, {low2} {high2} of {low} {high}")
    report.check(name, "areas and bounds", len(found), bad)


def ply(path, reference, report):
    mesh = trimesh.load(path, process=False)
    faces = mesh.metadata["_ply_raw"]["face"]["data"]
    vertices = mesh.metadata["_ply_raw"]["vertex"]["data"]
    instance = numpy.array(faces["instance"]).ravel()
    compare("ply", reference[0], by_instance(mesh.triangles, instance), report)
    corner = numpy.array(vertices["instance"]).ravel()[mesh.faces]
    report.check("ply", "vertices and faces agree", len(corner), [] if (corner == instance[:, None]).all() else ["no"])
    classes = {int(i): int(c) for i, c in zip(instance, numpy.array(faces["semantic"]).ravel())}
    report.check("ply", "classes", len(classes), [] if classes == reference[1] else [f"{classes}"])
    outward = numpy.einsum("ij,ij->i", mesh.face_normals, numpy.array(mesh.vertex_normals)[mesh.faces].mean(1))
    report.check("ply", "normals on the faces' side", len(outward), [] if (outward > -0.01).mean() > 0.995 else ["no"])


def obj(path, reference, report):
    scene = trimesh.load(path, process=False, split_objects=True, group_material=False, force="scene")
    points, instance, triangles = [], [], []
    current = None
    for line in path.read_text().splitlines():
        words = line.split()
        if words[:1] == ["v"]:
            z, x, y = [float(w) for w in words[1:4]][2], float(words[1]), float(words[2])
            points.append((z, x, y))
        if words[:1] == ["o"]:
            current = int(words[1].split("_")[0])
        if words[:1] == ["f"]:
            triangles.append([int(w.split("/")[0]) - 1 for w in words[1:]])
            instance.append(current)
    corners = numpy.array(points)[numpy.array(triangles)]
    compare("obj", reference[0], by_instance(corners, numpy.array(instance)), report)
    count = sum(len(g.faces) for g in scene.geometry.values())
    report.check("obj", "trimesh", count, [] if count == len(triangles) else [f"{count} of {len(triangles)} triangles"])
    bad = [g for g, m in scene.geometry.items() if not hasattr(m.visual, "material") or m.visual.material is None]
    library = path.with_suffix(".mtl").read_text().splitlines()
    maps = [line.split()[-1] for line in library if line.startswith(("map_", "norm"))]
    bad += [m for m in maps if not (path.parent / m).is_file()]
    report.check("obj", "materials", len(library), bad)


def usd(path, reference, cameras, report):
    stage = Usd.Stage.Open(str(path))
    problems = {"stage": [], "labels": [], "materials": [], "cameras": []}
    if UsdGeom.GetStageUpAxis(stage) != "Z" or UsdGeom.GetStageMetersPerUnit(stage) != 1 or not stage.GetDefaultPrim():
        problems["stage"].append("axis, unit or default prim")
    # Pixar's own rules, all but the one for packages.
    registry = UsdValidation.ValidationRegistry()
    rules = [m.name for m in registry.GetAllValidatorMetadata() if "FileExtension" not in m.name]
    for error in UsdValidation.ValidationContext(registry.GetOrLoadValidatorsByName(rules)).Validate(stage):
        problems["stage"].append(error.GetErrorAsString())
    triangles, ids = [], []
    classes = {}
    meshes = 0
    for prim in stage.Traverse():
        if not prim.IsA(UsdGeom.Mesh):
            continue
        meshes += 1
        mesh = UsdGeom.Mesh(prim)
        thing = UsdGeom.PrimvarsAPI(prim).FindPrimvarWithInheritance
        instance = thing("primvars:instance_id").Get()
        label = UsdSemantics.LabelsAPI(prim.GetParent(), "class").GetLabelsAttr().Get()
        part = UsdSemantics.LabelsAPI(prim, "part").GetLabelsAttr().Get()
        if not label or not part or thing("primvars:part_id").Get() // 256 != instance:
            problems["labels"].append(str(prim.GetPath()))
        classes[instance] = thing("primvars:class_id").Get()
        if not UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()[0]:
            problems["materials"].append(str(prim.GetPath()))
        matrix = numpy.array(UsdGeom.Xformable(prim).ComputeLocalToWorldTransform(0)).T
        points = numpy.array(mesh.GetPointsAttr().Get()) @ matrix[:3, :3].T + matrix[:3, 3]
        corners = numpy.array(mesh.GetFaceVertexIndicesAttr().Get()).reshape(-1, 3)
        valid, why = UsdGeom.Mesh.ValidateTopology(
            mesh.GetFaceVertexIndicesAttr().Get(), mesh.GetFaceVertexCountsAttr().Get(), len(points))
        if not valid:
            problems["stage"].append(f"{prim.GetPath()}: {why}")
        triangles.append(points[corners])
        ids.append(numpy.full(len(corners), instance))
    compare("usda", reference[0], by_instance(numpy.concatenate(triangles), numpy.concatenate(ids)), report)
    if classes != reference[1]:
        problems["labels"].append(f"classes {classes}")
    found = [UsdGeom.Camera(p) for p in stage.Traverse() if p.IsA(UsdGeom.Camera)]
    for camera, (matrix, described) in zip(found, cameras, strict=True):
        lens = camera.GetCamera(0)
        k = described["extras"]
        focal = lens.focalLength / lens.horizontalAperture * k["width"]
        shift = lens.horizontalApertureOffset / lens.horizontalAperture * k["width"]
        place = numpy.array(camera.ComputeLocalToWorldTransform(0)).T
        if abs(focal - k["fx"]) > 1e-3 or abs(place - matrix).max() > 1e-6 \
                or abs((k["width"] - 1) / 2 - k["cx"] - shift) > 1e-4 \
                or abs(lens.verticalAperture / lens.horizontalAperture - k["height"] / k["width"] * k["fx"] / k["fy"]) > 1e-6:
            problems["cameras"].append(str(camera.GetPath()))
    for name, bad in problems.items():
        report.check("usda", name, meshes if name != "cameras" else len(found), bad)


def pixels(triangles, ids, cameras, uvs, looks, sample, report):
    """Rays through pixel centres meet what the labels say: depth, instance, class and part."""
    bad, off, count = [], [], 0
    kept = ids[:, 3] > 0
    triangles, ids, uvs = triangles[kept], ids[kept], uvs[kept]
    for matrix, described in cameras:
        folder = sample / described["name"]
        k = described["extras"]
        depth = numpy.load(folder / "depth.npy")
        maps = [numpy.array(Image.open(folder / f"{name}.png")) for name in ("instance", "semantic", "part")]
        albedo = numpy.array(Image.open(folder / "albedo.png"))
        maps = [m.view("<u4")[..., 0] if m.ndim == 3 else m for m in maps]
        # glTF's cameras look along −z with y up.
        world = matrix[:3, :3] @ numpy.diag([1, -1, -1])
        a, b, c = ((triangles[:, i] - matrix[:3, 3]) @ world for i in range(3))
        pairs = [numpy.cross(b, c), numpy.cross(c, a), numpy.cross(a, b)]
        volume = numpy.einsum("ij,ij->i", a, pairs[0])
        step = max(k["width"], k["height"]) // 20
        for v in range(step // 2, k["height"], step):
            for u in range(step // 2, k["width"], step):
                count += 1
                ray = numpy.array([(u - k["cx"]) / k["fx"], (v - k["cy"]) / k["fy"], 1])
                sides = [p @ ray for p in pairs]
                total = sides[0] + sides[1] + sides[2]
                inside = (numpy.sign(sides[0]) == numpy.sign(sides[1])) & (numpy.sign(sides[1]) == numpy.sign(sides[2]))
                with numpy.errstate(divide="ignore", invalid="ignore"):
                    z = numpy.where(inside & (total != 0), volume / total, numpy.inf)
                z[~(z > 0.01)] = numpy.inf
                hit = z.argmin()
                if numpy.isfinite(z[hit]) and ids[hit, 3] == 2:
                    count -= 1
                    continue
                wanted = [int(m[v, u]) for m in maps]
                found = list(map(int, ids[hit])) if numpy.isfinite(z[hit]) else [0, 0, 0]
                found = [found[0], found[1], found[2]]
                if wanted != found or (wanted[0] and abs(z[hit] - depth[v, u]) > 1e-4 * z[hit] + 1e-4):
                    bad.append(f"{described['name']} ({u}, {v}): {found} at {z[hit]}, not {wanted} at {depth[v, u]}")
                elif wanted[0]:
                    weights = numpy.array([side[hit] for side in sides]) / total[hit]
                    seen = colour(looks[ids[hit, 4]], weights @ uvs[hit])
                    off.append(numpy.abs(seen - albedo[v, u]).max())
    # Silhouettes pass between rounded corners; everywhere else it is the same surface.
    report.check("gltf", "what pixels see", count, bad if len(bad) > 0.01 * count else [], f"{len(bad)} differ")
    # A pixel shows many texels, so it may differ from one place's where the picture is fine.
    near = float(numpy.mean(numpy.array(off) < 8)) if off else 0
    note = f"{near:.0%} within 8 of 255"
    report.check("gltf", "colours of pixels", len(off), [] if near > 0.8 else [note], note)


def main():
    stem, sample = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    report = Report()
    try:
        triangles, ids, cameras, uvs, looks = glb(stem.with_suffix(".glb"), report)
        reference = (by_instance(triangles, ids[:, 0]), {int(i): int(c) for i, c in numpy.unique(ids[:, :2], axis=0)})
        pixels(triangles, ids, cameras, uvs, looks, sample, report)
        ply(stem.with_suffix(".ply"), reference, report)
        obj(stem.with_suffix(".obj"), reference, report)
        usd(stem.with_suffix(".usda"), reference, cameras, report)
    except Exception as error:  # a file so wrong that a check cannot go on
        report.fail("scene", "readable", f"{type(error).__name__}: {error}")
        if "-v" in sys.argv:
            raise
    report.print()
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
