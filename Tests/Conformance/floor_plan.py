"""Floor plans: DXF by ezdxf, SVG by an XML parser, maps by Pillow, all against plan.json."""

import json
import xml.etree.ElementTree

import ezdxf
import numpy
from PIL import Image


def check(root, report):
    problems = {"views": [], "dxf": [], "svg": [], "maps": []}
    views = plans = 0
    for path in sorted(root.glob("*/views.txt")):
        for line in path.read_text().splitlines():
            if line.startswith("#"):
                continue
            views += 1
            name, *numbers = line.split()
            with Image.open(path.parent / name) as image:
                if image.size != (int(numbers[11]), int(numbers[12])):
                    problems["views"].append(f"{path.parent.name}/{name}: {image.size}")
    for path in sorted(root.glob("*/plan.json")):
        plans += 1
        name = path.parent.name
        plan = json.loads(path.read_text())
        document = ezdxf.readfile(path.with_suffix(".dxf"))
        if len(document.audit().errors) > 0:
            problems["dxf"].append(f"{name}: {len(document.audit().errors)} errors of the audit")
        for layer, wanted in (("ROOMS", [r["outline"] for r in plan["rooms"]]), ("FOOTPRINT", [plan["footprint"]])):
            found = [
                [list(vertex.dxf.location)[:2] for vertex in line.vertices]
                for line in document.modelspace().query(f'POLYLINE[layer=="{layer}"]') if line.is_closed]
            if len(found) != len(wanted) or any(
                    len(a) != len(b) or numpy.abs(numpy.subtract(a, b)).max() > 2e-6 for a, b in zip(found, wanted)):
                problems["dxf"].append(f"{name}: {layer}")
        svg = xml.etree.ElementTree.parse(path.with_suffix(".svg")).getroot()
        shapes = svg.findall(".//{http://www.w3.org/2000/svg}path")
        for kind, wanted in (("room", len(plan["rooms"])), ("furniture", len(plan["furniture"]))):
            if sum(shape.get("class") == kind for shape in shapes) != wanted:
                problems["svg"].append(f"{name}: {kind}")
        picture = plan["picture"]
        rooms = numpy.array(Image.open(path.parent / "rooms.png"))
        walls = numpy.array(Image.open(path.parent / "walls.png"))
        if rooms.shape != (picture["height"], picture["width"]) or walls.shape != rooms.shape \
                or (walls[rooms > 0] != 0).any():
            problems["maps"].append(f"{name}: {rooms.shape}")
        for room in plan["rooms"]:
            area = (rooms == room["room"]).sum() / picture["pixels_per_metre"] ** 2
            # Whole pixels along the outline.
            if abs(area - room["area"]) > 0.02 * room["area"] + 0.05:
                problems["maps"].append(f"{name}: room {room['room']} has {area} m²")
    for kind, found in problems.items():
        report.check("floor_plan", kind, views if kind == "views" else plans or None, found)
