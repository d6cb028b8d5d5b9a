import VectorMath

/// The moulding between walls and ceilings.
enum Cornice {
  /// How far it reaches below its ceiling, metres.
  static let depth = 0.09

  /// A quarter-round hollow between two fillets, sunk into wall and ceiling; metres, for mouldings along a ceiling.
  static func section(_ scale: Double) -> [Vector2] {
    [
      Vector2(-0.004, 0.004), Vector2(-0.004, -depth), Vector2(0.012, -depth), Vector2(0.016, -0.075),
      Vector2(0.026, -0.05), Vector2(0.045, -0.03), Vector2(0.07, -0.018), Vector2(0.085, -0.012),
      Vector2(0.085, 0.004),
    ].map { Vector2($0.x < 0 ? $0.x : $0.x * scale, $0.y > 0 ? $0.y : $0.y * scale) }
  }
}
