extension FurnitureCatalog {
  /// Small things that stand and lie about.
  static let objects: [Entry] = [
    Entry(Book.self), Entry(BookRow.self), Entry(BookStack.self), Entry(Magazine.self), Entry(Newspaper.self),
    Entry(Notebook.self), Entry(Paper.self), Entry(Pen.self), Entry(PenHolder.self),
  ]
}
