import Annotations
import Checks
import Imaging
import Testing
import WorldModel

/// Labels that others made may hold anything; checks report, they do not trap.
@Suite struct HostileLabelsTests {
  @Test func extremeFloats() {
    for value in [Float.nan, .infinity, -.infinity, 0, -1, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
      var fixture = Fixture.right
      for sample in fixture.samples.indices {
        for (name, raster) in fixture.samples[sample].views[0].labels.rasters {
          guard case .float(var r) = raster else { continue }
          for i in r.values.indices where (i + sample) % 3 == 0 { r.values[i] = value }
          fixture.samples[sample].views[0].labels.set(name, .float(r))
        }
      }
      #expect(!fixture.report().passes)
    }
  }

  @Test func extremeIds() {
    var fixture = Fixture.right
    for sample in fixture.samples.indices {
      for (name, raster) in fixture.samples[sample].views[0].labels.rasters {
        switch raster {
        case .uint32(var r):
          for i in r.values.indices where i % 3 == 0 { r.values[i] = .max - UInt32(i) }
          fixture.samples[sample].views[0].labels.set(name, .uint32(r))
        case .uint16(var r):
          for i in r.values.indices where i % 3 == 0 { r.values[i] = .max }
          fixture.samples[sample].views[0].labels.set(name, .uint16(r))
        default: break
        }
      }
    }
    #expect(!fixture.report().passes)
  }

  @Test func extremeStructures() {
    for number in [Int.min, -1, 0, Int.max] {
      var fixture = Fixture.right
      let box = PixelBox(x: number, y: number, width: number, height: number)
      for s in fixture.samples.indices {
        fixture.label(s, Boxes2DLabel.self) {
          for i in $0.entries.indices { ($0.entries[i].visible, $0.entries[i].amodal) = (box, box) }
        }
        fixture.label(s, MasksLabel.self) {
          for i in $0.entries.indices {
            $0.entries[i].modal.counts = [number, number, number]
            $0.entries[i].amodal.size = i == 0 ? [] : [number, number]
          }
        }
        fixture.label(s, VisibilityLabel.self) {
          for i in $0.entries.indices { $0.entries[i].visiblePixels = number }
        }
        fixture.label(s, OcclusionLabel.self) { for i in $0.edges.indices { $0.edges[i].pixels = number } }
        fixture.label(s, PanopticLabel.self) {
          for i in $0.segments.indices { ($0.segments[i].area, $0.segments[i].box) = (number, box) }
        }
        fixture.label(s, KeypointsLabel.self) {
          for i in $0.entries.indices {
            for k in $0.entries[i].points.indices {
              $0.entries[i].points[k].u = Double(number) * 1e300
              $0.entries[i].points[k].camera = [0, 0, Double(number)]
            }
          }
        }
        fixture.label(s, PointTracksLabel.self) {
          for i in $0.entries.indices {
            $0.entries[i].camera = [0, Double(number) * 1e300, 1e-300]
            ($0.entries[i].u, $0.entries[i].v) = (.nan, nil)
            ($0.entries[i].piece, $0.entries[i].triangle, $0.entries[i].visibility) = (number, number, i % 4)
            $0.entries[i].weights = i % 2 == 0 ? [] : [.nan, .infinity, Double(number)]
          }
        }
        fixture.label(s, Boxes3DLabel.self) {
          for i in $0.entries.indices {
            $0.entries[i].corners = [[], nil, [1], [.nan, .infinity], nil, nil, [1, 2, 3], [0, 0]]
            $0.entries[i].cameraCenter = [.nan, 0, 1e-300]
          }
        }
      }
      #expect(!fixture.report().passes)
    }
  }

  /// Rasters smaller than the camera says are reported, not indexed.
  @Test func smallRasters() {
    var fixture = Fixture.right
    for s in fixture.samples.indices { fixture.samples[s].views[0].camera.width += 1 }
    #expect(fixture.report().entry("visual-25")?.status == .failed)
    for s in fixture.samples.indices { fixture.samples[s].views[0].camera.height = 0 }
    #expect(!fixture.report().passes)
  }
}
