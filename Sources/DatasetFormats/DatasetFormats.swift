// DatasetFormats
