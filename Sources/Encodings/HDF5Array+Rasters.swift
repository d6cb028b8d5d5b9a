package import Imaging
import VectorMath
package import WorldModel

/// Maps of floats as arrays: rows, columns and, where there are several, channels.
extension HDF5Array {
  package init(_ raster: Raster<Float>) {
    self.init(
      [raster.height, raster.width] + (raster.channels > 1 ? [raster.channels] : []), .float(raster.values))
  }

  /// Places of pixels; NaN where nothing is hit.
  package init(places: Raster<Float>, where depth: Raster<Float>) {
    var places = places
    for i in 0..<min(places.values.count, 3 * depth.values.count) where !depth.values[i / 3].isFinite {
      places.values[i] = .nan
    }
    self.init(places)
  }

  /// Vectors of cameras that look along z with y downwards, for those that look against it with y upwards.
  package init(upAndBack vectors: Raster<Float>) {
    var vectors = vectors
    for i in vectors.values.indices where i % 3 > 0 { vectors.values[i] = 0 - vectors.values[i] }
    self.init(vectors)
  }

  /// Along the ray instead of along the axis, metres; NaN where nothing is hit.
  package init(distances depth: Raster<Float>, camera: Camera) {
    var out = depth
    for v in 0..<depth.height {
      for u in 0..<depth.width {
        let z = depth[u, v]
        out[u, v] = z.isFinite ? Float(Double(z) * length(camera.ray(Double(u), Double(v)))) : .nan
      }
    }
    self.init(out)
  }
}
