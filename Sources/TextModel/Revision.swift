/// A text after one round of edits, with all that is needed to go back.
package struct Revision: Sendable, Hashable {
  /// An edit as it was carried out.
  package struct Record: Sendable, Hashable {
    package var edit: TextEdit
    /// What stood there before.
    package var removed: String
    /// Where the replacement stands now.
    package var target: Range<Int>

    package init(edit: TextEdit, removed: String, target: Range<Int>) {
      self.edit = edit
      self.removed = removed
      self.target = target
    }

    /// The edit of the new text that undoes this one.
    package var inverse: TextEdit {
      TextEdit(target, removed, operation: edit.operation, reason: "undo")
    }
  }

  package var text: AnnotatedText
  /// From left to right, one for each change of the alignment.
  package let edits: [TextEdit]
  /// From the text before to this one.
  package let alignment: Alignment
  /// The scalars before.
  let before: [Unicode.Scalar]

  /// The edits as they were carried out, from left to right: worked out when asked for.
  package var records: [Record] {
    zip(edits, alignment.changes).map { edit, change in
      Record(edit: edit, removed: GraphemeBoundaries.string(before[change.source]), target: change.target)
    }
  }
}

/// A clean text and what perturbations made of it, round by round.
package struct NoisyText: Sendable, Hashable {
  package let clean: AnnotatedText
  package private(set) var noisy: AnnotatedText
  /// The records of each round.
  package private(set) var rounds: [[Revision.Record]] = []
  /// From the clean text to the noisy one.
  package private(set) var alignment: Alignment

  package init(_ clean: AnnotatedText) {
    self.clean = clean
    noisy = clean
    alignment = .identity(clean.scalars.count)
  }

  /// Appends a round that was applied to `noisy`.
  package mutating func append(_ revision: Revision) {
    noisy = revision.text
    rounds.append(revision.records)
    alignment = alignment.then(revision.alignment)
  }

  /// The clean scalars, worked out from the noisy ones and the records alone.
  package var restored: [Unicode.Scalar] {
    var scalars = noisy.scalars
    for round in rounds.reversed() {
      for record in round.reversed() {
        scalars.replaceSubrange(record.target, with: record.removed.unicodeScalars)
      }
    }
    return scalars
  }
}
