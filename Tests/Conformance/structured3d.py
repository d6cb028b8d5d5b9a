"""Structured3D: scenes read as its public code reads them, pictures held to the structure."""

import json

import numpy
from PIL import Image

BACKGROUND = 65535
# NYU40.
WALL, FLOOR, CEILING = 1, 2, 22


def check(root, report):
    problems = {
        "structure": [], "pictures": [], "boxes": [], "surfaces": [], "corners": [], "layouts": []}
    counts = dict.fromkeys(problems, 0)
    for scene in sorted(root.glob("scene_*")):
        boxes = {box["ID"]: box for box in json.loads((scene / "bbox_3d.json").read_text())}
        home = None
        if (scene / "annotation_3d.json").exists():
            counts["structure"] += 1
            home = Home(json.loads((scene / "annotation_3d.json").read_text()))
            problems["structure"] += [f"{scene.name}: {text}" for text in home.problems()]
        for room in sorted(scene.glob("2D_rendering/*")):
            folders = sorted(room.glob("panorama/*/")) + sorted(room.glob("perspective/*/*/"))
            for folder in (path for path in folders if path.is_dir()):
                name = f"{scene.name}/{folder.relative_to(scene)}"
                counts["pictures"] += 1
                colours = sorted(folder.glob("rgb_*light.png"))
                sizes = {Image.open(path).size for path in sorted(folder.glob("*.png"))}
                depth = numpy.array(Image.open(folder / "depth.png"))
                classes = numpy.array(Image.open(folder / "semantic.png"))
                if not colours or len(sizes) != 1 or depth.dtype.itemsize < 2 or classes.dtype != numpy.uint8 \
                        or classes.max() > 40:
                    problems["pictures"].append(f"{name}: {sizes}, {depth.dtype}, {classes.dtype}")
                    continue
                if (room / "panorama") in folder.parents:
                    camera = numpy.loadtxt(room / "panorama/camera_xyz.txt")
                    rays = panorama_rays(depth.shape)
                    layout = room / "panorama/layout.txt"
                    if home and layout.exists():
                        counts["corners"] += 1
                        if not home.sees(int(room.name), camera, numpy.loadtxt(layout), depth.shape):
                            problems["corners"].append(f"{name}: layout.txt")
                else:
                    pose = numpy.loadtxt(folder / "camera_pose.txt")
                    axes, k = pinhole(pose, depth.shape)
                    camera = pose[:3]
                    rays = pixel_rays(k, depth.shape) @ axes
                    if (folder / "layout.json").exists():
                        counts["layouts"] += 1
                        found = json.loads((folder / "layout.json").read_text())
                        problems["layouts"] += [
                            f"{name}: {text}" for text in home.layout_problems(found, axes, k, camera, depth.shape)]
                points = camera + rays * depth[..., None]
                hit = depth > 0
                # Drawings of boxes without a room around them have depth of their own.
                is_real = numpy.isin(classes, [WALL, FLOOR, CEILING]).any()
                if (folder / "instance.png").exists():
                    instances = numpy.array(Image.open(folder / "instance.png"))
                    for i in numpy.unique(instances[instances != BACKGROUND]):
                        counts["boxes"] += 1
                        if int(i) not in boxes:
                            problems["boxes"].append(f"{name}: instance {i} has no box")
                        elif not meets(boxes[int(i)], camera, rays[instances == i]):
                            problems["boxes"].append(f"{name}: instance {i} is seen beside its box")
                        elif is_real and not inside(boxes[int(i)], points[(instances == i) & hit]):
                            problems["boxes"].append(f"{name}: instance {i} is not in its box")
                if home and int(room.name) in home.rooms:
                    counts["surfaces"] += 1
                    off = home.off_plane(int(room.name), points, classes, hit)
                    if off > 0.01:
                        problems["surfaces"].append(f"{name}: {off:.1%} of floors, walls and ceilings beside their planes")
    for kind, found in problems.items():
        report.check("structured3d", kind, counts[kind] if kind == "pictures" else counts[kind] or None, found)


def panorama_rays(shape):
    """Directions of pixels: the middle looks along +y, columns grow towards +x, z is up."""
    height, width = shape
    turn = ((numpy.arange(width) + 0.5) / width - 0.5) * 2 * numpy.pi
    rise = (0.5 - (numpy.arange(height) + 0.5) / height) * numpy.pi
    rays = numpy.empty((height, width, 3))
    rays[..., 0] = numpy.cos(rise)[:, None] * numpy.sin(turn)
    rays[..., 1] = numpy.cos(rise)[:, None] * numpy.cos(turn)
    rays[..., 2] = numpy.sin(rise)[:, None]
    return rays


