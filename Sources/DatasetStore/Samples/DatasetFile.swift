import Imaging

/// One file to store, by its path relative to the directory it belongs to.
package struct DatasetFile: Sendable, Hashable {
  package let path: String
  package let bytes: [UInt8]
  package let record: FileRecord

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    record = FileRecord(path: path, bytes: bytes.count, sha256: SHA256.hex(of: bytes))
  }
}

/// What the manifest says of one file.
package struct FileRecord: Sendable, Hashable, Codable {
  /// With `/` between names, relative to the sample's (or the dataset's) directory.
  package var path: String
  /// Size.
  package var bytes: Int
  /// 64 lower-case hexadecimal digits.
  package var sha256: String

  package init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// The names that files of a dataset may have, so that no document can point outside its directory.
package enum SafeName {
  /// One name: letters, digits, `.`, `_`, `-`, round brackets (RefCOCO's names have them), at most 64, not beginning with a dot.
  package static func isName(_ name: Substring) -> Bool {
    guard (1...64).contains(name.utf8.count), name.utf8.first != 0x2e else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x28, 0x29, 0x2d, 0x2e, 0x5f: true
      default: false
      }
    }
  }

  /// Names joined by `/`, at most twelve deep.
  package static func isPath(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.count <= 12 && names.allSatisfy(isName)
  }
}
