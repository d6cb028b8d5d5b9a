/// What making a home consists of, for those who measure it.
package enum HomeStage: String, Sendable, CaseIterable {
  /// Rooms, walls, doors, windows.
  case plan
  /// Floors, walls, ceilings, joinery, and what is seen outside.
  case shell
  /// Things of the catalog, each when it is first needed.
  case things
  /// Finding places on floors.
  case furnishing
  /// Walls, ceilings, and small things on what stands.
  case dressing
  /// Finding places to look from.
  case views
}

/// Tells a listener which stage begins. It knows no time, so a world cannot depend on one.
package final class HomeStages {
  private var current: HomeStage?
  private let begins: (HomeStage) -> Void

  /// - Parameter begins: told of every change of stage; what was going on before has ended, or waits.
  package init(_ begins: @escaping (HomeStage) -> Void) { self.begins = begins }

  package func begin(_ stage: HomeStage) {
    current = stage
    begins(stage)
  }

  /// A stage inside of another one, which goes on afterwards.
  func within<T>(_ stage: HomeStage, _ body: () -> T) -> T {
    let outer = current
    begin(stage)
    defer { if let outer { begin(outer) } }
    return body()
  }
}
