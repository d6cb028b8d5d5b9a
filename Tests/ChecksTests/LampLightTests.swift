import Annotations
import Checks
import Imaging
import Testing
import VectorMath
import WorldModel

/// The light at lamps, of a picture made by hand: a lit brake lamp of six by six pixels on a car.
@Suite struct LampLightTests {
  private func status(
    _ light: Float, border: Float = 9, depth: Float = 8, name: String = "lamp_brake_lit",
    lamps: String = "brake"
  )
    -> CheckReport.Entry?
  {
    let size = 14
    var ids = Raster<UInt32>(width: size, height: size, channels: 1, fill: 3)
    var materials = Raster<UInt16>(width: size, height: size, channels: 1, fill: 1)
    var hdr = Raster<Float>(width: size, height: size, channels: 3, fill: border)
    for v in 4..<10 {
      for u in 4..<10 {
        materials[u, v, 0] = 7
        let isInner = (5..<9).contains(u) && (5..<9).contains(v)
        hdr[u, v, 0] = isInner ? light : border
        if isInner { (hdr[u, v, 1], hdr[u, v, 2]) = (0, 0) }
      }
    }
    ids[0, 0, 0] = 0
    var labels = LabelSet()
    labels.set(LabelNames.instance, .uint32(ids))
    labels.set(LabelNames.material, .uint16(materials))
    labels.set(LabelNames.hdr, .float(hdr))
    labels.set(LabelNames.depth, .float(Raster(width: size, height: size, channels: 1, fill: depth)))
    labels.set(
      ObjectsLabel(entries: [
        .init(
          instance: 3, name: "car_3", category: "car", isThing: true, asset: "car",
          attributes: ["lamps": lamps])
      ]))
    labels.set(
      MaterialSharesLabel(entries: [
        .init(
          instance: 3,
          shares: [.init(id: 1, name: "paint", pixels: 159), .init(id: 7, name: name, pixels: 36)])
      ]))
    let view = Sample.View(
      sensor: "c", camera: Camera(width: size, height: size, horizontalFieldOfView: 1),
      rigFromCamera: .identity, worldFromCamera: .identity, labels: labels)
    let sample = Sample(
      index: 0, sequence: 0, frame: 0, time: 0, worldFromRig: .identity, views: [view], drawn: [],
      attributes: [])
    var run = CheckRun([LampsShowTheirState()])
    run.examine(sample)
    return run.completeReport.entry("visual-57")
  }

  @Test func litLampsMustShine() {
    #expect(status(2.3)?.status == .passed)
    // As bright as red glass in the sun, whatever shines beside it.
    #expect(status(0.4)?.status == .failed)
    // Haze may have taken its light.
    #expect(status(0.4, depth: 60)?.status == .passed)
    #expect(status(0.4)?.finding.first.first?.description.contains("brake") == true)
  }

  @Test func darkLampsMayBeAnything() {
    #expect(status(0.1, name: "lamp_brake", lamps: "none")?.status == .passed)
    #expect(status(0.1, name: "lamp_brake")?.status == .failed)
    #expect(status(2.3, lamps: "day")?.status == .failed)
  }
}