def pinhole(pose, shape):
    """Rows right, down and forward in the world, and focal lengths and centre with corner-origin pixels."""
    ahead, up = pose[3:6], pose[6:9]
    right = numpy.cross(ahead, up)
    half = numpy.array([shape[1] / 2, shape[0] / 2])
    return numpy.stack([right, -up, ahead]), (half / numpy.tan(pose[9:11]), half)


def pixel_rays(k, shape):
    focal, centre = k
    v, u = numpy.mgrid[:shape[0], :shape[1]] + 0.5
    return numpy.stack([(u - centre[0]) / focal[0], (v - centre[1]) / focal[1], numpy.ones(shape)], axis=-1)


def inside(box, points):
    """Depth is whole millimetres along its axis or ray."""
    local = (points - numpy.array(box["centroid"])) @ numpy.array(box["basis"]).T
    return (numpy.abs(local) <= numpy.array(box["coeffs"]) + 3).all()


def meets(box, camera, rays):
    """Rays through pixel centres, which round outlines to 1/256 pixel, meet the box."""
    basis, half = numpy.array(box["basis"]), numpy.array(box["coeffs"])
    origin = basis @ (camera - numpy.array(box["centroid"]))
    far = numpy.linalg.norm(origin)
    d = rays @ basis.T
    with numpy.errstate(divide="ignore", invalid="ignore"):
        a, b = (-origin - half - 1e-3 * far) / d, (-origin + half + 1e-3 * far) / d
    near = numpy.fmin(a, b).max(axis=1)
    return bool((near <= numpy.fmax(a, b).min(axis=1) + 1e-9).all())


