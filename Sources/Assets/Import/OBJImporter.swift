internal import Diagnostics
internal import Geometry
internal import Imaging
internal import VectorMath
package import WorldModel

/// Reads Wavefront OBJ with its MTL libraries.
///
/// Objects and groups become parts, each material of a part one piece. Faces of any shape are cut into triangles;
/// those without normals get them by smoothing group, else by crease angle. The file's up axis is an option.
/// Materials are double-sided, since the format gives faces no outside. Diffuse colours are taken as linear,
/// vertex colours as sRGB. Images and libraries are read from the file's own folder only: one that is missing,
/// outside or unreadable is a warning, and paths of other machines are tried by their last part.
package struct OBJImporter: Sendable {
  package let options: ImportOptions
  let decoder: ImageDecoder

  package init(
    options: ImportOptions = ImportOptions(), decode: @escaping ImageDecoder = standardImageDecoder
  ) {
    self.options = options
    decoder = decode
  }

  /// - Throws: `DioramaError`: `.noInput` without a file, `.badInput` naming the file and the line.
  package func importAsset(_ path: String) throws -> Imported<Asset> { try importAsset(.file(path)) }

  package func importAsset(_ source: ImportSource) throws -> Imported<Asset> {
    try options.checked()
    let file = try OBJFile(source.bytes, file: source.name)
    var looks = OBJMaterials(file, source, decode: decoder)
    let parts = file.partNames.count > 1 ? ["body"] + file.partNames : ["body"]
    var pieces: [Asset.Piece] = []
    var materials: [Material] = []
    var slots: [Int: Int] = [:]
    var builder = OBJMeshBuilder(file, options, source.name)
    for group in OBJMeshBuilder.groups(of: file) {
      let look = looks.material(group.material)
      guard let mesh = try builder.mesh(group.faces, uvTransform: look.uvTransform) else { continue }
      let slot = slots[group.material] ?? materials.count
      if slot == materials.count {
        materials.append(look.material)
        slots[group.material] = slot
      }
      pieces.append(
        Asset.Piece(mesh: mesh, material: slot, part: parts.count > 1 ? group.part + 1 : 0))
    }
    var asset = Asset(
      name: source.stem, nativeClass: try options.resolvedClass(), pieces: pieces, materials: materials,
      parts: parts)
    if let root = options.placement(of: asset) { asset = asset.placed(root) }
    return Imported(asset, warnings: file.warnings + looks.warnings + builder.warnings)
  }
}
