package import Imaging
import Synchronization

/// Textures that depend on a colour or a number, made once and kept while they are among the last used.
///
/// A texture is a function of its name alone, so what is kept changes the time that worlds take, not their bytes.
package final class TextureCache: Sendable {
  private struct Entry {
    var name: String
    var texture: Texture
  }
  private let entries = Mutex<[Entry]>([])
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// The texture of a name, made by `make` when it is not at hand.
  package func texture(_ name: String, _ make: () -> Texture) -> Texture {
    let known = entries.withLock { list -> Texture? in
      guard let i = list.lastIndex(where: { $0.name == name }) else { return nil }
      let entry = list.remove(at: i)
      list.append(entry)
      return entry.texture
    }
    if let known { return known }
    let made = make()
    return entries.withLock { list in
      // Two workers may have made it at once: the first one's counts.
      if let other = list.last(where: { $0.name == name }) { return other.texture }
      list.append(Entry(name: name, texture: made))
      if list.count > capacity { list.removeFirst() }
      return made
    }
  }
}
