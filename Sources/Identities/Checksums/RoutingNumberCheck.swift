/// The check digit of United States bank routing numbers: weights 3, 7, 1 over nine digits sum to a multiple of 10.
package enum RoutingNumberCheck {
  /// Eight digits with the check digit behind them.
  package static func completed(_ digits: String) -> String {
    let sum = digits.utf8.enumerated().reduce(0) {
      $0 + (Int($1.element) - 48) * [3, 7, 1][$1.offset % 3]
    }
    return digits + String((10 - sum % 10) % 10)
  }
}
