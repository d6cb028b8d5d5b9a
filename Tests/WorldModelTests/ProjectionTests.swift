import Foundation
import Testing
import VectorMath
import WorldModel

/// Lenses: pixel to ray and back, the borders, what is stored of them.
struct ProjectionTests {
  static let cameras: [Camera] = [
    Camera(width: 97, height: 64, horizontalFieldOfView: 1.3),
    Camera(equirectangularHeight: 64),
    Camera(width: 90, height: 72, fisheyeFieldOfView: 3.9),
    Camera(width: 31, height: 80, fx: 40, fy: 44, cx: 11, cy: 52, projection: .fisheye),
    Camera(
      width: 80, height: 60, fx: 44, fy: 46, cx: 37, cy: 31, projection: .brownConrady,
      distortion: Distortion(k1: -0.28, k2: 0.09, p1: 0.003, p2: -0.002, k3: -0.006)),
  ]

  @Test(arguments: cameras)
  func everyPixelCentreFindsItsWayBack(_ camera: Camera) {
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        let ray = camera.ray(Double(u), Double(v))
        let there = camera.project(ray * 3.7)
        #expect(length(there - Vector2(Double(u), Double(v))) <= 1e-9 && camera.hasRay(Double(u), Double(v)))
        #expect(abs(camera.depth(of: ray) - 1) <= 1e-12)
      }
    }
  }

  /// By arctangents of the C library, not by the code under test.
  @Test func longitudeGoesRightAndLatitudeDown() {
    let camera = Camera(equirectangularHeight: 128)
    for (u, v) in [(0.0, 0.0), (255, 127), (128, 64), (17, 100), (200.25, 3.5)] {
      let ray = camera.ray(u, v)
      #expect(abs(Foundation.atan2(ray.x, ray.z) - ((u + 0.5) / 256 * 2 - 1) * .pi) < 1e-12)
      #expect(abs(Foundation.asin(ray.y) - ((v + 0.5) / 128 - 0.5) * .pi) < 1e-12)
    }
    // The view axis is the corner of the four pixels in the middle; right, down, left and up follow.
    #expect(camera.project(Vector3(0, 0, 2)) == Vector2(127.5, 63.5))
    #expect(length(camera.project(Vector3(5, 0, 0)) - Vector2(191.5, 63.5)) < 1e-9)
    #expect(length(camera.project(Vector3(-5, 0, 0)) - Vector2(63.5, 63.5)) < 1e-9)
    #expect(abs(camera.project(Vector3(0, 5, 0)).y - 127.5) < 1e-9)
    #expect(abs(camera.project(Vector3(0, -5, 0)).y + 0.5) < 1e-9)
  }

  @Test func theSeamIsOneLineOfTheWorld() {
    let camera = Camera(equirectangularHeight: 50)
    #expect(length(camera.ray(-0.5, 20) - camera.ray(99.5, 20)) < 1e-12)
    for x in [-1e-9, 0, 1e-9, 1e-3] {
      let u = camera.project(Vector3(x, 0.2, -1)).x
      #expect(u >= -0.5 && u < 99.5)
    }
    #expect(camera.displacement(from: Vector2(98, 3), to: Vector2(1, 4)) == Vector2(3, 1))
    #expect(camera.displacement(from: Vector2(1, 4), to: Vector2(98, 3)) == Vector2(-3, -1))
    #expect(camera.displacement(from: Vector2(10, 0), to: Vector2(60, 0)) == Vector2(-50, 0))
    #expect(camera.displacement(from: Vector2(10, 0), to: Vector2(59, 0)) == Vector2(49, 0))
    #expect(
      Self.cameras[0].displacement(from: Vector2(1, 0), to: Vector2(98, 0)) == Vector2(97, 0))
  }

  @Test func aFisheyeIsEquidistant() {
    let camera = Camera(width: 180, height: 180, fisheyeFieldOfView: .pi)
    for degrees in [1.0, 30, 60, 89, 120] {
      let a = degrees * .pi / 180
      let place = camera.project(Vector3(Foundation.sin(a) * 0.6, Foundation.sin(a) * 0.8, Foundation.cos(a)))
      // One pixel a degree.
      #expect(abs(length(place - Vector2(89.5, 89.5)) - degrees) < 1e-9)
    }
    #expect(!camera.hasRay(89.5 + 181, 89.5) && camera.hasRay(89.5 + 179, 89.5))
    #expect(!camera.canProject(Vector3(0, 0, -1)) && camera.canProject(Vector3(0, 1e-3, -1)))
  }

  @Test func nearIsAlongTheRay() {
    let camera = Camera(equirectangularHeight: 50, near: 0.5)
    #expect(camera.place(of: Vector3(0, 0.4, -0.2)) == nil)
    #expect(abs((camera.place(of: Vector3(0, 0.4, -0.4))?.depth ?? 0) - (0.32).squareRoot()) < 1e-12)
    #expect(Self.cameras[0].place(of: Vector3(3, 3, -1)) == nil)
  }

  @Test func onlyOtherLensesSayWhatTheyAre() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let pinhole = Camera(width: 4, height: 2, fx: 1, fy: 2, cx: 3, cy: 4, near: 0.5)
    #expect(
      String(decoding: try encoder.encode(pinhole), as: UTF8.self)
        == #"{"cx":3,"cy":4,"fx":1,"fy":2,"height":2,"near":0.5,"width":4}"#)
    let all = String(decoding: try encoder.encode(Self.cameras[1]), as: UTF8.self)
    #expect(all.contains(#""projection":"equirectangular""#) && all.contains("distance along the ray"))
    for camera in Self.cameras {
      #expect(try JSONDecoder().decode(Camera.self, from: encoder.encode(camera)) == camera)
    }
  }
}
