import Annotations
import Imaging

/// Which columns of a map show each id: what boxes that may cross a panorama's seam are made of.
struct ColumnsByID {
  private var rows: [UInt32: (low: Int, high: Int)] = [:]
  private var columns: [UInt32: [Bool]] = [:]

  init(_ ids: Raster<UInt32>) {
    for v in 0..<ids.height {
      for u in 0..<ids.width {
        let id = ids.values[v * ids.width + u]
        if id == 0 { continue }
        rows[id] = (rows[id]?.low ?? v, v)
        columns[id, default: [Bool](repeating: false, count: ids.width)][u] = true
      }
    }
  }

  /// The shortest box around the pixels of an id, the columns modulo the width; of another box, if that holds them all.
  func box(of id: UInt32, within outer: PixelBox? = nil) -> PixelBox? {
    guard let rows = rows[id], let columns = columns[id] else { return nil }
    let isOuter = outer.map { (0..<columns.count).contains($0.x) && (1...columns.count).contains($0.width) }
    let arc =
      (isOuter == true ? outer : nil).flatMap { ColumnArc(columns, within: ColumnArc($0)) }
      ?? ColumnArc(columns)
    return arc.map { PixelBox(x: $0.first, y: rows.low, width: $0.count, height: rows.high - rows.low + 1) }
  }
}
