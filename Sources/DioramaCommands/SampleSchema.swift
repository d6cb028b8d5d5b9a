/// The JSON Schema of `sample.json` in a dataset of Diorama.
enum SampleSchema {
  static let text = """
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "Diorama sample",
      "type": "object",
      "required": ["index", "sequence", "frame", "time", "worldFromRig", "views", "drawn", "attributes", "files"],
      "properties": {
        "index": {"type": "integer", "minimum": 0, "description": "Position in the dataset."},
        "sequence": {"type": "integer", "minimum": 0},
        "frame": {"type": "integer", "minimum": 0, "description": "Position in the sequence."},
        "time": {"type": "number", "description": "Seconds of world time."},
        "worldFromRig": {"$ref": "#/definitions/pose"},
        "views": {"type": "array", "items": {"$ref": "#/definitions/view"}},
        "drawn": {
          "type": "array", "description": "Every value that chance decided.",
          "items": {
            "type": "object", "required": ["path", "value"],
            "properties": {"path": {"type": "string"}, "value": {"type": ["number", "string"]}}
          }
        },
        "attributes": {"type": "array", "items": {"$ref": "#/definitions/attribute"}},
        "files": {
          "type": "array",
          "items": {
            "type": "object", "required": ["path", "bytes", "sha256"],
            "properties": {
              "path": {"type": "string"}, "bytes": {"type": "integer", "minimum": 0},
              "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
            }
          }
        }
      },
      "definitions": {
        "pose": {
          "type": "object", "required": ["rotation", "translation"],
          "properties": {
            "rotation": {
              "type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4,
              "description": "Quaternion w, x, y, z."
            },
            "translation": {
              "type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 3, "description": "Metres."
            }
          }
        },
        "attribute": {
          "type": "object", "required": ["name", "value"],
          "properties": {"name": {"type": "string"}, "value": {"type": "string"}}
        },
        "matrix": {
          "type": "array", "minItems": 3, "maxItems": 3,
          "items": {"type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 3}
        },
        "view": {
          "type": "object",
          "required": [
            "sensor", "camera", "rigFromCamera", "worldFromCamera", "labels"
          ],
          "properties": {
            "sensor": {"type": "string"},
            "camera": {
              "type": "object", "required": ["width", "height", "fx", "fy", "cx", "cy", "near"],
              "description": "A pinhole unless projection says otherwise; the principal point has integers at pixel centres. fx and fy are pixels a unit slope for a pinhole, distorted or not, pixels a metre where rays are parallel, pixels a radian for others.",
              "properties": {
                "projection": {"enum": ["pinhole", "equirectangular", "fisheye", "brown_conrady", "orthographic"]},
                "distortion": {
                  "type": "object",
                  "description": "Of brown_conrady: radial k1, k2, k3 and tangential p1, p2, as OpenCV has them.",
                  "properties": {
                    "k1": {"type": "number"}, "k2": {"type": "number"}, "p1": {"type": "number"},
                    "p2": {"type": "number"}, "k3": {"type": "number"}
                  }
                },
                "depth": {
                  "type": "string",
                  "description": "What depth is: planar z (where absent), or distance along the ray."
                }
              }
            },
            "intrinsicsCenterOrigin": {"$ref": "#/definitions/matrix"},
            "intrinsicsCornerOrigin": {"$ref": "#/definitions/matrix"},
            "rigFromCamera": {"$ref": "#/definitions/pose"},
            "worldFromCamera": {"$ref": "#/definitions/pose"},
            "stereoBaseline": {"type": "number", "description": "Metres to the right-hand partner."},
            "labels": {
              "type": "array",
              "items": {
                "type": "object", "required": ["name", "file"],
                "properties": {
                  "name": {"type": "string"}, "file": {"type": "string"}, "encoding": {"type": "string"},
                  "dtype": {"type": "string"}, "shape": {"type": "array", "items": {"type": "integer"}},
                  "unit": {"type": "string"}, "sentinel": {"type": "string"}
                }
              }
            }
          }
        }
      }
    }
    """
}
