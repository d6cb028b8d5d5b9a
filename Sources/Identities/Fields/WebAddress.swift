import RandomStreams

/// The site of an organisation, below `.example` (RFC 2606), from its name.
struct WebAddress: FieldGenerator {
  let kind = FieldKind.url
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard let organisation = holder.organisation else { return nil }
    let path = draw.stream.choose(["", "/", "/about", "/contact", "/products"]) ?? ""
    return "https://www.\(organisation.brand.latin).example\(path)"
  }
}
