/// Pictures in a grid, each under its caption, row by row.
package struct ContactSheet: Sendable {
  package struct Cell: Sendable {
    package var caption: String
    /// RGB.
    package var picture: Raster<UInt8>
    /// Whether shrinking may mix colours: true for photographs, false for labels.
    package var isSmooth: Bool

    package init(caption: String, picture: Raster<UInt8>, isSmooth: Bool = false) {
      self.caption = caption
      self.picture = picture
      self.isSmooth = isSmooth
    }
  }

  package var cells: [Cell] = []
  package var columns: Int
  /// Width of every picture on the sheet, pixels; heights follow.
  package var cellWidth: Int
  /// A line above everything; none when empty.
  package var title: String

  package init(columns: Int = 4, cellWidth: Int = 320, title: String = "") {
    self.columns = max(1, columns)
    self.cellWidth = max(8, cellWidth)
    self.title = title
  }

  private static let background: SIMD3<UInt8> = [24, 26, 30]
  private static let ink: SIMD3<UInt8> = [226, 228, 232]
  private static let margin = 6

  /// The sheet as an RGB picture.
  package func composed() -> Raster<UInt8> {
    let margin = Self.margin
    let scale = max(1, cellWidth / 240)
    let line = BitmapFont.height * scale + margin
    let columns = min(self.columns, max(1, cells.count))
    let pictures = cells.map { cell in
      let height = max(1, cell.picture.height * cellWidth / max(1, cell.picture.width))
      return cell.picture.resized(width: cellWidth, height: height, isSmooth: cell.isSmooth)
    }
    let rows = stride(from: 0, to: cells.count, by: columns).map { $0..<min($0 + columns, cells.count) }
    let heights = rows.map { row in line + (pictures[row].map(\.height).max() ?? 0) + margin }
    let titleHeight = title.isEmpty ? 0 : line * 2
    var sheet = Raster<UInt8>(
      width: columns * (cellWidth + margin) + margin, height: margin + titleHeight + heights.reduce(0, +),
      channels: 3,
      fill: 0)
    sheet.fill(u: 0, v: 0, width: sheet.width, height: sheet.height, Self.background)
    if !title.isEmpty { sheet.text(title, u: margin, v: margin, Self.ink, scale: scale * 2) }
    var top = margin + titleHeight
    for (row, height) in zip(rows, heights) {
      for i in row {
        let left = margin + (i - row.lowerBound) * (cellWidth + margin)
        sheet.text(Self.cut(cells[i].caption, to: cellWidth, scale), u: left, v: top, Self.ink, scale: scale)
        sheet.place(pictures[i], u: left, v: top + line - margin / 2)
      }
      top += height
    }
    return sheet
  }

  /// As much of a caption as its column holds.
  private static func cut(_ caption: String, to width: Int, _ scale: Int) -> String {
    let room = max(1, (width + scale) / (BitmapFont.advance * scale))
    return caption.unicodeScalars.count <= room ? caption : String(caption.prefix(max(1, room - 2))) + ".."
  }
}
