import WorldModel

/// Names of files that every loader and file system takes.
package enum FileNames {
  /// Any text as one path component: ASCII letters, digits, `-`, `_` and inner dots stay, every other byte of
  /// the UTF-8 form becomes `=` and two hexadecimal digits. Different texts give different components.
  package static func component(_ text: String) -> String {
    var out = ""
    for (i, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where i > 0 && i + 1 < text.utf8.count:
        out += "."
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += hex.count == 1 ? "=0" + hex : "=" + hex
      }
    }
    return out.isEmpty ? "=" : out
  }

  /// A sample's number in at least six digits.
  package static func number(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The stem of an image's name: the sample's number, and the camera when there are several.
  package static func stem(sample: Int, sensor: String, of options: FormatOptions) -> String {
    options.cameras.count > 1 ? number(sample) + "_" + component(sensor) : number(sample)
  }
}
