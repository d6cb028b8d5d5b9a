import DatasetStore
import Diagnostics
import Foundation
import JSON
import Synchronization
import Testing
import WorldModel

struct DatasetDirectoryTests {
  static let count = 3
  let files: [[DatasetFile]]
  let identity: DatasetIdentity
  let scratch = Scratch()

  init() throws {
    files = try TestSamples.files(Self.count)
    identity = try TestSamples.identity(count: Self.count)
  }

  func run(_ path: String, resume: Bool = false, with durable: DurableFiles = DurableFiles(sync: .never))
    throws
  {
    let directory = try DatasetDirectory(
      creating: path, identity: identity, indices: 0..<Self.count, resume: resume, files: durable)
    for index in directory.missing { try directory.commit(index, files[index]) }
    try directory.finish(
      ontology: Ontology.classes,
      extraFiles: [DatasetFile(path: "cards/README.md", bytes: Array("hello".utf8))])
  }

  @Test func writesAndReadsBack() throws {
    let path = scratch.path + "/deep/er"
    try run(path)
    let dataset = try Dataset(path: path + "/")
    #expect(dataset.indices == [0, 1, 2])
    #expect(dataset.damage() == [])
    #expect(dataset.manifest.identity.seed == .max)
    #expect(dataset.manifest.identity.differences(from: identity) == [])
    #expect(dataset.manifest.ontology.count == Ontology.classes.count)
    #expect(try DurableFiles.list(path) == ["cards", "manifest.json", "samples"])
    let sample = try dataset.sample(2, structured: TestSamples.types)
    #expect(sample.views[1].labels[TestBoxes.self] == TestSamples.sample(2).views[1].labels[TestBoxes.self])
    #expect(throws: DioramaError.self) { try dataset.reader(3) }
  }

