import DatasetStore
import Diagnostics
import JSON
import Testing
import WorldModel

struct DatasetMergeTests {
  let count = 7
  let scratch = Scratch()
  let durable = DurableFiles(sync: .never)

  @discardableResult
  func write(_ name: String, _ indices: [Int], shard: DatasetIdentity.Shard?, seed: UInt64 = 1) throws
    -> String
  {
    let path = scratch.path + "/" + name
    let made = try TestSamples.files(count)
    let directory = try DatasetDirectory(
      creating: path, identity: try TestSamples.identity(count: count, shard: shard, seed: seed),
      indices: indices,
      files: durable)
    for index in indices.reversed() { try directory.commit(index, made[index]) }
    try directory.finish(ontology: Ontology.classes)
    return path
  }

  @Test func equalsOneRun() throws {
    let whole = try write("whole", Array(0..<count), shard: nil)
    let shards = try (0..<3).map { k in
      try write(
        "shard\(k)", (0..<count).filter { $0 % 3 == k }, shard: DatasetIdentity.Shard(index: k, count: 3))
    }
    let merged = scratch.path + "/merged"
    try DatasetMerge.merge(shards.reversed(), to: merged, files: durable)
    #expect(try Scratch.tree(merged) == Scratch.tree(whole))
    #expect(try Dataset(path: merged).damage() == [])

    // Cut short, then resumed.
    let cut = scratch.path + "/cut"
    let failing = DurableFiles(sync: .never) { _, path in path.contains("/4.") ? 5 : 0 }
    #expect(throws: DioramaError.self) { try DatasetMerge.merge(shards, to: cut, files: failing) }
    try DatasetMerge.merge(shards, to: cut, resume: true, files: durable)
    #expect(try Scratch.tree(cut) == Scratch.tree(whole))
  }

  @Test func refusals() throws {
    func shard(_ k: Int) -> DatasetIdentity.Shard { DatasetIdentity.Shard(index: k, count: 2) }
    let a = try write("a", [0, 1, 2, 3], shard: shard(0))
    let b = try write("b", [4, 5, 6], shard: shard(1))
    let late = try write("late", [5, 6], shard: shard(1))
    let other = try write("other", [4, 5, 6], shard: shard(1), seed: 9)
    for (list, word) in [
      ([a], "in none"), ([a, late], "in none"), ([a, b, a], "both"), ([a, other], "seed"),
    ] {
      let error = #expect(throws: DioramaError.self) {
        try DatasetMerge.merge(list, to: scratch.path + "/out", files: durable)
      }
      #expect(error?.reason == .badInput && error?.message.contains(word) == true, "\(error?.message ?? "")")
      #expect(!DurableFiles.isDirectory(scratch.path + "/out"))
    }
    #expect(throws: DioramaError.self) {
      try DatasetMerge.merge([], to: scratch.path + "/out", files: durable)
    }
    let file = b + "/samples/000/000004/front/rgb.png"
    var bytes = try DurableFiles.read(file)
    bytes[bytes.count / 2] ^= 1
    try durable.remove(file)
    try durable.write(bytes, to: file)
    let damaged = #expect(throws: DioramaError.self) {
      try DatasetMerge.merge([a, b], to: scratch.path + "/out", files: durable)
    }
    #expect(damaged?.message.contains("rgb.png") == true)
  }
}
