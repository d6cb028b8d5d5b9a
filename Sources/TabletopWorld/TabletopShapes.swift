import Assets
import Diagnostics
import Foundation
import Geometry
import LocatedYAML
import Vehicles
import WorldModel

/// The models that may stand on the table.
enum TabletopShapes {
  static func load(_ description: TabletopDescription, warn: (Warning) -> Void) throws -> [Asset] {
    guard let reference = description.assets else { return description.shapes.compactMap(model) }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: reference.path, isDirectory: &isDirectory) else {
      throw reference.error(
        "there is no file or folder \(reference.text)", reason: .noInput,
        remedy: "Give a folder that holds .glb, .gltf or .obj files.")
    }
    let files = isDirectory.boolValue ? try listing(reference.path) : [reference.path]
    var assets: [Asset] = []
    for file in files {
      let imported = try read(file, description)
      imported.warnings.forEach(warn)
      if imported.product.restBounds.isEmpty {
        warn(Warning("\(file) holds no triangles and is left out"))
      } else {
        assets.append(imported.product)
      }
    }
    guard !assets.isEmpty else {
      throw reference.error(
        "\(reference.text) holds no usable .glb, .gltf or .obj file",
        remedy: "Put models there, or name another folder.")
    }
    return assets
  }

  /// Everything of our own that may stand there.
  static let names = AssetCatalog.names + VehicleCatalog.names

  private static func model(_ name: String) -> Asset? { AssetCatalog.make(name) ?? VehicleCatalog.make(name) }

  /// Model files below a folder, in the order of their paths.
  private static func listing(_ folder: String) throws -> [String] {
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String]) ?? []
    return names.filter { name in
      ["glb", "gltf", "obj"].contains(where: { name.lowercased().hasSuffix("." + $0) })
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder + "/" + $0 }
  }

  private static func read(_ file: String, _ description: TabletopDescription) throws -> Imported<Asset> {
    let options = ImportOptions(origin: .groundCenter, nativeClass: Ontology.named(description.category))
    if file.lowercased().hasSuffix(".obj") {
      return try OBJImporter(options: options).importAsset(file)
    }
    return try GLTFImporter(options: options).importAsset(file)
  }
}
