extension Asset {
  /// Whether node number `node` is `other`, or hangs on it at any depth.
  package func hangs(_ node: Int, on other: Int) -> Bool {
    var at: Int? = node
    while let here = at {
      if here == other { return true }
      at = nodes[here].parent
    }
    return false
  }
}
