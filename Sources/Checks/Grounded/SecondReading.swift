package import GroundedLanguage
import VectorMath
package import WorldModel

/// The second opinion about programs, for whoever wants one.
package struct SecondReading {
  private let replay: ProgramReplay

  /// - Parameter egoVelocity: of the carrier, world frame, m/s.
  package init(_ view: Sample.View, egoVelocity: [Double]?) {
    let sample = Sample(
      index: 0, sequence: 0, frame: 0, time: 0, worldFromRig: .identity, views: [view], drawn: [],
      attributes: [])
    replay = ProgramReplay(
      scene: RawScene(ViewLabels(view, of: sample), egoVelocity: egoVelocity), egoVelocity: egoVelocity)
  }

  /// The answer in the form of labels; `nil` where the labels leave it open.
  package func answer(_ program: [ProgramStep]) -> String? { replay.answer(program) }
}
