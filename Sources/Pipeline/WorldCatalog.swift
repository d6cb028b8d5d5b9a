import DrivingWorld
import IndoorWorld
import SoundStage
import TabletopWorld
package import WorldModel

/// Every kind of world that recipes can ask for. A new generator is one target or file and one line here.
package enum WorldCatalog {
  package static let all: [any WorldDescription.Type] = [
    TownDescription.self,
    TabletopDescription.self,
    HomeDescription.self,
    ChaosDescription.self,
    StageDescription.self,
  ]

  package static func named(_ kind: String) -> (any WorldDescription.Type)? { all.first { $0.kind == kind } }
}
