package import RandomStreams

/// A right reply and one with exactly one defect, of lengths that give nothing away.
package struct PreferencePair: Sendable, Hashable {
  package var prompt: String
  package var chosen: String
  package var rejected: String
  package var defect: Defect
  /// Severity of the defect.
  package var margin: Double { defect.severity }

  /// A pair for a problem.
  ///
  /// The difference of the lengths is drawn first, symmetric about 0; remarks are then chosen on either side so that it
  /// comes out within two characters, and the pair is certified by `ReplyAudit`.
  /// - Parameter defect: the defect wanted; one that the problem allows is drawn when `nil`.
  /// - Returns: `nil` when the defect has no place in the problem, or lengths cannot be made equal.
  package init?(
    _ problem: Problem, in language: ProblemLanguage, defect wanted: Defect? = nil, _ stream: RandomStream
  ) {
    let right = WorkedReply(problem, in: language)
    for attempt in 0..<24 {
      var draw = stream.child("preference/\(attempt)")
      let defect = wanted ?? (draw.choose(Defect.allCases) ?? .wrongAnswer)
      guard let wrong = DefectInjection.spoiled(right, problem, with: defect, &draw) else { continue }
      guard let (chosen, rejected) = Self.balanced(right, wrong, &draw) else { continue }
      // The slip may hit a number that reads the same, the fifth distractor the unit: certify, never assume.
      guard ReplyAudit.defects(of: chosen.text, problem, in: language).isEmpty,
        ReplyAudit.defects(of: rejected.text, problem, in: language) == [defect]
      else { continue }
      self.prompt = problem.prompt(in: language)
      self.chosen = chosen.text
      self.rejected = rejected.text
      self.defect = defect
      return
    }
    return nil
  }

  /// Both replies with remarks, their lengths apart by a drawn number.
  private static func balanced(
    _ right: WorkedReply, _ wrong: WorkedReply, _ draw: inout RandomStream
  ) -> (WorkedReply, WorkedReply)? {
    let target = draw.integer(in: -8...8)
    func variants(_ reply: WorkedReply) -> [(reply: WorkedReply, length: Int)] {
      let remarks = WorkedReply.remarks(reply.language)
      return (0..<(1 << remarks.count)).map { mask in
        var variant = reply
        variant.remarks = remarks.indices.filter { mask >> $0 & 1 == 1 }.map { remarks[$0] }
        return (variant, variant.text.unicodeScalars.count)
      }
    }
    let chosen = variants(right)
    let rejected = variants(wrong)
    var best: [(Int, Int)] = []
    for (i, a) in chosen.enumerated() {
      for (j, b) in rejected.enumerated() where abs(b.length - a.length - target) <= 2 { best.append((i, j)) }
    }
    return draw.choose(best).map { (chosen[$0.0].reply, rejected[$0.1].reply) }
  }
}