  @Test func damageIsFound() throws {
    let path = scratch.path + "/d"
    try run(path)
    let durable = DurableFiles(sync: .never)
    let file = path + "/samples/000/000001/front/depth.npy"
    var bytes = try DurableFiles.read(file)
    bytes[bytes.count - 1] ^= 1
    try durable.remove(file)
    try durable.write(bytes, to: file)
    try durable.remove(path + "/samples/000/000002/front/rgb.png")
    let damage = try Dataset(path: path).damage()
    #expect(
      damage.count == 2 && damage[0].contains("depth.npy: other content") && damage[1].contains("missing"))
    // Resuming makes exactly the damaged samples again.
    let resumed = try DatasetDirectory(
      creating: path, identity: identity, indices: 0..<Self.count, resume: true, verification: .hashes,
      files: durable)
    #expect(resumed.discarded == [1, 2] && resumed.missing == [1, 2])
    for index in resumed.missing { try resumed.commit(index, files[index]) }
    try resumed.finish(ontology: Ontology.classes)
    #expect(try Dataset(path: path).damage() == [])
  }

  @Test(arguments: SyncPolicy.allCases) func diesAtEveryStep(sync: SyncPolicy) throws {
    let whole = scratch.path + "/whole"
    let steps = Mutex(0)
    try run(
      whole,
      with: DurableFiles(sync: sync) { _, _ in
        steps.withLock { $0 += 1 }
        return 0
      })
    let expected = try Scratch.tree(whole)
    let total = steps.withLock { $0 }
    #expect(total > 50)
    for death in stride(from: 0, to: total, by: sync == .everySample ? 1 : 3) {
      let path = scratch.path + "/dies"
      let step = Mutex(0)
      // From some step on nothing works any more, cleaning up included: as for a killed process.
      let dying = DurableFiles(sync: sync) { _, _ in
        step.withLock { s in
          s += 1
          return s > death ? EIO : 0
        }
      }
      #expect(throws: DioramaError.self) { try run(path, with: dying) }
      // What is in place is whole and right.
      if DurableFiles.isDirectory(path + "/samples") {
        let placed = try Scratch.tree(path + "/samples")
        for (name, bytes) in placed { #expect(expected["/samples" + name] == bytes, "\(death) \(name)") }
        for group in try DurableFiles.list(path + "/samples") {
          for sample in try DurableFiles.list(path + "/samples/" + group) {
            #expect(placed.keys.filter { $0.hasPrefix("/\(group)/\(sample)/") }.count == files[0].count)
          }
        }
      }
      try run(path, resume: true, with: DurableFiles(sync: sync))
      #expect(try Scratch.tree(path) == expected, "after death at step \(death)")
      try DurableFiles(sync: .never).remove(path)
    }
  }

  @Test(arguments: [ENOSPC, EIO, EACCES, EDQUOT]) func oneFailureAtEveryStep(code: Int32) throws {
    var death = 0
    while true {
      let path = scratch.path + "/fails"
      let step = Mutex(0)
      let failing = DurableFiles(sync: .everySample) { [death] _, _ in
        step.withLock { s in
          s += 1
          return s == death + 1 ? code : 0
        }
      }
      var failed: DioramaError?
      do { try run(path, with: failing) } catch let error as DioramaError { failed = error }
      guard let failed else { break }
      #expect(failed.reason == (code == EACCES ? .cannotCreate : .inputOutput))
      // Cleaned up at once: no half sample anywhere.
      if DurableFiles.isDirectory(path + "/.staging") {
        let left = try DurableFiles.list(path + "/.staging").filter { $0.first?.isNumber == true }
        #expect(left == [] || failed.message.contains("remove"))
      }
      death += 7
      try DurableFiles(sync: .never).remove(path)
    }
    #expect(death > 50)
  }

  @Test func refusesWhatIsNotItsOwn() throws {
    let path = scratch.path + "/x"
    let durable = DurableFiles(sync: .never)
    try durable.makeDirectories(path)
    try durable.write([1], to: path + "/thesis.tex")
    let foreign = #expect(throws: DioramaError.self) { try run(path, resume: true) }
    #expect(foreign?.reason == .cannotCreate)
    try durable.remove(path + "/thesis.tex")
    try run(path)
    let again = #expect(throws: DioramaError.self) { try run(path) }
    #expect(again?.reason == .cannotCreate)
    try run(path, resume: true)
    #expect(try Dataset(path: path).damage() == [])
    try durable.write([1], to: scratch.path + "/file")
    #expect(throws: DioramaError.self) { try run(scratch.path + "/file") }
    #expect(throws: DioramaError.self) { try run(scratch.path + "/file/below") }
  }

  @Test func refusesOtherSettings() throws {
    let path = scratch.path + "/y"
    let durable = DurableFiles(sync: .never)
    do {
      let directory = try DatasetDirectory(creating: path, identity: identity, indices: 0..<3, files: durable)
      try directory.commit(0, files[0])
      let second = #expect(throws: DioramaError.self) { try run(path, resume: true) }
      #expect(second?.reason == .temporary)
      #expect(throws: DioramaError.self) { try Dataset(path: path) }
      #expect(try Dataset(unfinishedRunIn: path).indices == [0])
      #expect(throws: DioramaError.self) { try directory.commit(0, files[0]) }
      #expect(throws: DioramaError.self) { try directory.commit(7, files[0]) }
      #expect(throws: DioramaError.self) { try directory.finish(ontology: []) }
    }
    var others = [identity, identity, identity, identity, identity]
    others[0].seed = 4
    others[1].version = "0.2.0"
    others[2].recipe = try DatasetIdentity.Recipe(
      name: "street.yaml", text: identity.recipe.text, resolved: .null)
    others[3].count = 2
    others[4].shard = DatasetIdentity.Shard(index: 0, count: 2)
    for other in others {
      let error = #expect(throws: DioramaError.self) {
        try DatasetDirectory(creating: path, identity: other, indices: 0..<3, resume: true, files: durable)
      }
      #expect(error?.reason == .badInput && error?.message.contains("different settings") == true)
    }
    try run(path, resume: true)
    #expect(try Dataset(path: path).indices == [0, 1, 2])
  }

  @Test func growsOnResuming() throws {
    let path = scratch.path + "/grow"
    let durable = DurableFiles(sync: .never)
    var small = identity
    small.count = 2
    let first = try DatasetDirectory(creating: path, identity: small, indices: 0..<2, files: durable)
    for index in first.missing { try first.commit(index, files[index]) }
    try first.finish(ontology: Ontology.classes)
    let second = try DatasetDirectory(
      creating: path, identity: identity, indices: 0..<3, resume: true, files: durable)
    #expect(second.missing == [2])
    try second.commit(2, files[2])
    try second.finish(
      ontology: Ontology.classes,
      extraFiles: [DatasetFile(path: "cards/README.md", bytes: Array("hello".utf8))])
    try run(scratch.path + "/once")
    #expect(try Scratch.tree(path) == Scratch.tree(scratch.path + "/once"))
  }

  @Test func manyWorkers() throws {
    let count = 40
    let path = scratch.path + "/workers"
    let directory = try DatasetDirectory(
      creating: path, identity: try TestSamples.identity(count: count), indices: 0..<count,
      files: DurableFiles(sync: .never))
    let made = try TestSamples.files(count)
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 2 * count) { i in
      do { try directory.commit(i / 2, made[i / 2]) } catch { failures.withLock { $0 += 1 } }
    }
    #expect(failures.withLock { $0 } == count, "each index once")
    try directory.finish(ontology: [])
    #expect(try Dataset(path: path).damage() == [])
  }

  @Test func reading() throws {
    #expect(
      #expect(throws: DioramaError.self) { try Dataset(path: scratch.path + "/none") }?.reason == .noInput)
    #expect(#expect(throws: DioramaError.self) { try Dataset(path: scratch.path) }?.reason == .noInput)
    let durable = DurableFiles(sync: .never)
    for text in ["", "{}", "{\"format\": \"other\"}", "{\"format\": \"diorama-dataset-1\"}"] {
      try durable.write(Array(text.utf8), to: scratch.path + "/manifest.json")
      #expect(#expect(throws: DioramaError.self) { try Dataset(path: scratch.path) }?.reason == .badInput)
      try durable.remove(scratch.path + "/manifest.json")
    }
  }
}
