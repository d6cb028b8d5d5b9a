/// How a birthday is written.
enum DateForms {
  /// - Parameter iso: `YYYY-MM-DD`.
  static func add(_ iso: String, _ locale: IdentityLocale, _ add: (SurfaceForm.Style, String?) -> Void) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    switch locale {
    case .chinese, .japanese:
      add(.written, "\(year)年\(month)月\(day)日")
      add(.dotted, "\(year).\(month).\(day)")
    case .korean: add(.written, "\(year)년 \(month)월 \(day)일")
    case .american:
      add(.written, "\(months[month - 1]) \(day), \(year)")
      add(.dashed, "\(months[month - 1].prefix(3)) \(day), \(year)")
    default:
      // Day first, as all of Europe and Brazil write it.
      let pad = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
      add(.dotted, "\(pad(day)).\(pad(month)).\(year)")
    }
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
