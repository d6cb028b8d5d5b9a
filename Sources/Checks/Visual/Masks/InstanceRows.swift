import Imaging
import VectorMath

/// Where an instance map shows which id: runs of one id in a row, read without any mask.
struct InstanceRows {
  fileprivate struct Rows {
    var pixels = 0
    /// First and last column by row, ascending by row.
    var extents: [(row: Int, first: Int, last: Int)] = []
  }
  private var rows: [UInt32: Rows] = [:]

  init(_ ids: Raster<UInt32>) {
    for v in 0..<ids.height {
      var u = 0
      while u < ids.width {
        let id = ids.values[v * ids.width + u]
        let start = u
        while u < ids.width, ids.values[v * ids.width + u] == id { u += 1 }
        if id != 0 { rows[id, default: Rows()].add(v, start, u - 1) }
      }
    }
  }

  func pixels(of id: UInt32) -> Int { rows[id]?.pixels ?? 0 }

  /// Corners of the outermost pixels of every row, as points with the image's corner as origin: enough to say
  /// whether something convex holds all pixels.
  func corners(of id: UInt32) -> [Vector2] {
    (rows[id]?.extents ?? []).flatMap { e in
      [(e.first, e.row), (e.first, e.row + 1), (e.last + 1, e.row), (e.last + 1, e.row + 1)].map {
        Vector2(Double($0), Double($1))
      }
    }
  }
}

extension InstanceRows.Rows {
  fileprivate mutating func add(_ row: Int, _ first: Int, _ last: Int) {
    pixels += last - first + 1
    if let end = extents.indices.last, extents[end].row == row {
      extents[end].last = last
    } else {
      extents.append((row, first, last))
    }
  }
}
