import Annotations
import Imaging
import WorldModel

extension Mutation {
  static let masks: [Mutation] = [
    Mutation("a run one pixel too long", "01") {
      $0.label(1, MasksLabel.self) { $0.entries[1].modal.counts[1] += 1 }
    },
    Mutation("a run split by an empty one", "01") {
      $0.label(1, MasksLabel.self) {
        let n = $0.entries[1].modal.counts[1]
        $0.entries[1].modal.counts.replaceSubrange(1...1, with: [n - 1, 0, 1])
      }
    },
    Mutation("height and width exchanged in a mask", "01") {
      $0.label(1, MasksLabel.self) { $0.entries[1].modal.size.reverse() }
    },
    Mutation("counts that overflow", "01") {
      $0.label(1, MasksLabel.self) { $0.entries[1].modal.counts = [.max, .max, -1] }
    },
    Mutation("visible box one pixel to the right", "02") {
      $0.label(1, Boxes2DLabel.self) { $0.entries[1].visible?.x += 1 }
    },
    Mutation("box width as xmax − xmin", "02") {
      $0.label(1, Boxes2DLabel.self) { $0.entries[1].amodal?.width -= 1 }
    },
    Mutation("box for something unseen", "02") {
      $0.words(1, LabelNames.instance) {
        for i in $0.values.indices where $0.values[i] == 2 { $0.values[i] = 1 }
      }
    },
    Mutation("box over the image's edge", "03") {
      $0.label(1, Boxes2DLabel.self) { $0.entries[3].amodal?.x = 95 }
    },
    Mutation("box of no width", "03") { $0.label(1, Boxes2DLabel.self) { $0.entries[1].visible?.width = 0 } },
    Mutation("box far out, to overflow sums", "03") {
      $0.label(1, Boxes2DLabel.self) {
        $0.entries[1].amodal = PixelBox(x: .max, y: .max, width: .max, height: .max)
      }
    },
    Mutation("a visible pixel in no mask", "04") {
      $0.label(1, MasksLabel.self) {
        $0.entries[1].modal.counts[0] += 1
        $0.entries[1].modal.counts[1] -= 1
      }
    },
    Mutation("two masks over one pixel", "04") {
      $0.label(1, MasksLabel.self) { $0.entries[2].modal = $0.entries[1].modal }
    },
    Mutation("one pixel of another class", "05") {
      let (u, v) = $0.pixel(1, of: 7)
      $0.shorts(1, LabelNames.semantic) { $0[u, v] = 4 }
    },
    Mutation("classes of the frame before", "05") {
      let old = $0.samples[0].views[0].labels.shorts(LabelNames.semantic)
      $0.shorts(1, LabelNames.semantic) { if let old { $0 = old } }
    },
    Mutation("segment area off by one", "06") {
      $0.label(1, PanopticLabel.self) { $0.segments[1].area += 1 }
    },
    Mutation("segment box off by one", "06") {
      $0.label(1, PanopticLabel.self) { $0.segments[1].box.y -= 1 }
    },
    Mutation("stuff and thing ids mixed up", "06") {
      $0.words(1, LabelNames.panoptic) {
        for i in $0.values.indices where $0.values[i] == 7 { $0.values[i] = 9 }
      }
    },
    Mutation("a segment left out", "06") { $0.label(1, PanopticLabel.self) { _ = $0.segments.removeLast() } },
    Mutation("more than a thousand cars", "07") {
      $0.words(1, LabelNames.instance) { for i in 0..<1100 { $0.values[i] = UInt32(1000 + i) } }
      $0.label(1, ObjectsLabel.self) {
        for i in 0..<1100 {
          $0.entries.append(
            .init(
              instance: UInt32(1000 + i), name: "car \(i)", category: "car", isThing: true, asset: "",
              attributes: [:]))
        }
      }
    },
    Mutation("part of the neighbour", "08") {
      let (u, v) = $0.pixel(1, of: 7)
      $0.words(1, LabelNames.part) { $0[u, v] += 256 }
    },
    Mutation("part index as id", "08") {
      $0.words(1, LabelNames.part) { for i in $0.values.indices { $0.values[i] &= 255 } }
    },
    Mutation("an annotation twice", "09") {
      $0.label(1, VisibilityLabel.self) { $0.entries.append($0.entries[0]) }
    },
    Mutation("an annotation of nothing", "09") {
      $0.label(1, Boxes3DLabel.self) { $0.entries[0].instance = 12345 }
    },
    Mutation("a copy's name", "09") { $0.label(1, ObjectsLabel.self) { $0.entries[1].name = "ball.001" } },
    Mutation("an unknown class", "09") {
      $0.label(1, ObjectsLabel.self) { $0.entries[1].category = "sphere" }
    },
    Mutation("amodal as modal, moved by a row", "10") {
      $0.label(1, MasksLabel.self) {
        $0.entries[1].amodal.counts[0] += 1
        $0.entries[1].amodal.counts[$0.entries[1].amodal.counts.count - 1] -= 1
      }
    },
    Mutation("amodal masks equal to modal ones", "10", "13") {
      $0.label(1, MasksLabel.self) {
        for i in $0.entries.indices { $0.entries[i].amodal = $0.entries[i].modal }
      }
    },
    Mutation("an occluder forgotten", "11", "13") {
      $0.label(1, OcclusionLabel.self) { $0.edges.removeAll { $0.behind == 1 && $0.front == 2 } }
    },
    Mutation("occlusion the wrong way round", "11", "13") {
      $0.label(1, OcclusionLabel.self) {
        $0.edges = $0.edges.map { .init(front: $0.behind, behind: $0.front, pixels: $0.pixels) }
      }
    },
    Mutation("hidden where nothing is seen", "11") {
      $0.label(1, MasksLabel.self) {
        let all = $0.entries[1].amodal.height * $0.entries[1].amodal.width
        $0.entries[1].amodal.counts = [0, all]
      }
    },
    Mutation("one visible pixel too many", "12") {
      $0.label(1, VisibilityLabel.self) { $0.entries[1].visiblePixels += 1 }
    },
    Mutation("truncation for its opposite", "12") {
      $0.label(1, VisibilityLabel.self) { $0.entries[3].truncation = 1 - $0.entries[3].truncation }
    },
    Mutation("canvas no larger than the image", "12") {
      $0.label(1, VisibilityLabel.self) { $0.entries[0].canvasPixels = $0.entries[0].amodalPixels - 1 }
    },
    Mutation("an edge a pixel too heavy", "13") {
      $0.label(1, OcclusionLabel.self) { $0.edges[0].pixels += 1 }
    },
    Mutation("an edge of no pixels", "13") { $0.label(1, OcclusionLabel.self) { $0.edges[0].pixels = 0 } },
    Mutation("amodal box shrunk to half", "14") {
      $0.label(1, Boxes2DLabel.self) { $0.entries[2].amodal?.width /= 2 }
    },
    Mutation("amodal box of the whole image", "14") {
      $0.label(1, Boxes2DLabel.self) { $0.entries[2].amodal = PixelBox(x: 0, y: 0, width: 96, height: 64) }
    },
    Mutation("a mask one column to the right", "15", "16") {
      $0.label(1, MasksLabel.self) {
        let h = $0.entries[1].modal.height
        $0.entries[1].modal.counts[0] += h
        $0.entries[1].modal.counts[$0.entries[1].modal.counts.count - 1] -= h
      }
    },
    Mutation("a mask without its first pixel", "16") {
      $0.label(1, MasksLabel.self) {
        $0.entries[1].modal.counts[0] += 1
        $0.entries[1].modal.counts[1] -= 1
      }
    },
    Mutation("a mask with a pixel far off", "15", "16") {
      $0.label(1, MasksLabel.self) {
        $0.entries[1].modal.counts[0] -= 1
        $0.entries[1].modal.counts = [0, 1] + $0.entries[1].modal.counts
      }
    },
    Mutation("a blended id at an edge", "17") {
      let (u, v) = $0.pixel(1, of: 2)
      $0.words(1, LabelNames.instance) { $0[u, v] = 4 }
    },
    Mutation("an object missing from the list", "17") {
      $0.label(1, ObjectsLabel.self) { $0.entries.remove(at: 2) }
    },
  ]
}
