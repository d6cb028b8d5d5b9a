import DatasetStore
import Diagnostics
import Foundation
import SceneFormats
import Synchronization
import Testing

/// How scene files get to the disc.
@Suite struct SceneFilesTests {
  static let names = SceneFormatCatalog.all.map { $0.name }

  private func type(_ name: String) throws -> any SceneFormat.Type {
    try #require(SceneFormatCatalog.named(name))
  }

  private func contents(_ folder: String) throws -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      out[path] = FileManager.default.contents(atPath: folder + "/" + path).map { Array($0) }
    }
    return out.filter { !$0.value.isEmpty }
  }

  @Test(arguments: names) func twiceTheSameBytesAndNothingElse(_ name: String) throws {
    let folders = [SmallWorld.folder(), SmallWorld.folder()]
    for folder in folders { _ = try SmallWorld.write(try type(name), in: folder) }
    let first = try contents(folders[0])
    #expect(try first == contents(folders[1]))
    // Once more over what is there.
    _ = try SmallWorld.write(try type(name), in: folders[0])
    #expect(try contents(folders[0]) == first)
    #expect(first.keys.allSatisfy { !$0.contains("partial") && !$0.contains("scratch") })
    #expect(SceneFormatCatalog.of(file: "a/b.\(try type(name).fileExtension.uppercased())")?.name == name)
  }

  /// Whatever operation fails, the file that was there before is whole, and so are those that it names.
  @Test(arguments: names) func aDiscThatFailsLeavesTheOldScene(_ name: String) throws {
    let folder = SmallWorld.folder()
    let path = try SmallWorld.write(try type(name), in: folder)
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    let before = try contents(folder)
    for operation in 0..<40 {
      let count = Mutex(0)
      let files = DurableFiles(sync: .never) { kind, _ in
        // What is only tidied up may fail or not.
        guard kind != .remove else { return 0 }
        return count.withLock {
          $0 += 1
          return $0 > operation ? 28 : 0
        }
      }
      do {
        let staged = try StagedScene(path, files: files)
        try type(name).init().write(SmallWorld.scene, to: staged)
        try staged.commit()
        #expect(operation > 1)
        #expect(try contents(folder)[URL(fileURLWithPath: path).lastPathComponent] != Array("old".utf8))
        return
      } catch { #expect(try contents(folder) == before) }
    }
    Issue.record("it never succeeds")
  }

  @Test func targetsThatAreNoFiles() throws {
    for target in [FileManager.default.temporaryDirectory.path, "", "/", "/proc/none/a.glb"] {
      do {
        _ = try StagedScene(target)
        Issue.record("\(target) was taken")
      } catch { #expect(error.reason == .cannotCreate) }
    }
  }

  @Test func companionsHavePlainNames() throws {
    let folder = SmallWorld.folder()
    let staged = try StagedScene(folder + "/my scene.v2.obj")
    #expect(staged.stem == "my=20scene.v2")
    try OBJFormat().write(SmallWorld.scene, to: staged)
    try staged.commit()
    let found = try contents(folder)
    let text = String(decoding: try #require(found["my scene.v2.obj"]), as: UTF8.self)
    #expect(text.contains("\nmtllib my=20scene.v2.mtl\n") && found["my=20scene.v2.mtl"] != nil)
    let library = String(decoding: try #require(found["my=20scene.v2.mtl"]), as: UTF8.self)
    for line in library.split(separator: "\n") where line.hasPrefix("map_") {
      #expect(found[String(line.split(separator: " ").last ?? "")] != nil, "\(line)")
    }
  }

  @Test func namesInUSDAreIdentifiersAndTextIsQuoted() throws {
    let path = try SmallWorld.write(USDFormat.self, in: SmallWorld.folder())
    let text = String(decoding: try SmallWorld.bytes(path), as: UTF8.self)
    #expect(text.contains("string name = \"crate \\\"b\\\"\""))
    for line in text.split(separator: "\n") where line.contains("def ") {
      let name = line.split(separator: "\"")[1]
      #expect(name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil, "\(line)")
    }
    #expect(text.contains("int primvars:instance_id = 300 "))
    #expect(text.contains("int primvars:part_id = \(300 * 256 + 2) "))
    #expect(text.contains("token[] semantics:labels:room = [\"kitchen_2\"]"))
    // 30 and 25 of 64 × 48 pixels: the middle is 1.5 to the right, 1.5 up; 36 units are 64 pixels.
    #expect(text.contains("float horizontalApertureOffset = \(Float(1.5 * 36 / 64))"))
    #expect(text.contains("float verticalApertureOffset = \(Float(1.5 * 36 / 64 * 50 / 40))"))
    let brackets = text.reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
    #expect(brackets == 0)
  }
}
