"""EuRoC: evo loads the states, cameras are rigid, and what the inertial unit reads is how the body moves."""

import itertools

import numpy
import yaml
from evo.tools import file_interface
from PIL import Image
from scipy.spatial.transform import Rotation

GRAVITY = numpy.array([0, 0, -9.80665])


def check(root, report):
    problems = {"pictures": [], "extrinsics": [], "states": [], "inertial": []}
    pictures = bodies = intervals = 0
    for body in sorted(root.glob("*/mav0")):
        bodies += 1
        states = body / "state_groundtruth_estimate0" / "data.csv"
        trajectory = file_interface.read_euroc_csv_trajectory(str(states))
        valid, details = trajectory.check()
        if not valid and trajectory.num_poses > 1:
            problems["states"].append(f"{body}: {details}")
        stamps = {line.split(",")[0] for line in states.read_text().splitlines()[1:]}
        for camera in sorted(body.glob("cam*")):
            sensor = yaml.safe_load((camera / "sensor.yaml").read_text())
            pose = numpy.array(sensor["T_BS"]["data"]).reshape(sensor["T_BS"]["rows"], sensor["T_BS"]["cols"])
            turn = pose[:3, :3]
            fu, fv, cu, cv = sensor["intrinsics"]
            w, h = sensor["resolution"]
            if numpy.abs(turn @ turn.T - numpy.eye(3)).max() > 1e-6 or numpy.linalg.det(turn) < 0 \
                    or min(fu, fv) <= 0 or not (0 < cu < w and 0 < cv < h):
                problems["extrinsics"].append(str(camera))
            for line in (camera / "data.csv").read_text().splitlines()[1:]:
                pictures += 1
                stamp, name = line.split(",")
                with Image.open(camera / "data" / name) as picture:
                    if picture.size != (w, h) or stamp not in stamps or name != f"{stamp}.png":
                        problems["pictures"].append(f"{camera}: {line}")
        if (body / "imu1").is_dir():
            intervals += inertial(body, problems["inertial"])
    for name, count in (("pictures", pictures), ("extrinsics", bodies), ("states", bodies)):
        report.check("euroc", name, count, problems[name])
    report.check("euroc", "inertial", intervals or None, problems["inertial"])


def inertial(body, bad):
    """From state to state, the faultless readings turn, speed up and carry the body as the states say."""
    states = numpy.loadtxt(body / "state_groundtruth_estimate0" / "data.csv", delimiter=",", comments="#", ndmin=2)
    count = 0
    tables = {k: numpy.loadtxt(body / k / "data.csv", delimiter=",", comments="#", ndmin=2) for k in ("imu0", "imu1")}
    if (tables["imu0"][:, 0] != tables["imu1"][:, 0]).any():
        bad.append(f"{body}: other times in imu0 and imu1")
    noise = yaml.safe_load((body / "imu0" / "sensor.yaml").read_text())
    spread = noise["gyroscope_noise_density"] * noise["rate_hz"] ** 0.5
    if (numpy.abs(tables["imu0"][:, 1:4] - tables["imu1"][:, 1:4]) > 8 * spread + 0.01).any():
        bad.append(f"{body}: noise beyond what sensor.yaml says")
    rows = tables["imu1"]
    for a, b in itertools.pairwise(states):
        inside = rows[(rows[:, 0] >= a[0] - 10) & (rows[:, 0] <= b[0] + 10)]
        if len(inside) < 2 or abs(inside[0, 0] - a[0]) > 100 or abs(inside[-1, 0] - b[0]) > 100:
            continue
        count += 1
        turn = Rotation.from_quat(a[[5, 6, 7, 4]])
        velocity, place = a[8:11].copy(), a[1:4].copy()
        for r, s in itertools.pairwise(inside):
            dt = (s[0] - r[0]) * 1e-9
            next_turn = turn * Rotation.from_rotvec((r[1:4] + s[1:4]) / 2 * dt)
            pull = (turn.apply(r[4:7]) + next_turn.apply(s[4:7])) / 2 + GRAVITY
            place += velocity * dt + pull * dt * dt / 2
            velocity += pull * dt
            turn = next_turn
        apart = (turn.inv() * Rotation.from_quat(b[[5, 6, 7, 4]])).magnitude()
        if apart > 1e-4 or numpy.abs(velocity - b[8:11]).max() > 2e-3 or numpy.abs(place - b[1:4]).max() > 2e-4:
            bad.append(f"{body}: {a[0]}: off by {apart} rad, {velocity - b[8:11]} m/s, {place - b[1:4]} m")
    return count
