"""TUM RGB-D: evo loads the trajectories, colour and depth associate, and depth is 16-bit."""

import numpy
from evo.core import metrics
from evo.tools import file_interface
from PIL import Image


def check(root, report):
    folders = sorted(path.parent for path in root.glob("*/rgb.txt"))
    problems = {"trajectories": [], "absolute error": [], "association": [], "depth": []}
    pictures = 0
    for folder in folders:
        colour, depth = (listing(folder / f"{name}.txt") for name in ("rgb", "depth"))
        pictures += len(colour)
        trajectory = file_interface.read_tum_trajectory_file(str(folder / "groundtruth.txt"))
        valid, details = trajectory.check()
        # evo wants two poses before it calls timestamps ascending; one is a picture, not a mistake.
        if not valid and trajectory.num_poses > 1:
            problems["trajectories"].append(f"{folder.name}: {details}")
        error = metrics.APE(metrics.PoseRelation.full_transformation)
        error.process_data((trajectory, trajectory))
        if error.get_statistic(metrics.StatisticsType.max) > 1e-9:
            problems["absolute error"].append(f"{folder.name}: not zero against itself")
        # The benchmark's associate.py: the nearest timestamp within 0.02 s, both ways the same frames.
        for stamp in colour:
            nearest = min(depth, key=lambda other: abs(other - stamp), default=None)
            if nearest != stamp or numpy.abs(trajectory.timestamps - stamp).min() > 1e-6:
                problems["association"].append(f"{folder.name}: nothing at {stamp}")
                continue
            with Image.open(folder / colour[stamp]) as a, Image.open(folder / depth[nearest]) as b:
                if a.mode != "RGB" or not b.mode.startswith("I") or a.size != b.size:
                    problems["depth"].append(f"{folder.name}: {stamp}: {a.mode} {a.size}, {b.mode} {b.size}")
    report.check("tum-rgbd", "trajectories", len(folders), problems["trajectories"])
    report.check("tum-rgbd", "absolute error", len(folders), problems["absolute error"])
    report.check("tum-rgbd", "association", pictures, problems["association"])
    report.check("tum-rgbd", "depth", pictures, problems["depth"])


def listing(path):
    rows = [line.split() for line in path.read_text().splitlines() if line.strip() and line[0] != "#"]
    return {float(stamp): name for stamp, name in rows}