class Home:
    def __init__(self, annotation):
        self.annotation = annotation
        self.junctions = numpy.array([j["coordinate"] for j in annotation["junctions"]])
        self.ends = [numpy.flatnonzero(row) for row in annotation["lineJunctionMatrix"]]
        self.edges = [numpy.flatnonzero(row) for row in annotation["planeLineMatrix"]]
        self.normals = numpy.array([p["normal"] for p in annotation["planes"]])
        self.offsets = numpy.array([p["offset"] for p in annotation["planes"]])
        self.holes = {
            line for s in annotation["semantics"] if s["type"] in ("door", "window")
            for p in s["planeID"] for line in self.edges[p]}
        self.rooms = {
            s["ID"]: s["planeID"] for s in annotation["semantics"]
            if s["type"] not in ("door", "window", "outwall")}

    def rings(self, lines):
        """Junctions in the order in which lines chain; None for lines that do not close."""
        rest = [list(self.ends[line]) for line in lines]
        out = []
        while rest:
            ring = rest.pop(0)
            while ring[0] != ring[-1]:
                k = next((i for i, pair in enumerate(rest) if ring[-1] in pair), None)
                if k is None:
                    return None
                pair = rest.pop(k)
                ring.append(pair[1] if pair[0] == ring[-1] else pair[0])
            out.append(ring[:-1])
        return out

    def floor(self, room):
        plane = next(p for p in self.rooms[room] if self.annotation["planes"][p]["type"] == "floor")
        return self.junctions[self.rings(self.edges[plane])[0]]

    def problems(self):
        bad = []
        for i, ends in enumerate(self.ends):
            line = self.annotation["lines"][i]
            if len(ends) != 2 or numpy.abs(numpy.cross(
                    self.junctions[ends] - line["point"], line["direction"])).max() > 1e-3:
                bad.append(f"line {i}")
        for i, lines in enumerate(self.edges):
            on = self.junctions[[j for line in lines for j in self.ends[line]]]
            if len(on) == 0 or numpy.abs(on @ self.normals[i] + self.offsets[i]).max() > 1e-3 or self.rings(lines) is None:
                bad.append(f"plane {i}")
        if bad:
            return bad
        outer = [s for s in self.annotation["semantics"] if s["type"] == "outwall"]
        if not outer:
            return ["no outer walls"]
        ground = [
            line for p in outer[0]["planeID"] for line in self.edges[p]
            if line not in self.holes and numpy.allclose(self.junctions[self.ends[line]][:, 2], 0)]
        house = self.rings(ground)
        if not house:
            return ["outer walls do not close"]
        house = self.junctions[house[0]][:, :2]
        areas = 0
        for room in self.rooms:
            corners = self.floor(room)[:, :2]
            areas += abs(area(corners))
            if not all(within(house, p) for p in corners):
                bad.append(f"room {room} is not inside of the outer walls")
        if areas >= abs(area(house)):
            bad.append("rooms are larger than the house")
        return bad

    def off_plane(self, room, points, classes, hit):
        """The share of surfaces of the camera's room that lie on none of its planes."""
        corners = self.floor(room)[:, :2]
        shown = hit & numpy.isin(classes, [WALL, FLOOR, CEILING])
        p = points[shown]
        # What is seen through doors belongs to other rooms; mouldings and reveals are in front or behind.
        own = numpy.array([within(corners, q, 40) for q in p[::7, :2]], dtype=bool)
        p = p[::7][own]
        if len(p) == 0:
            return 0
        planes = self.rooms[room]
        away = numpy.abs(p @ self.normals[planes].T + self.offsets[planes]).min(axis=1)
        return float((away > 60).mean())

    def sees(self, room, camera, layout, shape):
        """Corners of the room, ceiling and floor, in columns and rows with integers at pixel centres."""
        height, width = shape
        corners = self.floor(room)
        top = max(self.junctions[line][2] for p in self.rooms[room] for e in self.edges[p] for line in self.ends[e])
        wanted = []
        for corner in corners:
            d = corner - camera
            u = (numpy.arctan2(d[0], d[1]) / (2 * numpy.pi) + 0.5) * width - 0.5
            for z in (top, 0):
                v = (0.5 - numpy.arctan2(z - camera[2], numpy.hypot(d[0], d[1])) / numpy.pi) * height - 0.5
                wanted.append((u, v))
        if len(wanted) != len(layout):
            return False
        return all(numpy.abs(layout - w).max(axis=1).min() < 1e-3 for w in numpy.array(wanted))

    def layout_problems(self, layout, axes, k, camera, shape):
        bad = []
        for i, junction in enumerate(layout["junctions"]):
            at = numpy.array(junction["coordinate"])
            if (at < 0).any() or at[0] > shape[1] or at[1] > shape[0]:
                bad.append(f"junction {i} at {at}")
            if junction["ID"] is not None:
                q = axes @ (self.junctions[junction["ID"]] - camera)
                if q[2] <= 0 or numpy.abs(q[:2] / q[2] * k[0] + k[1] - at).max() > 1e-3:
                    bad.append(f"junction {i} of {junction['ID']}")
        flip = numpy.array([1, -1, 1])
        for plane in layout["planes"]:
            normal, offset = self.normals[plane["ID"]], self.offsets[plane["ID"]]
            local = axes @ normal * flip
            if numpy.abs(local - plane["normal"]).max() > 1e-6 or abs(normal @ camera + offset - plane["offset"]) > 1e-3:
                bad.append(f"plane {plane['ID']}")
            # Every place of a ring lies on the plane: its ray meets it before the camera.
            for key in ("visible_mask", "amodal_mask"):
                for ring in plane[key]:
                    at = numpy.array([layout["junctions"][j]["coordinate"] for j in ring])
                    rays = numpy.column_stack([(at - k[1]) / k[0], numpy.ones(len(at))]) * flip
                    with numpy.errstate(divide="ignore", invalid="ignore"):
                        t = -plane["offset"] / (rays @ numpy.array(plane["normal"]))
                    if len(ring) < 3 or (t <= 0).any():
                        bad.append(f"plane {plane['ID']}: {key}")
            if abs(sum(area_of(layout, r) for r in plane["visible_mask"])) > \
                    abs(sum(area_of(layout, r) for r in plane["amodal_mask"])) + 1e-3:
                bad.append(f"plane {plane['ID']}: more is visible than there is")
        return bad


def area(ring):
    x, y = ring[:, 0], ring[:, 1]
    return float(x @ numpy.roll(y, -1) - y @ numpy.roll(x, -1)) / 2


def area_of(layout, ring):
    return area(numpy.array([layout["junctions"][j]["coordinate"] for j in ring]))


def within(ring, p, margin=0.0):
    """Even-odd, or within a margin of the ring."""
    a, b = ring, numpy.roll(ring, -1, axis=0)
    crosses = (a[:, 1] > p[1]) != (b[:, 1] > p[1])
    with numpy.errstate(divide="ignore", invalid="ignore"):
        x = a[:, 0] + (p[1] - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    if (crosses & (x > p[0])).sum() % 2 == 1:
        return True
    if margin == 0:
        return False
    d = b - a
    t = numpy.clip(((p - a) * d).sum(axis=1) / (d * d).sum(axis=1), 0, 1)
    return bool(numpy.linalg.norm(a + d * t[:, None] - p, axis=1).min() <= margin)
