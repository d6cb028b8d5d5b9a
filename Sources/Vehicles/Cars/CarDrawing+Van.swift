extension CarDrawing {
  /// A large delivery van with a high roof.
  static let van = CarDrawing(
    size: CarSize(length: 5.95, width: 2.02, height: 2.55), wheelbase: 3.66, frontOverhang: 1.0,
    wheelRadius: 0.345, tyreWidth: 0.225,
    sill: [(0, 0.32), (0.3, 0.28), (0.9, 0.27), (5.0, 0.27), (5.6, 0.34), (5.95, 0.42)],
    shoulder: [
      (0, 0.92), (0.15, 1.0), (0.5, 1.12), (0.9, 1.2), (1.6, 1.24), (3.0, 1.25), (5.95, 1.25),
    ],
    crown: [(0, 0.02), (0.12, 0.06), (0.5, 0.09), (0.9, 0.09), (1.4, 0.03), (5.95, 0.0)],
    tail: [(0, 0.08), (0.12, 0.02), (0.25, 0), (0.34, 0.004), (0.42, 0.06), (0.8, 0.06), (1, 0.062)],
    noseDepth: 0.5, tailDepth: 0.12, squareness: 3.2, cowl: 0.72, header: 1.72, roofEnd: 5.8, rearFoot: 5.92,
    roof: [
      (1.6, 2.12), (1.72, 2.16), (2.0, 2.3), (2.4, 2.45), (3.0, 2.53), (4.2, 2.55), (5.5, 2.54), (5.8, 2.5),
      (5.95, 2.46),
    ],
    roofHalf: 0.86, screenBow: (foot: 0.18, head: 0.1),
    pillars: [(2.34, 5.8, 2.36, 5.76)], doorGaps: [1.12, 2.42], ledge: 0.016,
    paneTop: [(0.7, 2.06), (1.4, 2.04), (2.4, 2.0), (5.95, 2.0)], hasRearPane: false, wheelDesign: .cover)
}
