import RandomStreams

extension DerivationSpace {
  /// 128 bits, hexadecimal, of everything that decides what the space derives: files with equal fingerprints give equal
  /// samples, whatever they import.
  package var fingerprint: String {
    var digest = SpaceDigest()
    for node in nodes {
      digest.add(UInt64(node.kind.rawValue))
      digest.add(UInt64(UInt32(bitPattern: node.first)) << 32 | UInt64(UInt32(bitPattern: node.length)))
      digest.add(node.count)
    }
    for link in links { digest.add(UInt64(UInt32(bitPattern: link))) }
    for (weight, even) in zip(weights, evenWeights) {
      digest.add(UInt64(weight.bitPattern) << 32 | UInt64(even.bitPattern))
    }
    for row in rows {
      digest.add(UInt64(UInt32(bitPattern: row.value)) << 32 | UInt64(UInt32(bitPattern: row.atom)))
    }
    for atom in atoms {
      digest.add(UInt64(UInt32(bitPattern: atom.start)) << 32 | UInt64(UInt32(bitPattern: atom.bytes)))
      digest.add(UInt64(atom.leading.rawValue) << 8 | UInt64(atom.trailing.rawValue))
    }
    digest.add(bytes)
    for token in tokens {
      digest.add(
        UInt64(UInt32(bitPattern: token.lowerBound)) << 32 | UInt64(UInt32(bitPattern: token.upperBound)))
    }
    for use in uses {
      for part in [use.label, use.role, use.variable, use.register, use.repeats, use.isMention ? 1 : 0] {
        digest.add(UInt64(UInt32(bitPattern: part)))
      }
    }
    for value in values { digest.add(Array(value.canonical.utf8)) }
    for assignment in assignments {
      for part in assignment.variables + assignment.rows { digest.add(UInt64(UInt32(bitPattern: part))) }
    }
    for directory in directories {
      for part in [directory.variable, directory.base] + directory.nodes {
        digest.add(UInt64(UInt32(bitPattern: part)))
      }
    }
    for read in reads {
      for part in [read.register, read.base] + read.atoms { digest.add(UInt64(UInt32(bitPattern: part))) }
    }
    for call in calls {
      digest.add(Array("\(call.function.rawValue) \(call.language)".utf8))
      for argument in call.arguments {
        switch argument {
        case .constant(let text): digest.add(Array(text.utf8))
        case .variable(let register, let base, let texts):
          digest.add(UInt64(UInt32(bitPattern: register)) << 32 | UInt64(UInt32(bitPattern: base)))
          for text in texts { digest.add(Array(text.utf8)) }
        }
      }
    }
    for text in labels + roles + variables + languages + intents.map(\.name) + templates.map(\.name) {
      digest.add(Array(text.utf8))
    }
    for intent in intents {
      for label in intent.labels { digest.add(Array("\(label.name)=\(label.value)".utf8)) }
      for relation in intent.relations {
        digest.add(Array("\(relation.name) \(relation.source) \(relation.target)".utf8))
      }
    }
    for isCapital in capitalized { digest.add(isCapital ? 1 : 0) }
    for lexicon in words { for row in lexicon.digestable { digest.add(Array(row.utf8)) } }
    return digest.hexadecimal
  }
}

/// Two chained hashes of words.
private struct SpaceDigest {
  private var low: UInt64 = 0x6A09_E667_F3BC_C908
  private var high: UInt64 = 0xBB67_AE85_84CA_A73B

  mutating func add(_ word: UInt64) {
    low = KeyedPermutation.hash(low ^ word, 0x9E37_79B9_7F4A_7C15)
    high = KeyedPermutation.hash(high &+ word, low)
  }

  mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    var word: UInt64 = 0
    for (i, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if i % 8 == 7 { add(word) }
    }
    add(word)
  }

  var hexadecimal: String {
    [low, high].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
