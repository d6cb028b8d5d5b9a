import Geometry
import IndoorWorld
import Testing
import VectorMath
import WorldModel

/// What shops lay out on their tables.
struct ShopDisplaysTests {
  /// Tables of shops hold several of each kind, in rows.
  @Test func tablesHoldGoodsInBlocks() throws {
    var (tables, blocks) = (0, 0)
    for seed in 0..<8 {
      var maker = try AuditedHomes.Maker(seed: seed, world: "{building: shop, fullness: 1}")
      let things = try maker.world().entities
      for table in things where ["console_table", "dining_table"].contains(table.nativeClass.name) {
        // The corridor has a table of its own.
        guard table.attributes.contains(where: { $0.name == "room_kind" && $0.value == "shop" }) else {
          continue
        }
        let goods = things.filter { $0.supportedBy == String(table.id) }
        guard !goods.isEmpty else { continue }
        tables += 1
        let kinds = Set(goods.map(\.nativeClass.name))
        #expect(kinds.count <= 4 && kinds.isDisjoint(with: ["photo_frame", "keys", "table_lamp"]))
        if goods.count >= 2 * kinds.count { blocks += 1 }
      }
    }
    #expect(tables >= 3 && 2 * blocks > tables, "\(blocks) of \(tables)")
  }
}
