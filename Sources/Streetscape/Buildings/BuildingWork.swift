import Assets
import VectorMath
import WorldModel

/// A building while it is made: the walls first, then what stands out of them, then the roof.
struct BuildingWork {
  let style: BuildingStyle
  let plot: BuildingPlot
  let design: FacadeDesign
  let chance: AssetVariation
  var asset: AssetBuilder
  var shell: HouseShell
  var boards: [SignPlace] = []
  /// Heights of the lines between storeys; the first is the ground, the last the eaves.
  let rows: [Double]
  /// Indices of materials.
  let wall: Int
  let base: Int
  let trim: Int
  let frame: Int
  let roofing: Int
  let door: Int
  let panes: Int
  let litPanes: Int?

  /// Height of the door's level.
  var level: Double { plot.foundation }
  var top: Double { rows[rows.count - 1] }
  var front: WallFrame { shell.walls[0].frame }

  init(style: BuildingStyle, plot: BuildingPlot, design: FacadeDesign, chance: AssetVariation) {
    self.style = style
    self.plot = plot
    self.design = design
    self.chance = chance
    var asset = AssetBuilder(name: "building_\(style.rawValue)", nativeClass: "building")
    wall = design.wall.index(in: &asset)
    base = design.base.index(in: &asset)
    trim = design.trim.index(in: &asset)
    frame = design.frame.index(in: &asset)
    roofing = design.roofing.index(in: &asset)
    door = design.door.index(in: &asset)
    panes = (design.glass ?? .panes).index(in: &asset)
    litPanes = design.litShare > 0 ? Surfacing.litPanes.index(in: &asset) : nil
    self.asset = asset
    let ground = plot.foundation + design.groundHeight
    rows = [0, ground] + (0..<design.storeys).map { ground + design.storeyHeight * Double($0 + 1) }
    shell = HouseShell(plot.corners, rows: rows, surface: wall)
  }

  mutating func raise() {
    // The ground floor's dress is for the street; halls have it all around.
    for i in shell.walls.indices where i == 0 || design.isBaseAround { shell.walls[i].surfaces[0] = base }
    addGroundFloor()
    addStoreys()
    shell.add(to: &asset, lid: roofing)
    addTrim()
    addEndTrim()
    addRoof()
  }

  /// Floor of a row of cells: row 0 is the ground floor.
  func floor(_ row: Int) -> Double { row == 0 ? level : rows[row] }

  /// A box on a wall: metres right, up and out of its face.
  static func box(
    _ wall: WallFrame, u: (Double, Double), z: (Double, Double), out: (Double, Double), bevel: Double = 0
  ) -> MeshBuilder {
    MeshBuilder.box(
      from: Vector3(out.0, u.0, z.0), to: Vector3(out.1, u.1, z.1), bevel: bevel
    ).transformed(wall.transform(u: 0, z: 0))
  }

  /// Which pane of glass a window gets, and what is seen in it.
  func glazing(_ index: Int, columns: [Double], rows: [Double], bar: Double) -> Glazing {
    let isLit = chance.unit("lit", index) < design.litShare
    return Glazing(
      columns: columns, rows: rows, bar: bar, frame: frame, panes: [isLit ? litPanes ?? panes : panes],
      picture: StreetTexture.picture(chance.choice("room", index, of: 4096), of: StreetTexture.roomGrid))
  }
}
