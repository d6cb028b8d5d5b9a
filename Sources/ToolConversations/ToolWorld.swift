package import Conversations
package import JSON
package import RandomStreams

/// What the tools of one conversation know: products of a shop, and stations with the minutes between them.
package struct ToolWorld: Sendable, Hashable {
  /// Something that the shop sells.
  package struct Product: Sendable, Hashable {
    package var sku: String
    package var name: Both<String>
    /// A key of `categories`.
    package var category: String
    /// Yuan.
    package var price: Int
    package var stock: Int
  }

  /// A stretch of line between two stations.
  package struct Link: Sendable, Hashable {
    package var a: Int
    package var b: Int
    package var minutes: Int
  }

  package var products: [Product]
  /// Indices into `stationNames`.
  package var stations: [Int]
  /// Between places of `stations`.
  package var links: [Link]

  package static let categories: [(key: String, name: Both<String>)] = [
    ("lamp", Both("台灯", "desk lamp")), ("kettle", Both("电水壶", "kettle")), ("chair", Both("椅子", "chair")),
    ("bag", Both("背包", "backpack")),
  ]
  private static let lines: [Both<String>] = [
    Both("晨光", "Daybreak"), Both("山行", "Hillwalk"), Both("简木", "Plainwood"), Both("云朵", "Cloudlet"),
    Both("小满", "Grainful"), Both("北岸", "Northbank"), Both("青禾", "Greenblade"), Both("半夏", "Midsummer"),
  ]
  package static let stationNames: [Both<String>] = [
    Both("东湖", "East Lake"), Both("钟楼", "Bell Tower"), Both("南门", "South Gate"), Both("大学城", "College Town"),
    Both("体育场", "Stadium"), Both("人民公园", "People's Park"), Both("机场", "Airport"), Both("老码头", "Old Pier"),
    Both("新区", "New Quarter"), Both("动物园", "Zoo"),
  ]

  package init(_ stream: inout RandomStream) {
    let order = stream.permutation(Self.lines.count)
    products = order.enumerated().map { i, line in
      let category = Self.categories[i % Self.categories.count]
      return Product(
        sku: String("ABCDEFGH"[String.Index(utf16Offset: i, in: "ABCDEFGH")])
          + String(100 + stream.integer(in: 0...899)),
        name: Both(
          Self.lines[line].chinese + category.name.chinese,
          Self.lines[line].english + " " + category.name.english),
        category: category.key, price: 39 + 10 * stream.integer(in: 0...30) + stream.integer(in: 0...9),
        stock: stream.bool(probability: 0.2) ? 0 : stream.integer(in: 1...60))
    }
    stations = Array(stream.permutation(Self.stationNames.count).prefix(7))
    links = (1..<7).map { Link(a: stream.integer(in: 0..<$0), b: $0, minutes: stream.integer(in: 2...12)) }
    for _ in 0..<20 where links.count < 10 {
      let (a, b) = (stream.integer(in: 0..<7), stream.integer(in: 0..<7))
      if a < b, !links.contains(where: { $0.a == a && $0.b == b }) {
        links.append(Link(a: a, b: b, minutes: stream.integer(in: 2...12)))
      }
    }
  }

  /// A station's name; empty where there is none.
  package func station(_ place: Int, _ tongue: Tongue) -> String {
    stations.indices.contains(place) ? Self.stationNames[stations[place]][tongue] : ""
  }

  /// All that the tools know, so that anybody can ask them again.
  package var json: JSONValue {
    .object([
      .init(
        "products",
        .array(
          products.map {
            .object([
              .init("sku", .string($0.sku)), .init("zh", .string($0.name.chinese)),
              .init("en", .string($0.name.english)), .init("category", .string($0.category)),
              .init("price", .integer($0.price)), .init("stock", .integer($0.stock)),
            ])
          })),
      .init("stations", .array(stations.map { .integer($0) })),
      .init("links", .array(links.map { [.integer($0.a), .integer($0.b), .integer($0.minutes)] })),
    ])
  }

  /// - Returns: `nil` for what is no world.
  package init?(json: JSONValue) {
    products = []
    for item in json["products"]?.asItems ?? [] {
      guard let sku = item["sku"]?.asText, let zh = item["zh"]?.asText, let en = item["en"]?.asText,
        let category = item["category"]?.asText, let price = item["price"]?.asWhole,
        let stock = item["stock"]?.asWhole
      else { return nil }
      products.append(Product(sku: sku, name: Both(zh, en), category: category, price: price, stock: stock))
    }
    stations = (json["stations"]?.asItems ?? []).compactMap(\.asWhole)
    guard stations.allSatisfy(Self.stationNames.indices.contains) else { return nil }
    links = []
    for item in json["links"]?.asItems ?? [] {
      let parts = item.asItems?.compactMap(\.asWhole) ?? []
      guard parts.count == 3, stations.indices.contains(parts[0]), stations.indices.contains(parts[1]),
        (1...10_000).contains(parts[2])
      else { return nil }
      links.append(Link(a: parts[0], b: parts[1], minutes: parts[2]))
    }
  }
}
