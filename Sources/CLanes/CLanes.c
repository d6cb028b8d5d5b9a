typedef int lanes_translation_unit; // the module is its header
