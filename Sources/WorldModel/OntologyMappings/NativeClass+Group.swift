extension NativeClass {
  /// A coarse group for formats that ask for super-categories: the id ranges of the ontology.
  package var group: String {
    switch id {
    case 1...2: "person"
    case 3...10: "vehicle"
    case 11...19: "animal"
    case 20...39: "street"
    case 40...99: "structure"
    case 100...299: "indoor"
    case 300...399: "outdoor-stuff"
    default: "indoor-stuff"
    }
  }
}
