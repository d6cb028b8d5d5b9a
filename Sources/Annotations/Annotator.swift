package import WorldModel

/// Derives labels of one kind from a capture. Pure: the same capture gives the same labels.
package protocol Annotator: Sendable {
  /// The label's name in recipes and documentation.
  var name: String { get }
  /// One sentence for `diorama list labels`: shape, unit, sentinel.
  var summary: String { get }
  /// What the camera must record for it.
  var needs: CaptureChannels { get }
  func annotate(_ view: CapturedView, into labels: inout LabelSet)
}
